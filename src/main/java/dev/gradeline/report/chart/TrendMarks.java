package dev.gradeline.report.chart;

import dev.gradeline.report.chart.ChartShape.Area;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Label.Anchor;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.TrendChart.Flag;
import dev.gradeline.report.chart.TrendChart.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Flags at the top of the plot, each over a line down through it, and targets across it. Where texts would touch, one moves
 * to the next row, gets shorter, and at last goes: its line always stays.
 */
final class TrendMarks {
    private static final double SIZE = 11;
    private static final double ROW = 15;
    private static final int MOST_ROWS = 3;
    private static final double PENNANT = 7;
    private static final double BESIDE = 4;
    /** A text shorter than this tells nothing. */
    private static final double LEAST = 40;
    /** How far apart the places are at which a target's text is tried, in points. */
    private static final double STEP = 24;

    private final Plot plot;
    private final TimeScale time;
    private final TextMeasure measure;
    private final List<Taken> taken = new ArrayList<>();
    private final List<ChartShape> texts = new ArrayList<>();

    private record Taken(double left, double top, double right, double bottom) {
        boolean touches(Taken other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    TrendMarks(Plot plot, TimeScale time, TextMeasure measure) {
        this.plot = plot;
        this.time = time;
        this.measure = measure;
    }

    /**
     * The lines of flags and targets: they lie behind the scores. A flag's line begins in its row, so that it does not cross
     * the text of one in a row above.
     */
    List<ChartShape> lines(List<Flag> flags, List<Target> targets, ScoreScale scores) {
        List<ChartShape> shapes = new ArrayList<>();
        for (Target target : targets) {
            double y = scores.y(target.score());
            shapes.add(new Polyline(List.of(plot.left(), y, plot.right(), y), target.ink(), 1.5, true));
        }
        for (Flag flag : shown(flags)) {
            double x = time.x(flag.at());
            double top = flag(flag);
            boolean note = flag.kind() == Flag.Kind.NOTE;
            shapes.add(
                    new Polyline(List.of(x, top, x, plot.bottom()), Ink.of(note ? Role.AXIS : Role.ACCENT), 1, note));
        }
        targets.forEach(target -> target(target, scores.y(target.score())));
        return shapes;
    }

    private List<Flag> shown(List<Flag> flags) {
        return flags.stream()
                .filter(flag -> !flag.at().isBefore(time.from()) && !flag.at().isAfter(time.to()))
                .sorted(Comparator.comparing(Flag::at).thenComparing(Flag::kind).thenComparing(Flag::text))
                .toList();
    }

    /** The texts to {@link #lines}: they lie over the scores. */
    List<ChartShape> texts() {
        return texts;
    }

    /** @return where its row begins */
    private double flag(Flag flag) {
        double x = time.x(flag.at());
        boolean note = flag.kind() == Flag.Kind.NOTE;
        double beside = note ? PENNANT + BESIDE : BESIDE;
        String text = ChartText.line(flag.text());
        double width = measure.width(text, SIZE, !note);
        int rows = (int) Math.clamp(plot.height() / (2 * ROW), 1, MOST_ROWS);
        for (int row = 0; row < rows; row++) {
            double top = plot.top() + row * ROW;
            Taken right = new Taken(x - 1, top, x + beside + width + 2, top + ROW);
            double flagEnd = Math.min(plot.right(), x + (note ? PENNANT : 0) + 1);
            Taken left = new Taken(x - BESIDE - width - 2, top, flagEnd, top + ROW);
            if (right.right() <= plot.right() && free(right)) {
                place(flag, text, x, top, true, right);
                return top;
            }
            if (left.left() >= plot.left() && free(left)) {
                place(flag, text, x, top, false, left);
                return top;
            }
        }
        for (int row = 0; row < rows; row++) {
            double top = plot.top() + row * ROW;
            double room = room(x, top) - beside - 2;
            String cut = room < LEAST ? "" : ChartText.fitted(text, room, SIZE, !note, measure);
            if (!cut.isEmpty()) {
                double end = x + beside + measure.width(cut, SIZE, !note) + 2;
                place(flag, cut, x, top, true, new Taken(x - 1, top, end, top + ROW));
                return top;
            }
        }
        double last = plot.top() + (rows - 1) * ROW;
        place(flag, "", x, last, true, new Taken(x - 1, last, x + PENNANT, last + ROW));
        return last;
    }

    private boolean free(Taken wanted) {
        return taken.stream().noneMatch(wanted::touches);
    }

    /** How much room there is to the right of x in a row; 0 where x itself is taken. */
    private double room(double x, double top) {
        double end = plot.right();
        for (Taken each : taken) {
            boolean sameRow = each.top() < top + ROW && top < each.bottom();
            if (sameRow && each.right() > x - 1) {
                end = Math.min(end, each.left());
            }
        }
        return Math.max(0, end - x);
    }

    private void place(Flag flag, String text, double x, double top, boolean right, Taken place) {
        boolean note = flag.kind() == Flag.Kind.NOTE;
        Ink ink = Ink.of(note ? Role.AXIS : Role.ACCENT);
        taken.add(place);
        double middle = top + ROW / 2;
        double pennant = Math.min(PENNANT, plot.right() - x);
        if (note && pennant > 0) {
            texts.add(new Area(List.of(x, middle - 4.5, x + pennant, middle - 1.5, x, middle + 1.5), ink));
        }
        if (!text.isEmpty()) {
            double start = right ? x + (note ? PENNANT + BESIDE : BESIDE) : x - BESIDE;
            Anchor anchor = right ? Anchor.START : Anchor.END;
            texts.add(new Label(start, Plot.baseline(middle, SIZE), text, SIZE, !note, anchor, ink));
        }
    }

    /** Above its line, or below it where it is at the top; as far to the left as there is room. */
    private void target(Target target, double y) {
        String text = ChartText.fitted(ChartText.line(target.text()), plot.width() - 12, SIZE, false, measure);
        if (text.isEmpty()) {
            return;
        }
        double width = measure.width(text, SIZE, false);
        for (double x = plot.left() + 6; x + width <= plot.right() - 4; x += STEP) {
            for (double top : new double[] {y - ROW, y + 2}) {
                Taken place = new Taken(x - 3, top, x + width + 3, top + ROW);
                if (top >= plot.top() && top + ROW <= plot.bottom() && free(place)) {
                    taken.add(place);
                    texts.add(new Label(
                            x, Plot.baseline(top + ROW / 2, SIZE), text, SIZE, false, Anchor.START, target.ink()));
                    return;
                }
            }
        }
    }
}
