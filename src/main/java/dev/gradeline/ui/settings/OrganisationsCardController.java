package dev.gradeline.ui.settings;

import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.settings.OrganisationsViewModel.Row;
import dev.gradeline.words.Words;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The card “Organisations” of the settings: a list, and below it what is asked about one of them. */
public final class OrganisationsCardController {
    private final OrganisationsViewModel model;
    private final Words words;

    @FXML
    private VBox list;

    @FXML
    private Label none;

    @FXML
    private FlowPane ways;

    @FXML
    private Button add;

    @FXML
    private VBox renameBox;

    @FXML
    private TextField newName;

    @FXML
    private VBox removeBox;

    @FXML
    private Label question;

    @FXML
    private Button removeKey;

    @FXML
    private Button keepAll;

    @FXML
    private Label warning;

    @FXML
    private TextField typedName;

    @FXML
    private Button removeAll;

    @FXML
    private Button backUpFirst;

    @FXML
    private HBox copying;

    @FXML
    private HBox organisationsNotice;

    @FXML
    private Label organisationsMessage;

    public OrganisationsCardController(OrganisationsViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        model.rows().addListener((ListChangeListener<Row>) change -> fill());
        fill();
        SettingsController.present(none, Bindings.isEmpty(model.rows()));
        SettingsController.present(ways, Bindings.isNotEmpty(model.rows()));
        newName.textProperty().bindBidirectional(model.renaming().newName());
        typedName.textProperty().bindBidirectional(model.removal().typedName());
        SettingsController.present(renameBox, model.renaming().row().isNotNull());
        SettingsController.present(removeBox, model.removal().row().isNotNull());
        removeAll.disableProperty().bind(model.removal().confirmed().not());
        model.renaming().row().subscribe(row -> goTo(row, newName));
        model.removal().row().subscribe(this::askWhatToRemove);
        backUpFirst.disableProperty().bind(model.removal().busy());
        UnderWay.show(copying, model.removal().busy());
        organisationsMessage.textProperty().bind(model.message());
        SettingsController.present(organisationsNotice, model.message().isNotEmpty());
    }

    private void fill() {
        String focused = focusedId();
        Rows.fill(list, model.rows().stream().map(this::line).toList());
        if (!focused.isEmpty()) {
            // who chose something goes on where they were
            controls().filter(each -> focused.equals(each.getId())).findFirst().ifPresent(Node::requestFocus);
        }
    }

    private String focusedId() {
        return controls().filter(Node::isFocused).map(Node::getId).findFirst().orElse("");
    }

    private Stream<Node> controls() {
        return Stream.concat(list.lookupAll(".button").stream(), list.lookupAll(".combo-box").stream());
    }

    private Node line(Row row) {
        Label name = new Label(row.title());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        HBox title = new HBox(8, name);
        title.setAlignment(Pos.CENTER_LEFT);
        if (row.open()) {
            Label mark = new Label(words.of("settings.organisations.open.now"));
            mark.getStyleClass().add("mark");
            mark.setMinWidth(Label.USE_PREF_SIZE);
            title.getChildren().add(mark);
        }
        Label key = new Label(row.key());
        key.getStyleClass().addAll("muted", "small");
        key.setWrapText(true);
        Label stored = new Label(row.stored());
        stored.getStyleClass().addAll(row.trouble() ? "tone-bad" : "muted", "small");
        stored.setWrapText(true);
        VBox text = new VBox(2, title, key, stored);
        Button open = button("open", "settings.organisations.open", row, model::switchTo);
        open.setDisable(row.open());
        FlowPane controls = new FlowPane(
                8,
                8,
                schedule(row),
                open,
                button("rename", "settings.organisations.rename", row, model::askToRename),
                button("remove", "settings.organisations.remove", row, model::askToRemove));
        VBox line = new VBox(6, text, controls);
        line.getStyleClass().addAll("row-line", "organisation-line");
        return line;
    }

    /** How often this one is synchronised, whichever is open. */
    private Node schedule(Row row) {
        Label name = new Label(words.of("settings.sync.own"));
        ComboBox<Integer> box = new ComboBox<>(FXCollections.observableArrayList(OrganisationsViewModel.intervals()));
        box.setId("schedule-" + row.connection().name());
        box.setAccessibleText(words.of("settings.sync.own.what", row.title()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer minutes) {
                return minutes == null ? "" : model.intervalName(minutes, row);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.setValue(row.minutes());
        box.valueProperty().addListener((observable, was, now) -> model.schedule(row, now));
        name.setLabelFor(box);
        HBox line = new HBox(6, name, box);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button button(String id, String key, Row row, Consumer<Row> action) {
        Button button = new Button(words.of(key));
        button.setId(id + "-" + row.connection().name());
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(words.of("settings.organisations.button", words.of(key), row.title()));
        button.setOnAction(event -> action.accept(row));
        return button;
    }

    private void askWhatToRemove(@Nullable Row row) {
        question.setText(model.removal().question());
        warning.setText(model.warning());
        removeKey.setDisable(row == null || !row.removableKey());
        goTo(row, keepAll);
    }

    private static void goTo(@Nullable Row row, Node first) {
        if (row == null) {
            return;
        }
        if (first.getScene() != null) {
            Platform.runLater(() -> focus(first));
            return;
        }
        // a page that was only just made: what it scrolls comes into the window with its first layout
        first.sceneProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable scene) {
                if (first.getScene() != null) {
                    scene.removeListener(this);
                    Platform.runLater(() -> focus(first));
                }
            }
        });
    }

    private static void focus(Node first) {
        first.requestFocus();
        SettingsController.reveal(first);
    }

    @FXML
    private void add() {
        model.add();
    }

    @FXML
    private void openBackup() {
        model.openBackup();
    }

    @FXML
    private void rename() {
        model.renaming().rename();
        add.requestFocus();
    }

    @FXML
    private void settle() {
        add.requestFocus();
        model.settle();
    }

    /** Not by a cancel button: that would hear the key on all of the page. */
    @FXML
    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            settle();
            event.consume();
        }
    }

    @FXML
    private void removeKey() {
        add.requestFocus();
        model.removal().removeKey();
    }

    @FXML
    private void backUpFirst() {
        model.removal().backUpFirst();
    }

    @FXML
    private void cancelBackup() {
        keepAll.requestFocus();
        model.removal().cancel();
    }

    @FXML
    private void removeAll() {
        if (model.removal().confirmed().get()) {
            add.requestFocus();
            model.removal().removeAll();
        }
    }
}
