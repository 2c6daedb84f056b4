package dev.gradeline.ui.settings;

import dev.gradeline.posture.GradeBand;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.settings.LimitsViewModel.Line;
import dev.gradeline.ui.settings.LimitsViewModel.Matter;
import dev.gradeline.ui.settings.LimitsViewModel.Scope;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The section on limits: what is watched, and a line to add to it. */
public final class LimitsController {
    private final LimitsViewModel model;

    @FXML
    private VBox lines;

    @FXML
    private Label none;

    @FXML
    private ComboBox<Matter> matter;

    @FXML
    private ComboBox<Scope> scope;

    @FXML
    private ComboBox<GradeBand> grade;

    @FXML
    private TextField number;

    @FXML
    private ComboBox<Integer> margin;

    @FXML
    private FlowPane adding;

    @FXML
    private Label message;

    public LimitsController(LimitsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        named(matter, model::matterName);
        named(scope, Scope::name);
        named(margin, model::marginName);
        matter.getItems().setAll(Matter.values());
        grade.getItems().setAll(GradeBand.values());
        margin.getItems().setAll(LimitsViewModel.MARGINS);
        model.present().subscribe(known -> showScopes());
        matter.valueProperty().bindBidirectional(model.matter());
        scope.valueProperty().bindBidirectional(model.scope());
        grade.valueProperty().bindBidirectional(model.grade());
        number.textProperty().bindBidirectional(model.number());
        model.matter().subscribe(this::showFields);
        model.watch().subscribe(watch -> show());
        margin.valueProperty().addListener((observable, was, now) -> {
            if (now != null) {
                model.chooseMargin(now);
            }
        });
        adding.setDisable(!model.isWritable());
        margin.setDisable(!model.isWritable());
        message.textProperty().bind(model.message());
        message.textProperty().subscribe(text -> Rows.show(message, !text.isEmpty()));
    }

    private void showScopes() {
        List<Scope> scopes = model.scopes();
        Scope chosen = model.scope().get();
        if (!scope.getItems().equals(scopes)) {
            scope.getItems().setAll(scopes);
            model.scope().set(scopes.contains(chosen) ? chosen : scopes.getFirst());
        }
    }

    private void showFields(Matter now) {
        Rows.show(scope, now.hasFramework());
        Rows.show(grade, now == Matter.GRADE);
        Rows.show(number, now.hasNumber());
    }

    private void show() {
        List<Line> all = model.lines();
        Rows.fill(lines, all.stream().map(this::row).toList());
        Rows.show(lines, !all.isEmpty());
        Rows.show(none, all.isEmpty());
        int points = model.watch().get().margin();
        if (!margin.getItems().contains(points)) {
            margin.getItems().add(points);
        }
        margin.setValue(points);
    }

    private Node row(Line line) {
        Label text = new Label(line.text());
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button remove = new Button(model.removeName());
        remove.setAccessibleText(model.removeName(line));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setDisable(!model.isWritable());
        remove.setOnAction(event -> model.remove(line.limit()));
        HBox row = new HBox(text, remove);
        row.getStyleClass().addAll("row-line", "limit-line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static <T> void named(ComboBox<T> box, Function<T, String> name) {
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
    }

    @FXML
    private void add() {
        model.add();
    }
}
