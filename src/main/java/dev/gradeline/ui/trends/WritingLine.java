package dev.gradeline.ui.trends;

import dev.gradeline.ui.kit.Rows;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A line in which a person writes something that is kept, and that goes when it is kept or no longer wanted. Made when it is
 * first wanted: most people open the page for the chart. JavaFX thread.
 */
abstract class WritingLine extends HBox {
    private final NotesViewModel notes;
    private @Nullable Node opener;

    WritingLine(NotesViewModel notes) {
        this.notes = notes;
        getStyleClass().add("note-line");
        setAlignment(Pos.CENTER_LEFT);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Rows.show(this, false);
    }

    final Button cancel() {
        Button cancel = new Button(notes.words().of("trends.notes.cancel"));
        cancel.setOnAction(event -> close());
        return cancel;
    }

    /** @param from where the keyboard goes afterwards */
    final void open(Node from) {
        notes.forget();
        opener = from;
        Rows.show(this, true);
    }

    final void close() {
        if (isVisible()) {
            Rows.show(this, false);
            notes.forget();
            if (opener != null) {
                opener.requestFocus();
            }
        }
    }
}
