package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two computers watch one organisation, at times of their own; their histories are put together. */
class MergeTest {
    private static final int RUNS = 60;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oneTakesInTheOtherAndIsWhatItWouldBeHadItSeenAll(long seed) {
        Random random = new Random(seed);
        RandomOrganisation organisation = new RandomOrganisation(random);
        try (History mine = open("mine.db");
                History theirs = open("theirs.db");
                History all = open("all.db")) {
            for (int run = 0; run < RUNS; run++) {
                organisation.live();
                clock.advance(
                        Duration.ofMillis(random.nextLong(3, Duration.ofHours(9).toMillis())));
                synchronise(organisation, random, all, random.nextInt(3) == 0 ? theirs : mine);
                if (run == RUNS / 2) {
                    // half-way, they exchanged backups before: what both know already is told again
                    theirs.restore(backup(mine, "half.db"), true, () -> false);
                }
            }
            clock.advance(Duration.ofDays(400));
            Path mineAlone = backup(mine, "mine-alone.db");
            Path theirsAlone = backup(theirs, "theirs-alone.db");

            mine.restore(theirsAlone, true, () -> false);
            theirs.restore(mineAlone, true, () -> false);

            assertSame(mine, all);
            assertSame(theirs, all);
            History.Restored again = mine.restore(theirsAlone, true, () -> false);
            assertThat(again).isEqualTo(History.Restored.NOTHING);
            assertSame(mine, all);
            synchronise(organisation, random, mine, all);
            assertThat(mine.posture().recommendations())
                    .as("life goes on after it")
                    .isEqualTo(all.posture().recommendations());
        }
    }

    private History open(String name) {
        return History.open(directory.resolve(name), clock);
    }

    private Path backup(History history, String name) {
        Path backup = directory.resolve(name);
        history.backup(backup);
        return backup;
    }

    /** Both are told the same, at the same moment. */
    private void synchronise(RandomOrganisation organisation, Random random, History first, History second) {
        List<Assessment> scores = organisation.scores();
        List<Recommendation> recommendations = organisation.recommendations();
        @Nullable Scan scan = organisation.scan();
        int fails = random.nextInt(8);
        boolean interrupted = random.nextInt(10) == 0;
        Instant begun = clock.instant();
        for (History history : List.of(first, second)) {
            History.Run run = history.begin();
            assertThat(run.at()).isEqualTo(begun);
            if (fails == 0) {
                run.storeFailure(Part.SCORES, Outcome.REFUSED, "403");
            } else {
                run.storeScores(scores);
            }
            if (fails == 1) {
                run.storeFailure(Part.RECOMMENDATIONS, Outcome.UNREACHABLE, "reset");
            } else if (fails != 2) {
                run.storeRecommendations(recommendations);
            }
            if (fails != 3) {
                run.storeDiscovery(scan);
            }
            if (!interrupted) {
                run.close();
            }
        }
    }

    private static void assertSame(History merged, History all) {
        assertThat(merged.posture()).isEqualTo(all.posture());
        TreeSet<Instant> moments = new TreeSet<>();
        for (Assessment assessment : all.assessments(Instant.MAX)) {
            moments.add(assessment.firstSeen());
        }
        for (Recommendation recommendation : all.posture().recommendations()) {
            moments.add(recommendation.firstSeen());
            moments.add(recommendation.lastChanged());
            assertThat(merged.versions(recommendation.id(), Instant.MAX))
                    .isEqualTo(all.versions(recommendation.id(), Instant.MAX));
        }
        all.posture().openCounts().forEach(count -> moments.add(count.at()));
        for (Instant moment : moments) {
            assertThat(merged.posture(moment)).isEqualTo(all.posture(moment));
            assertThat(merged.posture(moment.minusNanos(1_000))).isEqualTo(all.posture(moment.minusNanos(1_000)));
        }
        assertThat(merged.assessments(Instant.MAX)).isEqualTo(all.assessments(Instant.MAX));
    }

