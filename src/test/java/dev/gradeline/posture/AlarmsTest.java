package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An alarm is raised once, stays while its score hovers, and comes back only after it was gone. */
class AlarmsTest {
    private static final BigDecimal MARGIN = BigDecimal.TWO;
    private static final Limit SEVENTY = Limit.minScore(null, BigDecimal.valueOf(70));

    private static LimitCheck score(double score) {
        return check(SEVENTY, BigDecimal.valueOf(score));
    }

    private static LimitCheck check(Limit limit, BigDecimal measured) {
        return new LimitCheck(limit, Postures.HIPAA, measured, null, null, List.of());
    }

    private static Alarms after(Alarms alarms, double... scores) {
        Alarms now = alarms;
        for (double score : scores) {
            now = now.next(List.of(score(score)), MARGIN);
        }
        return now;
    }

    @Test
    void itIsRaisedWhenTheLimitIsCrossedAndClearedByTheMargin() {
        assertThat(after(Alarms.NONE, 80, 71, 70).sound(score(70))).isFalse();
        assertThat(after(Alarms.NONE, 80, 69.9).sound(score(69.9))).isTrue();
        assertThat(after(Alarms.NONE, 69, 70, 71.9).sound(score(71.9)))
                .as("not yet back by the margin")
                .isTrue();
        assertThat(after(Alarms.NONE, 69, 72).sound(score(72))).isFalse();
        assertThat(after(Alarms.NONE, 69, 72, 70.5).sound(score(70.5))).isFalse();
    }

    @Test
    void whatWasDismissedIsSilentUntilItIsCrossedAnew() {
        Alarms dismissed = after(Alarms.NONE, 69).dismiss(List.of(score(69)));
        assertThat(dismissed.sound(score(69))).isFalse();
        assertThat(after(dismissed, 50, 71, 60).sound(score(60)))
                .as("never was gone")
                .isFalse();
        assertThat(after(dismissed, 72, 60).sound(score(60))).isTrue();
    }

    @Test
    void anotherLimitIsAnotherMatterAndOneNoLongerAskedForGoes() {
        Alarms dismissed = after(Alarms.NONE, 60).dismiss(List.of(score(60)));
        LimitCheck stricter = check(Limit.minScore(null, BigDecimal.valueOf(80)), BigDecimal.valueOf(60));
        Alarms next = dismissed.next(List.of(stricter), MARGIN);
        assertThat(next.sound(stricter)).isTrue();
        assertThat(next.next(List.of(), MARGIN)).isEqualTo(Alarms.NONE);
    }

    @Test
    void whatIsNotKnownRaisesAnAlarmAndClearsNone() {
        LimitCheck unknown =
                new LimitCheck(SEVENTY, Postures.HIPAA, null, LimitCheck.Unknown.LEFT_OUT, null, List.of());
        Alarms raised = Alarms.NONE.next(List.of(unknown), MARGIN);
        assertThat(raised.sound(unknown)).isTrue();
        Alarms dismissed = after(Alarms.NONE, 60).dismiss(List.of(score(60)));
        assertThat(dismissed.next(List.of(unknown), MARGIN).sound(unknown)).isFalse();
    }

    @Test
    void countsHaveTheMarginBelowAndZeroIsAlwaysEnough() {
        Limit three = Limit.maxOpen(null, null, 3);
        Alarms raised = Alarms.NONE.next(List.of(check(three, BigDecimal.valueOf(4))), MARGIN);
        assertThat(raised.next(List.of(check(three, BigDecimal.TWO)), MARGIN).raised())
                .isNotEmpty();
        assertThat(raised.next(List.of(check(three, BigDecimal.ONE)), MARGIN).raised())
                .isEmpty();
        Limit none = Limit.maxOpen(null, null, 0);
        Alarms one = Alarms.NONE.next(List.of(check(none, BigDecimal.ONE)), MARGIN);
        assertThat(one.next(List.of(check(none, BigDecimal.ZERO)), MARGIN).raised())
                .isEmpty();
    }

    @Test
    void aGradeIsBackWhenItsScoreIsClearOfTheBandsBeginning() {
        Alarms raised = Alarms.NONE.next(List.of(grade("D", "59")), MARGIN);
        assertThat(raised.next(List.of(grade("C", "61")), MARGIN).raised()).isNotEmpty();
        assertThat(raised.next(List.of(grade("C", "62")), MARGIN).raised()).isEmpty();
        assertThat(raised.next(List.of(grade("C", null)), MARGIN).raised()).isEmpty();
        assertThat(raised.next(List.of(grade("C", "40")), MARGIN).raised())
                .as("the server has bands of its own")
                .isEmpty();
    }

    private static LimitCheck grade(String letter, @org.jspecify.annotations.Nullable String score) {
        Grade grade = new Grade(letter);
        GradeBand band = java.util.Objects.requireNonNull(grade.band());
        Assessment assessment = new Assessment(
                Postures.HIPAA, score == null ? null : new BigDecimal(score), grade, Postures.NOW, Postures.NOW, false);
        return new LimitCheck(
                Limit.minGrade(null, GradeBand.C),
                Postures.HIPAA,
                BigDecimal.valueOf(band.place()),
                null,
                assessment,
                List.of());
    }

    @Test
    void eachNewPlatformIsAMatterOfItsOwn() {
        Alarms dismissed =
                Alarms.NONE.next(List.of(platforms("Cursor")), MARGIN).dismiss(List.of(platforms("Cursor")));
        Alarms next = dismissed.next(List.of(platforms("Cursor", "A;b!=c")), MARGIN);
        assertThat(next.sound(platforms("Cursor", "A;b!=c"))).isTrue();
        assertThat(next.sound(platforms("Cursor"))).isFalse();
        assertThat(Alarms.parse(next.text())).isEqualTo(next);
        assertThat(next.next(List.of(platforms()), MARGIN)).isEqualTo(Alarms.NONE);
    }

    private static LimitCheck platforms(String... names) {
        return new LimitCheck(
                Limit.noNewPlatforms(), null, BigDecimal.valueOf(names.length), null, null, List.of(names));
    }

    /** Against a plain model; and over a whole walk, an alarm is raised at most once for each way back over the margin. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 20261128})
    void aWalkRaisesNoMoreThanItLeavesTheMargin(long seed) {
        Random random = new Random(seed);
        Alarms alarms = Alarms.NONE;
        double score = 75;
        boolean raised = false;
        boolean silent = false;
        List<String> heard = new ArrayList<>();
        int raisedTimes = 0;
        int clearedTimes = 0;
        for (int step = 0; step < 5_000; step++) {
            score = Math.clamp(score + random.nextInt(-3, 4) / 2.0, 0, 100);
            boolean was = raised;
            raised = raised ? score < 72 : score < 70;
            silent &= raised && was;
            raisedTimes += raised && !was ? 1 : 0;
            clearedTimes += was && !raised ? 1 : 0;
            // every so often the program is started again
            alarms = (step % 7 == 0 ? Alarms.parse(alarms.text()) : alarms).next(List.of(score(score)), MARGIN);
            assertThat(alarms.sound(score(score)))
                    .as("seed %d, step %d, at %s after %s", seed, step, score, heard)
                    .isEqualTo(raised && !silent);
            if (raised && random.nextInt(5) == 0) {
                alarms = alarms.dismiss(List.of(score(score)));
                silent = true;
            }
        }
        assertThat(raisedTimes).isBetween(clearedTimes, clearedTimes + 1);
    }
}
