package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.LimitCheck.Unknown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of each kind of limit, case by case. */
class LimitsTest {
    private static final Posture NORTHWIND = Postures.northwind();

    private static LimitCheck only(Limit limit, Posture posture) {
        List<LimitCheck> checks = Limits.NONE.with(limit).check(posture, posture);
        assertThat(checks).hasSize(1);
        return checks.getFirst();
    }

    private static Posture one(
            @Nullable String score, @Nullable String grade, @Nullable Instant completed, boolean reported) {
        Assessment assessment = new Assessment(
                Postures.HIPAA,
                score == null ? null : new BigDecimal(score),
                grade == null ? null : new Grade(grade),
                completed,
                Postures.LAST_SYNC,
                false);
        Posture known = Postures.onePoint();
        return new Posture(
                known.asOf(),
                known.lastSync(),
                null,
                known.freshness(),
                List.of(new Standing(Postures.HIPAA, List.of(assessment), reported)),
                List.of(),
                List.of(),
                false,
                List.of());
    }

    private static Posture graded(@Nullable String grade) {
        return one("50", grade, Postures.LAST_VISIT, true);
    }

    @ParameterizedTest
    @CsvSource({
        "A,A,true",
        "A,B,true",
        "B,A,false",
        "C,C,true",
        "D,C,false",
        "F,D,false",
        "F,F,true",
        "E,F,false",
        "a,F,false",
        ",F,false"
    })
    void gradesCompareByTheirDocumentedOrder(@Nullable String grade, GradeBand wanted, boolean holds) {
        LimitCheck check = only(Limit.minGrade(Postures.HIPAA, wanted), graded(grade));
        assertThat(check.holds()).isEqualTo(holds);
        assertThat(check.unknown())
                .isEqualTo(grade != null && new Grade(grade).band() != null ? null : Unknown.LEFT_OUT);
    }

