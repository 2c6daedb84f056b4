package dev.gradeline;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How benchmarks tell what they measured. */
public final class Samples {
    private static final PrintStream OUT = System.out;

    private Samples() {}

    /** Prints median and quartiles of the rounds. */
    public static void tell(String what, List<Double> samples) {
        List<Double> sorted = new ArrayList<>(samples);
        Collections.sort(sorted);
        OUT.printf(
                Locale.ROOT,
                "%-64s median %.2f, quartiles %.2f to %.2f, %d rounds%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() / 4),
                sorted.get(3 * sorted.size() / 4),
                sorted.size());
    }
}
