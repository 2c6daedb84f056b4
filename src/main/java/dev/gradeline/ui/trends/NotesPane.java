package dev.gradeline.ui.trends;

import dev.gradeline.posture.DayNote;
import dev.gradeline.report.Alongside;
import dev.gradeline.ui.kit.FoldLine;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notes of the time shown, and the lines in which a note or a target is written. JavaFX thread. */
public final class NotesPane extends VBox {
    private final FoldLine list = new FoldLine();
    private final Label trouble = new Label();
    private final HBox undo = new HBox();
    private @Nullable NoteLine note;
    private @Nullable TargetLine target;

    public NotesPane() {
        getStyleClass().add("notes");
        trouble.getStyleClass().add("tone-bad");
        trouble.setWrapText(true);
        List.of(trouble, undo, list).forEach(this::add);
        showIfAny();
    }

    private void add(Node part) {
        Rows.show(part, false);
        getChildren().add(part);
        part.visibleProperty().subscribe(this::showIfAny);
    }

    /** What is written stands first. */
    private <N extends Node> N first(N line) {
        add(line);
        getChildren().remove(line);
        getChildren().addFirst(line);
        return line;
    }

    /** An empty pane would leave a gap on the page. */
    private void showIfAny() {
        Rows.show(this, getChildren().stream().anyMatch(Node::isVisible));
    }

    /** Shows the notes of a view model, and writes through it. */
    void follow(TrendsViewModel model) {
        NotesViewModel notes = model.notes();
        undoLine(notes, model.words());
        list.setMoreText(model.words().of("trends.more"));
        notes.alongside().subscribe(now -> fill(model, now));
        model.span().subscribe(now -> fill(model, notes.alongside().get()));
        notes.writable().subscribe(now -> fill(model, notes.alongside().get()));
        notes.trouble().subscribe(why -> {
            trouble.setText(why);
            Rows.show(trouble, !why.isEmpty());
        });
        notes.removed().subscribe(gone -> Rows.show(undo, gone != null));
    }

    private void undoLine(NotesViewModel notes, Words words) {
        Button back = new Button(words.of("trends.notes.undo"));
        back.setOnAction(event -> notes.undo());
        undo.getStyleClass().add("note-line");
        undo.setAlignment(Pos.CENTER_LEFT);
        undo.getChildren().setAll(new Label(words.of("trends.notes.removed")), back);
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
        NoteLine line = note == null ? first(new NoteLine(model)) : note;
        note = line;
        if (target != null) {
            Rows.show(target, false);
        }
        line.edit(uid, on, what, from);
    }

    /** Opens the line for a target of the framework in front, or of the first. */
    void aim(TrendsViewModel model, Node from) {
        TargetLine line = target == null ? first(new TargetLine(model)) : target;
        target = line;
        if (note != null) {
            Rows.show(note, false);
        }
        line.aim(from);
    }

    private void fill(TrendsViewModel model, Alongside now) {
        Span span = model.span().get();
        List<Node> chips = now.annotations().notes().stream()
                .filter(each -> within(Alongside.at(each, model.words()), span))
                .map(each -> chip(model, each))
                .toList();
        list.fill(chips);
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
        LateTooltip.on(edit, () -> words.of("trends.notes.edit", what));
        edit.setAccessibleText(words.of("trends.notes.editOn", date, what));
        edit.setOnAction(event -> edit(model, each.uid(), each.day(), each.text(), edit));
        Button remove = new Button();
        remove.setGraphic(new FontIcon(Feather.X));
        remove.getStyleClass().addAll("icon-button", "note-remove");
        LateTooltip.on(remove, () -> words.of("trends.notes.remove", what));
        remove.setAccessibleText(words.of("trends.notes.remove", what));
        remove.setOnAction(event -> model.notes().remove(each));
        boolean writable = model.notes().writable().get();
        edit.setDisable(!writable);
        edit.setOpacity(1);
        Rows.show(remove, writable);
        HBox both = new HBox(edit, remove);
        both.setAlignment(Pos.CENTER_LEFT);
        FoldLine.setItem(both, () -> folded(model, each, edit, both));
        return both;
    }

    private Menu folded(TrendsViewModel model, DayNote each, Button chip, Node both) {
        MenuItem edit = new MenuItem(model.words().of("trends.notes.editFolded"));
        edit.setOnAction(
                event -> edit(model, each.uid(), each.day(), each.text(), both.isVisible() ? chip : list.shown(both)));
        MenuItem remove = new MenuItem(model.words().of("trends.notes.removeFolded"));
        remove.setOnAction(event -> model.notes().remove(each));
        edit.setDisable(!model.notes().writable().get());
        remove.setDisable(edit.isDisable());
        return new Menu(chip.getText(), null, edit, remove);
    }
}
