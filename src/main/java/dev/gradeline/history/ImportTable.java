package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assessments that the person brought from elsewhere. */
final class ImportTable {
    private final Sql sql;

    ImportTable(Sql sql) {
        this.sql = sql;
    }

    private record Point(String framework, Instant completedAt) {
        static @Nullable Point of(Assessment assessment) {
            Instant completed = Micros.rounded(assessment.completedAt());
            return completed == null
                    ? null
                    : new Point(Text.storable(assessment.framework().id()), completed);
        }
    }

    /** Every import up to a moment, in the order of their coming. */
    List<Assessment> upTo(long asOf) throws SQLException {
        Set<Point> seen = new HashSet<>();
        return sql.list(
                "SELECT * FROM imported_assessment WHERE imported_at <= ?"
                        + " ORDER BY imported_at, framework_id, completed_at",
                row -> {
                    String grade = row.getString("grade");
                    Framework framework = new Framework(row.getString("framework_id"));
                    Instant completed = Micros.instant(row.getLong("completed_at"));
                    return new Assessment(
                            framework,
                            Sql.decimal(row, "overall_score"),
                            grade == null ? null : new Grade(grade),
                            completed,
                            Micros.instant(row.getLong("imported_at")),
                            !seen.add(new Point(framework.id(), completed)),
                            true);
                },
                asOf);
    }

    List<Assessment> all() throws SQLException {
        return upTo(Long.MAX_VALUE);
    }

    /**
     * Keeps those that are not known yet: neither with this value from an earlier import, nor from Ayliea, whose word goes
     * before any import. A date without a time stands for any time of that day.
     *
     * @param at the moment of the import
     * @param past in the order in which they were said
     * @param seen what Ayliea answered so far
     */
    History.Imported store(long at, List<Assessment> past, List<Assessment> seen) throws SQLException {
        Map<Point, List<Assessment>> fromAyliea = new HashMap<>();
        for (Assessment assessment : seen) {
            Point point = Point.of(assessment);
            if (point != null && !assessment.imported()) {
                Point day = new Point(point.framework(), point.completedAt().truncatedTo(ChronoUnit.DAYS));
                for (Point each : Set.of(point, day)) {
                    fromAyliea.computeIfAbsent(each, its -> new ArrayList<>()).add(assessment);
                }
            }
        }
        Map<Point, List<Assessment>> known = new HashMap<>();
        all().forEach(assessment -> known.computeIfAbsent(
                        Objects.requireNonNull(Point.of(assessment)), its -> new ArrayList<>())
                .add(assessment));
        Map<Point, Integer> last = new HashMap<>();
        for (int row = 0; row < past.size(); row++) {
            Point point = Point.of(past.get(row));
            if (point == null) {
                throw new IllegalArgumentException("an imported assessment needs its date: " + past.get(row));
            }
            last.put(point, row);
        }
        int added = 0;
        List<Integer> overruled = new ArrayList<>();
        Map<Point, Integer> inserted = new HashMap<>();
        for (int row = 0; row < past.size(); row++) {
            Assessment assessment = past.get(row);
            Point point = Objects.requireNonNull(Point.of(assessment));
            List<Assessment> said = fromAyliea.get(point);
            List<Assessment> before = known.computeIfAbsent(point, its -> new ArrayList<>());
            if (said != null) {
                if (said.stream().noneMatch(each -> sameValue(each, assessment))) {
                    overruled.add(row);
                }
            } else if (!isKnown(before, assessment, Objects.equals(last.get(point), row))) {
                // each a moment later than the one before, so that the last counts
                insert(point, at + inserted.merge(point, 1, Integer::sum) - 1, assessment);
                before.add(assessment);
                added++;
            }
        }
        return new History.Imported(added, past.size() - added - overruled.size(), overruled);
    }

    /** What was said first need only have been said; what was said last must be what counts. */
    private static boolean isKnown(List<Assessment> before, Assessment assessment, boolean isLast) {
        return isLast
                ? !before.isEmpty() && sameValue(before.getLast(), assessment)
                : before.stream().anyMatch(each -> sameValue(each, assessment));
    }

    private static boolean sameValue(Assessment a, Assessment b) {
        return Numbers.same(a.overallScore(), b.overallScore()) && Objects.equals(letter(a), letter(b));
    }

    private static @Nullable String letter(Assessment assessment) {
        Grade grade = assessment.grade();
        return grade == null ? null : Text.storable(grade.letter());
    }

    /**
     * Takes in the imports of another history.
     *
     * @return how many more there are now
     */
    int addAll(List<Assessment> imports) throws SQLException {
        int before = all().size();
        for (Assessment assessment : imports) {
            insert(Objects.requireNonNull(Point.of(assessment)), Micros.of(assessment.firstSeen()), assessment);
        }
        return all().size() - before;
    }

    /** Of two imports of one assessment in the same microsecond the greater text stays, so that merging has no direction. */
    private void insert(Point point, long at, Assessment assessment) throws SQLException {
        BigDecimal score = assessment.overallScore();
        sql.update("""
                INSERT INTO imported_assessment AS old (framework_id, completed_at, imported_at, overall_score, grade)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET overall_score = excluded.overall_score, grade = excluded.grade
                WHERE (coalesce(excluded.overall_score, ''), coalesce(excluded.grade, ''))
                    > (coalesce(old.overall_score, ''), coalesce(old.grade, ''))
                """, point.framework(), Micros.of(point.completedAt()), at, Numbers.text(score), letter(assessment));
    }
}
