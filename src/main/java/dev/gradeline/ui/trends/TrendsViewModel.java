package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The frameworks' scores over time: which are shown, how far back, and which one is in front. JavaFX thread. */
public final class TrendsViewModel {
    private final PageContext context;
    private final TrendRows trendRows;
    private final ObjectProperty<TrendRange> range = new SimpleObjectProperty<>(TrendRange.YEAR);
    private final ReadOnlyObjectWrapper<@Nullable Framework> inFront = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Chip>> chips = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<TrendRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<TrendDrawing> drawing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PartNotice> notice = new ReadOnlyObjectWrapper<>();
    private final Set<Framework> hidden = new HashSet<>();
    private boolean rangeChosen;

    /** A framework's chip: its line's index gives colour and marker form. */
    record Chip(Framework framework, String name, TrendChart.Line line, boolean shown) {}

    public TrendsViewModel(PageContext context) {
        this.context = context;
        this.trendRows = new TrendRows(context.words());
        context.situation().subscribe(situation -> show(situation.posture()));
    }

    private void show(Posture posture) {
        if (!rangeChosen) {
            range.set(TrendRange.fitting(posture.asOf(), first(posture)));
        }
        update();
    }

    private void update() {
        Situation situation = context.situation().getValue();
        Posture posture = situation.posture();
        List<TrendChart.Line> all = lines(posture);
        Framework front = inFront.get();
        if (front != null
                && all.stream().noneMatch(l -> l.standing().framework().equals(front))) {
            inFront.set(null);
        }
        List<TrendChart.Line> shown =
                all.stream().filter(line -> isShown(line.standing())).toList();
        Instant from =
                range.get().from(posture.asOf(), first(posture), context.words().zone());
        notice.set(PartNotice.of(Part.SCORES, situation, context.words()));
        chips.set(all.stream()
                .map(line -> new Chip(
                        line.standing().framework(), trendRows.name(line.standing()), line, isShown(line.standing())))
                .toList());
        List<TrendRow> newRows = shown.stream()
                .map(line -> trendRows.row(line.standing(), from, situation.now()))
                .toList();
        rows.set(newRows);
        drawing.set(new TrendDrawing(shown, from, posture.asOf(), dimmed(shown), summary(newRows)));
    }

    /** Every framework ever assessed, by id: its place gives its line the same colour and marker whatever else is shown. */
    private static List<TrendChart.Line> lines(Posture posture) {
        List<Standing> standings = posture.standings().stream()
                .sorted(Comparator.comparing(Standing::framework))
                .toList();
        List<TrendChart.Line> lines = new ArrayList<>();
        for (Standing standing : standings) {
            lines.add(new TrendChart.Line(standing, lines.size()));
        }
        return lines;
    }

    private boolean isShown(Standing standing) {
        return !hidden.contains(standing.framework());
    }

    private Set<Framework> dimmed(List<TrendChart.Line> shown) {
        Framework front = inFront.get();
        return front == null
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

    private String summary(List<TrendRow> shown) {
        Words words = context.words();
        String lines = shown.stream()
                .map(row -> words.of(
                        "trends.summary.line",
                        row.name(),
                        row.score().text(),
                        row.sinceStart().text(),
                        row.span().text()))
                .collect(Collectors.joining(words.of("trends.summary.semicolon")));
        return words.of("trends.summary", shown.size(), lines);
    }

    /** How far back. */
    ReadOnlyObjectProperty<TrendRange> range() {
        return range;
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

    ReadOnlyObjectProperty<@Nullable PartNotice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** The range that the person wants from now on. The one that is shown is no choice: a toggle that follows it says so. */
    void choose(TrendRange wanted) {
        if (wanted != range.get()) {
            rangeChosen = true;
            range.set(wanted);
            update();
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
}
