package dev.gradeline.ui.settings;

import dev.gradeline.ui.kit.Rows;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The card “History and data” of the settings. */
public final class HistoryCardController {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final HistoryCardViewModel model;
    private final SettingsViewModel settings;

    @FXML
    private Label size;

    @FXML
    private Label counts;

    @FXML
    private ComboBox<Integer> runDays;

    @FXML
    private Label folder;

    @FXML
    private Button openFolder;

    @FXML
    private Label noFolder;

    @FXML
    private HBox backupPlace;

    @FXML
    private HBox restorePlace;

    @FXML
    private HBox importPlace;

    @FXML
    private Button backup;

    @FXML
    private Button restore;

    @FXML
    private Button importPast;

    @FXML
    private Label reason;

    @FXML
    private HBox work;

    @FXML
    private Label doing;

    @FXML
    private VBox historyNotice;

    @FXML
    private Label historyMessage;

    @FXML
    private VBox flaws;

    @FXML
    private Button keepApart;

    @FXML
    private Button restoreAsSame;

    /** @param settings what can be chosen about the history */
    public HistoryCardController(HistoryCardViewModel model, SettingsViewModel settings) {
        this.model = model;
        this.settings = settings;
    }

    @FXML
    private void initialize() {
        size.textProperty().bind(model.size());
        counts.textProperty().bind(model.counts());
        SettingsController.choices(runDays, SettingsViewModel.RUN_DAYS, settings.runDays(), settings::runDaysName);
        SettingsViewModel.Facts facts = settings.facts();
        folder.setText(facts.folder().toString());
        openFolder.setDisable(!facts.folderOpens());
        Rows.show(noFolder, !facts.folderOpens());
        unless(model.backupReason(), backup, backupPlace);
        unless(model.reason(), restore, restorePlace);
        unless(model.reason(), importPast, importPlace);
        reason.textProperty().bind(model.reason());
        SettingsController.present(reason, model.reason().isNotEmpty());
        doing.textProperty().bind(model.doing());
        UnderWay.show(work, model.busy());
        historyMessage.textProperty().bind(model.message());
        SettingsController.present(historyNotice, model.message().isNotEmpty());
        model.good().subscribe(good -> historyNotice.pseudoClassStateChanged(GOOD, good));
        model.flaws().addListener((ListChangeListener<String>) change -> flaws.getChildren()
                .setAll(model.flaws().stream().map(HistoryCardController::line).toList()));
        SettingsController.present(flaws, Bindings.isNotEmpty(model.flaws()));
        SettingsController.present(keepApart, model.apart().isNotNull());
        SettingsController.present(restoreAsSame, model.perhaps().isNotNull());
    }

    /** A disabled button shows no tooltip of its own: what is around it says why. */
    private static void unless(ObservableStringValue reason, Button button, HBox around) {
        Tooltip why = new Tooltip();
        reason.subscribe(text -> {
            button.setDisable(!text.isEmpty());
            why.setText(text);
            button.setAccessibleHelp(text);
            if (text.isEmpty()) {
                Tooltip.uninstall(around, why);
            } else {
                Tooltip.install(around, why);
            }
        });
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        return line;
    }

    @FXML
    private void backUp() {
        model.backUp();
    }

    @FXML
    private void restore() {
        model.restore();
    }

    @FXML
    private void importPast() {
        model.importPast();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void restoreAsSame() {
        restore.requestFocus();
        model.restoreAsSame();
    }

    @FXML
    private void keepApart() {
        model.keepApart();
    }

    @FXML
    private void dismiss() {
        backup.requestFocus();
        model.dismiss();
    }

    @FXML
    private void openFolder() {
        settings.openFolder();
    }
}
