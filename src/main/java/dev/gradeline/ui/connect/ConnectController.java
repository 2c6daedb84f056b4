package dev.gradeline.ui.connect;

import dev.gradeline.ui.connect.ConnectViewModel.Access;
import dev.gradeline.words.Words;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The connect page: fields, the table of what a key may read, and the buttons. */
public final class ConnectController {
    private final ConnectViewModel model;
    private final Words words;

    @FXML
    private PasswordField key;

    @FXML
    private TextField organisation;

    @FXML
    private Label keyHint;

    @FXML
    private VBox accessBox;

    @FXML
    private VBox access;

    @FXML
    private HBox verdictBox;

    @FXML
    private Label verdict;

    @FXML
    private ProgressIndicator busy;

    @FXML
    private CheckBox sessionOnly;

    @FXML
    private Button check;

    @FXML
    private Button save;

    @FXML
    private Button back;

    @FXML
    private Label keychain;

    @FXML
    private Button again;

    public ConnectController(ConnectViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        key.textProperty().bindBidirectional(model.key());
        organisation.textProperty().bindBidirectional(model.organisation());
        sessionOnly.selectedProperty().bindBidirectional(model.sessionOnly());
        keyHint.textProperty().bind(model.keyHint());
        verdict.textProperty().bind(model.verdict());
        keychain.textProperty().bind(model.keychain());
        busy.visibleProperty().bind(model.busy());
        busy.managedProperty().bind(model.busy());
        verdictBox.visibleProperty().bind(model.verdict().isNotEmpty());
        verdictBox.managedProperty().bind(verdictBox.visibleProperty());
        PseudoClass works = PseudoClass.getPseudoClass("good");
        model.good().addListener((observable, was, now) -> verdictBox.pseudoClassStateChanged(works, now));
        accessBox.visibleProperty().bind(Bindings.isNotEmpty(model.access()));
        accessBox.managedProperty().bind(accessBox.visibleProperty());
        back.setVisible(model.mayGoBack());
        back.setManaged(model.mayGoBack());
        again.visibleProperty().bind(model.retryable());
        again.managedProperty().bind(model.retryable());
        save.textProperty().bind(model.saveLabel());
        check.disableProperty().bind(model.canCheck().not());
        save.disableProperty().bind(model.canSave().not());
        model.access().addListener((ListChangeListener<Access>) change -> access.getChildren()
                .setAll(model.access().stream().map(this::row).toList()));
    }

    private HBox row(Access row) {
        FontIcon icon = new FontIcon(row.readable() ? Feather.CHECK : Feather.X);
        icon.getStyleClass().add(row.readable() ? "tone-good" : "tone-bad");
        Label name = new Label(row.name(), icon);
        name.getStyleClass().add("access-name");
        name.setMinWidth(USE_WIDTH);
        Label note = new Label(row.note());
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        HBox line = new HBox(8, name, note);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("row-line", "access-row");
        line.setAccessibleText(
                words.of(row.readable() ? "connect.access.can" : "connect.access.cannot", row.name(), row.scope()));
        return line;
    }

    private static final double USE_WIDTH = 180;

    @FXML
    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            key.setText(text.strip());
            key.end();
        }
    }

    @FXML
    private void check() {
        if (model.canSave().get()) {
            model.save();
        } else {
            model.check();
        }
    }

    @FXML
    private void checkOnly() {
        model.check();
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void tryKeychainAgain() {
        model.tryKeychainAgain();
    }

    @FXML
    private void back() {
        model.back();
    }

    @FXML
    private void exploreSample() {
        model.exploreSample();
    }
}
