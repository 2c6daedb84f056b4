package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.OpenCount;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same memory as a history file’s, kept naively: told of answers in the order of their moments. */
final class NaiveHistory {
    final Map<Part, Freshness> freshness = new HashMap<>();
    private final List<Assessment> sightings = new ArrayList<>();
    private Map<String, Assessment> scores = Map.of();
    private final FollowedModel followed = new FollowedModel();
    private List<Recommendation> recommendations = List.of();
    private final List<OpenCount> openCounts = new ArrayList<>();
    private final Map<List<Object>, Assessment> imports = new LinkedHashMap<>();
    private @Nullable Scan scan;

    /** What a person brought: the later of two counts, unless the server speaks of the same assessment. */
    void imported(Instant at, List<Assessment> rows) {
        for (Assessment row : rows) {
            Instant completed = Objects.requireNonNull(row.completedAt());
            imports.put(
                    List.of(row.framework(), completed),
                    new Assessment(row.framework(), row.overallScore(), row.grade(), completed, at, false, true));
        }
    }

    void part(Part part, Instant at, Outcome outcome) {
        Freshness before = freshness.get(part);
        Instant refreshed = outcome == Outcome.OK ? at : before == null ? null : before.refreshedAt();
        freshness.put(part, new Freshness(part, refreshed, at, outcome, outcome == Outcome.OK ? "" : "403"));
    }

    void scores(Instant at, List<Assessment> reported) {
        Map<String, Assessment> before = scores;
        scores = reported.stream().collect(Collectors.toMap(a -> a.framework().id(), a -> rounded(a, at)));
        for (Assessment now : scores.values()) {
            Assessment last = now.completedAt() == null
                    ? before.get(now.framework().id())
                    : sightings.stream()
                            .filter(s -> samePoint(s, now))
                            .reduce((a, b) -> b)
                            .orElse(null);
            if (last == null
                    || !samePoint(last, now)
                    || !Numbers.same(last.overallScore(), now.overallScore())
                    || !Objects.equals(last.grade(), now.grade())) {
                sightings.add(now);
            }
        }
    }

    private static boolean samePoint(Assessment a, Assessment b) {
        return a.framework().equals(b.framework()) && Objects.equals(a.completedAt(), b.completedAt());
    }

    private static Assessment rounded(Assessment a, Instant at) {
        Instant completed = a.completedAt();
        return new Assessment(
                a.framework(),
                a.overallScore(),
                a.grade(),
                completed == null ? null : completed.truncatedTo(ChronoUnit.MICROS),
                at,
                false);
    }

    void recommendations(Instant at, List<Recommendation> reported) {
        recommendations = followed.answer(at, reported);
        int open = (int) recommendations.stream()
                .filter(r -> Status.OPEN.equals(r.status()))
                .count();
        if (openCounts.isEmpty() || openCounts.getLast().open() != open) {
            openCounts.add(new OpenCount(at, open));
        }
    }

    void discovery(@Nullable Scan reported) {
        scan = reported;
    }

    void check(Posture posture) {
        assertThat(posture.recommendations()).isEqualTo(recommendations);
        assertThat(posture.openCounts()).isEqualTo(openCounts);
        assertThat(posture.freshness()).containsAllEntriesOf(freshness);
        assertThat(posture.scanReported()).isEqualTo(scan != null);
        Scan stored = posture.scan();
        if (scan != null && stored != null) {
            assertThat(stored)
                    .usingRecursiveComparison()
                    .ignoringFields("firstSeen", "platforms.firstSeen", "platforms.createdAt")
                    .isEqualTo(scan);
        }
        checkScores(posture.standings());
    }

    private void checkScores(List<Standing> standings) {
        Set<Framework> known = new HashSet<>();
        sightings.forEach(sighting -> known.add(sighting.framework()));
        imports.values().forEach(row -> known.add(row.framework()));
        assertThat(standings.stream().map(Standing::framework)).containsExactlyInAnyOrderElementsOf(known);
        assertThat(standings.stream()
                        .filter(Standing::reported)
                        .map(s -> s.framework().id()))
                .containsExactlyInAnyOrderElementsOf(scores.keySet());
        for (Standing standing : standings) {
            Assessment reported = scores.get(standing.framework().id());
            if (reported != null) {
                assertThat(standing.current())
                        .usingRecursiveComparison()
                        .ignoringFields("firstSeen", "restated")
                        .isEqualTo(reported);
                assertThat(standing.assessments())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("restated")
                        .isEqualTo(pointsUpTo(standing.current()));
            }
        }
    }

    /** The newest sighting of each point, up to the one reported. */
    private List<Assessment> pointsUpTo(Assessment current) {
        List<Assessment> points = new ArrayList<>(imports.values());
        points.removeIf(p -> !p.framework().equals(current.framework()));
        for (Assessment sighting : sightings) {
            if (sighting.framework().equals(current.framework())) {
                points.removeIf(p -> p.completedAt() != null && samePoint(p, sighting));
                points.add(sighting);
            }
        }
        points.removeIf(p -> p.effectiveAt().isAfter(current.effectiveAt()));
        points.sort(java.util.Comparator.comparing(Assessment::effectiveAt));
        return points;
    }
}
