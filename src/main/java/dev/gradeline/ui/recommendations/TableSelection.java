package dev.gradeline.ui.recommendations;

import dev.gradeline.ui.recommendations.RecommendationRows.Shown;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is selected in the table, and what is to be as soon as it is there. A row that the filter hides is not selected, unless
 * it was opened from another's details; it is again when it comes back. JavaFX thread; nothing here grows with the rows.
 */
final class TableSelection {
    private final ObjectProperty<@Nullable RecommendationRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper placed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper reveals = new ReadOnlyIntegerWrapper();
    private Places places = Shown.NOTHING.places();
    /** The rows that are shown, with those that the filter hides; null until there are any. */
    private @Nullable RecommendationRows all;
    /** The group whose head the keyboard is on; null while it is on a row. */
    private @Nullable String group;
    /** The id, or lineage, that is to be selected once it is there; null for none. */
    private @Nullable String wanted;

    /** The lineage of the row that a filter hid while it was selected; null for none. */
    private @Nullable String hid;

    private boolean swapping;

    /** The row that the details are of. */
    ObjectProperty<@Nullable RecommendationRow> selected() {
        return selected;
    }

    /** Changes whenever lines were swapped and the selection may stand elsewhere. */
    ReadOnlyIntegerProperty placed() {
        return placed.getReadOnlyProperty();
    }

    /** How often a row was to be brought into view. */
    ReadOnlyIntegerProperty reveals() {
        return reveals.getReadOnlyProperty();
    }

    /** The rows that are shown, with those that the filter hides; null until there are any. */
    @Nullable RecommendationRows all() {
        return all;
    }

    /** Selects a recommendation, even one that the filter hides; does nothing when there is none of this id. */
    void select(String id) {
        RecommendationRow row = all == null ? null : all.ofId(id);
        if (row != null) {
            select(row);
        }
    }

    private void select(RecommendationRow row) {
        group = null;
        wanted = null;
        hid = null;
        selected.set(row);
    }

    /**
     * Selects a recommendation, and has it brought into view, as soon as there are rows among which it is.
     *
     * @param id its id, or its lineage
     */
    void want(String id) {
        wanted = id;
    }

    /** Told by the table where the keyboard is. */
    void at(TableLine line) {
        if (swapping) {
            // the table moves its selection along with the lines: that is not the person
            return;
        }
        switch (line) {
            case GroupLine head -> {
                group = head.key();
                hid = null;
            }
            case RecommendationRow row -> select(row);
        }
    }

    /** The place of the line that is selected in the table; −1 for none. */
    int place() {
        if (group != null) {
            return places.lineOfGroup(group);
        }
        RecommendationRow row = selected.get();
        return row == null ? -1 : places.line(row);
    }

    /** Puts other lines into the table. */
    void swap(Runnable lines) {
        swapping = true;
        try {
            lines.run();
        } finally {
            swapping = false;
        }
    }

    /**
     * Follows the rows that are shown from now on.
     *
     * @param now with those that the filter hides
     * @param whole whether that is the whole answer
     * @return whether all that was to be selected is there, or may still come
     */
    boolean follow(RecommendationRows now, Places shown, boolean whole) {
        boolean narrowed = now.equals(all);
        RecommendationRow before = selected.get();
        // One that was opened from another's details stays, even where the filter hides it.
        boolean hidden = before != null && !places.has(before);
        all = now;
        places = shown;
        if (before != null && !(narrowed && shown.has(before))) {
            // whatever id a retake has given it meanwhile
            RecommendationRow row =
                    narrowed ? before : now.ofLineage(before.recommendation().lineage());
            boolean stays = row != null && (hidden || shown.has(row));
            hid = row == null || stays ? null : row.recommendation().lineage();
            selected.set(stays ? row : null);
        } else if (before == null && hid != null) {
            comeBack(now, hid, whole);
        }
        String id = wanted;
        RecommendationRow found = id == null ? null : now.ofIdOrLineage(id);
        boolean missing = id != null && found == null && whole;
        if (found != null) {
            select(found);
        } else if (missing) {
            wanted = null;
            hid = null;
            selected.set(null);
        }
        placed.set(placed.get() + 1);
        if (found != null) {
            reveals.set(reveals.get() + 1);
        }
        return !missing;
    }

    /** A letter too many hides a row: it is selected again without it, where nothing else was meanwhile. */
    private void comeBack(RecommendationRows now, String lineage, boolean whole) {
        RecommendationRow row = now.ofLineage(lineage);
        if (row != null && places.has(row)) {
            hid = null;
            selected.set(row);
        } else if (row == null && whole) {
            hid = null;
        }
    }

    /** Selects the first row, or the head of a group where all are closed, and brings it into view. */
    void first(List<TableLine> lines) {
        TableLine first = lines.stream()
                .filter(RecommendationRow.class::isInstance)
                .findFirst()
                .orElse(lines.isEmpty() ? null : lines.getFirst());
        if (first != null) {
            at(first);
            placed.set(placed.get() + 1);
            reveals.set(reveals.get() + 1);
        }
    }
}
