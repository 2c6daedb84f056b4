package dev.gradeline.ui.connect;

import dev.gradeline.ui.connect.ConnectViewModel.Access;
import dev.gradeline.words.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The connect page: fields, the table of what a key may read, and the buttons. */
public final class ConnectController {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final ConnectViewModel model;
    private final Words words;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label title;

    @FXML
    private Button backup;

    @FXML
    private PasswordField key;

    @FXML
    private TextField organisation;

    @FXML
    private VBox organisationBox;

    @FXML
    private VBox otherBox;

    @FXML
    private TextField otherName;

    @FXML
    private Button another;

    @FXML
    private Button sample;

    @FXML
    private Tooltip saveHint;

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
    private Button cancel;

    @FXML
    private Label environment;

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
        title.setText(model.title());
        key.textProperty().bindBidirectional(model.key());
        organisation.textProperty().bindBidirectional(model.organisation());
        otherName.textProperty().bindBidirectional(model.otherName());
        sessionOnly.selectedProperty().bindBidirectional(model.sessionOnly());
        keyHint.textProperty().bind(model.keyHint());
        verdict.textProperty().bind(model.verdict());
        keychain.textProperty().bind(model.keychain());
        present(busy, model.busy());
        environment.setText(model.environment());
        environment.setVisible(!model.environment().isEmpty());
        environment.setManaged(!model.environment().isEmpty());
        sessionOnly.disableProperty().bind(model.withoutKeychain());
        present(cancel, model.checking());
        PseudoClass quiet = PseudoClass.getPseudoClass("quiet");
        model.checking().subscribe(now -> verdictBox.pseudoClassStateChanged(quiet, now));
        present(verdictBox, model.verdict().isNotEmpty());
        PseudoClass works = PseudoClass.getPseudoClass("good");
        model.good().addListener((observable, was, now) -> verdictBox.pseudoClassStateChanged(works, now));
        present(accessBox, Bindings.isNotEmpty(model.access()));
        back.setVisible(model.mayGoBack());
        back.setManaged(model.mayGoBack());
        present(again, model.retryable());
        present(organisationBox, model.other().isNull());
        present(
                check,
                model.other()
                        .isNull()
                        .and(model.unsure().not())
                        .and(model.checking().not()));
        present(sample, model.other().isNull().and(model.unsure().not()));
        present(backup, model.other().isNull().and(model.unsure().not()));
        present(another, model.other().isNotNull().or(model.unsure()));
        present(otherBox, model.needsName());
        model.other().addListener((observable, was, now) -> otherFound(now));
        model.unsure().addListener((observable, was, now) -> {
            if (now) {
                scroll.applyCss();
                scroll.setVvalue(scroll.getVmax());
                save.requestFocus();
            }
        });
        save.textProperty().bind(model.saveLabel());
        saveHint.textProperty().bind(model.saveHint());
        check.disableProperty().bind(model.canCheck().not());
        save.disableProperty().bind(model.canSave().not());
        model.access().addListener((ListChangeListener<Access>) change -> access.getChildren()
                .setAll(model.access().stream().map(this::row).toList()));
    }

    private static void present(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /** The button that asked is gone: eye and keyboard go on where there is something to decide. */
    private void otherFound(KeyCheck.@Nullable Other other) {
        // a check may end before the first frame, and what scrolls has no content before: nothing there could take the
        // focus
        scroll.applyCss();
        scroll.setVvalue(other == null ? scroll.getVmin() : scroll.getVmax());
        if (other == null) {
            key.requestFocus();
        } else if (other.home() == null) {
            otherName.requestFocus();
        } else {
            save.requestFocus();
        }
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
        take(Clipboard.getSystemClipboard().getString());
    }

    /** A key may be dropped anywhere on the page: there is but one thing here that takes a text. */
    @FXML
    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
            key.pseudoClassStateChanged(DROP, true);
        }
        event.consume();
    }

    @FXML
    private void dragAway(DragEvent event) {
        key.pseudoClassStateChanged(DROP, false);
        event.consume();
    }

    @FXML
    private void drop(DragEvent event) {
        key.pseudoClassStateChanged(DROP, false);
        event.setDropCompleted(take(event.getDragboard().getString()));
        event.consume();
    }

    private boolean take(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return false;
        }
        key.setText(text.strip());
        key.requestFocus();
        key.end();
        return true;
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
    private void cancelCheck() {
        model.cancelCheck();
        key.requestFocus();
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
    private void useAnotherKey() {
        model.useAnotherKey();
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
    private void openBackup() {
        model.openBackup();
    }

    @FXML
    private void openNetwork() {
        model.openNetwork();
    }

    @FXML
    private void exploreSample() {
        model.exploreSample();
    }
}
