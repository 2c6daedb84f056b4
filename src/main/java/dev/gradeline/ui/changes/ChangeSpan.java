package dev.gradeline.ui.changes;

/** From when on changes are listed. */
public enum ChangeSpan {
    LAST_VISIT(0),
    /** The last PDF snapshot. */
    LAST_REPORT(0),
    DAYS_7(7),
    DAYS_30(30),
    DAYS_90(90),
    /** A day that the person chose. */
    DATE(0);

    private final int days;

    ChangeSpan(int days) {
        this.days = days;
    }

    /** How many days back; 0 where something else says it. */
    int days() {
        return days;
    }
}
