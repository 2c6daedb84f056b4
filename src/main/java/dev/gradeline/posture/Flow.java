package dev.gradeline.posture;

import dev.gradeline.posture.Course.State;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How recommendations come and go: opened, completed and dismissed in each month, and how long they stayed open, from what
 * history saw and nothing else. What was open already at the first reading counts as open, but not as opened in that month;
 * what was completed or dismissed when it was first seen counts as neither. Immutable; any thread.
 *
 * @param begin when recommendations were first read; null when they never were
 * @param beginnings see {@link Lifetimes#beginnings}
 * @param courses every recommendation ever seen, in the order in which they were first seen
 * @param steps every turn, oldest first
 * @param months from that of the first reading to that of the moment, none left out; empty when nothing was read
 */
public record Flow(
        Instant asOf,
        @Nullable Instant begin,
        Set<Instant> beginnings,
        List<Course> courses,
        List<Step> steps,
        List<Month> months) {
    /** So many months at most: a clock that was wrong once must not fill the memory. */
    static final int MOST_MONTHS = 1200;

    public Flow {
        beginnings = Set.copyOf(beginnings);
        courses = List.copyOf(courses);
        steps = List.copyOf(steps);
        months = List.copyOf(months);
    }

    /**
     * A month, or as much of it as was seen.
     *
     * @param from its start, or the first reading
     * @param to its last moment, or that which is looked at
     * @param opened of them, those open again after they had been completed or dismissed are {@code reopened}
     * @param left no longer open otherwise, see {@link Step.Kind#LEFT}
     * @param back open again after that
     * @param open how many were open at its end
     * @param unread the longest time that reaches into it and in which nobody looked; null when there was none
     * @param read whether anybody looked at all: if not, the counts are not known to be 0
     */
    public record Month(
            YearMonth month,
            Instant from,
            Instant to,
            int opened,
            int reopened,
            int completed,
            int dismissed,
            int left,
            int back,
            int open,
            @Nullable Unread unread,
            boolean read) {
        /** Whether a step lies in it. */
        public boolean holds(Step step) {
            return !step.at().isBefore(from) && !step.at().isAfter(to);
        }
    }

    /**
     * Recommendations that have something in common.
     *
     * @param priority theirs; null for unknown, and where they have the framework in common
     * @param framework theirs; null for unknown, and where they have the priority in common
     */
    public record Group(
            @Nullable Integer priority, @Nullable Framework framework, List<Course> closed, List<Course> open) {
        public Group {
            closed = List.copyOf(closed);
            open = List.copyOf(open);
        }
    }

    /** @param zone whose months */
    public static Flow of(Lifetimes seen, ZoneId zone) {
        if (seen.begin() == null) {
            return new Flow(seen.asOf(), null, Set.of(), List.of(), List.of(), List.of());
        }
        List<Course> courses = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Lifetime life : seen.lives()) {
            CourseWalk walk = new CourseWalk(life, seen.asOf(), seen.beginnings());
            courses.add(walk.course());
            steps.addAll(walk.steps());
        }
        steps.sort(Comparator.comparing(Step::at));
        return new Flow(
                seen.asOf(), seen.begin(), seen.beginnings(), courses, steps, months(seen, seen.begin(), steps, zone));
    }

    private static List<Month> months(Lifetimes seen, Instant begin, List<Step> steps, ZoneId zone) {
        Map<YearMonth, Tally> tallies = new HashMap<>();
        for (Step step : steps) {
            tallies.computeIfAbsent(month(step.at(), zone), missing -> new Tally())
                    .add(step);
        }
        YearMonth last = month(seen.asOf(), zone);
        YearMonth first = month(begin, zone);
        YearMonth earliest = last.minusMonths(MOST_MONTHS - 1);
        List<Month> months = new ArrayList<>();
        int open = steps.stream()
                .filter(step -> month(step.at(), zone).isBefore(earliest))
                .mapToInt(Step::open)
                .sum();
        for (YearMonth at = first.isBefore(earliest) ? earliest : first; !at.isAfter(last); at = at.plusMonths(1)) {
            Tally tally = Objects.requireNonNullElseGet(tallies.get(at), Tally::new);
            open += tally.moved;
            months.add(tally.month(at, begin, open, seen, zone));
        }
        return months;
    }

    private static YearMonth month(Instant at, ZoneId zone) {
        return YearMonth.from(at.atZone(zone));
    }

    /** Those open at the moment, longest first; of equals, the most urgent, then the one first seen. */
    public List<Course> oldestOpen() {
        return courses.stream()
                .filter(course -> course.state() == State.OPEN)
                .sorted(Comparator.comparing(Course::open)
                        .reversed()
                        .thenComparing(
                                course -> course.life().priority(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Those completed or dismissed since a moment that still are, and were seen open before; last closed first. */
    public List<Course> closedSince(Instant from) {
        return courses.stream()
                .filter(course -> course.wasClosed() && !closedAt(course).isBefore(from))
                .sorted(Comparator.comparing(Flow::closedAt).reversed())
                .toList();
    }

    private static Instant closedAt(Course course) {
        return Objects.requireNonNull(course.closed());
    }

    /** How many were completed or dismissed already when they were first seen, after Gradeline had begun to look. */
    public long closedUnseen() {
        return courses.stream()
                .filter(course -> course.open().isZero() && course.state().closed())
                .filter(course ->
                        !beginnings.contains(course.life().held().getFirst().from()))
                .count();
    }

    /** Those closed and those open by priority, most urgent first and unknown last. */
    public static List<Group> byPriority(List<Course> closed, List<Course> open) {
        return groups(closed, open, true).stream()
                .sorted(Comparator.comparing(Group::priority, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Those closed and those open by framework, by name and unknown last. */
    public static List<Group> byFramework(List<Course> closed, List<Course> open) {
        return groups(closed, open, false).stream()
                .sorted(Comparator.comparing(
                        Group::framework,
                        Comparator.nullsLast(Comparator.comparing(Framework::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(Framework::id))))
                .toList();
    }

    private static List<Group> groups(List<Course> closed, List<Course> open, boolean priorities) {
        Function<Course, Group> key = course -> new Group(
                priorities ? course.life().priority() : null,
                priorities ? null : course.life().framework(),
                List.of(),
                List.of());
        Map<Group, List<Course>> done = closed.stream().collect(Collectors.groupingBy(key));
        Map<Group, List<Course>> waiting = open.stream().collect(Collectors.groupingBy(key));
        return Stream.concat(done.keySet().stream(), waiting.keySet().stream())
                .distinct()
                .map(group -> new Group(
                        group.priority(),
                        group.framework(),
                        done.getOrDefault(group, List.of()),
                        waiting.getOrDefault(group, List.of())))
                .toList();
    }

    /** What happened in one month. */
    private static final class Tally {
        private final Map<Step.Kind, Integer> counts = new HashMap<>();
        private int moved;

        void add(Step step) {
            counts.merge(step.kind(), 1, Integer::sum);
            moved += step.open();
        }

        private int of(Step.Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        Month month(YearMonth at, Instant begin, int open, Lifetimes seen, ZoneId zone) {
            Instant start = at.atDay(1).atStartOfDay(zone).toInstant();
            Instant end = at.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
            Instant from = start.isBefore(begin) ? begin : start;
            Instant to = end.isAfter(seen.asOf()) ? seen.asOf() : end.minusNanos(1);
            Unread unread = longest(seen.unread(), from, to);
            // a time without readings that is still going on ends with none
            boolean ended =
                    unread != null && !unread.to().isAfter(to) && !unread.to().equals(seen.asOf());
            boolean read = unread == null || !unread.from().isBefore(from) || ended || !counts.isEmpty();
            int reopened = of(Step.Kind.REOPENED);
            return new Month(
                    at,
                    from,
                    to,
                    of(Step.Kind.OPENED) + reopened,
                    reopened,
                    of(Step.Kind.COMPLETED),
                    of(Step.Kind.DISMISSED),
                    of(Step.Kind.LEFT),
                    of(Step.Kind.BACK),
                    open,
                    unread,
                    read);
        }

        private static @Nullable Unread longest(List<Unread> all, Instant from, Instant to) {
            Unread longest = null;
            for (Unread each : all) {
                boolean within = each.from().isBefore(to) && each.to().isAfter(from);
                // the time before the first reading is before all months
                if (within && !each.from().equals(Instant.MIN) && (longest == null || longer(each, longest))) {
                    longest = each;
                }
            }
            return longest;
        }

        private static boolean longer(Unread one, Unread other) {
            return one.from().until(one.to()).compareTo(other.from().until(other.to())) > 0;
        }
    }
}
