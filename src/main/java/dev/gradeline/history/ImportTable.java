package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
        return sql.list(
                "SELECT * FROM imported_assessment WHERE imported_at <= ?"
                        + " ORDER BY imported_at, framework_id, completed_at",
                row -> {
                    String grade = row.getString("grade");
                    return new Assessment(
                            new Framework(row.getString("framework_id")),
                            Sql.decimal(row, "overall_score"),
                            grade == null ? null : new Grade(grade),
                            Sql.instant(row, "completed_at"),
                            Micros.instant(row.getLong("imported_at")),
                            false,
                            true);
                },
                asOf);
    }

    List<Assessment> all() throws SQLException {
        return upTo(Long.MAX_VALUE);
    }

    /**
     * Keeps those that are not known yet: neither with this value from an earlier import, nor from Ayliea, whatever its
     * value. A date without a time stands for any time of that day.
     *
     * @param at the moment of the import
     * @param seen what Ayliea answered so far
     * @return how many were kept
     */
    int store(long at, List<Assessment> past, List<Assessment> seen) throws SQLException {
        Set<Point> fromAyliea = new HashSet<>();
        for (Assessment assessment : seen) {
            Point point = Point.of(assessment);
            if (point != null && !assessment.imported()) {
                fromAyliea.add(point);
                fromAyliea.add(new Point(point.framework(), point.completedAt().truncatedTo(ChronoUnit.DAYS)));
            }
        }
        Map<Point, Assessment> known = new LinkedHashMap<>();
        all().forEach(assessment -> known.put(Objects.requireNonNull(Point.of(assessment)), assessment));
        Map<Point, Assessment> wanted = new LinkedHashMap<>();
        for (Assessment assessment : past) {
            Point point = Point.of(assessment);
            if (point == null) {
                throw new IllegalArgumentException("an imported assessment needs its date: " + assessment);
            }
            wanted.put(point, assessment);
        }
        int added = 0;
        for (Map.Entry<Point, Assessment> each : wanted.entrySet()) {
            Assessment before = known.get(each.getKey());
            if (!fromAyliea.contains(each.getKey()) && (before == null || !sameValue(before, each.getValue()))) {
                insert(each.getKey(), at, each.getValue());
                added++;
            }
        }
        return added;
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
