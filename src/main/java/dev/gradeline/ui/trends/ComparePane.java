package dev.gradeline.ui.trends;

import dev.gradeline.posture.Grade;
import dev.gradeline.ui.kit.DayField;
import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.DayWords;
import dev.gradeline.words.Words;
import java.time.LocalDate;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two days side by side: grade and score of each framework at both, and the difference. JavaFX thread. */
public final class ComparePane extends VBox {
    private final DayField a = new DayField();
    private final DayField b = new DayField();
    private final GridPane table = new GridPane();

    public ComparePane() {
        getStyleClass().addAll("card", "compare");
        table.getStyleClass().add("compare-table");
        Rows.show(this, false);
    }

    void follow(TrendsViewModel model) {
        model.comparison().subscribe(now -> {
            if (now != null && getChildren().isEmpty()) {
                build(model);
            }
            show(now, model.words());
        });
    }

    /** When it is first wanted: date fields take their time, and most people open the page for the chart. */
    private void build(TrendsViewModel model) {
        Words words = model.words();
        HBox days = new HBox(
                new Label(words.of("trends.compare.first")),
                picker(a, "compare-a", words.of("trends.compare.first"), model),
                new Label(words.of("trends.compare.second")),
                picker(b, "compare-b", words.of("trends.compare.second"), model),
                hint(words));
        days.getStyleClass().add("note-line");
        days.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(days, table);
    }

    private static Label hint(Words words) {
        Label hint = new Label(words.of("trends.compare.hint"));
        hint.getStyleClass().addAll("muted", "small");
        return hint;
    }

    private DayField picker(DayField picker, String id, String name, TrendsViewModel model) {
        picker.setId(id);
        picker.setAccessibleText(name);
        picker.getStyleClass().add("since-date");
        picker.use(model.words(), model::latest, true, day -> {
            LocalDate first = a.getValue();
            LocalDate second = b.getValue();
            if (first != null && second != null) {
                model.compare(first, second);
            }
        });
        return picker;
    }

    private void show(@Nullable Comparison now, Words words) {
        Rows.show(this, now != null);
        if (now == null) {
            return;
        }
        a.show(now.a());
        b.show(now.b());
        table.getChildren().clear();
        heading(words.of("trends.column.framework"), 0);
        DayWords days = new DayWords(words);
        heading(days.day(now.a()), 1);
        heading(days.day(now.b()), 2);
        heading(words.of("trends.compare.difference"), 3);
        int row = 1;
        for (Comparison.Row each : now.rows()) {
            Label name = new Label(each.framework());
            name.getStyleClass().add("compare-name");
            table.addRow(row++, name, side(each.a()), side(each.b()), difference(each.difference()));
        }
    }

    private void heading(String text, int column) {
        Label heading = new Label(text);
        heading.getStyleClass().addAll("muted", "strong", "small");
        table.add(heading, column, 0);
    }

    private static Node side(Comparison.Side side) {
        GradeBadge badge = new GradeBadge();
        Grade grade = side.grade();
        badge.setGrade(grade);
        Rows.show(badge, grade != null);
        Label score = new Label(side.score());
        score.getStyleClass().add("figures");
        HBox both = new HBox(badge, score);
        both.getStyleClass().add("note-line");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Label difference(TrendRow.Value value) {
        Label label = new Label(value.text());
        label.getStyleClass().addAll("figures", "tone-" + value.tone().name().toLowerCase(Locale.ROOT));
        return label;
    }
}
