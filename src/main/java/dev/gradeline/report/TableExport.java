package dev.gradeline.report;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import dev.gradeline.report.ExportTable.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exports, as CSV (RFC 4180, UTF-8, formulas defused) and JSON (exact). Field names are a contract. The stream is
 * flushed, not closed. Any thread.
 */
public final class TableExport {
    static final ExportTable<Standing> SCORES = new ExportTable<>(List.of(
            Column.text("framework_id", row -> row.framework().id()),
            Column.number("overall_score", row -> row.current().overallScore()),
            Column.text("grade", row -> letter(row.current().grade())),
            Column.instant("completed_at", row -> row.current().completedAt()),
            Column.number("previous_score", TableExport::previousScore),
            Column.number("change", Standing::change)));

    static final ExportTable<Assessment> HISTORY = new ExportTable<>(List.of(
            Column.text("framework_id", row -> row.framework().id()),
            Column.number("overall_score", Assessment::overallScore),
            Column.text("grade", row -> letter(row.grade())),
            Column.instant("completed_at", Assessment::completedAt),
            Column.instant("first_seen", Assessment::firstSeen)));

    private static final List<Column<Recommendation>> ADVICE = List.of(
            Column.text("id", Recommendation::id),
            Column.text("title", Recommendation::title),
            Column.number("priority", Recommendation::priority),
            Column.text("status", row -> statusId(row.status())),
            Column.text("framework_id", row -> frameworkId(row.framework())),
            Column.text("category", Recommendation::category),
            Column.number("rank", Recommendation::rank),
            Column.instant("first_seen", Recommendation::firstSeen),
            Column.instant("last_changed", Recommendation::lastChanged));

    /** As the server tells them: for what is handed on, where a person's own notes have no place. */
    static final ExportTable<Recommendation> RECOMMENDATIONS_AS_TOLD = new ExportTable<>(ADVICE);

    static final ExportTable<Recommendation> RECOMMENDATIONS = new ExportTable<>(Stream.concat(
                    ADVICE.stream(),
                    Stream.of(
                            Column.<Recommendation>text(
                                    "own_tags",
                                    row -> orNull(String.join(", ", row.own().tags()))),
                            Column.<Recommendation>text(
                                    "own_note", row -> orNull(row.own().text()))))
            .toList());

    private static final List<Column<Platform>> FOUND = List.of(
            Column.text("platform_name", Platform::name),
            Column.text("platform_type", Platform::type),
            Column.text("vendor", Platform::vendor),
            Column.text("category", Platform::category),
            Column.text("url", Platform::url),
            Column.number("confidence", Platform::confidence),
            Column.instant("created_at", Platform::createdAt),
            Column.text("id", Platform::id),
            Column.instant("first_seen", Platform::firstSeen));

    static final ExportTable<Platform> PLATFORMS = new ExportTable<>(FOUND);

    static final ExportTable<ComparedPlatform> COMPARED_PLATFORMS = new ExportTable<>(Stream.concat(
                    FOUND.stream().map(TableExport::ofCompared),
                    Stream.of(
                            Column.<ComparedPlatform>text("comparison", ComparedPlatform::comparison),
                            Column.<ComparedPlatform>number("confidence_before", ComparedPlatform::confidenceBefore),
                            Column.<ComparedPlatform>instant("compared_with", ComparedPlatform::comparedWith)))
            .toList());

    static final ExportTable<Change> CHANGES = new ExportTable<>(List.of(
            Column.instant("at", Change::at),
            Column.text("kind", row -> row.kind().id()),
            Column.text("subject", Change::subject),
            Column.text("before", Change::before),
            Column.text("after", Change::after)));

    private TableExport() {}

    /** The file's format. */
    public enum Format {
        CSV,
        JSON
    }

    /** Current standings that the server still reports. */
    public static void scores(List<Standing> standings, Format format, OutputStream out) throws IOException {
        SCORES.write(standings.stream().filter(Standing::reported), format, out);
    }

    /** Every row given, superseded scores too. */
    public static void history(List<Assessment> assessments, Format format, OutputStream out) throws IOException {
        HISTORY.write(assessments.stream(), format, out);
    }

    public static void recommendations(List<Recommendation> rows, Format format, OutputStream out) throws IOException {
        RECOMMENDATIONS.write(rows.stream(), format, out);
    }

    public static void platforms(List<Platform> rows, Format format, OutputStream out) throws IOException {
        PLATFORMS.write(rows.stream(), format, out);
    }

    /** The platforms of one scan beside those of another, with those that only the earlier one has. */
    public static void comparedPlatforms(List<ComparedPlatform> rows, Format format, OutputStream out)
            throws IOException {
        COMPARED_PLATFORMS.write(rows.stream(), format, out);
    }

    public static void changes(List<Change> rows, Format format, OutputStream out) throws IOException {
        CHANGES.write(rows.stream(), format, out);
    }

    private static Column<ComparedPlatform> ofCompared(Column<Platform> column) {
        return new Column<>(column.name(), column.type(), row -> column.value().apply(row.platform()));
    }

    private static @Nullable BigDecimal previousScore(Standing row) {
        Assessment previous = row.previous();
        return previous == null ? null : previous.overallScore();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String letter(@Nullable Grade grade) {
        return grade == null ? null : grade.letter();
    }

    private static @Nullable String statusId(@Nullable Status status) {
        return status == null ? null : status.id();
    }

    private static @Nullable String frameworkId(@Nullable Framework framework) {
        return framework == null ? null : framework.id();
    }
}
