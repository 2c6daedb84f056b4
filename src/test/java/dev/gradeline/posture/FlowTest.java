package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Course.State;
import dev.gradeline.posture.Lifetime.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the flow makes of lives, the awkward ones above all. */
class FlowTest {
    private static final Instant BEGIN = day("2026-01-10");
    private static final Instant NOW = day("2026-06-20");

    private static Instant day(String day) {
        return LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** “open 2026-01-10 completed 2026-02-01 - 2026-03-01 open 2026-04-01”: each status until the next; “-” is not listed. */
    private static Lifetime life(String id, int priority, String framework, String story) {
        String[] words = story.split(" ");
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            Instant to = i + 3 < words.length ? day(words[i + 3]) : null;
            if (!words[i].equals("-")) {
                held.add(new Held(day(words[i + 1]), to, words[i].equals("?") ? null : new Status(words[i])));
            }
        }
        return new Lifetime(id, id, "Title of " + id, priority, new Framework(framework), null, held);
    }

    private static Lifetime life(String story) {
        return life("r", 1, "hipaa", story);
    }

    private static Flow flow(Lifetime... lives) {
        return flow(List.of(), lives);
    }

    private static Flow flow(List<Unread> unread, Lifetime... lives) {
        return Flow.of(new Lifetimes(NOW, BEGIN, Set.of(BEGIN), unread, List.of(lives)), ZoneOffset.UTC);
    }

    /** “2026-02 +1 (1 again) ✓2 ✗0 left 0 back 0 = 3”. */
    private static String told(Flow.Month month) {
        return "%s +%d (%d again) completed %d dismissed %d left %d back %d = %d"
                .formatted(
                        month.month(),
                        month.opened(),
                        month.reopened(),
                        month.completed(),
                        month.dismissed(),
                        month.left(),
                        month.back(),
                        month.open());
    }

    private static List<String> eventful(Flow flow) {
        return flow.months().stream()
                .filter(m -> m.opened() + m.completed() + m.dismissed() + m.left() + m.back() > 0)
                .map(FlowTest::told)
                .toList();
    }

    private static Course only(Flow flow) {
        assertThat(flow.courses()).hasSize(1);
        return flow.courses().getFirst();
    }

    private static double days(Course course) {
        return course.open().toHours() / 24.0;
    }

    @Test
    void whatWasOpenAtTheFirstReadingIsNotOpenedThen() {
        Flow flow = flow(life("open 2026-01-10 completed 2026-03-11"));
        assertThat(eventful(flow)).containsExactly("2026-03 +0 (0 again) completed 1 dismissed 0 left 0 back 0 = 0");
        assertThat(flow.months().getFirst().open()).isEqualTo(1);
        assertThat(only(flow).openedUnseen()).isTrue();
        assertThat(days(only(flow))).isEqualTo(60);
        assertThat(Median.of(flow.closedSince(BEGIN))).isEqualTo(new Median(Duration.ofDays(60), true, 1));
    }

    @Test
    void everyMonthIsThereFromTheFirstReadingOnAndNoneBefore() {
        Flow flow = flow(life("open 2026-03-01"));
        assertThat(flow.months().stream().map(Flow.Month::month))
                .containsExactly(
                        YearMonth.of(2026, 1),
                        YearMonth.of(2026, 2),
                        YearMonth.of(2026, 3),
                        YearMonth.of(2026, 4),
                        YearMonth.of(2026, 5),
                        YearMonth.of(2026, 6));
        assertThat(flow.months().getFirst().from()).isEqualTo(BEGIN);
        assertThat(flow.months().getLast().to()).isEqualTo(NOW);
    }

    @Test
    void openedWorkedOnAndCompletedIsOneOpeningAndOneCompletion() {
        Flow flow = flow(life("open 2026-02-01 in_progress 2026-02-20 completed 2026-03-03"));
        assertThat(eventful(flow))
                .containsExactly(
                        "2026-02 +1 (0 again) completed 0 dismissed 0 left 0 back 0 = 1",
                        "2026-03 +0 (0 again) completed 1 dismissed 0 left 0 back 0 = 0");
        assertThat(days(only(flow))).isEqualTo(30);
        assertThat(only(flow).openedUnseen()).isFalse();
    }

