package dev.gradeline.ui.trends;

import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Part;
import dev.gradeline.report.Alongside;
import dev.gradeline.ui.kit.Notebook;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The person's notes and targets: read, written, removed, and brought back. JavaFX thread. */
final class NotesViewModel {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private final PageContext context;
    private final TaskRunner.Newest reading;
    private final ReadOnlyObjectWrapper<Alongside> alongside = new ReadOnlyObjectWrapper<>(Alongside.NONE);
    private final ReadOnlyObjectWrapper<@Nullable DayNote> removed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper writable = new ReadOnlyBooleanWrapper(true);

    private final Queue<Writing> waiting = new ArrayDeque<>();
    private String unread = "";

    NotesViewModel(PageContext context) {
        this.context = context;
        this.reading = new TaskRunner.Newest(context.tasks());
        context.situation().subscribe(situation -> load());
    }

    /** What is shown beside the scores. */
    ReadOnlyObjectProperty<Alongside> alongside() {
        return alongside.getReadOnlyProperty();
    }

    /** The note removed last, which can be brought back; null when there is none. */
    ReadOnlyObjectProperty<@Nullable DayNote> removed() {
        return removed.getReadOnlyProperty();
    }

    /** Why the last change was not kept; empty when it was. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether notes and targets can be kept: not into a backup, or where the disk takes nothing. */
    ReadOnlyBooleanProperty writable() {
        return writable.getReadOnlyProperty();
    }

    Words words() {
        return context.words();
    }

    private void load() {
        Instant asOf = context.situation().getValue().posture().asOf();
        Notebook notebook = context.memory().notebook();
        reading.run(
                () -> new Read(
                        new Alongside(notebook.annotations(), notebook.unread(Part.SCORES, asOf)),
                        notebook.isWritable()),
                this::read,
                failed -> {
                    unread = context.words().of("trends.notes.unread", FaultText.of(failed));
                    trouble.set(unread);
                });
    }

    private record Read(Alongside alongside, boolean writable) {}

    private void read(Read answer) {
        Alongside read = answer.alongside();
        writable.set(answer.writable());
        if (!unread.isEmpty() && unread.equals(trouble.get())) {
            trouble.set("");
        }
        unread = "";
        // an equal one would draw everything again
        if (!read.equals(alongside.get())) {
            alongside.set(read);
        }
    }

    /** No longer tells why something was not kept: the person turned to something else. */
    void forget() {
        trouble.set(unread);
    }

    /**
     * Keeps a note.
     *
     * @param uid of the note that is edited; null for a new one
     * @param kept called once it is written; never when that fails, which {@link #trouble} tells
     * @return whether it can be one; if not, {@link #trouble} says why
     */
    boolean save(@Nullable String uid, @Nullable LocalDate day, @Nullable String text, Runnable kept) {
        String clean = Cleaning.clean(text == null ? "" : text).strip();
        if (day == null || day.getYear() < 1 || day.getYear() > 9999) {
            return refuse("trends.notes.noDay");
        }
        if (clean.isEmpty()) {
            return refuse("trends.notes.noText");
        }
        if (clean.codePointCount(0, clean.length()) > DayNote.LONGEST) {
            trouble.set(context.words().of("trends.notes.tooLong", DayNote.LONGEST));
            return false;
        }
        DayNote note = new DayNote(uid == null ? UUID.randomUUID().toString() : uid, day, clean);
        write(notebook -> notebook.keep(note), null, kept);
        return true;
    }

    private boolean refuse(String why) {
        trouble.set(context.words().of(why));
        return false;
    }

    void remove(DayNote note) {
        write(notebook -> notebook.removeNote(note.uid()), note, () -> {});
    }

    /** Brings the note removed last back. */
    void undo() {
        DayNote note = removed.get();
        if (note != null) {
            write(notebook -> notebook.keep(note), null, () -> {});
        }
    }

    /**
     * Sets a framework's target; an empty text takes it back.
     *
     * @param kept called once it is written; never when that fails, which {@link #trouble} tells
     * @return whether it can be one; if not, {@link #trouble} says why
     */
    boolean target(Framework framework, @Nullable String text, Runnable kept) {
        String typed = text == null ? "" : text.strip();
        BigDecimal score = typed.isEmpty() ? null : number(typed);
        if (!typed.isEmpty() && score == null) {
            return refuse("trends.target.noScore");
        }
        write(notebook -> notebook.setTarget(framework, score), null, kept);
        return true;
    }

    /** A score from 0 to 100 as people of this locale write it, or with a point; null for anything else. */
    private @Nullable BigDecimal number(String typed) {
        NumberFormat format = NumberFormat.getNumberInstance(context.words().locale());
        if (format instanceof DecimalFormat decimal) {
            decimal.setParseBigDecimal(true);
        }
        format.setGroupingUsed(false);
        ParsePosition end = new ParsePosition(0);
        Number number = format.parse(typed, end);
        BigDecimal score =
                end.getIndex() == typed.length() && number instanceof BigDecimal parsed ? parsed : plain(typed);
        boolean valid = score != null
                && score.signum() >= 0
                && score.compareTo(HIGHEST) <= 0
                && score.stripTrailingZeros().scale() <= DECIMALS;
        return valid ? score : null;
    }

    private static @Nullable BigDecimal plain(String typed) {
        return typed.matches("\\d{1,3}(\\.\\d{1,2})?") ? new BigDecimal(typed) : null;
    }

    private record Writing(Entry entry, @Nullable DayNote gone, Runnable kept) {}

    /** What to write into the notebook. */
    private interface Entry {
        void writeInto(Notebook notebook);
    }

    /**
     * One at a time, in the order in which the person wrote: else an older one could come last.
     *
     * @param gone the note that can be brought back once this is written; null for none
     */
    private void write(Entry entry, @Nullable DayNote gone, Runnable kept) {
        waiting.add(new Writing(entry, gone, kept));
        if (waiting.size() == 1) {
            writeNext();
        }
    }

    private void writeNext() {
        Writing next = waiting.peek();
        if (next == null) {
            return;
        }
        Notebook notebook = context.memory().notebook();
        context.tasks()
                .run(
                        () -> {
                            next.entry().writeInto(notebook);
                            return true;
                        },
                        written -> {
                            trouble.set("");
                            removed.set(next.gone());
                            load();
                            next.kept().run();
                            written();
                        },
                        failed -> {
                            trouble.set(context.words().of("trends.notes.notKept", FaultText.of(failed)));
                            written();
                        });
    }

    private void written() {
        waiting.remove();
        writeNext();
    }
}
