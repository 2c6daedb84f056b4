package dev.gradeline.ui.trends;

import dev.gradeline.ui.kit.DayField;
import dev.gradeline.words.Words;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** A note's day and words. JavaFX thread. */
final class NoteLine extends WritingLine {
    private final NotesViewModel notes;
    private final DayField day = new DayField();
    private final TextField text = new TextField();
    private @Nullable String edited;

    NoteLine(TrendsViewModel model) {
        super(model.notes());
        notes = model.notes();
        Words words = model.words();
        day.setId("note-day");
        day.use(words, model::latest, true, chosen -> {});
        day.getStyleClass().add("since-date");
        day.setAccessibleText(words.of("trends.notes.day"));
        text.setId("note-text");
        text.setPromptText(words.of("trends.notes.text"));
        text.setAccessibleText(words.of("trends.notes.text"));
        text.getStyleClass().add("search");
        text.setOnAction(event -> save());
        Button save = new Button(words.of("trends.notes.save"));
        save.setOnAction(event -> save());
        getChildren().addAll(new Label(words.of("trends.notes.title")), day, text, save, cancel());
    }

    private void save() {
        String mine = edited;
        notes.save(mine, day.getValue(), text.getText(), () -> {
            if (Objects.equals(mine, edited)) {
                close();
            }
        });
    }

    /** @param uid of the note that is edited; null for a new one */
    void edit(@Nullable String uid, LocalDate on, String what, Node from) {
        // its name is given once: what is sent twice, or again after a failure, is one note
        edited = uid == null ? UUID.randomUUID().toString() : uid;
        open(from);
        day.show(on);
        text.setText(what);
        text.requestFocus();
    }
}
