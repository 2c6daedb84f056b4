package dev.gradeline.ui.flow;

import dev.gradeline.posture.Framework;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A number on the page: the table shows the recommendations behind it. */
sealed interface Figure {
    /** Those open at the moment, longest first. */
    record Oldest() implements Figure {}

    /** A month's count. */
    record InMonth(YearMonth month, Count count) implements Figure {}

    /**
     * A median: with a priority, a framework, or, where both are null and it is {@code all}, every recommendation.
     *
     * @param closed whether it is of those closed in the months shown, and not of those still open
     */
    record DaysOpen(
            FlowBy by,
            boolean all,
            @Nullable Integer priority,
            @Nullable Framework framework,
            boolean closed) implements Figure {}

    /** A column of the months. */
    enum Count {
        OPENED,
        COMPLETED,
        DISMISSED,
        LEFT,
        BACK,
        OPEN
    }
}
