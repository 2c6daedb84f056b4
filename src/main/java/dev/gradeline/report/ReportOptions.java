package dev.gradeline.report;

import dev.gradeline.posture.RecommendationFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF snapshot should hold.
 *
 * @param organisation the name printed at the top; empty for none
 * @param since the start of “what changed”; null for no such section
 * @param oldAfterDays frameworks not assessed for longer are marked; 0 for never
 * @param version the program's version, part of the document's facts
 */
public record ReportOptions(
        String organisation,
        Paper paper,
        RecommendationFilter filter,
        @Nullable Instant since,
        int oldAfterDays,
        String version) {
    /** Paper sizes. */
    public enum Paper {
        A4,
        LETTER
    }
}
