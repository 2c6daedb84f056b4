package dev.gradeline.ui.overview;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.Sparkline;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.StandingWords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One framework's card, ready to show.
 *
 * @param score the score in words, “–” when unknown
 * @param outOf “/100”; empty when the score is unknown
 * @param movement since the assessment before
 * @param unmoved why there is no movement; empty when there is
 * @param assessed when it was last assessed, short; empty when unknown
 * @param assessedInFull the same with time and UTC; empty when unknown
 * @param marks what is out of the ordinary, each in a word: old, restated, not reported
 * @param spoken the whole card in sentences
 */
record FrameworkCard(
        Framework framework,
        String name,
        @Nullable Grade grade,
        String score,
        String outOf,
        Trend trend,
        Movement movement,
        String unmoved,
        String assessed,
        String assessedInFull,
        List<StandingWords.Mark> marks,
        String spoken) {
    /** The scores between two moments, ready to draw. */
    record Trend(Standing standing, Instant from, Instant to) {
        /** A narrower line tells nothing. */
        private static final double LEAST_WIDTH = 60;

        /** Lays the line out for a size in pixels; empty when no score of that time is known or there is no room. */
        List<ChartShape> shapes(double width, double height) {
            return width < LEAST_WIDTH
                    ? List.of()
                    : Sparkline.layout(width, height, standing, from, to).shapes();
        }
    }

    FrameworkCard {
        marks = List.copyOf(marks);
    }
}
