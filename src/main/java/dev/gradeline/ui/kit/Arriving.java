package dev.gradeline.ui.kit;

import dev.gradeline.posture.Recommendation;
import java.util.List;

/**
 * What a first reading of the recommendations has brought so far, shown until all are there and history keeps them. Where
 * history has an earlier answer, that is shown and nothing is arriving. Immutable.
 *
 * @param underWay whether a first reading is going on
 * @param recommendations in the server's order; empty before its first page has come
 */
public record Arriving(boolean underWay, List<Recommendation> recommendations) {
    /** Nothing is arriving. */
    public static final Arriving NOTHING = new Arriving(false, List.of());
}
