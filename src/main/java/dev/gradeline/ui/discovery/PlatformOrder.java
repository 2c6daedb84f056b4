package dev.gradeline.ui.discovery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the platforms are sorted: by one column, and where that is the same by the next. Those that are gone come last and
 * unknown values after known ones, whichever way.
 *
 * @param keys none for the scan's own order, most confident first
 */
record PlatformOrder(List<Key> keys) {
    /** The order in which the scan has them. */
    static final PlatformOrder OWN = new PlatformOrder(List.of());

    PlatformOrder {
        keys = List.copyOf(keys);
    }

    /** A column and its direction. */
    record Key(Column column, boolean descending) {}

    /** What can be sorted by; the names are the columns' ids. */
    enum Column {
        NAME,
        TYPE,
        VENDOR,
        CATEGORY,
        CONFIDENCE,
        DETECTED,
        FIRST_SEEN,
        ADDRESS
    }

    /** Ties keep the scan's order. */
    Comparator<PlatformRow> comparator() {
        Comparator<PlatformRow> order = Comparator.comparing(PlatformRow::gone);
        for (Key key : keys) {
            order = order.thenComparing(by(key));
        }
        return order;
    }

    private static Comparator<PlatformRow> by(Key key) {
        return switch (key.column()) {
            case NAME -> text(key, row -> row.platform().name(), PlatformRow::name);
            case TYPE -> text(key, row -> row.platform().type(), PlatformRow::type);
            case VENDOR -> text(key, row -> row.platform().vendor(), PlatformRow::vendor);
            case CATEGORY -> text(key, row -> row.platform().category(), PlatformRow::category);
            case CONFIDENCE -> by(key, row -> row.platform().confidence(), Comparator.<BigDecimal>naturalOrder());
            case DETECTED -> by(key, PlatformRow::detectedAt, Comparator.<Instant>naturalOrder());
            case FIRST_SEEN -> by(key, row -> row.platform().firstSeen(), Comparator.<Instant>naturalOrder());
            case ADDRESS -> by(key, PlatformOrder::host, String.CASE_INSENSITIVE_ORDER);
        };
    }

    private static @Nullable String host(PlatformRow row) {
        return row.address() == null ? null : row.address().getHost();
    }

    private static Comparator<PlatformRow> text(
            Key key, Function<PlatformRow, @Nullable Object> known, Function<PlatformRow, String> shown) {
        return by(key, row -> known.apply(row) == null ? null : shown.apply(row), String.CASE_INSENSITIVE_ORDER);
    }

    private static <V> Comparator<PlatformRow> by(
            Key key, Function<PlatformRow, @Nullable V> field, Comparator<V> ascending) {
        return Comparator.comparing(field, Comparator.nullsLast(key.descending() ? ascending.reversed() : ascending));
    }
}
