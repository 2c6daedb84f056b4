package dev.gradeline.history;

import dev.gradeline.history.Notes.Note;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two histories are of one organisation. Both may name it; where one does not, a past that both share vouches for it:
 * one is a copy of the other, or both hold the same answer of the same microsecond.
 *
 * @param ours the organisation that the one names; null when it names none
 * @param theirs the organisation that the other names; null when it names none
 * @param verdict what follows
 */
record Kinship(@Nullable String ours, @Nullable String theirs, Verdict verdict) {
    enum Verdict {
        SAME,
        OTHER,
        /** Nothing speaks for it, and nothing against. */
        UNKNOWN
    }

    static Kinship of(Sql our, Sql their) throws SQLException {
        String ours = new ScanTable(our).organization(Long.MAX_VALUE);
        String theirs = new ScanTable(their).organization(Long.MAX_VALUE);
        Verdict verdict;
        if (ours != null && theirs != null) {
            verdict = ours.equals(theirs) ? Verdict.SAME : Verdict.OTHER;
        } else {
            boolean same = isEmpty(our) || isEmpty(their) || isCopy(our, their) || haveCommonPast(our, their);
            verdict = same ? Verdict.SAME : Verdict.UNKNOWN;
        }
        return new Kinship(ours, theirs, verdict);
    }

    /** Whether it holds nothing that could be mixed up. */
    static boolean isEmpty(Sql sql) throws SQLException {
        return sql.first(
                        "SELECT 1 FROM sync_part WHERE outcome = 'OK' UNION ALL SELECT 1 FROM imported_assessment LIMIT 1",
                        row -> true)
                == null;
    }

    /** A copy keeps the identity, and the keys under the salt, of what it was made from. */
    private static boolean isCopy(Sql our, Sql their) throws SQLException {
        Set<String> marks = new HashSet<>(marks(our));
        marks.retainAll(marks(their));
        return !marks.isEmpty();
    }

    private static Set<String> marks(Sql sql) throws SQLException {
        return new HashSet<>(sql.list(
                "SELECT name || '=' || value FROM meta WHERE name = 'id' OR name LIKE 'key:%'",
                row -> row.getString(1)));
    }

    private static boolean haveCommonPast(Sql our, Sql their) throws SQLException {
        Notes ours = new Notes(our);
        Notes theirs = new Notes(their);
        long doubt = Math.max(RescueNote.doubtfulUpTo(our), RescueNote.doubtfulUpTo(their));
        for (Part part : Part.values()) {
            Source ourSource = new Source(our, part);
            Source theirSource = new Source(their, part);
            for (Map.Entry<Long, Note> each : ours.of(part).entrySet()) {
                Note other = theirs.of(part).get(each.getKey());
                long at = each.getKey();
                boolean both = other != null && isAnswer(each.getValue()) && isAnswer(other);
                // rows of a rescued one may be lost: the moment must do
                if (both && (at <= doubt || ourSource.at(at).equals(theirSource.at(at)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAnswer(Note note) {
        return note.outcome() == Outcome.OK;
    }
}
