package dev.gradeline.ui.trends;

import dev.gradeline.ui.kit.DayField;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * First and last day of a range of one's own, and the way back. Shown while there is one; made when it is first wanted, because
 * date fields take their time. JavaFX thread.
 */
public final class DaysLine extends HBox {
    private final DayField from = new DayField();
    private final DayField to = new DayField();
    private boolean built;

    public DaysLine() {
        getStyleClass().add("note-line");
        setAlignment(Pos.CENTER_LEFT);
        Rows.show(this, false);
    }

    /** @param left where the keyboard goes when the line is left */
    void follow(TrendsViewModel model, Runnable left) {
        model.range().subscribe(range -> {
            boolean free = range == TrendRange.FREE;
            if (free && !built) {
                build(model, left);
                show(model, model.span().get());
            }
            Rows.show(this, free);
        });
        model.span().subscribe(span -> {
            if (built) {
                show(model, span);
            }
        });
    }

    /** Puts the keyboard into the first day. */
    void enter() {
        from.requestFocus();
    }

    private void show(TrendsViewModel model, Span span) {
        from.show(model.day(span.from()));
        to.show(model.lastDay());
    }

    private void build(TrendsViewModel model, Runnable left) {
        built = true;
        Words words = model.words();
        Label first = field(from, "from", words.of("trends.from"), model);
        Label last = field(to, "to", words.of("trends.to"), model);
        Button reset = new Button(words.of("trends.reset"));
        reset.setOnAction(event -> {
            model.reset();
            left.run();
        });
        getChildren().setAll(first, from, last, to, reset);
    }

    private Label field(DayField field, String id, String name, TrendsViewModel model) {
        field.setId(id);
        field.getStyleClass().add("since-date");
        field.setAccessibleText(name);
        field.use(model.words(), model::latest, true, day -> choose(model));
        return new Label(name);
    }

    private void choose(TrendsViewModel model) {
        if (from.getValue() != null && to.getValue() != null) {
            model.choose(from.getValue(), to.getValue());
        }
    }
}
