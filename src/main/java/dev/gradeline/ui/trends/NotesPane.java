package dev.gradeline.ui.trends;

import dev.gradeline.posture.DayNote;
import dev.gradeline.report.Alongside;
import dev.gradeline.ui.kit.DayField;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notes of the time shown, and the lines in which a note or a target is written. JavaFX thread. */
public final class NotesPane extends VBox {
    private final FlowPane list = new FlowPane();
    private final DayField day = new DayField();
    private final TextField text = new TextField();
    private final ChoiceBox<TrendsViewModel.Chip> framework = new ChoiceBox<>();
    private final TextField score = new TextField();
    private final Label trouble = new Label();
    private final HBox note = new HBox();
    private final HBox target = new HBox();
    private final HBox undo = new HBox();
    private @Nullable String edited;
    private @Nullable Node opener;

    public NotesPane() {
        getStyleClass().add("notes");
        list.getStyleClass().add("chips");
        trouble.getStyleClass().add("tone-bad");
        trouble.setWrapText(true);
        getChildren().addAll(note, target, trouble, undo, list);
        getChildren().forEach(child -> {
            Rows.show(child, false);
            child.visibleProperty().subscribe(this::showIfAny);
        });
        showIfAny();
    }

    /** An empty pane would leave a gap on the page. */
    private void showIfAny() {
        Rows.show(this, getChildren().stream().anyMatch(Node::isVisible));
    }

    /** Shows the notes of a view model, and writes through it. */
    void follow(TrendsViewModel model) {
        NotesViewModel notes = model.notes();
        undoLine(notes, model.words());
        notes.alongside().subscribe(now -> fill(model, now));
        model.span().subscribe(now -> fill(model, notes.alongside().get()));
        notes.trouble().subscribe(why -> {
            trouble.setText(why);
            Rows.show(trouble, !why.isEmpty());
        });
        notes.removed().subscribe(gone -> Rows.show(undo, gone != null));
    }

    private void noteLine(TrendsViewModel model, NotesViewModel notes, Words words) {
        day.setId("note-day");
        day.use(words, model::latest, true, chosen -> {});
        day.getStyleClass().add("since-date");
        day.setAccessibleText(words.of("trends.notes.day"));
        text.setId("note-text");
        text.setPromptText(words.of("trends.notes.text"));
        text.setAccessibleText(words.of("trends.notes.text"));
        text.getStyleClass().add("filter-field");
        Button save = new Button(words.of("trends.notes.save"));
        save.setOnAction(event -> saveNote(notes));
        text.setOnAction(event -> saveNote(notes));
        line(note, new Label(words.of("trends.notes.title")), day, text, save, cancel(note, notes, words));
    }

    private void saveNote(NotesViewModel notes) {
        String mine = edited;
        notes.save(mine, day.getValue(), text.getText(), () -> {
            if (Objects.equals(mine, edited)) {
                close(note, notes);
            }
        });
    }

    private void targetLine(TrendsViewModel model, NotesViewModel notes, Words words) {
        framework.setId("target-framework");
        framework.setAccessibleText(words.of("trends.target.framework"));
        framework.setConverter(new StringConverter<>() {
            @Override
            public String toString(TrendsViewModel.@Nullable Chip chip) {
                return chip == null ? "" : chip.name();
            }

            @Override
            public TrendsViewModel.@Nullable Chip fromString(String name) {
                return null;
            }
        });
        score.setId("target-score");
        score.setPromptText(words.of("trends.target.score"));
        score.setAccessibleText(words.of("trends.target.score"));
        score.getStyleClass().add("target-score");
        framework.valueProperty().subscribe(chosen -> score.setText(chosen == null ? "" : known(model, chosen)));
        Button save = new Button(words.of("trends.target.save"));
        save.setOnAction(event -> saveTarget(notes));
        score.setOnAction(event -> saveTarget(notes));
        Label hint = new Label(words.of("trends.target.hint"));
        hint.getStyleClass().addAll("muted", "small");
        line(
                target,
                new Label(words.of("trends.target.title")),
                framework,
                score,
                save,
                cancel(target, notes, words),
                hint);
    }

