package dev.gradeline.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.ToNextGrade;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The data of a snapshot, for machines: what its pages show, and no more. Rows have the fields of the exports but for a
 * person's own notes and tags, which no page shows. The same snapshot gives the same bytes.
 */
final class SnapshotJson {
    /** What the file is inside the PDF. */
    static final String NAME = "snapshot.json";

    static final String FORMAT = "gradeline-snapshot";
    static final int VERSION = 1;

    private static final ExportTable<Standing> NEXT = new ExportTable<>(List.of(
            ExportTable.Column.text("framework_id", row -> row.framework().id()),
            ExportTable.Column.text("next_grade", SnapshotJson::nextGrade),
            ExportTable.Column.number("points", SnapshotJson::points)));

    private static final ExportTable<Freshness> PARTS = new ExportTable<>(List.of(
            ExportTable.Column.text("part", row -> row.part().id()),
            ExportTable.Column.instant("read_at", Freshness::refreshedAt),
            ExportTable.Column.instant("tried_at", Freshness::triedAt),
            ExportTable.Column.text("outcome", row -> outcome(row.outcome()))));

    private static final ExportTable<DayNote> NOTES = new ExportTable<>(List.of(
            ExportTable.Column.text("day", row -> row.day().toString()),
            ExportTable.Column.text("text", DayNote::text)));

    private static final ExportTable<Map.Entry<String, BigDecimal>> TARGETS = new ExportTable<>(List.of(
            ExportTable.Column.text("framework_id", Map.Entry::getKey),
            ExportTable.Column.number("score", Map.Entry::getValue)));

    private final Snapshot snapshot;
    private final JsonGenerator json;

    private SnapshotJson(Snapshot snapshot, JsonGenerator json) {
        this.snapshot = snapshot;
        this.json = json;
    }

