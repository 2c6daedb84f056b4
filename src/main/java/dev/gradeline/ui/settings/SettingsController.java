package dev.gradeline.ui.settings;

import dev.gradeline.settings.Settings;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The settings page: each choice takes effect at once. */
public final class SettingsController {
    private final SettingsViewModel model;

    @FXML
    private ComboBox<Settings.Theme> theme;

    @FXML
    private ComboBox<Integer> textSize;

    @FXML
    private ComboBox<Integer> interval;

    @FXML
    private ComboBox<Integer> oldAfter;

    @FXML
    private ComboBox<Integer> runDays;

    @FXML
    private Label organisation;

    @FXML
    private Label address;

    @FXML
    private Label folder;

    @FXML
    private Button openFolder;

    @FXML
    private Label noFolder;

    @FXML
    private Label key;

    @FXML
    private Label keychain;

    @FXML
    private HBox confirm;

    @FXML
    private Button keepKey;

    @FXML
    private Label version;

    @FXML
    private Label message;

    @FXML
    private Button replaceKey;

    @FXML
    private Button forgetKey;

    public SettingsController(SettingsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        choices(theme, List.of(Settings.Theme.values()), model.theme(), model::themeName);
        choices(textSize, SettingsViewModel.TEXT_SIZES, model.textPercent(), model::percentName);
        choices(interval, SettingsViewModel.INTERVALS, model.syncMinutes(), model::intervalName);
        choices(oldAfter, SettingsViewModel.OLD_AFTER, model.oldAfterDays(), model::ageName);
        choices(runDays, SettingsViewModel.RUN_DAYS, model.runDays(), model::runDaysName);
        SettingsViewModel.Facts facts = model.facts();
        organisation.setText(facts.connection().label());
        address.setText(facts.connection().baseUrl());
        folder.setText(facts.folder().toString());
        version.setText(facts.version());
        openFolder.setDisable(!facts.folderOpens());
        present(noFolder, new SimpleBooleanProperty(!facts.folderOpens()));
        key.textProperty().bind(model.keyState().key());
        keychain.textProperty().bind(model.keyState().keychain());
        present(keychain, model.keyState().keychain().isNotEmpty());
        replaceKey.setDisable(facts.demo());
        forgetKey.disableProperty().bind(model.keyState().forgettable().not().or(model.confirming()));
        present(confirm, model.confirming());
        message.textProperty().bind(model.message());
        present(message, model.message().isNotEmpty());
    }

    private static void present(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static <T> void choices(
            ComboBox<T> box, List<T> values, ObjectProperty<T> property, Function<T, String> name) {
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not an editable box");
            }
        });
        box.valueProperty().bindBidirectional(property);
    }

    @FXML
    private void replaceKey() {
        model.replaceKey();
    }

    @FXML
    private void askToForgetKey() {
        model.askToForgetKey();
        keepKey.requestFocus();
    }

    @FXML
    private void keepKey() {
        model.keepKey();
        forgetKey.requestFocus();
    }

    @FXML
    private void forgetKey() {
        model.forgetKey();
        replaceKey.requestFocus();
    }

    @FXML
    private void openFolder() {
        model.openFolder();
    }
}