    @Test
    void reopenedCountsAsOpenedAgainAndItsOpenTimesAddUp() {
        Flow flow = flow(life("open 2026-02-01 completed 2026-02-11 open 2026-04-01 dismissed 2026-04-06"));
        assertThat(eventful(flow))
                .containsExactly(
                        "2026-02 +1 (0 again) completed 1 dismissed 0 left 0 back 0 = 0",
                        "2026-04 +1 (1 again) completed 0 dismissed 1 left 0 back 0 = 0");
        Course course = only(flow);
        assertThat(days(course)).isEqualTo(15);
        assertThat(course.state()).isEqualTo(State.DISMISSED);
        assertThat(course.closed()).isEqualTo(day("2026-04-06"));
    }

    @Test
    void reopenedAndStillOpenWaitsSinceItsReopening() {
        Course course = only(flow(life("open 2026-02-01 completed 2026-02-11 open 2026-06-10")));
        assertThat(course.since()).isEqualTo(day("2026-06-10"));
        assertThat(course.closed()).isNull();
        assertThat(days(course)).isEqualTo(20);
    }

    @Test
    void goneAndReturnedIsNeitherClosedNorOpenedAgainAndTheTimeBetweenDoesNotCount() {
        Flow flow = flow(life("open 2026-02-01 - 2026-02-11 open 2026-04-01"));
        assertThat(eventful(flow))
                .containsExactly(
                        "2026-02 +1 (0 again) completed 0 dismissed 0 left 1 back 0 = 0",
                        "2026-04 +0 (0 again) completed 0 dismissed 0 left 0 back 1 = 1");
        assertThat(days(only(flow))).isEqualTo(10 + 80);
    }

    @Test
    void goneForGoodIsNotCompleted() {
        Flow flow = flow(life("open 2026-02-01 - 2026-03-01"));
        assertThat(only(flow).state()).isEqualTo(State.GONE);
        assertThat(flow.closedSince(BEGIN)).isEmpty();
        assertThat(flow.oldestOpen()).isEmpty();
        assertThat(flow.months().getLast().open()).isZero();
    }

    @Test
    void completedWhileItWasGoneIsCompletedWhenItIsNextSeen() {
        Flow flow = flow(life("open 2026-02-01 - 2026-02-11 completed 2026-05-01"));
        assertThat(eventful(flow))
                .containsExactly(
                        "2026-02 +1 (0 again) completed 0 dismissed 0 left 1 back 0 = 0",
                        "2026-05 +0 (0 again) completed 1 dismissed 0 left 0 back 0 = 0");
        assertThat(only(flow).wasClosed()).isTrue();
        assertThat(days(only(flow))).isEqualTo(10);
    }

    @Test
    void completedAndGoneStaysCompleted() {
        Flow flow = flow(life("open 2026-02-01 completed 2026-02-11 - 2026-03-01 completed 2026-05-01"));
        assertThat(flow.steps()).extracting(Step::kind).containsExactly(Step.Kind.OPENED, Step.Kind.COMPLETED);
        assertThat(only(flow).closed()).isEqualTo(day("2026-02-11"));
    }

    @Test
    void completedWhenFirstSeenCountsAsNeither() {
        Flow flow = flow(life("a", 1, "hipaa", "completed 2026-01-10"), life("b", 1, "hipaa", "dismissed 2026-02-01"));
        assertThat(eventful(flow)).isEmpty();
        assertThat(flow.closedSince(BEGIN)).isEmpty();
        assertThat(flow.closedUnseen())
                .as("b alone: a was so when history began")
                .isEqualTo(1);
    }

    @Test
    void completedWhenFirstSeenAndReopenedLaterIsOpenedAgain() {
        Flow flow = flow(life("completed 2026-01-10 open 2026-03-01"));
        assertThat(eventful(flow)).containsExactly("2026-03 +1 (1 again) completed 0 dismissed 0 left 0 back 0 = 1");
        assertThat(only(flow).openedUnseen()).isFalse();
    }

    @Test
    void dismissedAfterAllCompletedIsBothAndOpenOnlyOnce() {
        Flow flow = flow(life("open 2026-02-01 dismissed 2026-03-01 completed 2026-04-01"));
        assertThat(flow.steps()).extracting(Step::open).containsExactly(1, -1, 0);
        assertThat(flow.steps())
                .extracting(Step::kind)
                .containsExactly(Step.Kind.OPENED, Step.Kind.DISMISSED, Step.Kind.COMPLETED);
    }

