package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToNextGradeTest {
    @ParameterizedTest
    @CsvSource({
        "72, C, B, 3",
        "0, F, D, 40",
        "39.99, F, D, 0.01",
        "40, D, C, 20",
        "74.995, C, B, 0.005",
        "75, B, A, 15",
        "89.999, B, A, 0.001"
    })
    void pointsAreCountedToWhereTheNextBandBegins(String score, String grade, GradeBand next, String points) {
        assertThat(ToNextGrade.of(assessment(score, grade)))
                .isEqualTo(new ToNextGrade(next, new BigDecimal(points).setScale(new BigDecimal(score).scale())));
    }

    @ParameterizedTest
    @CsvSource({"90, A", "100, A"})
    void nothingIsBetterThanA(String score, String grade) {
        assertThat(ToNextGrade.of(assessment(score, grade))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"89.5, A", "90, B", "72, B", "20, D", "-1, F", "101, A", "1000, F"})
    void whereTheServerGradesOtherwiseNothingIsInvented(String score, String grade) {
        assertThat(ToNextGrade.of(assessment(score, grade))).isNull();
    }

    @Test
    void withoutScoreOrDocumentedGradeNothingIsSaid() {
        assertThat(ToNextGrade.of(assessment(null, "C"))).isNull();
        assertThat(ToNextGrade.of(assessment("72", null))).isNull();
        assertThat(ToNextGrade.of(assessment("72", "C+"))).isNull();
    }

    private static Assessment assessment(@Nullable String score, @Nullable String grade) {
        return new Assessment(
                Postures.AI,
                score == null ? null : new BigDecimal(score),
                grade == null ? null : new Grade(grade),
                null,
                Instant.EPOCH,
                false);
    }
}
