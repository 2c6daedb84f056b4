package dev.gradeline.ui.changes;

import dev.gradeline.posture.Change;
import dev.gradeline.ui.kit.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows.
 *
 * @param rows days and their changes, newest first
 * @param shown the changes among them
 * @param count how many of how many
 * @param groupCounts how many of each group the other filters leave
 * @param kinds the kinds that occur, each with how many the other filters leave
 * @param emptiness in place of rows; null when there are rows
 */
record Listing(
        List<ChangeRow> rows,
        List<Change> shown,
        String count,
        Map<ChangeGroup, Integer> groupCounts,
        List<Choice> kinds,
        @Nullable Emptiness emptiness) {
    /** Before the first answer. */
    static final Listing NOTHING = new Listing(List.of(), List.of(), "", Map.of(), List.of(), null);

    /** Why there is nothing, and the way out. */
    record Emptiness(String title, String text, Way way) {}

    /** The way out of an empty list. */
    enum Way {
        NONE,
        CLEAR_FILTERS,
        TRY_AGAIN
    }

    Listing {
        rows = List.copyOf(rows);
        shown = List.copyOf(shown);
        groupCounts = Map.copyOf(groupCounts);
        kinds = List.copyOf(kinds);
    }
}