    @Test
    void anUnknownStatusIsNeitherOpenNorClosed() {
        Flow flow = flow(life("open 2026-02-01 snoozed 2026-02-11 ? 2026-03-01 open 2026-04-01 snoozed 2026-04-11"));
        assertThat(eventful(flow))
                .containsExactly(
                        "2026-02 +1 (0 again) completed 0 dismissed 0 left 1 back 0 = 0",
                        "2026-04 +0 (0 again) completed 0 dismissed 0 left 1 back 1 = 0");
        assertThat(only(flow).state()).isEqualTo(State.OTHER);
        assertThat(days(only(flow))).isEqualTo(20);
    }

    @Test
    void whatIsNewToARescuedHistoryIsNotOpenedThen() {
        Instant anew = day("2026-03-01");
        Flow flow = Flow.of(
                new Lifetimes(
                        NOW,
                        BEGIN,
                        Set.of(BEGIN, anew),
                        List.of(),
                        List.of(life("a", 1, "hipaa", "open 2026-03-01"), life("b", 1, "hipaa", "open 2026-03-02"))),
                ZoneOffset.UTC);
        assertThat(flow.steps()).extracting(Step::kind).containsExactly(Step.Kind.KNOWN, Step.Kind.OPENED);
        assertThat(flow.months().get(2).opened()).isEqualTo(1);
    }

    @Test
    void aMonthInWhichNobodyLookedIsNotKnownToBeEmpty() {
        Unread gap = new Unread(day("2026-02-20"), day("2026-05-03"));
        Flow flow = flow(List.of(new Unread(Instant.MIN, BEGIN), gap), life("open 2026-05-03"));
        assertThat(flow.months()).extracting(Flow.Month::read).containsExactly(true, true, false, false, true, true);
        assertThat(flow.months()).extracting(Flow.Month::unread).containsExactly(null, gap, gap, gap, gap, null);
    }

    @Test
    void aTimeWithoutReadingsThatGoesOnIsNoReading() {
        Unread still = new Unread(day("2026-04-20"), NOW);
        assertThat(flow(List.of(still), life("open 2026-02-01")).months())
                .extracting(Flow.Month::read)
                .containsExactly(true, true, true, true, false, false);
    }

    @Test
    void monthsAreThoseOfThePersonsZone() {
        Lifetime life = new Lifetime(
                "r",
                "r",
                null,
                null,
                null,
                null,
                List.of(new Held(Instant.parse("2026-02-28T23:30:00Z"), null, Status.OPEN)));
        Lifetimes seen = new Lifetimes(NOW, BEGIN, Set.of(BEGIN), List.of(), List.of(life));
        assertThat(Flow.of(seen, ZoneOffset.UTC).months().get(1).opened()).isEqualTo(1);
        assertThat(Flow.of(seen, ZoneId.of("Europe/Helsinki")).months().get(2).opened())
                .isEqualTo(1);
    }

    @Test
    void neverReadIsNothingAndNotZero() {
        Flow flow = Flow.of(Lifetimes.none(NOW), ZoneOffset.UTC);
        assertThat(flow.months()).isEmpty();
        assertThat(Median.of(flow.oldestOpen()).open()).isNull();
    }

    @Test
    void aClockThatWasWrongOnceDoesNotFillTheMemory() {
        Instant begin = Instant.parse("-9999-01-01T00:00:00Z");
        Lifetime old = new Lifetime("r", "r", null, null, null, null, List.of(new Held(begin, null, Status.OPEN)));
        Flow flow = Flow.of(new Lifetimes(NOW, begin, Set.of(begin), List.of(), List.of(old)), ZoneOffset.UTC);
        assertThat(flow.months()).hasSize(Flow.MOST_MONTHS);
        assertThat(flow.months().getFirst().open()).isEqualTo(1);
    }

    @Test
    void mediansByPriorityAndFrameworkCountEachOnce() {
        Flow flow = flow(
                life("a", 1, "hipaa", "open 2026-02-01 completed 2026-02-11"),
                life("b", 1, "cis-v8", "open 2026-02-01 dismissed 2026-02-21"),
                life("c", 2, "cis-v8", "open 2026-06-10"));
        List<Flow.Group> byPriority = Flow.byPriority(flow.closedSince(BEGIN), flow.oldestOpen());
        assertThat(byPriority).extracting(Flow.Group::priority).containsExactly(1, 2);
        assertThat(Median.of(byPriority.getFirst().closed())).isEqualTo(new Median(Duration.ofDays(15), false, 2));
        assertThat(Median.of(byPriority.getFirst().open())).isEqualTo(new Median(null, false, 0));
        List<Flow.Group> byFramework = Flow.byFramework(flow.closedSince(BEGIN), flow.oldestOpen());
        assertThat(byFramework.stream()
                        .map(g -> g.framework() + " " + g.closed().size() + " "
                                + g.open().size()))
                .containsExactly("Framework[id=cis-v8] 1 1", "Framework[id=hipaa] 1 0");
        assertThat(flow.closedSince(day("2026-02-15"))).hasSize(1);
    }

