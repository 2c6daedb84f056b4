package dev.gradeline.history;

import static dev.gradeline.history.Answers.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Standing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Assessments from before the first synchronisation, which a person brings. */
class ImportTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private History history;

    @BeforeEach
    void open() {
        history = History.open(folder.resolve("h.db"), clock);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private History.Imported take(Assessment... past) {
        return history.importAssessments(List.of(past));
    }

    private List<Assessment> latest() {
        return history.posture().standings().stream().map(Standing::current).toList();
    }

    @Test
    void whatIsKnownIsNotTakenInAgainHoweverItIsWritten() {
        assertThat(take(score("hipaa", "31", "F", "2024-02-01"), score("soc2", "77", "B", "2024-03-01")))
                .isEqualTo(new History.Imported(2, 0, List.of()));
        assertThat(take(score("hipaa", "31.0", "F", "2024-02-01"), score("soc2", "77", "B", "2024-03-01")))
                .isEqualTo(new History.Imported(0, 2, List.of()));
    }

    @Test
    void anotherScoreOrAnotherGradeOfThatDayIsSomethingNew() {
        take(score("hipaa", "31", "F", "2024-02-01"));
        assertThat(take(score("hipaa", "32", "F", "2024-02-01"))).isEqualTo(new History.Imported(1, 0, List.of()));
        assertThat(take(score("hipaa", "32", "E", "2024-02-01"))).isEqualTo(new History.Imported(1, 0, List.of()));
        assertThat(take(score("hipaa", null, "E", "2024-02-01"))).isEqualTo(new History.Imported(1, 0, List.of()));
        assertThat(latest())
                .singleElement()
                .satisfies(latest -> assertThat(latest.overallScore()).isNull());
    }

    @Test
    void ofTwoOnOneDayTheLastCountsAndSayingItAgainChangesNothing() {
        Assessment first = score("hipaa", "31", "F", "2024-02-01");
        Assessment last = score("hipaa", "40", "D", "2024-02-01");
        assertThat(take(first, last)).isEqualTo(new History.Imported(2, 0, List.of()));
        assertThat(take(first, last)).isEqualTo(new History.Imported(0, 2, List.of()));
        assertThat(latest())
                .singleElement()
                .satisfies(latest -> assertThat(latest.overallScore()).isEqualByComparingTo("40"));
        assertThat(take(last, first)).as("now the other is the last").isEqualTo(new History.Imported(1, 1, List.of()));
        assertThat(latest())
                .singleElement()
                .satisfies(latest -> assertThat(latest.overallScore()).isEqualByComparingTo("31"));
    }

    @Test
    void whatAylieaSaidOfADayGoesBefore() {
        try (History.Run run = history.begin()) {
            run.storeScores(List.of(score("hipaa", "49", "D", "2025-11-01")));
        }
        assertThat(take(
                        score("hipaa", "49", "D", "2025-11-01"),
                        score("hipaa", "90", "A", "2025-11-01"),
                        score("soc2", "90", "A", "2025-11-01")))
                .isEqualTo(new History.Imported(1, 1, List.of(1)));
        assertThat(latest())
                .filteredOn(each -> each.framework().id().equals("hipaa"))
                .singleElement()
                .satisfies(latest -> assertThat(latest.overallScore()).isEqualByComparingTo("49"));
    }

    @Test
    void oneWithoutADateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> take(score("hipaa", "49", "D", null)))
                .withMessageContaining("needs its date");
    }
}
