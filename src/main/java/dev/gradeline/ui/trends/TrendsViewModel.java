package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.Alongside;
import dev.gradeline.report.TrendSummary;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.FileSaver;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.DayWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The frameworks' scores over time: which are shown, how far back, and which one is in front. JavaFX thread. */
public final class TrendsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(TrendsViewModel.class);

    private final PageContext context;
    private final TrendRows trendRows;
    private final NotesViewModel notes;
    private final TaskRunner.Newest telling;
    private final ObjectProperty<TrendRange> range = new SimpleObjectProperty<>(TrendRange.YEAR);
    private final ReadOnlyObjectWrapper<@Nullable Framework> inFront = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Chip>> chips = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<TrendRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<TrendDrawing> drawing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Span> span;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PartNotice> notice = new ReadOnlyObjectWrapper<>();
    private final Set<Framework> hidden = new HashSet<>();
    private TrendRange preset = TrendRange.YEAR;
    private boolean rangeChosen;
    private @Nullable Span free;
    private @Nullable Framework hovered;
    private @Nullable LocalDate a;
    private @Nullable LocalDate b;

    /** A framework's chip: its line's index gives colour and marker form. */
    record Chip(Framework framework, String name, TrendChart.Line line, boolean shown) {}

    public TrendsViewModel(PageContext context) {
        this.context = context;
        this.trendRows = new TrendRows(context.words());
        this.notes = new NotesViewModel(context);
        this.telling = new TaskRunner.Newest(context.tasks());
        this.span = new ReadOnlyObjectWrapper<>(whole());
        context.situation().subscribe(situation -> show(situation.posture()));
        notes.alongside()
                .addListener((observable, was, now) -> draw(drawing.get().lines(), span.get()));
    }

    /** What has another one show the frameworks and the time that this one shows. */
    public Consumer<TrendsViewModel> asHere() {
        Set<Framework> left = Set.copyOf(hidden);
        Framework front = inFront.get();
        TrendRange chosen = range.get();
        TrendRange before = preset;
        boolean byHand = rangeChosen;
        Span time = free;
        return other -> {
            other.hidden.addAll(left);
            other.inFront.set(front);
            other.rangeChosen = byHand;
            other.preset = before;
            other.free = time;
            other.range.set(chosen);
            other.update();
        };
    }

    private void show(Posture posture) {
        if (!rangeChosen) {
            preset = TrendRange.fitting(posture.asOf(), first(posture));
            range.set(preset);
        }
        update();
    }

    private void update() {
        Situation situation = context.situation().getValue();
        Posture posture = situation.posture();
        List<TrendChart.Line> all = TrendChart.lines(posture);
        Framework front = inFront.get();
        if (front != null
                && all.stream().noneMatch(l -> l.standing().framework().equals(front))) {
            inFront.set(null);
        }
        List<TrendChart.Line> shown =
                all.stream().filter(line -> isShown(line.standing())).toList();
        Span chosen = free;
        Span time = chosen == null ? spanOf(range.get()) : chosen.clippedTo(whole());
        span.set(time);
        notice.set(PartNotice.of(Part.SCORES, situation, context.words()));
        chips.set(all.stream()
                .map(line -> new Chip(
                        line.standing().framework(), trendRows.name(line.standing()), line, isShown(line.standing())))
                .toList());
        LocalDate dayA = a;
        LocalDate dayB = b;
        comparison.set(
                dayA == null || dayB == null
                        ? null
                        : Comparison.of(shown, dayA, dayB, posture.asOf(), context.words()));
        rows.set(shown.stream()
                .map(line -> trendRows.row(line.standing(), time, posture, situation))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        draw(shown, time);
    }

    private void draw(List<TrendChart.Line> shown, Span time) {
        Words words = context.words();
        Alongside alongside = notes.alongside().get();
        tell(shown, time, alongside);
        List<TrendChart.Flag> flags = new ArrayList<>(alongside.flags(words));
        Comparison compared = comparison.get();
        if (compared != null) {
            DayWords days = new DayWords(words);
            flags.add(new TrendChart.Flag(compared.atA(), days.day(compared.a()), TrendChart.Flag.Kind.MOMENT));
            flags.add(new TrendChart.Flag(compared.atB(), days.day(compared.b()), TrendChart.Flag.Kind.MOMENT));
        }
        drawing.set(new TrendDrawing(
                shown,
                time.from(),
                time.to(),
                dimmed(shown),
                flags,
                alongside.targets(shown, words),
                alongside.unread()));
    }

    /** The chart in words, which takes a while and is wanted by nobody in the frame that shows the chart. */
    private void tell(List<TrendChart.Line> shown, Span time, Alongside alongside) {
        Words words = context.words();
        telling.run(
                () -> words.of("trends.summary", shown.size())
                        + " "
                        + new TrendSummary(words).text(shown, time.from(), time.to(), alongside),
                summary::set,
                error -> {
                    LOG.error("the chart could not be told in words", error);
                    summary.set(words.of("trends.summary", shown.size()));
                });
    }

    private boolean isShown(Standing standing) {
        return !hidden.contains(standing.framework());
    }

    private Set<Framework> dimmed(List<TrendChart.Line> shown) {
        Framework front = hovered != null ? hovered : inFront.get();
        boolean there =
                shown.stream().anyMatch(line -> line.standing().framework().equals(front));
        return !there
                ? Set.of()
                : shown.stream()
                        .map(line -> line.standing().framework())
                        .filter(framework -> !framework.equals(front))
                        .collect(Collectors.toSet());
    }

    private static @Nullable Instant first(Posture posture) {
        return posture.standings().stream()
                .map(standing -> standing.assessments().getFirst().effectiveAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Span spanOf(TrendRange wanted) {
        Posture posture = context.situation().getValue().posture();
        Instant to = posture.asOf();
        return new Span(wanted.from(to, first(posture), context.words().zone()), to);
    }

    /** As far as one can look: from the first assessment, and at least a year, to the moment looked at. */
    private Span whole() {
        Span everything = spanOf(TrendRange.ALL);
        Span year = spanOf(TrendRange.YEAR);
        return everything.from().isBefore(year.from()) ? everything : year;
    }

    /** How far back. */
    ReadOnlyObjectProperty<TrendRange> range() {
        return range;
    }

    /** The time that is shown. */
    ReadOnlyObjectProperty<Span> span() {
        return span.getReadOnlyProperty();
    }

    /** The two days that are compared; null while none are. */
    ReadOnlyObjectProperty<@Nullable Comparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    NotesViewModel notes() {
        return notes;
    }

    ReadOnlyObjectProperty<@Nullable Framework> inFront() {
        return inFront.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Chip>> chips() {
        return chips.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<TrendRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TrendDrawing> drawing() {
        return drawing.getReadOnlyProperty();
    }

    /** The chart in words; that of before until the new one is made. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable PartNotice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** The range that the person wants from now on. The one that is shown is no choice: a toggle that follows it says so. */
    void choose(TrendRange wanted) {
        if (wanted != range.get()) {
            rangeChosen = true;
            preset = wanted;
            free = null;
            range.set(wanted);
            update();
        }
    }

    /** Shows exactly this time, as far as there is any of it. */
    void choose(Span wanted) {
        showFree(wanted.within(whole()));
    }

    /** Shows whole days in whatever order, the later one included, as far as there is any of them. */
    void choose(LocalDate one, LocalDate other) {
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate last = one.isBefore(other) ? other : one;
        showFree(new Span(
                first.atStartOfDay(context.words().zone()).toInstant(),
                last.plusDays(1).atStartOfDay(context.words().zone()).toInstant()));
    }

    /** Makes what is shown a range of one's own, whose days can be changed. */
    void free() {
        showFree(span.get());
    }

    private void showFree(Span wanted) {
        rangeChosen = true;
        free = wanted;
        range.set(TrendRange.FREE);
        update();
    }

    /** Earlier (negative) or later by a share of what is shown. */
    void move(double share) {
        choose(span.get().moved(share));
    }

    /** Less time (a factor below 1) or more, around a moment; null for the latest shown. */
    void zoom(double factor, @Nullable Instant about) {
        choose(span.get().zoomed(factor, about == null ? span.get().to() : about));
    }

    /** Back to the range that was chosen before the free one. */
    void reset() {
        if (range.get() == TrendRange.FREE) {
            choose(preset);
        }
    }

    /** Shows a framework's line or hides it; a hidden one is no longer in front. */
    void toggle(Framework framework) {
        if (!hidden.remove(framework)) {
            hidden.add(framework);
            if (framework.equals(inFront.get())) {
                inFront.set(null);
            }
        }
        update();
    }

    /** Shows every framework, none in front. */
    void showAll() {
        hidden.clear();
        inFront.set(null);
        update();
    }

    /** Whether some framework is hidden or behind another. */
    boolean canShowAll() {
        return inFront.get() != null || chips.get().stream().anyMatch(chip -> !chip.shown());
    }

    /** Brings one framework to the front, shown if it was hidden; null lets all stand alike. */
    public void show(@Nullable Framework framework) {
        if (Objects.equals(framework, inFront.get())) {
            return;
        }
        if (framework != null) {
            hidden.remove(framework);
        }
        inFront.set(framework);
        update();
    }

    /**
     * As {@link #show}, for one who comes from another page: where the framework's latest assessment lies outside a range of
     * one's own, the range before that one shows.
     */
    public void lead(Framework framework) {
        show(framework);
        Span shown = span.get();
        boolean outside = drawing.get().lines().stream()
                .map(TrendChart.Line::standing)
                .filter(standing -> standing.framework().equals(framework))
                .map(standing -> standing.current().completedAt())
                .filter(Objects::nonNull)
                .anyMatch(at -> at.isBefore(shown.from()) || at.isAfter(shown.to()));
        if (outside) {
            reset();
        }
    }

    /** Lets the others fade as long as the mouse is on this one; null when it is on none. */
    void hover(@Nullable Framework framework) {
        if (!Objects.equals(framework, hovered)) {
            hovered = framework;
            TrendDrawing now = drawing.get();
            drawing.set(now.withDimmed(dimmed(now.lines())));
        }
    }

    /** Compares the end of two days. */
    void compare(LocalDate first, LocalDate second) {
        a = first;
        b = second;
        update();
    }

    void stopComparing() {
        a = null;
        b = null;
        update();
    }

    /** Moves the nearer one of the two days that are compared to the day of a moment. */
    void compareAt(Instant at) {
        Comparison now = comparison.get();
        if (now != null) {
            LocalDate day = day(at);
            boolean nearA = Math.abs(day.toEpochDay() - now.a().toEpochDay())
                    <= Math.abs(day.toEpochDay() - now.b().toEpochDay());
            compare(nearA ? day : now.a(), nearA ? now.b() : day);
        }
    }

    /** The local day of a moment. */
    LocalDate day(Instant at) {
        return at.atZone(context.words().zone()).toLocalDate();
    }

    /** The last local day of which anything is shown: the end itself may be the first moment of the next one. */
    LocalDate lastDay() {
        return day(span.get().to().minusMillis(1));
    }

    /** The last day that can be looked at. */
    LocalDate latest() {
        return day(context.situation().getValue().posture().asOf());
    }

    /** What stands in the box beside a point. */
    Readout readout(TrendChart.Point point) {
        Standing standing = context.situation().getValue().posture().standings().stream()
                .filter(s -> s.framework().equals(point.framework()))
                .findFirst()
                .orElseThrow();
        return Readout.of(standing, point.assessment(), context.words());
    }

    Words words() {
        return context.words();
    }

    Navigator navigator() {
        return context.navigator();
    }

    FileSaver saver() {
        return context.saver();
    }
}
