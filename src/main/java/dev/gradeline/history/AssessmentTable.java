package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every assessment ever seen, and which of them the answer held when. Small: it is read whole. */
final class AssessmentTable {
    /** Of a sighting that no answer held. */
    private static final long NO_ROW = -1;

    private final Sql sql;

    AssessmentTable(Sql sql) {
        this.sql = sql;
    }

    /** What makes two sightings the same assessment. Without a completion date nothing does but being reported on. */
    private record Point(String framework, Instant completedAt) {}

    private record Sighting(long id, Assessment assessment) {
        @Nullable Point point() {
            return pointOf(assessment);
        }
    }

    private static @Nullable Point pointOf(Assessment assessment) {
        Instant completedAt = assessment.completedAt();
        return completedAt == null ? null : new Point(assessment.framework().id(), completedAt);
    }

    /** When the answer held which assessment; no end means that it still does. */
    private record Report(long assessment, @Nullable Long validTo) {
        boolean holdsAt(long asOf) {
            return validTo == null || validTo > asOf;
        }

        long end() {
            return validTo == null ? Long.MAX_VALUE : validTo;
        }
    }

    // ---- writing

    /** @return how many different assessments were reported */
    int store(long at, List<Assessment> reported) throws SQLException {
        List<Sighting> known = sightings(Long.MAX_VALUE);
        Set<Long> held = new HashSet<>();
        for (Report report : reports(Long.MAX_VALUE)) {
            if (report.validTo() == null) {
                held.add(report.assessment());
            }
        }
        Set<Long> reportedNow = new HashSet<>();
        for (Assessment assessment : distinct(reported)) {
            Sighting last = lastSighting(known, held, assessment);
            reportedNow.add(
                    last != null && sameValue(last.assessment(), assessment) ? last.id() : insert(at, assessment));
        }
        for (Long id : held) {
            if (!reportedNow.contains(id)) {
                sql.update("UPDATE standing SET valid_to = ? WHERE assessment = ? AND valid_to IS NULL", at, id);
            }
        }
        for (Long id : reportedNow) {
            if (!held.contains(id)) {
                sql.update("INSERT INTO standing (assessment, valid_from) VALUES (?, ?)", id, at);
            }
        }
        return reportedNow.size();
    }

    /** As the file will give them back; of two values for one assessment in one answer, the last. */
    private static List<Assessment> distinct(List<Assessment> reported) {
        Map<Object, Assessment> distinct = new LinkedHashMap<>();
        for (Assessment raw : reported) {
            Grade grade = raw.grade();
            Assessment assessment = new Assessment(
                    new Framework(Text.storable(raw.framework().id())),
                    raw.overallScore(),
                    grade == null ? null : new Grade(Text.storable(grade.letter())),
                    Micros.rounded(raw.completedAt()),
                    raw.firstSeen(),
                    false);
            Point point = pointOf(assessment);
            distinct.put(point != null ? point : assessment.framework(), assessment);
        }
        return List.copyOf(distinct.values());
    }

    private static @Nullable Sighting lastSighting(List<Sighting> known, Set<Long> held, Assessment assessment) {
        Point point = pointOf(assessment);
        Sighting last = null;
        for (Sighting sighting : known) {
            boolean same = point != null
                    ? point.equals(sighting.point())
                    : sighting.point() == null
                            && held.contains(sighting.id())
                            && sighting.assessment().framework().equals(assessment.framework());
            if (same) {
                last = sighting;
            }
        }
        return last;
    }

    private static boolean sameValue(Assessment a, Assessment b) {
        return Numbers.same(a.overallScore(), b.overallScore()) && Objects.equals(a.grade(), b.grade());
    }

    private long insert(long at, Assessment assessment) throws SQLException {
        Grade grade = assessment.grade();
        return sql.insert(
                """
                INSERT INTO assessment (framework_id, completed_at, overall_score, grade, seen_at)
                VALUES (?, ?, ?, ?, ?)
                """,
                assessment.framework().id(),
                Micros.ofNullable(assessment.completedAt()),
                Numbers.text(assessment.overallScore()),
                grade == null ? null : grade.letter(),
                at);
    }

    // ---- reading

    /** Those in the answer at a moment. */
    List<Assessment> reported(long asOf) throws SQLException {
        return sql.list(
                "SELECT a.* FROM standing s JOIN assessment a ON a.id = s.assessment WHERE " + Sql.heldAt("s", asOf)
                        + " ORDER BY a.id",
                row -> sighting(row, new HashSet<>()).assessment());
    }

    /** Every sighting up to a moment, by framework and effective date. */
    List<Assessment> all(long asOf) throws SQLException {
        return everything(asOf).stream()
                .map(Sighting::assessment)
                .sorted(Comparator.comparing(Assessment::framework)
                        .thenComparing(Assessment::effectiveAt)
                        .thenComparing(Assessment::firstSeen))
                .toList();
    }

