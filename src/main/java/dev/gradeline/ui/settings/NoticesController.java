package dev.gradeline.ui.settings;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The card “Notices” of the settings: each kind on or off, and from how much on. JavaFX thread. */
public final class NoticesController {
    private final NoticesViewModel model;

    @FXML
    private CheckBox grades;

    @FXML
    private CheckBox platforms;

    @FXML
    private CheckBox keys;

    @FXML
    private ComboBox<Integer> points;

    @FXML
    private ComboBox<Integer> count;

    @FXML
    private Label message;

    public NoticesController(NoticesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        named(points, NoticesViewModel.POINTS, model::pointsName, model::choosePoints);
        named(count, NoticesViewModel.COUNTS, model::countName, model::chooseCount);
        grades.selectedProperty().addListener((observable, was, now) -> model.tellGrades(now));
        platforms.selectedProperty().addListener((observable, was, now) -> model.tellPlatforms(now));
        keys.selectedProperty().addListener((observable, was, now) -> model.tellKeys(now));
        points.disableProperty().bind(grades.selectedProperty().not());
        count.disableProperty().bind(platforms.selectedProperty().not());
        model.notices().subscribe(now -> {
            grades.setSelected(now.grades());
            platforms.setSelected(now.platforms());
            keys.setSelected(now.keys());
            choose(points, now.points());
            choose(count, now.count());
        });
        message.textProperty().bind(model.message());
        SettingsController.present(message, model.message().isNotEmpty());
    }

    /** Someone may have written another number into the file. */
    private static void choose(ComboBox<Integer> box, int number) {
        if (!box.getItems().contains(number)) {
            box.getItems().add(number);
        }
        box.setValue(number);
    }

    private static void named(
            ComboBox<Integer> box, List<Integer> choices, IntFunction<String> name, IntConsumer chosen) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("not an editable box");
            }
        });
        box.getItems().setAll(choices);
        box.valueProperty().addListener((observable, was, now) -> {
            if (now != null) {
                chosen.accept(now);
            }
        });
    }
}
