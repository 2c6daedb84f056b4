package dev.gradeline.ayliea;

import dev.gradeline.posture.Recommendation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Recommendations as they arrive, ranked from 1 in the order of their coming. For one thread. */
final class RankedRows {
    private static final int ROOM = 128;

    /** Filled from the front and never changed there: a view of the front stays as it is, and costs nothing. */
    private Recommendation[] ranked = new Recommendation[ROOM];

    private int size;

    /**
     * @param rows all rows so far; those at the front are the ones of the last call
     * @return the same, ranked; it stays as it is when more arrive
     */
    List<Recommendation> upTo(List<Recommendation> rows) {
        if (rows.size() > ranked.length) {
            ranked = Arrays.copyOf(ranked, Math.max(rows.size(), 2 * ranked.length));
        }
        for (; size < rows.size(); size++) {
            ranked[size] = RowMapping.ranked(rows.get(size), size + 1);
        }
        return all();
    }

    /** All that were ranked. */
    List<Recommendation> all() {
        return Collections.unmodifiableList(Arrays.asList(ranked).subList(0, size));
    }
}
