package dev.gradeline.history;

import dev.gradeline.history.Notes.Note;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one history of two: what it would be, had one program seen every answer that either saw. Both are taken apart into
 * their answers, and the union of these is stored anew, in the order of their moments and through the code that stores a
 * synchronisation. So merging is idempotent and commutative by construction, and knows no rule of its own about assessments,
 * recommendations or scans.
 */
final class Merge {
    private final Sql mine;
    private final Sql before;
    private final Sql theirs;
    private final BooleanSupplier cancelled;
    private final long myDoubt;
    private final long theirDoubt;
    /** How many answers that were here, but lacked what a damage took from them, were replaced by whole ones. */
    private int replaced;

    /**
     * @param mine writes the merged history
     * @param before reads the same file as it was
     * @param theirs reads the other
     * @param cancelled ends the merging with a {@link CancellationException}; the transaction is to be rolled back then
     */
    Merge(Sql mine, Sql before, Sql theirs, BooleanSupplier cancelled) throws SQLException {
        this.mine = mine;
        this.before = before;
        this.theirs = theirs;
        this.cancelled = cancelled;
        this.myDoubt = RescueNote.doubtfulUpTo(before);
        this.theirDoubt = RescueNote.doubtfulUpTo(theirs);
    }

    /** Stores what both saw, and tells what was new here. */
    History.Restored restored() throws SQLException {
        int answers = run();
        int imports = new ImportTable(mine).addAll(new ImportTable(theirs).all());
        int annotations = new AnnotationTable(mine).addAll(new AnnotationTable(theirs))
                + new OwnNoteTable(mine).addAll(new OwnNoteTable(theirs));
        // what was to be done after a rescue is done
        RescueNote.drop(mine);
        return new History.Restored(
                answers,
                replaced,
                more("assessment"),
                more("recommendation"),
                more("recommendation_version"),
                more("scan"),
                imports,
                annotations);
    }

    private int more(String table) throws SQLException {
        return mine.count(table) - before.count(table);
    }

    /** @return how many answers, and failures to answer, were not known here */
    private int run() throws SQLException {
        Notes ours = new Notes(before);
        Notes others = new Notes(theirs);
        List<Note> all = new ArrayList<>();
        int added = 0;
        for (Part part : Part.values()) {
            List<Note> merged = merge(part, ours.of(part), others.of(part));
            all.addAll(merged);
            added += merged.size() - ours.of(part).size();
        }
        Map<Long, @Nullable Long> runs = runs(ours, others);
        Notes.write(mine, runs, all);
        return added;
    }

    private static Map<Long, @Nullable Long> runs(Notes ours, Notes others) {
        Map<Long, @Nullable Long> runs = new TreeMap<>(ours.runs());
        others.runs().forEach((at, finished) -> {
            Long known = runs.get(at);
            // a run that was under way when the backup was made ended later
            runs.put(at, known == null ? finished : finished == null ? known : Long.valueOf(Math.max(known, finished)));
        });
        return runs;
    }

    /** Merges one part's answers; stores them anew when there are any that were not known here. */
    private List<Note> merge(Part part, Map<Long, Note> ours, Map<Long, Note> others) throws SQLException {
        TreeSet<Long> moments = new TreeSet<>(ours.keySet());
        moments.addAll(others.keySet());
        Source mySource = new Source(before, part);
        Source theirSource = new Source(theirs, part);
        boolean anew = !ours.keySet().containsAll(others.keySet());
        List<Note> merged = new ArrayList<>();
        List<Chosen> chosen = new ArrayList<>();
        for (Long at : moments) {
            goOn();
            Chosen choice = choose(ours.get(at), others.get(at), mySource, theirSource);
            if (choice.fromOther() && ours.containsKey(at)) {
                anew = true;
                replaced++;
            }
            merged.add(choice.note());
            chosen.add(choice);
        }
        if (anew) {
            replay(part, chosen);
        }
        return merged;
    }

    /** Which of two answers of one moment counts, and where to read it. */
    private record Chosen(Note note, boolean fromOther) {}

    /** Of two that fell into one microsecond, one that answered, then the one whose words come later: both ways the same. */
    private Chosen choose(@Nullable Note my, @Nullable Note other, Source mySource, Source otherSource)
            throws SQLException {
        if (my == null || other == null) {
            if (my == null && other == null) {
                throw new IllegalStateException("a moment of neither");
            }
            return my != null ? new Chosen(my, false) : new Chosen(Objects.requireNonNull(other), true);
        }
        int order = Boolean.compare(my.outcome() == Outcome.OK, other.outcome() == Outcome.OK);
        if (order == 0 && my.outcome() == Outcome.OK) {
            Answer mine = mySource.at(my.at());
            Answer theirs = otherSource.at(other.at());
            boolean doubt = my.at() <= myDoubt;
            if (!mine.equals(theirs) && doubt != (other.at() <= theirDoubt)) {
                // rows of the one may have been lost with a damaged page
                return doubt ? new Chosen(other, true) : new Chosen(my, false);
            }
            order = mine.equals(theirs) ? 0 : mine.toString().compareTo(theirs.toString());
        }
        if (order == 0) {
            order = my.toString().compareTo(other.toString());
        }
        return order >= 0 ? new Chosen(my, false) : new Chosen(other, true);
    }

    private void goOn() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private void replay(Part part, List<Chosen> chosen) throws SQLException {
        Answer.clear(mine, part);
        Source mySource = new Source(before, part);
        Source theirSource = new Source(theirs, part);
        Answer last = null;
        for (Chosen choice : chosen) {
            goOn();
            Note note = choice.note();
            if (note.outcome() == Outcome.OK) {
                Answer answer = (choice.fromOther() ? theirSource : mySource).at(note.at());
                if (!answer.equals(last)) {
                    answer.store(mine, note.at());
                    last = answer;
                }
            }
        }
    }
}
