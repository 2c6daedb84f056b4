package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Platform;
import dev.gradeline.report.ComparedPlatform;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One platform as people read it.
 *
 * @param sighting whether it is new since, or gone from, the scan compared with
 * @param confidenceMoved by how many points its confidence moved since the scan compared with; empty when it did not
 * @param confidenceBefore what the scan compared with said; null where it said nothing, or where there is no such scan
 * @param address what a browser may be sent to; null for none
 * @param detectedAt when its scan found it
 * @param detected the day of that; for one that is gone, when it was last seen
 */
record PlatformRow(
        Platform platform,
        Sighting sighting,
        String name,
        String type,
        String vendor,
        String category,
        String confidence,
        String confidenceMoved,
        @Nullable BigDecimal confidenceBefore,
        @Nullable URI address,
        Instant detectedAt,
        String detected,
        String firstSeen) {
    /** From so many points of a hundred on, a confidence counts as changed: every scan moves most of them by a few. */
    static final int POINTS = 5;

    /** What the comparison says. */
    enum Sighting {
        KNOWN,
        NEW,
        /** Known before the earlier scan, which lacks it. */
        RETURNED,
        GONE,
        /** No platform, but the name of those below it. */
        HEADING
    }

    boolean gone() {
        return sighting == Sighting.GONE;
    }

    /** The heading of a group: “code assistant · 2”. */
    static PlatformRow heading(String text) {
        Platform none = new Platform(null, null, null, null, null, null, null, null, Instant.EPOCH);
        return new PlatformRow(none, Sighting.HEADING, text, "", "", "", "", "", null, null, Instant.EPOCH, "", "");
    }

    boolean isHeading() {
        return sighting == Sighting.HEADING;
    }

    /** Whether the comparison tells anything of it that matters. */
    boolean changed() {
        return sighting != Sighting.KNOWN || moved();
    }

    /** Whether its confidence moved by so much that it is no mere noise; that it moved at all is shown in any case. */
    boolean moved() {
        BigDecimal is = platform.confidence();
        // where a movement is told, both are known
        return !confidenceMoved.isEmpty()
                && is != null
                && confidenceBefore != null
                && PlatformRows.percent(is)
                                .subtract(PlatformRows.percent(confidenceBefore))
                                .abs()
                                .compareTo(BigDecimal.valueOf(POINTS))
                        >= 0;
    }

    /** The row for a file, as it is shown: what is gone has no confidence now. */
    ComparedPlatform compared(Instant with) {
        String told = switch (sighting) {
            case NEW -> "new";
            case RETURNED -> "returned";
            case GONE -> "gone";
            case KNOWN, HEADING -> confidenceMoved.isEmpty() ? null : "confidence_moved";
        };
        return new ComparedPlatform(gone() ? platform.withConfidence(null) : platform, told, confidenceBefore, with);
    }

    /** Its address as it is shown: the host, or, where no browser may be sent there, whatever the server gave. */
    String place(String whole) {
        return address == null ? whole : address.getHost();
    }

    /** The row as one line of text, for the clipboard. */
    String text() {
        return isHeading()
                ? name
                : String.join(
                        "\t",
                        name,
                        type,
                        vendor,
                        confidence,
                        detected,
                        firstSeen,
                        category,
                        address == null ? "" : address.toString());
    }
}
