package dev.gradeline.ui.trends;

import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.ui.kit.MovementLabel;
import dev.gradeline.ui.kit.Rows;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The small box beside a point: framework, grade, score, movement, date. JavaFX thread. */
final class ReadoutBox extends HBox {
    private final GradeBadge badge = new GradeBadge();
    private final Label framework = new Label();
    private final Label score = new Label();
    private final MovementLabel movement = new MovementLabel();
    private final Label date = new Label();
    private final Label seen = new Label();
    private final Label note = new Label();

    ReadoutBox() {
        getStyleClass().add("readout");
        framework.getStyleClass().add("strong");
        score.getStyleClass().add("figures");
        date.getStyleClass().addAll("muted", "small");
        seen.getStyleClass().addAll("muted", "small");
        note.getStyleClass().add("mark");
        HBox numbers = new HBox(score, movement);
        numbers.getStyleClass().add("readout-line");
        numbers.setAlignment(Pos.CENTER_LEFT);
        HBox when = new HBox(date, note);
        when.getStyleClass().add("readout-line");
        when.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(badge, new VBox(framework, numbers, when, seen));
    }

    void show(Readout readout) {
        badge.setGrade(readout.grade());
        framework.setText(readout.framework());
        score.setText(readout.score());
        movement.setMovement(readout.movement());
        Rows.show(movement, readout.movement().known());
        date.setText(readout.date());
        seen.setText(readout.seen());
        note.setText(readout.note());
        Rows.show(note, !readout.note().isEmpty());
    }
}
