package dev.gradeline.ui.flow;

import dev.gradeline.posture.Course;
import dev.gradeline.posture.Flow;
import dev.gradeline.posture.Median;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Step;
import dev.gradeline.posture.Unread;
import dev.gradeline.ui.flow.Figure.Count;
import dev.gradeline.ui.flow.FlowView.MedianRow;
import dev.gradeline.ui.flow.FlowView.MonthRow;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Works out what the page shows of a flow. Immutable; any thread. */
final class FlowWork {
    private final Flow flow;
    private final Situation situation;
    private final List<Flow.Month> months;
    private final FlowBy by;
    private final Figure figure;
    private final Words words;
    private final FlowWords say;

    /** The table's rows and what stands around them. */
    record Shown(List<FlowRow> rows, FlowView view) {}

    FlowWork(Flow flow, Situation situation, FlowRange range, FlowBy by, Figure figure, Words words) {
        this.flow = flow;
        this.situation = situation;
        List<Flow.Month> all = flow.months();
        this.months = all.subList(Math.max(0, all.size() - range.months()), all.size());
        this.by = by;
        this.figure = known(figure);
        this.words = words;
        this.say = new FlowWords(words, situation.now());
    }

    /** A month that is not shown explains nothing. */
    private Figure known(Figure wanted) {
        return wanted instanceof Figure.InMonth in
                        && months.stream().noneMatch(month -> month.month().equals(in.month()))
                ? new Figure.Oldest()
                : wanted;
    }

    Shown shown() {
        PartNotice notice = PartNotice.of(Part.RECOMMENDATIONS, situation, words);
        if (months.isEmpty()) {
            FlowView nothing = new FlowView(
                    List.of(), List.of(), List.of(), figure, "", "", "", "", List.of(), notice, words.of("flow.empty"));
            return new Shown(List.of(), nothing);
        }
        List<FlowRow> rows = new FlowBehind(flow, months, say).rows(figure);
        String heading = words.of("flow.heading", say.figure(figure, since()), rows.size());
        return new Shown(
                rows,
                new FlowView(
                        months,
                        months.reversed().stream().map(this::monthRow).toList(),
                        medians(),
                        figure,
                        heading,
                        meaning(rows.size()),
                        figure instanceof Figure.InMonth ? heading : "",
                        summary(),
                        notes(),
                        notice,
                        ""));
    }

    private String meaning(int listed) {
        if (figure instanceof Figure.InMonth in) {
            return switch (in.count()) {
                case LEFT -> words.of("flow.left.meaning");
                case BACK -> words.of("flow.back.meaning");
                case OPENED, COMPLETED, DISMISSED, OPEN -> "";
            };
        }
        // the months count each time that one is closed, the medians those that are closed now
        int times = months.stream()
                .mapToInt(month -> month.completed() + month.dismissed())
                .sum();
        return figure instanceof Figure.DaysOpen days && days.all() && days.closed() && times != listed
                ? words.of("flow.closed.meaning", times, listed)
                : "";
    }

    private Instant since() {
        return months.getFirst().from();
    }

    private String summary() {
        return words.of(
                "flow.summary",
                months.size(),
                months.stream().mapToInt(Flow.Month::opened).sum(),
                months.stream().mapToInt(Flow.Month::completed).sum(),
                months.stream().mapToInt(Flow.Month::dismissed).sum(),
                months.getLast().open());
    }

    private MonthRow monthRow(Flow.Month month) {
        Map<Count, String> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(count, month.read() || count == Count.OPEN ? say.number(of(month, count)) : say.unknown());
        }
        return new MonthRow(month, say.month(month.month()), counts, note(month));
    }

    private static int of(Flow.Month month, Count count) {
        return switch (count) {
            case OPENED -> month.opened();
            case COMPLETED -> month.completed();
            case DISMISSED -> month.dismissed();
            case LEFT -> month.left();
            case BACK -> month.back();
            case OPEN -> month.open();
        };
    }

    private String note(Flow.Month month) {
        Unread unread = month.unread();
        if (month.from().equals(flow.begin())) {
            return words.of("flow.month.begins", say.day(month.from()));
        }
        if (unread != null) {
            return month.read()
                    ? words.of("flow.month.partly", say.day(unread.from()), say.day(unread.to()))
                    : words.of("flow.month.unread");
        }
        return month.reopened() > 0 ? words.of("flow.month.reopened", month.reopened()) : "";
    }

    private List<MedianRow> medians() {
        List<Course> closed = flow.closedSince(since());
        List<Course> open = flow.oldestOpen();
        Flow.Group all = new Flow.Group(null, null, closed, open);
        List<Flow.Group> groups =
                by == FlowBy.PRIORITY ? Flow.byPriority(closed, open) : Flow.byFramework(closed, open);
        return Stream.concat(Stream.of(median(all, true)), groups.stream().map(group -> median(group, false)))
                .toList();
    }

    private MedianRow median(Flow.Group group, boolean all) {
        Median closed = Median.of(group.closed());
        Median open = Median.of(group.open());
        Figure.DaysOpen figure = new Figure.DaysOpen(by, all, group.priority(), group.framework(), true);
        return new MedianRow(
                say.group(figure),
                figure,
                say.median(closed),
                say.number(closed.count()),
                new Figure.DaysOpen(by, all, group.priority(), group.framework(), false),
                say.median(open),
                say.number(open.count()));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        Instant begin = flow.begin();
        long known = flow.steps().stream()
                .filter(step -> step.kind() == Step.Kind.KNOWN)
                .count();
        if (begin != null && known > 0) {
            notes.add(words.of("flow.note.begin", say.date(begin), known));
        }
        List<Unread> gaps = months.stream()
                .map(Flow.Month::unread)
                .filter(unread -> unread != null)
                .distinct()
                .toList();
        if (gaps.size() == 1) {
            notes.add(words.of(
                    "flow.note.unread",
                    say.date(gaps.getFirst().from()),
                    say.date(gaps.getFirst().to())));
        } else if (!gaps.isEmpty()) {
            notes.add(words.of("flow.note.gaps", gaps.size()));
        }
        long unseen = flow.closedUnseen();
        if (unseen > 0) {
            notes.add(words.of("flow.note.closed", unseen));
        }
        return List.copyOf(notes);
    }
}