    /** Two that synchronise in the same microsecond and were told different things: one answer counts, the same both ways. */
    @Test
    void ofTwoAnswersOfOneMomentTheSameCountsBothWays() {
        try (History mine = open("mine.db");
                History theirs = open("theirs.db")) {
            tell(mine, "72.5");
            tell(theirs, "81");
            Path mineAlone = backup(mine, "mine-alone.db");
            Path theirsAlone = backup(theirs, "theirs-alone.db");

            mine.restore(theirsAlone, true, () -> false);
            theirs.restore(mineAlone, true, () -> false);

            assertThat(mine.posture()).isEqualTo(theirs.posture());
            assertThat(mine.assessments(Instant.MAX))
                    .isEqualTo(theirs.assessments(Instant.MAX))
                    .hasSize(1);
        }
    }

    private static void tell(History history, String score) {
        try (History.Run run = history.begin()) {
            run.storeScores(List.of(Answers.score("hipaa", score, "B", "2025-12-01")));
        }
    }

    @Test
    void importsOfBothAreThereWhicheverTakesInTheOther() {
        try (History mine = open("mine.db");
                History theirs = open("theirs.db")) {
            tell(mine, "72.5");
            mine.importAssessments(List.of(
                    Answers.score("hipaa", "50", "F", "2025-01-01"), Answers.score("soc-2", "60", "D", "2025-02-01")));
            clock.advance(Duration.ofDays(1));
            theirs.importAssessments(List.of(
                    Answers.score("hipaa", "51", "F", "2025-01-01"), Answers.score("hipaa", "70", "C", "2025-12-01")));
            Path mineAlone = backup(mine, "mine-alone.db");
            Path theirsAlone = backup(theirs, "theirs-alone.db");

            assertThat(mine.restore(theirsAlone, true, () -> false))
                    .isEqualTo(new History.Restored(0, 0, 0, 0, 0, 0, 2, 0));
            theirs.restore(mineAlone, true, () -> false);

            assertThat(mine.posture()).isEqualTo(theirs.posture());
            assertThat(mine.posture().standings().getFirst().assessments())
                    .as("the later import, and of December what Ayliea says")
                    .extracting(a -> String.valueOf(a.overallScore()))
                    .containsExactly("51", "72.5");
            assertThat(mine.restore(theirsAlone, true, () -> false)).isEqualTo(History.Restored.NOTHING);
        }
    }

    @Test
    void whatWasSeenEarlierElsewhereFillsTheGap() {
        try (History mine = open("mine.db");
                History theirs = open("theirs.db")) {
            try (History.Run run = theirs.begin()) {
                run.storeScores(List.of(Answers.score("hipaa", "61", "D", "2025-11-01")));
                run.storeRecommendations(List.of(Answers.recommendation("r", "Do it", 1, "open")));
            }
            Instant early = clock.instant();
            clock.advance(Duration.ofDays(100));
            try (History.Run run = mine.begin()) {
                run.storeScores(List.of(Answers.score("hipaa", "75", "C", "2026-03-01")));
                run.storeRecommendations(List.of(Answers.recommendation("r", "Do it", 1, "completed")));
            }

            History.Restored restored = mine.restore(backup(theirs, "theirs-alone.db"), true, () -> false);

            assertThat(restored).isEqualTo(new History.Restored(2, 0, 1, 0, 1, 0, 0, 0));
            Posture posture = mine.posture();
            assertThat(posture.standings().getFirst().assessments())
                    .extracting(a -> String.valueOf(a.overallScore()))
                    .containsExactly("61", "75");
            Recommendation followed = posture.recommendations().getFirst();
            assertThat(followed.firstSeen()).isEqualTo(early);
            assertThat(mine.versions("r", Instant.MAX))
                    .extracting(r -> String.valueOf(r.status()))
                    .hasSize(2);
            List<Instant> dated = new ArrayList<>();
            posture.openCounts().forEach(count -> dated.add(count.at()));
            assertThat(dated).contains(early);
        }
    }
}
