package dev.gradeline.ui.flow;

/** How many months the page shows, counted back from the moment looked at. */
public enum FlowRange {
    YEAR(12),
    TWO_YEARS(24),
    ALL(Integer.MAX_VALUE);

    private final int months;

    FlowRange(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }
}
