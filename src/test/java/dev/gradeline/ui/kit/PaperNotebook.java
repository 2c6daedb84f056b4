package dev.gradeline.ui.kit;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Unread;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A notebook that lasts as long as a test. */
public final class PaperNotebook implements Notebook {
    /** Whether it refuses to be written in. */
    public boolean full;

    /** Whether it cannot be read. */
    public boolean torn;

    /** When nobody looked. */
    public List<Unread> unread = List.of();

    private final Map<String, DayNote> notes = new TreeMap<>();
    private final Map<Framework, BigDecimal> targets = new TreeMap<>();

    @Override
    public Annotations annotations() {
        if (torn) {
            throw new IllegalStateException("the notebook cannot be read");
        }
        List<DayNote> sorted = new ArrayList<>(notes.values());
        sorted.sort(Comparator.comparing(DayNote::day).thenComparing(DayNote::text));
        return new Annotations(sorted, targets);
    }

    /** Whether it is known beforehand that nothing can be written. */
    public boolean closed;

    @Override
    public boolean isWritable() {
        return !closed;
    }

    @Override
    public List<Unread> unread(Part part, Instant asOf) {
        return unread;
    }

    @Override
    public void keep(DayNote note) {
        refuseIfFull();
        notes.put(note.uid(), note);
    }

    @Override
    public void removeNote(String uid) {
        refuseIfFull();
        notes.remove(uid);
    }

    @Override
    public void setTarget(Framework framework, @Nullable BigDecimal score) {
        refuseIfFull();
        if (score == null) {
            targets.remove(framework);
        } else {
            targets.put(framework, score);
        }
    }

    /** What was kept with recommendations, by the id that they then had. */
    public final Map<String, OwnNote> own = new TreeMap<>();

    @Override
    public void keep(String recommendationId, OwnNote note) {
        refuseIfFull();
        own.put(recommendationId, note);
    }

    private void refuseIfFull() {
        if (full) {
            throw new IllegalStateException("the disk is full");
        }
    }
}
