package dev.gradeline.posture;

/** The documented grade bands, best first. They draw the chart; they never decide a grade. */
public enum GradeBand {
    A(90, 100),
    B(75, 90),
    C(60, 75),
    D(40, 60),
    F(0, 40);

    private final int from;
    private final int to;

    GradeBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** The lowest score in the band, in points of 100. */
    public int from() {
        return from;
    }

    /** Where the band ends and the next better one begins, in points of 100; 100 itself belongs to A. */
    public int to() {
        return to;
    }
}
