package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.OwnNote;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.FaultText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The note and tags that the person keeps with the recommendation shown. What was written is kept when the fields are left, when
 * another recommendation is shown, and when it is asked for; and can be taken back. What could not be kept stands in the fields
 * again whenever its recommendation is shown. One write at a time, in the order in which they were asked for. JavaFX thread.
 */
final class OwnNoteViewModel {
    /** What stands between two tags. */
    static final String BETWEEN = ", ";

    private static final Logger LOG = LoggerFactory.getLogger(OwnNoteViewModel.class);

    private final PageContext context;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper writable = new ReadOnlyBooleanWrapper(true);
    /** What was asked for; the first one is being written. */
    private final Deque<Write> writes = new ArrayDeque<>();
    /** What could not be kept, and why, by lineage. */
    private final Map<String, Lost> unsaved = new HashMap<>();

    private @Nullable RecommendationRow row;
    /** As it is kept, as far as is known. */
    private OwnNote kept = OwnNote.NONE;
    /** The same as the fields give it back: what cannot be shown is not in them, and is no change. */
    private OwnNote asShown = OwnNote.NONE;
    /** What the last change here replaced. */
    private OwnNote before = OwnNote.NONE;

    private record Write(RecommendationRow of, OwnNote note, OwnNote replaced, boolean canBeUndone) {
        String lineage() {
            return of.recommendation().lineage();
        }
    }

    private record Lost(OwnNote note, String why) {}

    OwnNoteViewModel(PageContext context) {
        this.context = context;
    }

    /** Shows the note of a row; what was written for the last one is kept first. */
    void show(@Nullable RecommendationRow shown) {
        boolean same = shown != null && shows(shown);
        if (shown != null && same && (isChanged() || latest(shown) != null)) {
            // a refresh must not take away what is being written
            row = shown;
            return;
        }
        Write left = row != null && isChanged() ? new Write(row, written(), kept, true) : null;
        row = shown;
        if (left != null) {
            // only now: should it fail, it is told as one that is shown no more
            queue(left);
        }
        if (!same) {
            state.set("");
            undoable.set(false);
        }
        put(shown == null ? OwnNote.NONE : shown.recommendation().own());
        if (shown != null) {
            putUnsaved(shown);
            look();
        }
    }

    /** What was written last for a row and is still on its way; null for nothing. */
    private @Nullable OwnNote latest(RecommendationRow of) {
        OwnNote last = null;
        for (Write write : writes) {
            if (write.lineage().equals(of.recommendation().lineage())) {
                last = write.note();
            }
        }
        return last;
    }

    private void putUnsaved(RecommendationRow shown) {
        OwnNote latest = latest(shown);
        Lost lost = unsaved.get(shown.recommendation().lineage());
        if (latest != null) {
            put(latest);
        } else if (lost != null) {
            fill(lost.note());
            state.set(lost.why());
        }
    }

    /** Looks whether anything can be written at all. */
    private void look() {
        context.tasks()
                .run(
                        () -> context.memory().notebook().isWritable(),
                        can -> {
                            String reason = context.words().of("recommendations.own.readOnly");
                            writable.set(can);
                            if (!can && state.get().isEmpty()) {
                                state.set(reason);
                            } else if (can && state.get().equals(reason)) {
                                state.set("");
                            }
                        },
                        error -> LOG.warn("whether notes can be kept could not be told", error));
    }

    private void put(OwnNote note) {
        kept = note;
        fill(note);
        asShown = written();
    }

    private void fill(OwnNote note) {
        text.set(note.text().lines().map(Cleaning::clean).collect(Collectors.joining("\n")));
        tags.set(tags(note));
    }

    private static String tags(OwnNote note) {
        return note.tags().stream().map(Cleaning::clean).collect(Collectors.joining(BETWEEN));
    }

    /** Writes the tags as they are understood. */
    void tidyTags(String after) {
        List<String> typed = written().tags();
        tags.set(typed.isEmpty() ? "" : String.join(BETWEEN, typed) + after);
    }

    private OwnNote written() {
        return OwnNote.of(text.get() == null ? "" : text.get(), tags.get() == null ? "" : tags.get());
    }

    private boolean isChanged() {
        return !written().equals(asShown);
    }

    /** Keeps what was written, if it is other than what is kept. */
    void keep() {
        if (row != null && isChanged()) {
            store(row, written(), kept, true);
        }
    }

    /** Takes the last change back. */
    void undo() {
        if (row != null && undoable.get()) {
            OwnNote replaced = kept;
            put(before);
            store(row, before, replaced, false);
        }
    }

    private void store(RecommendationRow of, OwnNote note, OwnNote replaced, boolean canBeUndone) {
        kept = note;
        asShown = written();
        undoable.set(false);
        queue(new Write(of, note, replaced, canBeUndone));
    }

    private void queue(Write write) {
        unsaved.remove(write.lineage());
        writes.addLast(write);
        if (writes.size() == 1) {
            write(writes.getFirst());
        }
    }

    private void write(Write write) {
        context.tasks()
                .run(
                        () -> {
                            context.memory()
                                    .notebook()
                                    .keep(write.of().recommendation().id(), write.note());
                            return write;
                        },
                        done -> {
                            writes.removeFirst();
                            kept(done);
                            next();
                            context.navigator().stored();
                        },
                        error -> {
                            LOG.warn("a note on a recommendation could not be kept", error);
                            writes.removeFirst();
                            notKept(write, error);
                            next();
                        });
    }

    private void next() {
        if (!writes.isEmpty()) {
            write(writes.getFirst());
        }
    }

    private void kept(Write write) {
        if (shows(write.of()) && latest(write.of()) == null) {
            state.set(context.words()
                    .of(write.note().isNone() ? "recommendations.own.removed" : "recommendations.own.kept"));
            before = write.replaced();
            undoable.set(write.canBeUndone());
        }
    }

    private void notKept(Write write, Exception error) {
        if (latest(write.of()) != null) {
            // a later one for the same row is on its way, and tells what becomes of it
            return;
        }
        String why = context.words().of("recommendations.own.notKept", FaultText.of(error));
        unsaved.put(write.lineage(), new Lost(write.note(), why));
        if (shows(write.of())) {
            kept = write.replaced();
            asShown = kept;
            state.set(why);
        } else {
            context.navigator()
                    .say(context.words()
                            .of("recommendations.own.notKeptOf", write.of().title(), FaultText.of(error)));
        }
    }

    private boolean shows(RecommendationRow other) {
        return row != null
                && row.recommendation().lineage().equals(other.recommendation().lineage());
    }

    StringProperty text() {
        return text;
    }

    /** Divided by commas. */
    StringProperty tags() {
        return tags;
    }

    /** What became of what was written; empty before anything was. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** Whether what is written can be kept. */
    ReadOnlyBooleanProperty writable() {
        return writable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }
}
