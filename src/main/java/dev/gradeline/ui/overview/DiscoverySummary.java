package dev.gradeline.ui.overview;

import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.ScanFigure;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest scan's figures and its most confident platforms, ready to show.
 *
 * @param notice why it is not fresh; null when it is
 * @param figures platforms, shadow AI, risk score; empty without a scan
 * @param message in place of figures and platforms; empty with a scan, or when a notice says why there is none
 * @param domain the domain scanned; may be empty
 * @param scanned when, short, and {@code scannedInFull} with time and UTC
 * @param platforms most confident first
 */
record DiscoverySummary(
        @Nullable PartNotice notice,
        List<ScanFigure> figures,
        String message,
        String domain,
        String scanned,
        String scannedInFull,
        List<Sighting> platforms) {
    private static final int MOST = 16;

    /** A platform and how sure the scan is of it, 0 to 1 and in words. */
    record Sighting(
            Platform platform, String name, @Nullable BigDecimal confidence, String percent) {}

    DiscoverySummary {
        figures = List.copyOf(figures);
        platforms = List.copyOf(platforms);
    }

    static DiscoverySummary of(Situation situation, Words words) {
        Posture posture = situation.posture();
        PartNotice notice = PartNotice.beside(Part.DISCOVERY, situation, words);
        Scan scan = posture.scan();
        if (scan == null) {
            boolean read = posture.freshness(Part.DISCOVERY).refreshedAt() != null;
            String message =
                    read ? words.of("overview.discovery.noScan") : notice == null ? words.of("overview.notRead") : "";
            return new DiscoverySummary(notice, List.of(), message, "", "", "", List.of());
        }
        TimeWords times = new TimeWords(words);
        PostureWords short_ = new PostureWords(words);
        return new DiscoverySummary(
                notice,
                ScanFigure.of(scan, posture.previousScan(), words),
                "",
                scan.domain() == null ? "" : short_.clean(scan.domain()),
                words.of("overview.discovery.scanned", situation.recency(scan.effectiveAt(), times)),
                Recency.inFull(scan.effectiveAt(), times),
                platforms(scan, short_));
    }

    private static List<Sighting> platforms(Scan scan, PostureWords words) {
        return scan.platforms().stream()
                .sorted(Comparator.comparing(
                        Platform::confidence, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .limit(MOST)
                .map(p -> new Sighting(p, words.clean(p.name()), p.confidence(), words.percent(p.confidence())))
                .toList();
    }
}
