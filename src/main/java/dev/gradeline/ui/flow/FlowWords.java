package dev.gradeline.ui.flow;

import dev.gradeline.posture.Course;
import dev.gradeline.posture.Median;
import dev.gradeline.posture.Step;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The page's words. Immutable; any thread. */
final class FlowWords {
    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;
    private final Instant now;

    FlowWords(Words words, Instant now) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
        this.now = now;
    }

    /** “15 Nov” of this year, else with its year. */
    String day(Instant at) {
        return times.day(at, now);
    }

    /** “15 November 2026”. */
    String date(Instant at) {
        return times.date(at);
    }

    /** “November 2026”. */
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", words.locale()).format(month);
    }

    String number(long number) {
        return posture.number(BigDecimal.valueOf(number));
    }

    /** In place of a number that nobody knows. */
    String unknown() {
        return posture.number(null);
    }

    /** “P1”, “HIPAA”, “All”. */
    String group(Figure.DaysOpen figure) {
        if (figure.all()) {
            return words.of("flow.all");
        }
        if (figure.by() == FlowBy.FRAMEWORK) {
            return posture.framework(figure.framework());
        }
        return figure.priority() == null ? posture.unknown() : posture.priority(figure.priority());
    }

    /** “41 days”, “at least 41 days”; “–” of none. */
    String median(Median median) {
        return median.open() == null ? unknown() : days(median.open(), median.least());
    }

    /** Whole days; where it may be more, it says so. */
    String days(Duration open, boolean least) {
        String days = words.of("flow.days", open.toDays());
        if (!least) {
            return days;
        }
        return open.toDays() == 0 ? words.of("flow.days.unknown") : words.of("flow.days.least", days);
    }

    String step(Step.Kind kind) {
        return words.of(
                switch (kind) {
                    case KNOWN -> "flow.step.known";
                    case OPENED -> "flow.step.opened";
                    case REOPENED -> "flow.step.reopened";
                    case COMPLETED -> "flow.step.completed";
                    case DISMISSED -> "flow.step.dismissed";
                    case LEFT -> "flow.step.left";
                    case BACK -> "flow.step.back";
                });
    }

    String state(Course course) {
        return words.of(
                switch (course.state()) {
                    case OPEN -> "flow.state.open";
                    case COMPLETED -> "flow.step.completed";
                    case DISMISSED -> "flow.step.dismissed";
                    case GONE -> "flow.state.gone";
                    case OTHER -> "flow.state.other";
                });
    }

    /**
     * What a figure counts.
     *
     * @param since the start of what is shown
     */
    String figure(Figure figure, Instant since) {
        return switch (figure) {
            case Figure.Oldest oldest -> words.of("flow.behind.oldest");
            case Figure.InMonth in -> inMonth(in);
            case Figure.DaysOpen days ->
                days.closed()
                        ? words.of("flow.behind.closed", group(days), date(since))
                        : words.of("flow.behind.open", group(days));
        };
    }

    private String inMonth(Figure.InMonth in) {
        return words.of(
                switch (in.count()) {
                    case OPENED -> "flow.behind.opened";
                    case COMPLETED -> "flow.behind.completed";
                    case DISMISSED -> "flow.behind.dismissed";
                    case LEFT -> "flow.behind.left";
                    case BACK -> "flow.behind.back";
                    case OPEN -> "flow.behind.atEnd";
                },
                month(in.month()));
    }

    /** What was open when Gradeline began to look was so before. */
    private String when(Course course, @Nullable Instant at) {
        if (at == null) {
            return unknown();
        }
        boolean before = course.openedUnseen()
                && at.equals(course.since())
                && at.equals(course.life().held().getFirst().from());
        return before ? words.of("flow.before", day(at)) : day(at);
    }

    FlowRow row(Course course, Step.@Nullable Kind event, @Nullable Instant at, String what) {
        return new FlowRow(
                course,
                event,
                at,
                when(course, at),
                what,
                posture.priority(course.life().priority()),
                posture.title(course.life().title()),
                posture.framework(course.life().framework()),
                days(course.open(), course.openedUnseen()));
    }
}
