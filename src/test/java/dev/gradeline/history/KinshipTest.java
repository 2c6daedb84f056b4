package dev.gradeline.history;

import static dev.gradeline.history.Answers.recommendation;
import static dev.gradeline.history.Answers.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What vouches for two histories, or for a history and a key, being of one organisation; and what comes of taking one in. */
class KinshipTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private History mine;
    private History other;

    @BeforeEach
    void open() {
        mine = History.open(folder.resolve("mine.db"), clock);
        other = History.open(folder.resolve("other.db"), clock);
    }

    @AfterEach
    void close() {
        mine.close();
        other.close();
    }

    private Path others() {
        return folder.resolve("other.db");
    }

    private static void store(History history, Recommendation... rows) {
        try (History.Run run = history.begin()) {
            run.storeRecommendations(List.of(rows));
        }
    }

    private static void fail(History history) {
        try (History.Run run = history.begin()) {
            run.storeFailure(Part.RECOMMENDATIONS, Outcome.UNREACHABLE, "no such host");
        }
    }

    private static void discover(History history, String organization) {
        try (History.Run run = history.begin()) {
            Scan facts = scan("s-" + organization, "2026-01-01");
            run.storeDiscovery(new Scan(
                    facts.id(),
                    organization,
                    facts.status(),
                    facts.domain(),
                    facts.startedAt(),
                    facts.completedAt(),
                    facts.platformsDiscovered(),
                    facts.shadowAiCount(),
                    facts.overallRiskScore(),
                    facts.platforms(),
                    facts.firstSeen()));
        }
    }

    private void unknown() {
        assertThatExceptionOfType(OtherOrganizationException.class)
                .isThrownBy(() -> mine.restore(others()))
                .satisfies(refusal -> assertThat(refusal.mayBeSame()).isTrue());
    }

    @Test
    void theSameAnswerOfTheSameMomentVouchesForTwoThatNameNoOrganisation() {
        store(mine, recommendation("r", "open"));
        store(other, recommendation("r", "open"));
        clock.advance(Duration.ofDays(1));
        store(other, recommendation("r", "done"));
        assertThat(mine.restore(others()).answers()).isEqualTo(1);
        assertThat(mine.posture().recommendations())
                .singleElement()
                .extracting(Recommendation::status)
                .isNotEqualTo(Status.OPEN);
    }

    @Test
    void anotherAnswerOfTheSameMomentDoesNot() {
        store(mine, recommendation("r", "open"));
        store(other, recommendation("x", "open"));
        unknown();
        assertThat(mine.restore(others(), true, () -> false).isNothing()).isFalse();
    }

    @Test
    void norDoTheSameFailureAndTheSameAnswerOfAnotherMoment() {
        fail(mine);
        fail(other);
        clock.advance(Duration.ofDays(1));
        store(mine, recommendation("r", "open"));
        clock.advance(Duration.ofDays(1));
        store(other, recommendation("r", "open"));
        unknown();
    }

    @Test
    void twoThatNameOrganisationsAreOfThose() {
        discover(mine, "northwind");
        discover(other, "contoso");
        assertThatExceptionOfType(OtherOrganizationException.class)
                .isThrownBy(() -> mine.restore(others()))
                .satisfies(refusal -> {
                    assertThat(refusal.mayBeSame()).isFalse();
                    assertThat(refusal.ours()).isEqualTo("northwind");
                    assertThat(refusal.theirs()).isEqualTo("contoso");
                });
        assertThat(mine.posture().scans()).hasSize(1);
    }

    @Test
    void oneThatHoldsNothingIsOfEverybody() {
        discover(mine, "northwind");
        assertThat(mine.restore(others()).isNothing()).isTrue();
        fail(other);
        History.Restored restored = mine.restore(others());
        assertThat(restored.answers()).as("a failure to answer is kept, too").isOne();
        assertThat(restored.isNothing()).isFalse();
    }

    /** Whoever changes rows otherwise than by an answer forgets what the last answer was: the same again is a change then. */
    @Test
    void theAnswerOfBeforeIsAChangeAfterAnotherOneWasTakenIn() {
        store(mine, recommendation("r", "open"));
        store(other, recommendation("r", "open"));
        clock.advance(Duration.ofDays(1));
        store(other, recommendation("r", "done"));
        mine.restore(others());
        clock.advance(Duration.ofDays(1));
        store(mine, recommendation("r", "open"));
        assertThat(mine.posture().recommendations())
                .singleElement()
                .extracting(Recommendation::status)
                .isEqualTo(Status.OPEN);
        assertThat(mine.versions("r", clock.instant())).hasSize(3);
    }

    @Test
    void aKeyIsAStrangerUntilSomethingVouchesForIt() {
        assertThat(mine.isStranger("key", null)).as("nothing was read yet").isFalse();
        mine.rememberKey("key");
        assertThat(mine.isStranger("key", "contoso")).as("remembered").isFalse();
        assertThat(mine.isStranger("another", null)).isTrue();
        assertThat(mine.isStranger("another", "northwind")).isTrue();
        discover(mine, "northwind");
        assertThat(mine.isStranger("another", "northwind"))
                .as("of the organisation")
                .isFalse();
        assertThat(mine.isStranger("another", "contoso")).isTrue();
        assertThat(mine.isStranger("another", null)).isTrue();
    }
}