    /** Where each framework stood, by framework id. */
    List<Standing> standings(long asOf) throws SQLException {
        Map<Framework, List<Sighting>> byFramework = new TreeMap<>();
        for (Sighting sighting : everything(asOf)) {
            byFramework
                    .computeIfAbsent(sighting.assessment().framework(), framework -> new ArrayList<>())
                    .add(sighting);
        }
        Map<Long, Report> reports = new HashMap<>();
        for (Report report : reports(asOf)) {
            reports.merge(report.assessment(), report, (a, b) -> a.end() >= b.end() ? a : b);
        }
        List<Standing> standings = new ArrayList<>();
        byFramework.forEach((framework, sightings) -> standings.add(standing(framework, sightings, reports, asOf)));
        return standings;
    }

    /** When an assessment of each framework last left the answer within a period. */
    Map<String, Instant> lastHeld(long from, long to) throws SQLException {
        return sql.moments("""
                SELECT a.framework_id, max(s.valid_to) FROM standing s JOIN assessment a ON a.id = s.assessment
                WHERE s.valid_to > ? AND s.valid_to <= ? GROUP BY a.framework_id
                """, from, to);
    }

    private static Standing standing(
            Framework framework, List<Sighting> sightings, Map<Long, Report> reports, long asOf) {
        boolean reported = sightings.stream().anyMatch(s -> {
            Report report = reports.get(s.id());
            return report != null && report.holdsAt(asOf);
        });
        Instant latest = latestReported(sightings, reports, asOf);
        List<Assessment> effective = effective(sightings).stream()
                .filter(a -> latest == null || !a.effectiveAt().isAfter(latest))
                .sorted(Comparator.comparing(Assessment::effectiveAt))
                .toList();
        return new Standing(framework, effective, reported);
    }

    /**
     * The date of the latest assessment in the answer, or in the last answer that held the framework. The server names the
     * latest completed one: a later one that it named before was withdrawn, and is no longer where the framework stands.
     */
    private static @Nullable Instant latestReported(List<Sighting> sightings, Map<Long, Report> reports, long asOf) {
        long lastAnswer = Long.MIN_VALUE;
        Instant latest = null;
        for (Sighting sighting : sightings) {
            Report report = reports.get(sighting.id());
            if (report == null) {
                continue;
            }
            long end = report.holdsAt(asOf) ? Long.MAX_VALUE : report.end();
            Instant effectiveAt = sighting.assessment().effectiveAt();
            if (end > lastAnswer || end == lastAnswer && (latest == null || effectiveAt.isAfter(latest))) {
                lastAnswer = end;
                latest = effectiveAt;
            }
        }
        return latest;
    }

    /** Of each dated assessment its newest sighting; each undated one. */
    private static List<Assessment> effective(List<Sighting> sightings) {
        Map<Object, Assessment> effective = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            Point point = sighting.point();
            effective.put(point != null ? point : sighting.id(), sighting.assessment());
        }
        return List.copyOf(effective.values());
    }

    /** What was imported, then what Ayliea told: where both speak of one assessment, the later in this list counts. */
    private List<Sighting> everything(long asOf) throws SQLException {
        List<Sighting> everything = new ArrayList<>();
        for (Assessment assessment : new ImportTable(sql).upTo(asOf)) {
            everything.add(new Sighting(NO_ROW, assessment));
        }
        everything.addAll(sightings(asOf));
        return everything;
    }

    private List<Sighting> sightings(long asOf) throws SQLException {
        Set<Point> seen = new HashSet<>();
        return sql.list(
                "SELECT * FROM assessment WHERE seen_at <= ? ORDER BY seen_at, id", row -> sighting(row, seen), asOf);
    }

    private static Sighting sighting(ResultSet row, Set<Point> seen) throws SQLException {
        String grade = row.getString("grade");
        Assessment assessment = new Assessment(
                new Framework(row.getString("framework_id")),
                Sql.decimal(row, "overall_score"),
                grade == null ? null : new Grade(grade),
                Sql.instant(row, "completed_at"),
                Micros.instant(row.getLong("seen_at")),
                false);
        Point point = pointOf(assessment);
        boolean restated = point != null && !seen.add(point);
        return new Sighting(row.getLong("id"), restated ? restated(assessment) : assessment);
    }

    private static Assessment restated(Assessment a) {
        return new Assessment(a.framework(), a.overallScore(), a.grade(), a.completedAt(), a.firstSeen(), true);
    }

    private List<Report> reports(long asOf) throws SQLException {
        return sql.list(
                "SELECT assessment, valid_to FROM standing WHERE valid_from <= ?",
                row -> new Report(row.getLong("assessment"), Sql.whole(row, "valid_to")),
                asOf);
    }
}
