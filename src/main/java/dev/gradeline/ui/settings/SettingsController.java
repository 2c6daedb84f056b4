package dev.gradeline.ui.settings;

import dev.gradeline.settings.Settings;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
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
    private Label organisation;

    @FXML
    private Label address;

    @FXML
    private Label folder;

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
        SettingsViewModel.Facts facts = model.facts();
        organisation.setText(facts.connection().label());
        address.setText(facts.connection().baseUrl());
        folder.setText(facts.folder().toString());
        version.setText(facts.version());
        replaceKey.setDisable(facts.demo());
        forgetKey.setDisable(facts.demo());
        message.textProperty().bind(model.message());
        message.visibleProperty().bind(model.message().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
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
    private void forgetKey() {
        model.forgetKey();
    }
}
