package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Scan;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTable;
import dev.gradeline.report.pdf.PdfTable.Cell;
import dev.gradeline.report.pdf.PdfTable.Column;
import dev.gradeline.report.pdf.Print;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.words.PostureWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The latest completed scan: its facts, its platforms, and what is new or gone since the scan before. */
final class DiscoverySection implements Section {
    /** How many lines say on a single page what is new and gone. */
    private static final int MOST_COMPARED = 2;

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        Scan scan = snapshot.posture().scan();
        String title = snapshot.text("report.discovery");
        if (scan == null) {
            boolean everRead = snapshot.posture().freshness(Part.DISCOVERY).refreshedAt() != null;
            pages.heading(title, TextStyle.MUTED.leading());
            pages.paragraph(
                    snapshot.text(everRead ? "report.discovery.none" : "report.discovery.unread"), TextStyle.MUTED);
            return;
        }
        Scan previous = snapshot.posture().previousScan();
        pages.heading(title, PdfTable.least() + 4 * TextStyle.BODY.leading());
        pages.paragraph(source(snapshot, scan), TextStyle.MUTED);
        pages.advance(3);
        pages.paragraph(figures(snapshot, scan, previous), TextStyle.STRONG);
        List<Change> changes = changes(previous, scan);
        if (previous != null) {
            pages.paragraph(compared(snapshot, previous, changes), TextStyle.BODY);
        }
        pages.advance(4);
        if (scan.platforms().isEmpty()) {
            pages.paragraph(snapshot.text("report.discovery.noPlatforms"), TextStyle.MUTED);
        } else {
            table(snapshot, pages, scan, changes);
        }
    }

    @Override
    public Need need(Snapshot snapshot, PdfPages pages) {
        int lines = snapshot.posture().scan() == null
                ? 1
                : snapshot.posture().previousScan() == null ? 2 : 2 + MOST_COMPARED;
        double heading = pages.headingHeight();
        double line = TextStyle.BODY.leading();
        return new Need(heading + Math.min(lines, 2) * line, heading + lines * line);
    }

    @Override
    public void brief(Snapshot snapshot, PdfPages pages, double room) throws IOException {
        Scan scan = snapshot.posture().scan();
        if (scan == null) {
            draw(snapshot, pages);
            return;
        }
        Scan previous = snapshot.posture().previousScan();
        pages.heading(snapshot.text("report.discovery"), 0);
        pages.lines(figures(snapshot, scan, previous), TextStyle.STRONG, 1);
        pages.lines(source(snapshot, scan), TextStyle.MUTED, 1);
        if (previous != null) {
            double free = room - pages.headingHeight() - 2 * TextStyle.BODY.leading();
            int most = (int) Math.floor(free / TextStyle.BODY.leading() + 0.01);
            if (most > 0) {
                pages.lines(
                        compared(snapshot, previous, changes(previous, scan)),
                        TextStyle.BODY,
                        Math.min(most, MOST_COMPARED));
            }
        }
    }

    /** What is new in a scan, or gone from it, since the one before; empty without one. */
    static List<Change> changes(@Nullable Scan previous, Scan scan) {
        return previous == null ? List.of() : Changes.platforms(previous, scan, previous.firstSeen());
    }

    private static String source(Snapshot snapshot, Scan scan) {
        String when = snapshot.times().dateTime(scan.effectiveAt());
        return scan.domain() == null
                ? snapshot.text("report.discovery.scanned", when)
                : snapshot.text(
                        "report.discovery.scannedDomain",
                        snapshot.postureWords().clean(scan.domain()),
                        when);
    }

    private static String figures(Snapshot snapshot, Scan scan, @Nullable Scan previous) {
        return snapshot.text(
                "report.discovery.figures",
                figure(
                        snapshot,
                        decimal(scan.platformsDiscovered()),
                        previous == null ? null : decimal(previous.platformsDiscovered())),
                figure(
                        snapshot,
                        decimal(scan.shadowAiCount()),
                        previous == null ? null : decimal(previous.shadowAiCount())),
                figure(snapshot, scan.overallRiskScore(), previous == null ? null : previous.overallRiskScore()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer count) {
        return count == null ? null : BigDecimal.valueOf(count);
    }

    private static String figure(Snapshot snapshot, @Nullable BigDecimal now, @Nullable BigDecimal before) {
        String text = snapshot.postureWords().number(now);
        return now == null || before == null || now.compareTo(before) == 0
                ? text
                : snapshot.text(
                        "report.discovery.was", text, snapshot.postureWords().number(before));
    }

    private static String compared(Snapshot snapshot, Scan previous, List<Change> changes) {
        String when = snapshot.times().date(previous.effectiveAt());
        List<String> gone = names(snapshot, changes, Change.Kind.PLATFORM_GONE);
        List<String> added = names(snapshot, changes, Change.Kind.PLATFORM_NEW);
        List<String> back = names(snapshot, changes, Change.Kind.PLATFORM_RETURNED);
        if (changes.isEmpty()) {
            return snapshot.text("report.discovery.same", when);
        }
        List<String> parts = new ArrayList<>();
        if (!added.isEmpty()) {
            parts.add(snapshot.text("report.discovery.new", String.join(", ", added)));
        }
        if (!back.isEmpty()) {
            parts.add(snapshot.text("report.discovery.returned", String.join(", ", back)));
        }
        if (!gone.isEmpty()) {
            parts.add(snapshot.text("report.discovery.gone", String.join(", ", gone)));
        }
        return snapshot.text("report.discovery.since", when, String.join(" ", parts));
    }

    private static List<String> names(Snapshot snapshot, List<Change> changes, Change.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(Change.OfPlatform.class::cast)
                .map(change -> snapshot.postureWords().clean(change.platform().name()))
                .toList();
    }

    private static void table(Snapshot snapshot, PdfPages pages, Scan scan, List<Change> changes) throws IOException {
        Set<Platform.Identity> added = identities(changes, Change.Kind.PLATFORM_NEW);
        Set<Platform.Identity> back = identities(changes, Change.Kind.PLATFORM_RETURNED);
        PdfTable table = new PdfTable(pages, "platforms", columns(snapshot));
        PostureWords words = snapshot.postureWords();
        TextStyle mark = TextStyle.STRONG.in(Print.ACCENT);
        boolean vendors = !snapshot.options().redacted();
        for (Platform platform : scan.platforms()) {
            String came = added.contains(platform.identity())
                    ? snapshot.text("report.discovery.isNew")
                    : back.contains(platform.identity()) ? snapshot.text("report.discovery.isBack") : "";
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(words.clean(platform.name()), TextStyle.BODY));
            cells.add(new Cell(words.type(platform.type()), TextStyle.BODY));
            if (vendors) {
                cells.add(new Cell(words.clean(platform.vendor()), TextStyle.BODY));
            }
            cells.add(new Cell(words.clean(platform.category()), TextStyle.BODY));
            cells.add(new Cell(came, mark));
            cells.add(new Cell(words.percent(platform.confidence()), TextStyle.BODY));
            table.row(cells);
        }
    }

    private static Set<Platform.Identity> identities(List<Change> changes, Change.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(Change.OfPlatform.class::cast)
                .map(change -> change.platform().identity())
                .collect(Collectors.toSet());
    }

    /** Vendors give platforms away: where names are left out, their column is. */
    private static List<Column> columns(Snapshot snapshot) {
        boolean vendors = !snapshot.options().redacted();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(snapshot.text("report.column.platform"), vendors ? 0.22 : 0.27, false));
        columns.add(new Column(snapshot.text("report.column.type"), vendors ? 0.19 : 0.25, false));
        if (vendors) {
            columns.add(new Column(snapshot.text("report.column.vendor"), 0.19, false));
        }
        columns.add(new Column(snapshot.text("report.column.platformCategory"), vendors ? 0.18 : 0.26, false));
        columns.add(new Column(snapshot.text("report.column.sinceLastScan"), 0.08, false));
        columns.add(new Column(snapshot.text("report.column.confidence"), 0.14, true));
        return columns;
    }
}
