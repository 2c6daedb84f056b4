package dev.gradeline.ui.flow;

import dev.gradeline.posture.Course;
import dev.gradeline.posture.Flow;
import dev.gradeline.posture.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The recommendations behind each figure: as many of them as the figure says. Immutable; any thread. */
record FlowBehind(Flow flow, List<Flow.Month> months, FlowWords say) {

    List<FlowRow> rows(Figure figure) {
        return switch (figure) {
            case Figure.Oldest oldest ->
                flow.oldestOpen().stream().map(this::open).toList();
            case Figure.DaysOpen days -> days(days);
            case Figure.InMonth in ->
                months.stream()
                        .filter(month -> month.month().equals(in.month()))
                        .findFirst()
                        .map(month -> in.count() == Figure.Count.OPEN ? openAt(month.to()) : steps(month, in.count()))
                        .orElse(List.of());
        };
    }

    private List<FlowRow> days(Figure.DaysOpen days) {
        Instant since = months.getFirst().from();
        List<Course> of = days.closed() ? flow.closedSince(since) : flow.oldestOpen();
        return of.stream()
                .filter(course -> days.all()
                        || (days.by() == FlowBy.PRIORITY
                                ? Objects.equals(course.life().priority(), days.priority())
                                : Objects.equals(course.life().framework(), days.framework())))
                .sorted(Comparator.comparing(Course::open).reversed())
                .map(days.closed() ? this::closed : this::open)
                .toList();
    }

    private List<FlowRow> steps(Flow.Month month, Figure.Count count) {
        return flow.steps().stream()
                .filter(month::holds)
                .filter(step -> counts(step.kind(), count))
                .sorted(Comparator.comparing(Step::at).reversed())
                .map(step -> say.row(
                        step.course(),
                        step.kind(),
                        step.at(),
                        count == Figure.Count.OPENED ? say.step(step.kind()) : ""))
                .toList();
    }

    private static boolean counts(Step.Kind kind, Figure.Count count) {
        return switch (count) {
            case OPENED -> kind.opens();
            case COMPLETED -> kind == Step.Kind.COMPLETED;
            case DISMISSED -> kind == Step.Kind.DISMISSED;
            case LEFT -> kind == Step.Kind.LEFT;
            case BACK -> kind == Step.Kind.BACK;
            case OPEN -> false;
        };
    }

    private List<FlowRow> openAt(Instant moment) {
        Set<String> open = new HashSet<>();
        for (Step step : flow.steps()) {
            if (step.at().isAfter(moment)) {
                break;
            }
            if (step.open() > 0) {
                open.add(step.course().life().lineage());
            } else if (step.open() < 0) {
                open.remove(step.course().life().lineage());
            }
        }
        return flow.courses().stream()
                .filter(course -> open.contains(course.life().lineage()))
                .map(course -> say.row(course, null, course.since(), say.state(course)))
                .toList();
    }

    private FlowRow open(Course course) {
        return say.row(course, null, course.since(), "");
    }

    private FlowRow closed(Course course) {
        return say.row(course, null, course.closed(), say.state(course));
    }
}
