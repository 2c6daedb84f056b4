package dev.gradeline.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Where the names at the lines' ends stand: as near to their lines as they can without touching each other. */
final class EndLabels {
    private EndLabels() {}

    /**
     * Centres that are at least {@code spacing} apart and inside the bounds, with the least sum of squared shifts.
     *
     * @param wanted the wanted centres from top to bottom; {@code (wanted.size() - 1) * spacing} must fit the bounds
     */
    static List<Double> spread(List<Double> wanted, double spacing, double top, double bottom) {
        // With each centre moved up by its rank's share, "apart" becomes "not decreasing": pool the neighbours that
        // violate it.
        List<double[]> pools = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            double[] pool = {wanted.get(i) - i * spacing, 1};
            while (!pools.isEmpty() && pools.getLast()[0] > pool[0]) {
                double[] before = pools.removeLast();
                double weight = before[1] + pool[1];
                pool = new double[] {(before[0] * before[1] + pool[0] * pool[1]) / weight, weight};
            }
            pools.add(pool);
        }
        double last = bottom - (wanted.size() - 1) * spacing;
        List<Double> centres = new ArrayList<>();
        for (double[] pool : pools) {
            for (int i = 0; i < pool[1]; i++) {
                centres.add(Math.clamp(pool[0], top, Math.max(top, last)) + centres.size() * spacing);
            }
        }
        return centres;
    }
}
