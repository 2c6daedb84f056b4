package dev.gradeline.report;

import dev.gradeline.posture.Course;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Lifetime;
import dev.gradeline.report.ExportTable.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The recommendations behind a figure of the flow, as CSV and JSON like {@link TableExport}. Field names are a contract. The
 * stream is flushed, not closed. Any thread.
 */
public final class FlowExport {
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    private static final ExportTable<Row> ROWS = new ExportTable<>(List.of(
            Column.text("id", of(Lifetime::id)),
            Column.text("title", of(Lifetime::title)),
            Column.number("priority", row -> row.course().life().priority()),
            Column.text("framework_id", of(life -> id(life.framework()))),
            Column.text("category", of(Lifetime::category)),
            Column.text("state", row -> row.course().state().name().toLowerCase(Locale.ROOT)),
            Column.text("event", Row::event),
            Column.instant("at", Row::at),
            Column.number("days_open", row -> days(row.course().open())),
            Column.text("days_open_is_least", row -> String.valueOf(row.course().openedUnseen()))));

    private FlowExport() {}

    /**
     * A row.
     *
     * @param event what happened to it in the month; null where the figure is no event
     * @param at when that was, or since when it is open
     */
    public record Row(
            Course course, @Nullable String event, @Nullable Instant at) {}

    /** Writes the rows in their order. */
    public static void write(List<Row> rows, TableExport.Format format, OutputStream out) throws IOException {
        ROWS.write(rows.stream(), format, out);
    }

    private static Function<Row, @Nullable String> of(Function<Lifetime, @Nullable String> field) {
        return row -> field.apply(row.course().life());
    }

    private static @Nullable String id(@Nullable Framework framework) {
        return framework == null ? null : framework.id();
    }

    /** To a hundredth of a day. */
    private static BigDecimal days(Duration open) {
        return BigDecimal.valueOf(open.toSeconds()).divide(SECONDS_OF_A_DAY, 2, RoundingMode.HALF_UP);
    }
}
