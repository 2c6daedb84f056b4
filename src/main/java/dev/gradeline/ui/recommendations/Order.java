package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the table is sorted: by one column, and by the next where rows are alike in it. Ties keep Ayliea's order; what the
 * server left out comes last, whichever way.
 *
 * @param keys empty for Ayliea's own order
 */
record Order(List<Key> keys) {
    static final Order AYLIEA = new Order(List.of());

    /** What can be sorted by; the names are the columns' ids. */
    enum Column {
        PRIORITY,
        TITLE,
        STATUS,
        FRAMEWORK,
        CATEGORY,
        TAGS,
        AGE,
        CHANGED,
        RANK,
        ID
    }

    /** One column, and which way. */
    record Key(Column column, boolean descending) {
        Comparator<RecommendationRow> comparator() {
            return switch (column) {
                case PRIORITY -> by(row -> row.recommendation().priority(), Comparator.<Integer>naturalOrder());
                case TITLE -> text(row -> row.untitled() ? null : row.title(), RecommendationRow::title);
                case STATUS -> by(row -> row.recommendation().status(), work());
                case FRAMEWORK -> text(row -> row.recommendation().framework(), RecommendationRow::framework);
                case CATEGORY -> text(row -> row.recommendation().category(), RecommendationRow::category);
                case TAGS -> text(row -> row.tags().isEmpty() ? null : row.tags(), RecommendationRow::tags);
                case AGE -> by(RecommendationRow::ageDays, Comparator.<Long>naturalOrder());
                case CHANGED -> by(row -> row.recommendation().lastChanged(), Comparator.<Instant>naturalOrder());
                case RANK -> by(row -> row.recommendation().rank(), Comparator.<Integer>naturalOrder());
                case ID -> by(row -> row.recommendation().id(), Comparator.<String>naturalOrder());
            };
        }

        private Comparator<RecommendationRow> text(
                Function<RecommendationRow, @Nullable Object> known, Function<RecommendationRow, String> shown) {
            return by(row -> known.apply(row) == null ? null : shown.apply(row), String.CASE_INSENSITIVE_ORDER);
        }

        private <V> Comparator<RecommendationRow> by(
                Function<RecommendationRow, @Nullable V> field, Comparator<V> ascending) {
            return Comparator.comparing(field, Comparator.nullsLast(descending ? ascending.reversed() : ascending));
        }

        private static Comparator<Status> work() {
            return Comparator.comparingInt((Status status) -> Facets.statusRank(status.id()))
                    .thenComparing(Status::id);
        }
    }

    Order {
        keys = List.copyOf(keys);
    }

    /** By one column. */
    Order(Column column, boolean descending) {
        this(List.of(new Key(column, descending)));
    }

    Comparator<RecommendationRow> comparator() {
        return keys.stream()
                .map(Key::comparator)
                .reduce(Comparator::thenComparing)
                .orElseGet(() -> Comparator.comparingInt(RecommendationRow::place));
    }
}