    /** Those open at the start of the history may be older than is known; above the middle that does not matter. */
    @Test
    void aMedianIsExactWhereWhatIsNotKnownLiesAboveIt() {
        List<Course> some = List.of(course(10, false), course(20, false), course(90, true));
        assertThat(Median.of(some)).isEqualTo(new Median(Duration.ofDays(20), false, 3));
        assertThat(Median.of(List.of(course(10, true), course(20, false), course(90, false))))
                .isEqualTo(new Median(Duration.ofDays(20), true, 3));
        assertThat(Median.of(List.of(course(10, false), course(20, true))))
                .isEqualTo(new Median(Duration.ofDays(15), true, 2));
        assertThat(Median.of(List.of(course(20, true), course(20, false), course(20, false))))
                .as("equal ones: the known ones are in the middle")
                .isEqualTo(new Median(Duration.ofDays(20), false, 3));
    }

    private static Course course(int days, boolean unseen) {
        return new Course(life("open 2026-01-10"), State.OPEN, Duration.ofDays(days), unseen, BEGIN, null);
    }

    @Test
    void oldestOpenAreThoseOpenLongestTheMoreUrgentFirst() {
        Flow flow = flow(
                life("new", 1, "hipaa", "open 2026-06-01"),
                life("less", 3, "hipaa", "open 2026-02-01"),
                life("more", 2, "hipaa", "open 2026-02-01"),
                life("oldest", 4, "hipaa", "open 2026-01-10"));
        assertThat(flow.oldestOpen()).extracting(c -> c.life().id()).containsExactly("oldest", "more", "less", "new");
    }

    /** Whatever happens: the steps of a month, summed up, lead from one month's open count to the next, and to what is open now. */
    @Test
    void stepsAddUpToWhatIsOpen() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Lifetime> lives = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            lives.add(random(random, "r" + i));
        }
        Flow flow = flow(lives.toArray(Lifetime[]::new));
        for (Flow.Month month : flow.months()) {
            long open = lives.stream().filter(life -> openAt(life, month.to())).count();
            assertThat((long) month.open())
                    .as("seed %d, %s", seed, month.month())
                    .isEqualTo(open);
            assertThat(flow.steps().stream()
                            .filter(month::holds)
                            .filter(s -> s.kind().opens()))
                    .as("seed %d, %s", seed, month.month())
                    .hasSize(month.opened());
        }
        assertThat(flow.oldestOpen())
                .as("seed %d", seed)
                .hasSize(flow.months().getLast().open());
    }

    private static boolean openAt(Lifetime life, Instant moment) {
        return life.held().stream()
                .anyMatch(held -> !held.from().isAfter(moment)
                        && (held.to() == null || held.to().isAfter(moment))
                        && held.status() != null
                        && held.status().stillOpen());
    }

    private static Lifetime random(Random random, String id) {
        List<@Nullable Status> any = new ArrayList<>(
                List.of(Status.OPEN, Status.IN_PROGRESS, Status.COMPLETED, Status.DISMISSED, new Status("snoozed")));
        any.add(null);
        List<Held> held = new ArrayList<>();
        Instant at = random.nextInt(4) == 0 ? BEGIN : BEGIN.plus(Duration.ofHours(1 + random.nextInt(2000)));
        while (held.isEmpty() || random.nextInt(4) > 0) {
            Instant to = at.plus(Duration.ofHours(1 + random.nextInt(900)));
            boolean last = to.isAfter(NOW) || random.nextInt(6) == 0;
            Status status = any.get(random.nextInt(any.size()));
            Held before = held.isEmpty() ? null : held.getLast();
            if (before == null || !at.equals(before.to()) || !Objects.equals(status, before.status())) {
                held.add(new Held(at, last ? null : to, status));
            }
            if (last) {
                break;
            }
            at = random.nextInt(3) == 0 ? to.plus(Duration.ofHours(1 + random.nextInt(200))) : to;
            if (at.isAfter(NOW)) {
                break;
            }
        }
        return new Lifetime(id, id, null, null, null, null, held);
    }
}
