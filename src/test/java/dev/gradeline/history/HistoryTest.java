package dev.gradeline.history;

import static dev.gradeline.history.Answers.platform;
import static dev.gradeline.history.Answers.recommendation;
import static dev.gradeline.history.Answers.scan;
import static dev.gradeline.history.Answers.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gradeline.history.History.Mark;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.OpenCount;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-03-01T08:00:00.123456789Z");
    private History history;

    @BeforeEach
    void open() {
        history = History.open(directory.resolve("h.db"), clock);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private Instant sync(Consumer<History.Run> parts) {
        clock.advance(Duration.ofDays(1));
        try (History.Run run = history.begin()) {
            parts.accept(run);
            return run.at();
        }
    }

    private Instant scores(Assessment... reported) {
        return sync(run -> run.storeScores(List.of(reported)));
    }

    private Instant recommendations(Recommendation... reported) {
        return sync(run -> run.storeRecommendations(List.of(reported)));
    }

    private Instant discovery(@Nullable Scan reported) {
        return sync(run -> run.storeDiscovery(reported));
    }

    private Standing standing(String framework) {
        return history.posture().standings().stream()
                .filter(s -> s.framework().id().equals(framework))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> points(Standing standing) {
        return standing.assessments().stream().map(HistoryTest::point).toList();
    }

    private static String point(Assessment a) {
        return a.overallScore() + " " + a.completedAt() + (a.restated() ? " restated" : "");
    }

    // ---- scores

    @Test
    void aPeriodBeginsWithTheMarkAndNeverBeforeTheFirstSynchronisation() {
        Instant empty = clock.instant();
        assertThat(history.periodStart(Mark.LAST_VISIT, empty)).isEqualTo(empty.minus(Duration.ofDays(30)));
        try (History.Run run = history.begin()) {
            run.storeScores(List.of());
        }
        Instant first = clock.instant().truncatedTo(ChronoUnit.MICROS);
        clock.advance(Duration.ofDays(10));
        assertThat(history.periodStart(Mark.LAST_VISIT, clock.instant())).isEqualTo(first);
        clock.advance(Duration.ofDays(90));
        Instant now = clock.instant();
        assertThat(history.periodStart(Mark.LAST_VISIT, now)).isEqualTo(now.minus(Duration.ofDays(30)));
        Instant visit = now.minus(Duration.ofDays(50)).truncatedTo(ChronoUnit.MICROS);
        history.setMark(Mark.LAST_VISIT, visit);
        assertThat(history.periodStart(Mark.LAST_VISIT, now)).isEqualTo(visit);
        assertThat(history.periodStart(Mark.LAST_REPORT, now))
                .as("another mark")
                .isNotEqualTo(visit);
        Instant past = now.minus(Duration.ofDays(60));
        assertThat(history.periodStart(Mark.LAST_VISIT, past))
                .as("seen from before the visit")
                .isEqualTo(past.minus(Duration.ofDays(30)));
    }

    @Test
    void aNewHistoryKnowsNothing() {
        assertThat(history.posture().isEmpty()).isTrue();
        assertThat(history.posture()).isEqualTo(Posture.empty(history.posture().asOf()));
    }

    @Test
    void numbersComeBackDigitForDigit() {
        scores(
                score("a", "72", "C", "2026-02-01"),
                score("b", "72.50", "C", "2026-02-01"),
                score("c", "1E+2", "A", "2026-02-01"),
                score("d", null, null, null));

        assertThat(history.posture().standings())
                .extracting(s -> String.valueOf(s.current().overallScore()))
                .containsExactly("72", "72.50", "1E+2", "null");
    }

    @Test
    void seeingAnAssessmentAgainIsNotANewPoint() {
        Instant first = scores(score("hipaa", "72", "C", "2026-02-01"));
        scores(score("hipaa", "72", "C", "2026-02-01"));
        scores(score("hipaa", "72.0", "C", "2026-02-01"));

        assertThat(standing("hipaa").assessments()).hasSize(1);
        assertThat(standing("hipaa").current().firstSeen()).isEqualTo(first);
        assertThat(history.assessments(FAR)).hasSize(1);
    }

    @Test
    void aRestatementReplacesThePointAndKeepsTheOldValue() {
        Instant first = scores(score("hipaa", "72", "C", "2026-02-01"));
        Instant second = scores(score("hipaa", "75", "B", "2026-02-01"));

        assertThat(points(standing("hipaa"))).containsExactly("75 2026-02-01T10:00:00Z restated");
        assertThat(standing("hipaa").current().firstSeen()).isEqualTo(second);
        assertThat(history.assessments(FAR).stream().map(HistoryTest::point))
                .containsExactly("72 2026-02-01T10:00:00Z", "75 2026-02-01T10:00:00Z restated");
        assertThat(history.posture(first).standings().getFirst().current().restated())
                .isFalse();
    }

    @Test
    void aRestatementMayBeTakenBack() {
        scores(score("hipaa", "72", "C", "2026-02-01"));
        Instant second = scores(score("hipaa", "75", "B", "2026-02-01"));
        scores(score("hipaa", "72", "C", "2026-02-01"));

        assertThat(points(standing("hipaa"))).containsExactly("72 2026-02-01T10:00:00Z restated");
        assertThat(points(history.posture(second).standings().getFirst()))
                .containsExactly("75 2026-02-01T10:00:00Z restated");
        assertThat(history.assessments(FAR)).hasSize(3);
    }

    @Test
    void aFrameworkThatLeavesTheAnswerKeepsItsPoints() {
        scores(score("hipaa", "72", "C", "2026-02-01"), score("cis-v8", "90", "A", "2026-02-01"));
        scores(score("cis-v8", "90", "A", "2026-02-01"));

        assertThat(standing("hipaa").reported()).isFalse();
        assertThat(points(standing("hipaa"))).containsExactly("72 2026-02-01T10:00:00Z");
        assertThat(standing("cis-v8").reported()).isTrue();

        scores(score("hipaa", "72", "C", "2026-02-01"));
        assertThat(standing("hipaa").reported()).isTrue();
        assertThat(history.assessments(FAR)).hasSize(2);
    }

    /** The API names the latest completed assessment: when it names an older one again, the later one is void. */
    @Test
    void aWithdrawnAssessmentIsNoLongerWhereTheFrameworkStands() {
        scores(score("hipaa", "60", "C", "2026-01-01"));
        Instant second = scores(score("hipaa", "72", "C", "2026-02-01"));
        scores(score("hipaa", "60", "C", "2026-01-01"));

        assertThat(points(standing("hipaa"))).containsExactly("60 2026-01-01T10:00:00Z");
        assertThat(points(history.posture(second).standings().getFirst())).hasSize(2);
        assertThat(history.assessments(FAR)).hasSize(2);

        sync(run -> run.storeScores(List.of()));
        assertThat(points(standing("hipaa"))).containsExactly("60 2026-01-01T10:00:00Z");
    }

    @Test
    void withoutACompletionDateEveryOtherValueIsAPoint() {
        Instant first = scores(score("hipaa", "60", "C", null));
        scores(score("hipaa", "60", "C", null));
        scores(score("hipaa", "72", "C", null));
        scores(score("hipaa", "60", "C", null));

        assertThat(points(standing("hipaa"))).containsExactly("60 null", "72 null", "60 null");
        assertThat(standing("hipaa").assessments().getFirst().effectiveAt()).isEqualTo(first);
    }

    @Test
    void twoValuesForOneAssessmentInOneAnswerDoNotFlipFlop() {
        for (int i = 0; i < 3; i++) {
            scores(score("hipaa", "60", "C", "2026-01-01"), score("hipaa", "61", "C", "2026-01-01"));
        }

        assertThat(points(standing("hipaa"))).containsExactly("61 2026-01-01T10:00:00Z");
        assertThat(history.assessments(FAR)).hasSize(1);
    }

    // ---- recommendations

    @Test
    void aRecommendationsLifeIsKept() {
        Instant first = recommendations(recommendation("r", "Old", 2, "open"), recommendation("s", "open"));
        Instant second = recommendations(recommendation("s", "open"), recommendation("r", "Old", 1, "in_progress"));
        recommendations(recommendation("s", "open"));
        Instant fourth = recommendations(recommendation("r", "New", 1, "completed"));

        assertThat(history.versions("r", FAR))
                .extracting(r -> r.title() + " " + r.priority() + " " + r.status() + " #" + r.rank() + " "
                        + r.firstSeen() + " " + r.lastChanged())
                .containsExactly(
                        "Old 2 " + Status.OPEN + " #1 " + first + " " + first,
                        "Old 1 " + Status.IN_PROGRESS + " #2 " + first + " " + second,
                        "New 1 " + Status.COMPLETED + " #1 " + first + " " + fourth);
        assertThat(history.versions("r", second)).hasSize(2);
        assertThat(history.versions("unknown", FAR)).isEmpty();
        assertThat(history.posture().recommendations())
                .containsExactly(history.versions("r", FAR).getLast());
    }

    @Test
    void oneThatReturnsUnchangedIsNewlyThereButNotNewlySeen() {
        Instant first = recommendations(recommendation("r", "open"));
        sync(run -> run.storeRecommendations(List.of()));
        assertThat(history.posture().recommendations()).isEmpty();
        Instant third = recommendations(recommendation("r", "open"));

        Recommendation back = history.posture().recommendations().getFirst();
        assertThat(back.firstSeen()).isEqualTo(first);
        assertThat(back.lastChanged()).isEqualTo(third);
    }

    @Test
    void aMoveInTheOrderIsNoChangeOfTheRecommendation() {
        Instant first = recommendations(recommendation("r", "open"), recommendation("s", "open"));
        recommendations(recommendation("new", "open"), recommendation("s", "open"), recommendation("r", "open"));

        assertThat(history.posture().recommendations())
                .extracting(r -> r.rank() + " " + r.id())
                .containsExactly("1 new", "2 s", "3 r");
        assertThat(history.posture().recommendations().getLast().lastChanged()).isEqualTo(first);
        assertThat(history.versions("s", FAR)).hasSize(1);
        assertThat(history.posture(first).recommendations())
                .extracting(r -> r.rank() + " " + r.id())
                .containsExactly("1 r", "2 s");
    }

    @Test
    void openOnesAreCountedWheneverTheirNumberChanges() {
        Instant first = sync(run -> run.storeRecommendations(List.of()));
        Instant second = recommendations(recommendation("r", "open"), recommendation("s", "open"));
        recommendations(recommendation("s", "open"), recommendation("t", "open"), recommendation("u", "completed"));
        Instant fourth = recommendations(recommendation("s", "dismissed"));

        assertThat(history.posture().openCounts())
                .containsExactly(new OpenCount(first, 0), new OpenCount(second, 2), new OpenCount(fourth, 0));
        assertThat(history.posture(second).openCounts())
                .containsExactly(new OpenCount(first, 0), new OpenCount(second, 2));
    }

    @Test
    void ofTwoRowsWithOneIdTheFirstCounts() {
        recommendations(recommendation("r", "open"), recommendation("r", "completed"));

        assertThat(history.posture().recommendations())
                .extracting(Recommendation::status)
                .containsExactly(Status.OPEN);
    }

    @Test
    void anyTextComesBackAndStaysUnchanged() {
        String odd = "zero \0 in it, a line\nbreak, 'quotes', “quotes”, 漢字, 🛡, \u202e, half \ud8aa of a pair";
        String stored = odd.replace('\ud8aa', '\ufffd');
        recommendations(recommendation(odd, odd, Integer.MIN_VALUE, odd));
        Instant first = history.posture().recommendations().getFirst().lastChanged();
        recommendations(recommendation(odd, odd, Integer.MIN_VALUE, odd));

        Recommendation back = history.posture().recommendations().getFirst();
        assertThat(back.id()).isEqualTo(stored);
        assertThat(back.title()).isEqualTo(stored);
        assertThat(back.status()).isEqualTo(new Status(stored));
        assertThat(back.lastChanged()).isEqualTo(first);
        assertThat(history.versions(odd, FAR)).hasSize(1);
    }

    // ---- discovery

    @Test
    void theSameScanAgainIsStoredOnce() {
        Scan scan = scan("one", "2026-02-01", platform("p", "ChatGPT", "0.95"));
        Instant first = discovery(scan);
        discovery(scan);

        assertThat(history.posture().scans()).hasSize(1);
        assertThat(history.posture().scans().getFirst().firstSeen()).isEqualTo(first);
        assertThat(history.posture().organizationId()).isEqualTo("northwind");
    }

    @Test
    void platformsKeepTheOrderOfTheAnswerAndTheirFirstSighting() {
        Instant first = discovery(scan("one", "2026-02-01", platform("p1", "ChatGPT", "0.90")));
        Instant second = discovery(
                scan("two", "2026-02-15", platform("p2", "Cursor", "0.95"), platform("p3", "ChatGPT", "0.950")));

        Scan now = history.posture().scans().getFirst();
        assertThat(now.platforms()).extracting(Platform::id).containsExactly("p2", "p3");
        assertThat(now.platforms()).extracting(Platform::firstSeen).containsExactly(second, first);
        assertThat(now.platforms())
                .extracting(p -> String.valueOf(p.confidence()))
                .containsExactly("0.95", "0.950");
        assertThat(history.posture().previousScan())
                .isEqualTo(history.posture(first).scan());
    }

    @Test
    void aPlatformInOtherLettersIsKeptSoAndWasSeenBefore() {
        Instant first = discovery(scan("one", "2026-02-01", platform("p1", "ChatGPT", "0.90")));
        discovery(scan("one", "2026-02-01", platform("p1", "CHATGPT", "0.90")));

        assertThat(history.posture().scans()).hasSize(1);
        Platform now = history.posture().scans().getFirst().platforms().getFirst();
        assertThat(now.name()).isEqualTo("CHATGPT");
        assertThat(now.firstSeen()).isEqualTo(first);
    }

    @Test
    void aScanReportedAnewUnderItsIdReplacesItself() {
        discovery(scan("zero", "2026-01-15"));
        discovery(scan("one", "2026-02-01", platform("p", "ChatGPT", "0.90")));
        discovery(scan("one", "2026-02-01", platform("p", "ChatGPT", "0.90"), platform("q", "Cursor", "0.5")));

        assertThat(history.posture().scans()).extracting(Scan::id).containsExactly("one", "zero");
        assertThat(history.posture().scans().getFirst().platforms()).hasSize(2);
    }

    @Test
    void noScanIsAnAnswer() {
        Instant none = discovery(null);
        assertThat(history.posture().freshness(Part.DISCOVERY).upToDate()).isTrue();
        assertThat(history.posture().scanReported()).isFalse();

        Instant some = discovery(scan("one", "2026-02-01"));
        Instant noneAgain = discovery(null);
        discovery(scan("one", "2026-02-01"));

        assertThat(history.posture(none).scan()).isNull();
        assertThat(history.posture(some).scan()).isNotNull();
        assertThat(history.posture(noneAgain).scan()).isNull();
        assertThat(history.posture(noneAgain).scans()).hasSize(1);
        assertThat(history.posture().scan()).isNotNull();
        assertThat(history.posture().scans()).hasSize(1);
    }

    // ---- runs

    @Test
    void aFailedPartKeepsWhatWasStoredAndSaysWhy() {
        Instant read = sync(run -> {
            run.storeScores(List.of(score("hipaa", "72", "C", "2026-02-01")));
            run.storeRecommendations(List.of(recommendation("r", "open")));
        });
        Instant ended = clock.instant();
        Instant tried = sync(run -> {
            run.storeFailure(Part.SCORES, Outcome.REFUSED, "403 no scope");
            run.storeFailure(Part.RECOMMENDATIONS, Outcome.UNREACHABLE, "");
        });

        Posture now = history.posture();
        assertThat(now.standings()).hasSize(1);
        assertThat(now.recommendations()).hasSize(1);
        assertThat(now.freshness(Part.SCORES))
                .isEqualTo(new Freshness(Part.SCORES, read, tried, Outcome.REFUSED, "403 no scope"));
        assertThat(now.freshness(Part.DISCOVERY)).isEqualTo(Freshness.never(Part.DISCOVERY));
        assertThat(now.lastSync()).isEqualTo(Micros.rounded(ended));
        assertThat(history.posture(read).freshness(Part.SCORES).outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void aRunThatReadNothingLeavesTheHistoryEmpty() {
        sync(run -> run.storeFailure(Part.SCORES, Outcome.NO_KEY, ""));

        assertThat(history.posture().isEmpty()).isTrue();
        assertThat(history.posture().freshness(Part.SCORES).outcome()).isEqualTo(Outcome.NO_KEY);
    }

    @Test
    void anInterruptedRunKeepsItsPartsButIsNoSynchronisation() {
        history.begin().storeScores(List.of(score("hipaa", "72", "C", "2026-02-01")));
        history.close();
        open();

        assertThat(history.posture().standings()).hasSize(1);
        assertThat(history.posture().lastSync()).isNull();
        assertThat(history.posture().freshness(Part.SCORES).upToDate()).isTrue();
    }

    @Test
    void aPartIsStoredOnceInARun() {
        try (History.Run run = history.begin()) {
            run.storeRecommendations(List.of(recommendation("r", "open")));
            assertThatThrownBy(() -> run.storeRecommendations(List.of())).isInstanceOf(IllegalStateException.class);
        }
        assertThat(history.posture().recommendations()).hasSize(1);
    }

    @Test
    void aClockThatGoesBackDoesNotDisturbTheOrder() {
        Instant first = scores(score("hipaa", "60", "C", "2026-02-01"));
        clock.advance(Duration.ofDays(-30));
        Instant second = scores(score("hipaa", "61", "C", "2026-02-01"));
        clock.advance(Duration.ofDays(-30));
        Instant third = scores(score("hipaa", "62", "C", "2026-02-01"));

        assertThat(List.of(first, second, third)).isSorted().doesNotHaveDuplicates();
        assertThat(points(standing("hipaa"))).containsExactly("62 2026-02-01T10:00:00Z restated");
        assertThat(history.posture().asOf()).isAfterOrEqualTo(third);
    }

    /** Whatever the clock did: the order is that of the answers, what was known then stays so, and it heals by itself. */
    @ParameterizedTest
    @ValueSource(longs = {5, 86_400, 3 * 365 * 86_400L})
    void aClockThatJumpsBetweenRunsAndWithinOneKeepsTheOrder(long seconds) {
        Duration jump = Duration.ofSeconds(seconds);
        Instant first = scores(score("hipaa", "60", "C", "2026-02-01"));
        clock.advance(jump);
        Instant ahead = scores(score("hipaa", "61", "C", "2026-02-01"));
        clock.advance(jump.negated());
        Instant behind;
        try (History.Run run = history.begin()) {
            behind = run.at();
            clock.advance(jump.negated());
            run.storeScores(List.of(score("hipaa", "62", "C", "2026-02-01")));
            clock.advance(jump);
        }
        assertThat(List.of(first, ahead, behind)).isSorted().doesNotHaveDuplicates();
        assertThat(behind).as("just behind what it overtook").isBefore(ahead.plusSeconds(1));
        assertThat(scoreAsOf(first)).isEqualTo("60");
        assertThat(scoreAsOf(ahead)).isEqualTo("61");
        assertThat(scoreAsOf(behind)).isEqualTo("62");
        assertThat(history.posture().asOf()).isAfterOrEqualTo(behind);

        clock.advance(jump.plusHours(1));
        Instant healed = scores(score("hipaa", "63", "C", "2026-02-01"));
        assertThat(healed)
                .as("dated by the clock again")
                .isEqualTo(clock.instant().truncatedTo(ChronoUnit.MICROS));
        assertThat(scoreAsOf(behind)).isEqualTo("62");
        assertThat(scoreAsOf(healed)).isEqualTo("63");
    }

    private String scoreAsOf(Instant moment) {
        return String.valueOf(
                history.posture(moment).standings().getFirst().current().overallScore());
    }

    @Test
    void aRunOvertakenByAnotherIsKeptAfterIt() {
        History other = History.open(history.file(), clock);
        try (other) {
            History.Run slow = history.begin();
            clock.advance(Duration.ofSeconds(1));
            try (History.Run fast = other.begin()) {
                fast.storeRecommendations(List.of(recommendation("r", "open"), recommendation("s", "open")));
            }
            slow.storeRecommendations(List.of(recommendation("s", "completed"), recommendation("t", "open")));
            slow.storeScores(List.of());
            slow.close();
        }

        assertThat(history.posture().recommendations())
                .extracting(Recommendation::id)
                .containsExactly("s", "t");
        assertThat(history.versions("s", FAR))
                .extracting(Recommendation::lastChanged)
                .isSorted();
        assertThat(history.posture(history.posture().asOf())).isEqualTo(history.posture());
    }

    // ---- the rest

    @Test
    void changesAreThoseBetweenThePostures() {
        Instant from = recommendations(recommendation("r", "open"));
        Instant to = recommendations(recommendation("r", "completed"));

        assertThat(history.changes(from, to, Duration.ZERO))
                .extracting(Change::kind, Change::at)
                .containsExactly(tuple(Change.Kind.RECOMMENDATION_COMPLETED, to));
        assertThat(history.changes(to, to, Duration.ZERO)).isEmpty();
    }

    @Test
    void whatAFirstReadingBringsIsOnlyNewlyKnown() {
        Instant before = scores(score("hipaa", "49", "D", "2026-02-01"));
        Instant early = before.minusSeconds(86_400 * 30L);
        recommendations(recommendation("r", "open"));
        discovery(scan("s", "2026-02-01", platform("p", "ChatGPT", "0.9")));
        Instant first = history.posture().asOf();
        assertThat(history.changes(before, first, Duration.ZERO)).isEmpty();
        assertThat(history.changes(early, first, Duration.ZERO)).isEmpty();

        recommendations(recommendation("r", "completed"), recommendation("s", "open"));
        discovery(scan("t", "2026-03-01", platform("q", "Claude", "0.9")));
        Instant to = scores(score("hipaa", "62", "C", "2026-03-01"));
        assertThat(history.changes(early, to, Duration.ZERO))
                .extracting(Change::kind)
                .containsExactly(
                        Change.Kind.GRADE_UP,
                        Change.Kind.RECOMMENDATION_OPENED,
                        Change.Kind.RECOMMENDATION_COMPLETED,
                        Change.Kind.PLATFORM_NEW,
                        Change.Kind.PLATFORM_GONE);
    }

    @Test
    void whatIsGoneIsDatedWhenItLeftAndNotWhenItIsAskedFor() {
        Assessment iso = score("iso", "70", "C", "2026-02-01");
        scores(score("hipaa", "49", "D", "2026-02-01"), iso);
        Instant before = recommendations(recommendation("r", "open"), recommendation("s", "open"));
        Instant left = scores(iso);
        Instant gone = recommendations(recommendation("s", "open"));
        scores(iso);
        Instant to = recommendations(recommendation("s", "in_progress"));

        assertThat(history.changes(before, to, Duration.ZERO))
                .extracting(Change::kind, Change::subject, Change::at)
                .containsExactlyInAnyOrder(
                        tuple(Change.Kind.FRAMEWORK_GONE, "hipaa", left),
                        tuple(Change.Kind.RECOMMENDATION_GONE, "Title of r", gone),
                        tuple(Change.Kind.RECOMMENDATION_PROGRESSED, "Title of s", to));
    }

    @Test
    void eachChangeIsDatedByItselfAndNotByTheLastOne() {
        Recommendation first = recommendation("r", "Rotate keys", 2, "open");
        Instant from = recommendations(first);
        Instant completed = recommendations(recommendation("r", "Rotate keys", 2, "completed"));
        Instant raised = recommendations(recommendation("r", "Rotate keys", 1, "completed"));
        Instant renamed = recommendations(recommendation("r", "Rotate all keys", 1, "completed"));
        Instant to = scores(score("iso", "70", "C", "2026-02-01"));

        assertThat(history.changes(from, to, Duration.ZERO))
                .filteredOn(Change.OfRecommendation.class::isInstance)
                .extracting(Change::kind, Change::at)
                .containsExactlyInAnyOrder(
                        tuple(Change.Kind.RECOMMENDATION_COMPLETED, completed),
                        tuple(Change.Kind.RECOMMENDATION_REPRIORITISED, raised),
                        tuple(Change.Kind.RECOMMENDATION_EDITED, renamed));
    }

    @Test
    void aWithdrawnAssessmentIsNewsOfTheDayOfItsWithdrawal() {
        Assessment early = score("iso", "70", "C", "2026-02-01");
        scores(early);
        Instant from = scores(score("iso", "80", "B", "2026-02-20"));
        Instant withdrawn = scores(early);
        recommendations(recommendation("r", "open"));
        Instant to = recommendations(recommendation("r", "completed"));

        assertThat(history.changes(from, to, Duration.ZERO))
                .filteredOn(Change.Score.class::isInstance)
                .extracting(Change::kind, Change::at)
                .containsExactly(tuple(Change.Kind.GRADE_DOWN, withdrawn));
    }

    @Test
    void aScanThatIsNoLongerReportedIsNewsOfThatDay() {
        Instant from = discovery(scan("s", "2026-02-01", platform("p", "ChatGPT", "0.9")));
        Instant gone = discovery(null);
        Instant to = discovery(null);

        assertThat(history.changes(from, to, Duration.ZERO))
                .extracting(Change::kind, Change::at, Change::before)
                .containsExactly(tuple(Change.Kind.SCAN_GONE, gone, "1"));
    }

    @Test
    void marksAreRemembered() {
        assertThat(history.mark(Mark.LAST_VISIT)).isNull();
        history.setMark(Mark.LAST_VISIT, Instant.parse("2026-01-01T00:00:00Z"));
        history.setMark(Mark.LAST_VISIT, Instant.parse("2026-01-02T00:00:00Z"));
        history.close();
        open();

        assertThat(history.mark(Mark.LAST_VISIT)).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(history.mark(Mark.LAST_REPORT)).isNull();
    }

    @Test
    void anUnchangedSynchronisationOfTenThousandCostsLessThanAKibibyte() throws Exception {
        List<Recommendation> rows = Answers.recommendations(10_000);
        Scan scan = scan("one", "2026-02-01", platform("p", "ChatGPT", "0.90"));
        long first = 0;
        int times = 20;
        for (int i = 0; i <= times; i++) {
            sync(run -> {
                run.storeScores(List.of(score("hipaa", "72", "C", "2026-02-01")));
                run.storeRecommendations(rows);
                run.storeDiscovery(scan);
            });
            if (i == 0) {
                first = sizeWhenClosed();
            }
        }

        assertThat(sizeWhenClosed() - first).isLessThan(times * 1024L);
        assertThat(history.posture().recommendations()).hasSize(10_000);
    }

    /** A newcomer at the top shifts ten thousand ranks, and writes one row. */
    @Test
    @Tag("long")
    void aNewcomerAtTheTopOfTenThousandCostsLittle() throws Exception {
        List<Recommendation> rows = new ArrayList<>(Answers.recommendations(10_000));
        sync(run -> run.storeRecommendations(rows));
        long before = sizeWhenClosed();
        for (int i = 0; i < 10; i++) {
            rows.addFirst(recommendation("new-" + i, "open"));
            sync(run -> run.storeRecommendations(rows));
        }

        assertThat(sizeWhenClosed() - before).isLessThan(10 * 4096L);
        assertThat(history.posture().recommendations())
                .extracting(Recommendation::id)
                .isEqualTo(rows.stream().map(Recommendation::id).toList());
    }

    private long sizeWhenClosed() throws Exception {
        history.close();
        long size = Files.size(history.file());
        assertThat(directory)
                .isDirectoryNotContaining(p -> !Set.of("h.db", "h.db.seal", "h.db.opening", "h.db.inuse", "native")
                        .contains(String.valueOf(p.getFileName())));
        open();
        return size;
    }

    @Test
    void aClosedHistorySaysSo() {
        history.close();
        history.close();

        assertThatThrownBy(history::posture)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
