package dev.gradeline.ui.recommendations;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where rows stand in the table, found once on a worker: to search a hundred thousand for the one that is selected, with every
 * key typed, is nothing for the JavaFX thread. Any thread.
 */
final class Places {
    private static final int NOWHERE = -1;

    private final List<RecommendationRow> rows;
    private final int[] rowAt;
    private final int[] lineAt;
    private final Map<String, Integer> headAt = new HashMap<>();

    /**
     * @param rows those that pass the filter
     * @param lines what stands in the table
     * @param count the rows there are without a filter
     */
    Places(List<RecommendationRow> rows, List<? extends TableLine> lines, int count) {
        this.rows = rows;
        this.rowAt = at(rows, count);
        this.lineAt = at(lines, count);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof GroupLine head) {
                headAt.put(head.key(), i);
            }
        }
    }

    private static int[] at(List<? extends TableLine> lines, int count) {
        int[] at = new int[count];
        Arrays.fill(at, NOWHERE);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof RecommendationRow row) {
                at[row.place()] = i;
            }
        }
        return at;
    }

    /** Whether this row, as it is, is among those that pass the filter. */
    boolean has(RecommendationRow row) {
        int at = row.place() < rowAt.length ? rowAt[row.place()] : NOWHERE;
        return at >= 0 && rows.get(at).equals(row);
    }

    /** Where this row, as it is, stands in the table; −1 where it does not. */
    int line(RecommendationRow row) {
        return has(row) ? lineAt[row.place()] : NOWHERE;
    }

    /** Where the head of a group stands in the table; −1 where it does not. */
    int lineOfGroup(String key) {
        return headAt.getOrDefault(key, NOWHERE);
    }
}