    @Test
    void theServersGradeCountsAndNeverTheScore() {
        assertThat(only(Limit.minGrade(null, GradeBand.B), one("99", "C", null, true))
                        .holds())
                .isFalse();
        assertThat(only(Limit.minGrade(null, GradeBand.B), one("10", "A", null, true))
                        .holds())
                .isTrue();
        assertThat(only(Limit.minGrade(null, GradeBand.F), one("10", null, null, true))
                        .holds())
                .as("no grade is worked out")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"70,70,true,0", "69.999,70,false,0.001", "0,0,true,0", "100,0,true,-100", "49,70,false,21"})
    void scoresCompareExactly(String score, String wanted, boolean holds, BigDecimal by) {
        LimitCheck check = only(Limit.minScore(null, new BigDecimal(wanted)), one(score, null, null, true));
        assertThat(check.holds()).isEqualTo(holds);
        assertThat(check.by()).isEqualByComparingTo(by);
    }

    @Test
    void aMissingScoreCannotBeShownToHold() {
        LimitCheck check = only(Limit.minScore(null, BigDecimal.ZERO), one(null, "A", null, true));
        assertThat(check.holds()).isFalse();
        assertThat(check.unknown()).isEqualTo(Unknown.LEFT_OUT);
        assertThat(check.by()).isNull();
    }

    @Test
    void oneForAllLooksAtEveryFrameworkAndABoundOneTakesItsPlace() {
        Limits limits =
                Limits.NONE.with(Limit.minGrade(null, GradeBand.B)).with(Limit.minGrade(Postures.HIPAA, GradeBand.D));
        List<LimitCheck> checks = limits.check(NORTHWIND, NORTHWIND);
        assertThat(checks)
                .extracting(check -> check.framework() + " " + check.limit().band() + " " + check.holds())
                .containsExactly(
                        "Framework[id=ai-security] B false",
                        "Framework[id=cis-v8] B true",
                        "Framework[id=iso-27001] B true",
                        "Framework[id=nist-csf-2] B true",
                        "Framework[id=hipaa] D true");
    }

    @Test
    void aFrameworkThatIsGoneIsLeftOutUnlessItIsNamed() {
        Posture gone = one("90", "A", Postures.LAST_VISIT, false);
        assertThat(only(Limit.minGrade(null, GradeBand.F), gone).unknown()).isEqualTo(Unknown.NOT_ASSESSED);
        assertThat(only(Limit.minGrade(Postures.HIPAA, GradeBand.F), gone).unknown())
                .isEqualTo(Unknown.NO_LONGER_REPORTED);
    }

    @Test
    void whatWasNeverReadHoldsNowhere() {
        Posture nothing = new Posture(
                Postures.NOW, Postures.LAST_SYNC, null, Map.of(), List.of(), List.of(), List.of(), false, List.of());
        for (Limit limit : List.of(
                Limit.minGrade(null, GradeBand.F),
                Limit.minScore(Postures.HIPAA, BigDecimal.ZERO),
                Limit.maxOpen(null, null, 9),
                Limit.maxAge(null, 9),
                Limit.noNewPlatforms())) {
            assertThat(only(limit, nothing).holds()).as(limit.text()).isFalse();
            assertThat(only(limit, nothing).unknown()).as(limit.text()).isEqualTo(Unknown.NEVER_READ);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,10,true,-10", "240,10,true,0", "241,10,false,1", "264,10,false,1", "265,10,false,2", "-5,0,true,0"})
    void anAgeIsCountedInDaysBegun(int hoursAgo, int limit, boolean holds, BigDecimal by) {
        LimitCheck check =
                only(Limit.maxAge(null, limit), one("70", "C", Postures.NOW.minus(Duration.ofHours(hoursAgo)), true));
        assertThat(check.holds()).isEqualTo(holds);
        assertThat(check.by()).isEqualByComparingTo(by);
        assertThat(only(Limit.maxAge(null, limit), one("70", "C", null, true)).holds())
                .as("without a date")
                .isFalse();
    }

    @Test
    void openOnesAreCountedAllTogetherByFrameworkAndByPriority() {
        assertThat(only(Limit.maxOpen(null, null, 36), NORTHWIND).by()).isEqualByComparingTo("1");
        assertThat(only(Limit.maxOpen(null, null, 37), NORTHWIND).holds()).isTrue();
        long hipaa = NORTHWIND.recommendations().stream()
                .filter(row -> Status.OPEN.equals(row.status()) && Postures.HIPAA.equals(row.framework()))
                .count();
        assertThat(only(Limit.maxOpen(Postures.HIPAA, null, 0), NORTHWIND).by())
                .isEqualByComparingTo(BigDecimal.valueOf(hipaa));
        assertThat(only(Limit.maxOpen(null, 1, 1), NORTHWIND).by()).isEqualByComparingTo("1");
        assertThat(Limits.NONE
                        .with(Limit.maxOpen(null, null, 1))
                        .with(Limit.maxOpen(Postures.HIPAA, null, 1))
                        .check(NORTHWIND, NORTHWIND))
                .as("both count")
                .hasSize(2);
    }

    @Test
    void newPlatformsAreThoseSinceTheStart() {
        Limits limits = Limits.NONE.with(Limit.noNewPlatforms());
        assertThat(limits.check(NORTHWIND, Postures.northwindEarlier())
                        .getFirst()
                        .names())
                .containsExactlyInAnyOrder("Perplexity", "Cursor");
        assertThat(limits.check(NORTHWIND, NORTHWIND).getFirst().holds()).isTrue();
    }

    @Test
    void whatWasOnlyFoundOutLaterIsNotNew() {
        Limits limits = Limits.NONE.with(Limit.noNewPlatforms());
        assertThat(limits.check(NORTHWIND, Postures.empty()).getFirst().names())
                .as("against the first scan that is known")
                .containsExactlyInAnyOrder("Perplexity", "Cursor");
        Posture first = new Posture(
                NORTHWIND.asOf(),
                NORTHWIND.lastSync(),
                null,
                NORTHWIND.freshness(),
                List.of(),
                List.of(),
                List.of(NORTHWIND.scans().getLast()),
                true,
                List.of());
        assertThat(limits.check(first, Postures.empty()).getFirst().holds()).isTrue();
    }

    @Test
    void whatComesBackIsNotNew() {
        Limits limits = Limits.NONE.with(Limit.noNewPlatforms());
        Instant longAgo = NORTHWIND.asOf().minus(Duration.ofDays(400));
        Scan now = NORTHWIND.scans().getFirst();
        Platform back = new Platform(null, "Returned", null, null, null, null, null, null, longAgo);
        Platform fresh = new Platform(null, "Fresh", null, null, null, null, null, null, NORTHWIND.asOf());
        Scan with = new Scan(
                "with", null, null, null, null, now.completedAt(), 2, 1, null, List.of(back, fresh), now.firstSeen());
        Posture posture = new Posture(
                NORTHWIND.asOf(),
                NORTHWIND.lastSync(),
                null,
                NORTHWIND.freshness(),
                List.of(),
                List.of(),
                List.of(with),
                true,
                List.of());
        assertThat(limits.check(posture, Postures.northwindEarlier()).getFirst().names())
                .containsExactly("Fresh");
    }

    @Test
    void limitsSurviveBeingWritten() {
        Limits limits = new Limits(List.of(
                Limit.minGrade(null, GradeBand.B),
                Limit.minGrade(new Framework("a b;c=d:e@f!ü"), GradeBand.F),
                Limit.minScore(Postures.HIPAA, new BigDecimal("70.5")),
                Limit.maxOpen(null, 1, 3),
                Limit.maxOpen(Postures.HIPAA, null, 0),
                Limit.maxAge(null, 120),
                Limit.noNewPlatforms()));
        assertThat(Limits.parse(limits.text())).isEqualTo(limits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";;",
                "min-grade",
                "min-grade=E",
                "min-score=x",
                "min-score=-1",
                "max-open=1e9999999",
                "max-taste=3",
                "min-grade:%ZZ=B",
                "max-age=9999999999"
            })
    void whatIsNoLimitIsLeftOut(String text) {
        assertThat(Limits.parse(text + ";max-open=3").text()).isEqualTo("max-open=3");
    }

    @Test
    void ofOneMatterTheLastLimitCounts() {
        assertThat(Limits.parse("max-age=3;max-age:x=9;max-age=4").text()).isEqualTo("max-age:x=9;max-age=4");
    }

    @Test
    void whatWasAskedIsWrittenAsOnTheCommandLine() {
        assertThat(Limit.minGrade(Postures.HIPAA, GradeBand.C).asked()).isEqualTo("hipaa=C");
        assertThat(Limit.minScore(null, new BigDecimal("70")).asked()).isEqualTo("70");
        assertThat(Limit.noNewPlatforms().asked()).isEmpty();
    }

    @Test
    void newPlatformsAreAskedAboutByTheirLimitAlone() {
        assertThat(Limits.NONE.askForNewPlatforms()).isFalse();
        assertThat(Limits.NONE.with(Limit.maxAge(null, 3)).askForNewPlatforms()).isFalse();
        assertThat(Limits.parse("max-age=3;no-new-platforms").askForNewPlatforms())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "margin=7;max-age=3, 7, max-age=3",
        "max-age=3, 2, max-age=3",
        "margin=99, 20, ''",
        "margin=x;margin=4, 4, ''"
    })
    void theWatchReadsItsMarginAndItsLimits(String text, int margin, String limits) {
        LimitWatch watch = LimitWatch.parse(text);

        assertThat(watch).isEqualTo(new LimitWatch(Limits.parse(limits), margin));
        assertThat(LimitWatch.parse(watch.text())).isEqualTo(watch);
    }

    @ParameterizedTest
    @CsvSource({"max-open=123456789, 123456789", "max-open=1234567890,"})
    void aNumberHasNineDigitsAtMost(String text, @Nullable BigDecimal value) {
        Limit limit = Limit.parse(text);

        assertThat(limit == null ? null : limit.value()).isEqualTo(value);
    }
}
