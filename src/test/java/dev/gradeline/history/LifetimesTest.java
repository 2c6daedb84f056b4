package dev.gradeline.history;

import static dev.gradeline.history.Answers.recommendation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Flow;
import dev.gradeline.posture.Lifetime;
import dev.gradeline.posture.Lifetimes;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lives as the file tells them, and the flow that comes of them. */
class LifetimesTest {
    private static final Instant FAR = Instant.parse("2026-12-31T00:00:00Z");

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private History history;

    @BeforeEach
    void open() {
        history = History.open(directory.resolve("h.db"), clock);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private Instant answer(Recommendation... rows) {
        clock.advance(Duration.ofDays(1));
        try (History.Run run = history.begin()) {
            run.storeRecommendations(List.of(rows));
            return run.at();
        }
    }

    private List<String> steps(Instant asOf) {
        Flow flow = Flow.of(history.lifetimes(asOf), ZoneOffset.UTC);
        return flow.steps().stream()
                .map(step -> step.course().life().id() + " " + step.kind() + " "
                        + step.at().atZone(ZoneOffset.UTC).getDayOfMonth())
                .toList();
    }

    @Test
    void theFirstAnswerOpensNothing() {
        Instant first = answer(recommendation("a", "open"), recommendation("b", "completed"));
        assertThat(steps(first)).containsExactly("a KNOWN 2");
        answer(recommendation("a", "open"), recommendation("b", "completed"), recommendation("c", "open"));
        assertThat(steps(FAR)).containsExactly("a KNOWN 2", "c OPENED 3");
    }

    @Test
    void aChangeOfTitleIsNoTurn() {
        answer(recommendation("a", "One", 1, "open"));
        answer(recommendation("a", "Two", 2, "open"));
        answer(recommendation("a", "Two", 2, "in_progress"));
        Lifetime life = history.lifetimes(FAR).lives().getFirst();
        assertThat(life.held()).hasSize(2);
        assertThat(life.title()).isEqualTo("Two");
        assertThat(life.priority()).isEqualTo(2);
        assertThat(steps(FAR)).containsExactly("a KNOWN 2");
    }

    @Test
    void anIdThatIsReissuedIsNeitherGoneNorNew() {
        answer(recommendation("a", "Rotate the keys", 1, "open"));
        answer();
        answer(recommendation("a", "Rotate the keys", 1, "open"), recommendation("b", "Other", 1, "open"));
        answer(recommendation("z", "Rotate the keys", 1, "completed"), recommendation("b", "Other", 1, "open"));
        assertThat(steps(FAR)).containsExactly("z KNOWN 2", "z LEFT 3", "z BACK 4", "b OPENED 4", "z COMPLETED 5");
        assertThat(history.lifetimes(FAR).lives()).hasSize(2);
    }

    @Test
    void aPastMomentKnowsNothingOfWhatCame() {
        answer(recommendation("a", "open"));
        Instant then = answer(recommendation("a", "open"), recommendation("b", "open"));
        answer(recommendation("a", "completed"));
        assertThat(steps(then)).containsExactly("a KNOWN 2", "b OPENED 3");
        assertThat(history.lifetimes(then).lives().getFirst().held().getLast().to())
                .as("it still holds")
                .isNull();
        assertThat(history.lifetimes(Instant.parse("2026-01-01T12:00:00Z")))
                .isEqualTo(Lifetimes.none(Instant.parse("2026-01-01T12:00:00Z")));
    }

    @Test
    void aFailureIsNoReading() {
        clock.advance(Duration.ofDays(1));
        try (History.Run run = history.begin()) {
            run.storeFailure(Part.RECOMMENDATIONS, Outcome.REFUSED, "403");
        }
        assertThat(history.lifetimes(FAR).begin()).isNull();
        answer(recommendation("a", "open"));
        assertThat(steps(FAR)).containsExactly("a KNOWN 3");
        clock.advance(Duration.ofDays(20));
        answer(recommendation("a", "open"));
        Flow flow = Flow.of(history.lifetimes(Instant.parse("2026-02-01T00:00:00Z")), ZoneOffset.UTC);
        assertThat(flow.months().getFirst().unread()).isNotNull();
        assertThat(flow.steps()).extracting(Step::kind).containsExactly(Step.Kind.KNOWN);
    }
}
