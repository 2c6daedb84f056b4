package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Recommendation;
import dev.gradeline.ui.kit.Arriving;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of one situation once, however many filters ask for them before they are made: each making takes as long, and
 * as much memory, as the first. Any thread.
 */
final class RowMaking {
    private final Arriving arriving;
    private final Situation situation;
    private final Words words;
    private @Nullable RecommendationRows made;

    RowMaking(Arriving arriving, Situation situation, Words words) {
        this.arriving = arriving;
        this.situation = situation;
        this.words = words;
    }

    /** What is being read; the rows are of that while it is under way. */
    Arriving arriving() {
        return arriving;
    }

    /** The rows; who asks while another one makes them waits. */
    synchronized RecommendationRows rows() {
        RecommendationRows rows = made;
        if (rows == null) {
            List<Recommendation> source = arriving.underWay()
                    ? arriving.recommendations()
                    : situation.posture().recommendations();
            rows = new RecommendationRows(source, situation, words);
            made = rows;
        }
        return rows;
    }
}
