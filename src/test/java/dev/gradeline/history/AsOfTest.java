package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.OpenCount;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of random synchronisations: what was known at any moment is what history says was known then. */
class AsOfTest {
    private static final int RUNS = 100;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private boolean interrupted = true;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMomentComesBackAsItWas(long seed) {
        Random random = new Random(seed);
        RandomOrganisation organisation = new RandomOrganisation(random);
        Model model = new Model();
        List<Posture> remembered = new ArrayList<>();
        Path file = directory.resolve("h.db");
        History history = History.open(file, clock);
        try {
            remembered.add(history.posture());
            for (int run = 0; run < RUNS; run++) {
                organisation.live();
                pass(random);
                synchronise(history, organisation, model, random);
                Posture posture = history.posture();
                model.check(posture);
                remembered.add(posture);
                if (random.nextInt(20) == 0) {
                    history.close();
                    history = History.open(file, clock);
                }
            }
            clock.advance(Duration.ofDays(400));
            for (Posture then : remembered) {
                assertThat(history.posture(then.asOf())).isEqualTo(then);
            }
        } finally {
            history.close();
        }
    }

    /** Mostly on; at times not at all, or, unless nothing dated the end of the last run, back. */
    private void pass(Random random) {
        switch (random.nextInt(10)) {
            case 0 -> clock.advance(Duration.ofHours(interrupted ? 1 : -5));
            case 1 -> clock.advance(interrupted ? Duration.ofNanos(1_000) : Duration.ZERO);
            default ->
                clock.advance(
                        Duration.ofNanos(random.nextLong(1, Duration.ofHours(9).toNanos())));
        }
    }

    private void synchronise(History history, RandomOrganisation organisation, Model model, Random random) {
        History.Run run = history.begin();
        clock.advance(Duration.ofMillis(random.nextInt(3_000)));
        interrupted = random.nextInt(15) == 0;
        if (part(Part.SCORES, run, model, random)) {
            List<Assessment> scores = organisation.scores();
            run.storeScores(scores);
            model.scores(run.at(), scores);
        }
        if (part(Part.RECOMMENDATIONS, run, model, random)) {
            List<Recommendation> recommendations = organisation.recommendations();
            run.storeRecommendations(recommendations);
            model.recommendations(run.at(), recommendations);
        }
        if (!interrupted && part(Part.DISCOVERY, run, model, random)) {
            run.storeDiscovery(organisation.scan());
            model.discovery(organisation.scan());
        }
        if (!interrupted) {
            run.close();
        }
    }

    private static boolean part(Part part, History.Run run, Model model, Random random) {
        boolean fails = random.nextInt(8) == 0;
        Outcome outcome = fails ? Outcome.REFUSED : Outcome.OK;
        if (fails) {
            run.storeFailure(part, outcome, "403");
        }
        Freshness before = model.freshness.get(part);
        Instant refreshed = fails ? before == null ? null : before.refreshedAt() : run.at();
        model.freshness.put(part, new Freshness(part, refreshed, run.at(), outcome, fails ? "403" : ""));
        return !fails;
    }

    /** The same memory, kept naively. */
    private static final class Model {
        private final Map<Part, Freshness> freshness = new HashMap<>();
        private final List<Assessment> sightings = new ArrayList<>();
        private Map<String, Assessment> scores = Map.of();
        private final FollowedModel followed = new FollowedModel();
        private List<Recommendation> recommendations = List.of();
        private final List<OpenCount> openCounts = new ArrayList<>();
        private @Nullable Scan scan;

        void scores(Instant at, List<Assessment> reported) {
            Map<String, Assessment> before = scores;
            scores = reported.stream()
                    .collect(Collectors.toMap(a -> a.framework().id(), a -> rounded(a, at)));
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
            List<Assessment> points = new ArrayList<>();
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
}
