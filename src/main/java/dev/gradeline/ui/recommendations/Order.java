package dev.gradeline.ui.recommendations;

import java.util.Comparator;
import java.util.function.Function;

/**
 * How the table is sorted. Ties keep Ayliea's order.
 *
 * @param column by what; {@link Column#RANK} ascending is Ayliea's own order
 */
record Order(Column column, boolean descending) {
    static final Order AYLIEA = new Order(Column.RANK, false);

    /** What can be sorted by; the names are the columns' ids. */
    enum Column {
        PRIORITY,
        TITLE,
        STATUS,
        FRAMEWORK,
        CATEGORY,
        AGE,
        CHANGED,
        RANK,
        ID
    }

    Comparator<RecommendationRow> comparator() {
        Comparator<RecommendationRow> ascending = switch (column) {
            case PRIORITY ->
                Comparator.comparing(row -> row.recommendation().priority(), Comparator.nullsLast(Integer::compare));
            case TITLE -> text(RecommendationRow::title);
            case STATUS -> text(RecommendationRow::status);
            case FRAMEWORK -> text(RecommendationRow::framework);
            case CATEGORY -> text(RecommendationRow::category);
            case AGE -> Comparator.comparingLong(RecommendationRow::ageDays);
            case CHANGED -> Comparator.comparing(row -> row.recommendation().lastChanged());
            case RANK -> Comparator.comparingInt(row -> row.recommendation().rank());
            case ID -> text(row -> row.recommendation().id());
        };
        return descending ? ascending.reversed() : ascending;
    }

    private static Comparator<RecommendationRow> text(Function<RecommendationRow, String> field) {
        return Comparator.comparing(field, String.CASE_INSENSITIVE_ORDER);
    }
}
