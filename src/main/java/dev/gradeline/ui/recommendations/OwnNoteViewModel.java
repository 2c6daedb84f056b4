package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.OwnNote;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.FaultText;
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
 * another recommendation is shown, and when it is asked for; and can be taken back. JavaFX thread.
 */
final class OwnNoteViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(OwnNoteViewModel.class);

    private final PageContext context;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private @Nullable RecommendationRow row;
    /** As it is kept, as far as is known. */
    private OwnNote kept = OwnNote.NONE;
    /** What the last change here replaced. */
    private OwnNote before = OwnNote.NONE;

    OwnNoteViewModel(PageContext context) {
        this.context = context;
    }

    /** Shows the note of a row; what was written for the last one is kept first. */
    void show(@Nullable RecommendationRow shown) {
        RecommendationRow was = row;
        boolean same = was != null
                && shown != null
                && was.recommendation().lineage().equals(shown.recommendation().lineage());
        if (same && isChanged()) {
            // a refresh must not take away what is being written
            row = shown;
            return;
        }
        keep();
        row = shown;
        OwnNote note = shown == null ? OwnNote.NONE : shown.recommendation().own();
        if (!same) {
            state.set("");
            undoable.set(false);
        }
        put(note);
    }

    private void put(OwnNote note) {
        kept = note;
        text.set(note.text().lines().map(Cleaning::clean).collect(Collectors.joining("\n")));
        tags.set(note.tags().stream().map(Cleaning::clean).collect(Collectors.joining(", ")));
    }

    private OwnNote written() {
        return OwnNote.of(text.get() == null ? "" : text.get(), tags.get() == null ? "" : tags.get());
    }

    private boolean isChanged() {
        return !written().equals(kept);
    }

    /** Keeps what was written, if it is other than what is kept. */
    void keep() {
        if (row != null && isChanged()) {
            before = kept;
            store(row, written(), true);
        }
    }

    /** Takes the last change back. */
    void undo() {
        if (row != null && undoable.get()) {
            put(before);
            store(row, before, false);
        }
    }

    private void store(RecommendationRow of, OwnNote note, boolean canBeUndone) {
        String id = of.recommendation().id();
        kept = note;
        undoable.set(false);
        context.tasks()
                .run(
                        () -> {
                            context.memory().notebook().keep(id, note);
                            return note;
                        },
                        done -> {
                            if (shows(of)) {
                                state.set(context.words()
                                        .of(
                                                done.isNone()
                                                        ? "recommendations.own.removed"
                                                        : "recommendations.own.kept"));
                                undoable.set(canBeUndone);
                            }
                            context.navigator().stored();
                        },
                        error -> {
                            LOG.warn("a note on a recommendation could not be kept", error);
                            if (shows(of)) {
                                kept = before;
                                state.set(context.words().of("recommendations.own.notKept", FaultText.of(error)));
                            }
                        });
    }

    private boolean shows(RecommendationRow other) {
        return row != null
                && row.recommendation().lineage().equals(other.recommendation().lineage());
    }

    StringProperty text() {
        return text;
    }

    /** Divided by commas or spaces. */
    StringProperty tags() {
        return tags;
    }

    /** What became of what was written; empty before anything was. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }
}
