package dev.gradeline.ui.portfolio;

import dev.gradeline.posture.GradeBand;
import dev.gradeline.ui.portfolio.PortfolioRow.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the organisations are sorted: by one column, and where that is the same by the next. What is not known comes last,
 * whichever way.
 *
 * @param keys none for the order in which they came
 */
record PortfolioOrder(List<Key> keys) {
    static final PortfolioOrder OWN = new PortfolioOrder(List.of());

    /** The worst grade first, of equal ones the lowest score; a grade that no document knows after those that are known. */
    static final Comparator<Mark> WORST = Comparator.comparing(
                    PortfolioOrder::badness, Comparator.nullsLast(Comparator.<Integer>reverseOrder()))
            .thenComparing(Mark::score, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(Mark::name);

    PortfolioOrder {
        keys = List.copyOf(keys);
    }

    /** A column and its direction. */
    record Key(Column column, boolean descending) {}

    /** What can be sorted by; the names are the columns' ids. */
    enum Column {
        NAME,
        /** By its worst grade, the worst first. */
        GRADES,
        /** By what fell most. */
        MOVED,
        URGENT,
        SYNCED
    }

    /** Ties keep the order in which they came. */
    List<PortfolioRow> sorted(List<PortfolioRow> rows) {
        Comparator<PortfolioRow> order = (_, _) -> 0;
        for (Key key : keys) {
            order = order.thenComparing(by(key));
        }
        return rows.stream().sorted(order).toList();
    }

    private static @Nullable Integer badness(Mark mark) {
        GradeBand band = mark.grade() == null ? null : mark.grade().band();
        return band == null ? null : band.place();
    }

    private static Comparator<PortfolioRow> by(Key key) {
        return switch (key.column()) {
            case NAME -> by(key, PortfolioRow::title, String.CASE_INSENSITIVE_ORDER);
            case GRADES ->
                by(key, row -> row.grades().isEmpty() ? null : row.grades().getFirst(), WORST);
            case MOVED -> by(key, PortfolioOrder::fall, Comparator.<BigDecimal>naturalOrder());
            case URGENT -> by(key, PortfolioRow::urgent, Comparator.<Long>naturalOrder());
            case SYNCED -> by(key, PortfolioRow::synced, Comparator.<Instant>naturalOrder());
        };
    }

    private static @Nullable BigDecimal fall(PortfolioRow row) {
        return row.moves().isEmpty() ? null : row.moves().getFirst().points();
    }

    private static <V> Comparator<PortfolioRow> by(
            Key key, Function<PortfolioRow, @Nullable V> field, Comparator<V> ascending) {
        return Comparator.comparing(field, Comparator.nullsLast(key.descending() ? ascending.reversed() : ascending));
    }
}
