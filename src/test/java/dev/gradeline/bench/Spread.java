package dev.gradeline.bench;

import java.util.List;

/** What some rounds came to. */
record Spread(double median, double lower, double upper, int rounds) {
    static Spread of(List<Double> samples) {
        List<Double> sorted = samples.stream().sorted().toList();
        int count = sorted.size();
        return new Spread(sorted.get(count / 2), sorted.get(count / 4), sorted.get(3 * count / 4), count);
    }
}
