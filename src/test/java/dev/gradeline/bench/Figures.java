package dev.gradeline.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** What the benchmarks of a run have measured: each tells it here and on the terminal. Any thread. */
public final class Figures {
    private static final PrintStream OUT = System.out;

    /** How far the work grows. */
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000);

    private final boolean quick;
    private final Map<Figure, Spread> figures = new EnumMap<>(Figure.class);
    private final Map<Curve, Map<Integer, Point>> curves = new EnumMap<>(Curve.class);
    private final Set<String> leftOut = new LinkedHashSet<>();

    /** @param quick whether to go the whole way, but with too little measured to say anything */
    public Figures(boolean quick) {
        this.quick = quick;
    }

    /** Those of a benchmark that is run by itself. */
    public static Figures alone() {
        return new Figures(Boolean.getBoolean("bench.quick"));
    }

    /** One point of a curve, in milliseconds. */
    record Point(Spread ours, Spread theirs) {}

    public boolean quick() {
        return quick;
    }

    /** How many rounds there are, of as many as would be worth telling. */
    public int rounds(int wanted) {
        return quick ? 1 : wanted;
    }

    /** How many rounds go before, and are not counted. */
    public int warmUp(int wanted) {
        return quick ? 0 : wanted;
    }

    /** How many rows there are. */
    public int rows(int wanted) {
        return quick ? Math.min(wanted, 1_000) : wanted;
    }

    /** The numbers of rows that a curve is drawn over. */
    public List<Integer> sizes() {
        return quick ? SIZES.subList(0, 2) : SIZES;
    }

    /** Says that a round begins, so that one sees how far a long part is. Those that are not counted are below 0. */
    public void round(String what, int round, int of) {
        OUT.println(what + (round < 0 ? ": not counted" : ": round " + (round + 1) + " of " + of));
    }

    /** Says why something cannot be measured here, in a sentence. */
    public synchronized void leaveOut(String why) {
        leftOut.add(why);
        OUT.println("not measured: " + why);
    }

    public synchronized void tell(Figure figure, List<Double> samples) {
        Spread spread = Spread.of(samples);
        figures.put(figure, spread);
        OUT.printf(
                Locale.ROOT,
                "%-90s median %s, quartiles %s to %s, %d rounds%n",
                figure.what() + (figure.against() == null ? "" : " / " + figure.against()),
                figure.unit().of(spread.median()),
                figure.unit().of(spread.lower()),
                figure.unit().of(spread.upper()),
                spread.rounds());
    }

    /** Work that is timed. */
    public interface Work extends Callable<Object> {}

    /**
     * Has both sides of a curve take turns at a number of rows, and keeps the milliseconds.
     *
     * @param theirs the baseline; does nothing where the curve has none
     */
    public void measure(Curve curve, int rows, Work ours, Work theirs) throws Exception {
        int rounds = rounds(rows >= 100_000 ? 9 : 15);
        List<Double> mine = new ArrayList<>();
        List<Double> baseline = new ArrayList<>();
        for (int round = -warmUp(rows >= 100_000 ? 2 : 10); round < rounds; round++) {
            double there = millis(theirs);
            double here = millis(ours);
            if (round >= 0) {
                mine.add(here);
                baseline.add(there);
            }
        }
        tell(curve, rows, mine, baseline);
    }

    /** Keeps the milliseconds that both sides of a curve took at a number of rows. */
    public synchronized void tell(Curve curve, int rows, List<Double> ours, List<Double> theirs) {
        Point point = new Point(Spread.of(ours), Spread.of(theirs));
        curves.computeIfAbsent(curve, key -> new TreeMap<>()).put(rows, point);
        OUT.printf(
                Locale.ROOT,
                "%-60s %,8d rows: %.2f ms, baseline %.2f ms%n",
                curve.what(),
                rows,
                point.ours().median(),
                point.theirs().median());
    }

    private static double millis(Work work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e6;
    }

    synchronized Map<Figure, Spread> figures() {
        return new EnumMap<>(figures);
    }

    synchronized Map<Curve, Map<Integer, Point>> curves() {
        Map<Curve, Map<Integer, Point>> copy = new EnumMap<>(Curve.class);
        curves.forEach((curve, points) -> copy.put(curve, new TreeMap<>(points)));
        return copy;
    }

    synchronized List<String> leftOut() {
        return List.copyOf(leftOut);
    }
}