    static byte[] of(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(ExportTable.oneRowPerLine());
            new SnapshotJson(snapshot, json).write();
            json.writeRaw('\n');
        }
        return out.toByteArray();
    }

    private void write() throws IOException {
        ReportOptions options = snapshot.options();
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("format_version", VERSION);
        text("program", snapshot.text("report.program", options.version()));
        text("organisation", snapshot.organisation().isEmpty() ? null : snapshot.organisation());
        text("organization_id", snapshot.posture().organizationId());
        text("organization_digest", snapshot.organizationDigest());
        text("language", snapshot.words().locale().toLanguageTag());
        json.writeBooleanField("redacted", options.redacted());
        instant("names_as_of", snapshot.namesAsOf());
        instant("as_of", snapshot.posture().asOf());
        instant("last_sync", snapshot.posture().lastSync());
        options();
        field("parts", PARTS, snapshot.posture().freshness().values());
        for (ReportSection section : options.sections()) {
            section(section);
        }
        json.writeEndObject();
    }

    private void options() throws IOException {
        ReportOptions options = snapshot.options();
        json.writeObjectFieldStart("options");
        json.writeStringField("form", options.form().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("sections");
        for (ReportSection section : options.sections()) {
            json.writeString(section.id());
        }
        json.writeEndArray();
        json.writeStringField("paper", options.paper().name().toLowerCase(Locale.ROOT));
        text("filter", snapshot.filter());
        instant("since", options.since());
        json.writeNumberField("old_after_days", options.oldAfterDays());
        json.writeEndObject();
    }

    private void section(ReportSection section) throws IOException {
        List<Standing> standings = snapshot.posture().standings();
        switch (section) {
            case GRADES -> field("scores", TableExport.SCORES, standings);
            case TREND -> trend(standings);
            case CHANGES -> {
                if (snapshot.options().since() != null) {
                    field("changes", TableExport.CHANGES, snapshot.changes());
                }
            }
            case NEXT_GRADE -> field("next_grades", NEXT, standings);
            case RECOMMENDATIONS -> recommendations();
            case DISCOVERY -> discovery();
            case BANDS -> {
                // the same for everybody: documented, not data
            }
        }
    }

    private void trend(List<Standing> standings) throws IOException {
        Instant from = TrendSection.from(snapshot);
        List<Assessment> shown = standings.stream()
                .flatMap(standing ->
                        TrendSummary.shown(standing, from, snapshot.posture().asOf()).stream())
                .toList();
        field("history", TableExport.HISTORY, shown);
        field("notes", NOTES, TrendSection.shownNotes(snapshot));
        Set<Framework> lines = standings.stream().map(Standing::framework).collect(Collectors.toSet());
        field(
                "targets",
                TARGETS,
                snapshot.alongside().annotations().targets().entrySet().stream()
                        .filter(target -> lines.contains(target.getKey()))
                        .map(target -> Map.entry(target.getKey().id(), target.getValue()))
                        .toList());
    }

    private void recommendations() throws IOException {
        List<Recommendation> rows = snapshot.rows();
        json.writeNumberField("recommendations_total", snapshot.total());
        json.writeNumberField("recommendations_passing", rows.size());
        List<Recommendation> shown = isBrief()
                ? RecommendationsSection.briefOrder(snapshot).stream()
                        .limit(RecommendationsSection.MOST)
                        .toList()
                : rows;
        field("recommendations", TableExport.RECOMMENDATIONS_AS_TOLD, shown);
    }

    private void discovery() throws IOException {
        Scan scan = snapshot.posture().scan();
        if (scan == null) {
            json.writeNullField("discovery");
            return;
        }
        Scan previous = snapshot.posture().previousScan();
        List<Change> changes = DiscoverySection.changes(previous, scan);
        json.writeObjectFieldStart("discovery");
        text("id", scan.id());
        text("domain", scan.domain());
        text("status", scan.status());
        instant("started_at", scan.startedAt());
        instant("completed_at", scan.completedAt());
        number("platforms_discovered", scan.platformsDiscovered());
        number("shadow_ai_count", scan.shadowAiCount());
        number("overall_risk_score", scan.overallRiskScore());
        instant("compared_with", previous == null ? null : previous.effectiveAt());
        names("new", changes, Change.Kind.PLATFORM_NEW);
        names("returned", changes, Change.Kind.PLATFORM_RETURNED);
        names("gone", changes, Change.Kind.PLATFORM_GONE);
        if (!isBrief()) {
            field("platforms", TableExport.PLATFORMS, scan.platforms());
        }
        json.writeEndObject();
    }

    private void names(String name, List<Change> changes, Change.Kind kind) throws IOException {
        json.writeArrayFieldStart(name);
        for (Change change : changes) {
            if (change.kind() == kind) {
                ExportTable.value(json, ExportTable.Type.TEXT, change.subject());
            }
        }
        json.writeEndArray();
    }

    private boolean isBrief() {
        return snapshot.options().form() == ReportOptions.Form.BRIEF;
    }

    private <T> void field(String name, ExportTable<T> table, Iterable<T> rows) throws IOException {
        json.writeFieldName(name);
        table.array(json, rows.iterator());
    }

    private void text(String name, @Nullable String text) throws IOException {
        json.writeFieldName(name);
        ExportTable.value(json, ExportTable.Type.TEXT, text);
    }

    private void instant(String name, @Nullable Instant instant) throws IOException {
        text(name, instant == null ? null : instant.toString());
    }

    private void number(String name, @Nullable Number number) throws IOException {
        json.writeFieldName(name);
        ExportTable.value(json, ExportTable.Type.NUMBER, ExportTable.plain(number));
    }

    private static @Nullable String nextGrade(Standing standing) {
        ToNextGrade next = ToNextGrade.of(standing.current());
        return next == null ? null : next.next().name();
    }

    private static @Nullable BigDecimal points(Standing standing) {
        ToNextGrade next = ToNextGrade.of(standing.current());
        return next == null ? null : next.points();
    }

    private static @Nullable String outcome(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT);
    }
}