    private static String known(TrendsViewModel model, TrendsViewModel.Chip chosen) {
        var known = model.notes().alongside().get().annotations().targets().get(chosen.framework());
        return known == null ? "" : new PostureWords(model.words()).number(known);
    }

    private void saveTarget(NotesViewModel notes) {
        TrendsViewModel.Chip chosen = framework.getValue();
        if (chosen != null) {
            notes.target(chosen.framework(), score.getText(), () -> close(target, notes));
        }
    }

    private void undoLine(NotesViewModel notes, Words words) {
        Button back = new Button(words.of("trends.notes.undo"));
        back.setOnAction(event -> notes.undo());
        line(undo, new Label(words.of("trends.notes.removed")), back);
    }

    private static void line(HBox line, Node... parts) {
        line.getStyleClass().add("note-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().setAll(parts);
    }

    private Button cancel(HBox line, NotesViewModel notes, Words words) {
        Button cancel = new Button(words.of("trends.notes.cancel"));
        cancel.setOnAction(event -> close(line, notes));
        line.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close(line, notes);
                event.consume();
            }
        });
        return cancel;
    }

    private void close(HBox line, NotesViewModel notes) {
        if (line.isVisible()) {
            Rows.show(line, false);
            notes.forget();
            if (opener != null) {
                opener.requestFocus();
            }
        }
    }

    /**
     * Opens the line for a new note.
     *
     * @param from where the focus goes afterwards
     */
    void write(TrendsViewModel model, LocalDate proposed, Node from) {
        edit(model, null, proposed, "", from);
    }

    private void edit(TrendsViewModel model, @Nullable String uid, LocalDate on, String what, Node from) {
        if (note.getChildren().isEmpty()) {
            noteLine(model, model.notes(), model.words());
        }
        model.notes().forget();
        // its name is given once: what is sent twice, or again after a failure, is one note
        edited = uid == null ? UUID.randomUUID().toString() : uid;
        opener = from;
        Rows.show(target, false);
        Rows.show(note, true);
        day.show(on);
        text.setText(what);
        text.requestFocus();
    }

    /** Opens the line for a target of the framework in front, or of the first. */
    void aim(TrendsViewModel model, Node from) {
        if (target.getChildren().isEmpty()) {
            targetLine(model, model.notes(), model.words());
        }
        model.notes().forget();
        opener = from;
        Rows.show(note, false);
        Rows.show(target, true);
        framework.getItems().setAll(model.chips().get());
        framework.setValue(null);
        framework.getItems().stream()
                .filter(chip -> chip.framework().equals(model.inFront().get()))
                .findFirst()
                .or(() -> framework.getItems().stream().findFirst())
                .ifPresent(framework::setValue);
        score.requestFocus();
    }

    private void fill(TrendsViewModel model, Alongside now) {
        Span span = model.span().get();
        List<Node> chips = now.annotations().notes().stream()
                .filter(each -> within(Alongside.at(each, model.words()), span))
                .map(each -> chip(model, each))
                .toList();
        Rows.fill(list, chips);
        Rows.show(list, !chips.isEmpty());
    }

    private static boolean within(Instant at, Span span) {
        return !at.isBefore(span.from()) && !at.isAfter(span.to());
    }

    private Node chip(TrendsViewModel model, DayNote each) {
        Words words = model.words();
        String date = new TimeWords(words)
                .day(Alongside.at(each, words), model.span().get().to());
        String what = new PostureWords(words).clean(each.text());
        Button edit = new Button(words.of("trends.notes.chip", date, what));
        edit.getStyleClass().addAll("chip", "note-chip");
        edit.setTooltip(new Tooltip(words.of("trends.notes.edit", what)));
        edit.setAccessibleText(words.of("trends.notes.editOn", date, what));
        edit.setOnAction(event -> edit(model, each.uid(), each.day(), each.text(), edit));
        Button remove = new Button();
        remove.setGraphic(new FontIcon(Feather.X));
        remove.getStyleClass().addAll("icon-button", "note-remove");
        remove.setTooltip(new Tooltip(words.of("trends.notes.remove", what)));
        remove.setAccessibleText(words.of("trends.notes.remove", what));
        remove.setOnAction(event -> model.notes().remove(each));
        HBox both = new HBox(edit, remove);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }
}
