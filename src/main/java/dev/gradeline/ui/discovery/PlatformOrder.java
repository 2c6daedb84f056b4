package dev.gradeline.ui.discovery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the platforms are sorted. Those that are gone come last and unknown values after known ones, whichever way. */
record PlatformOrder(Column column, boolean descending) {
    /** What can be sorted by; the names are the columns' ids. */
    enum Column {
        NAME,
        TYPE,
        VENDOR,
        CONFIDENCE,
        DETECTED,
        FIRST_SEEN
    }

    /** Ties keep the scan's order, most confident first. */
    Comparator<PlatformRow> comparator() {
        Comparator<PlatformRow> order = switch (column) {
            case NAME -> text(row -> row.platform().name(), PlatformRow::name);
            case TYPE -> text(row -> row.platform().type(), PlatformRow::type);
            case VENDOR -> text(row -> row.platform().vendor(), PlatformRow::vendor);
            case CONFIDENCE -> by(row -> row.platform().confidence(), Comparator.<BigDecimal>naturalOrder());
            case DETECTED -> by(PlatformRow::detectedAt, Comparator.<Instant>naturalOrder());
            case FIRST_SEEN -> by(row -> row.platform().firstSeen(), Comparator.<Instant>naturalOrder());
        };
        return Comparator.comparing(PlatformRow::gone).thenComparing(order);
    }

    private Comparator<PlatformRow> text(
            Function<PlatformRow, @Nullable Object> known, Function<PlatformRow, String> shown) {
        return by(row -> known.apply(row) == null ? null : shown.apply(row), String.CASE_INSENSITIVE_ORDER);
    }

    private <V> Comparator<PlatformRow> by(Function<PlatformRow, @Nullable V> field, Comparator<V> ascending) {
        return Comparator.comparing(field, Comparator.nullsLast(descending ? ascending.reversed() : ascending));
    }
}
