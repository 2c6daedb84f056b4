package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Platform;
import java.time.Instant;

/**
 * One platform as people read it.
 *
 * @param sighting whether it is new since, or gone from, the scan compared with
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
        Instant detectedAt,
        String detected,
        String firstSeen) {

    /** What the comparison says. */
    enum Sighting {
        KNOWN,
        NEW,
        /** Known before the earlier scan, which lacks it. */
        RETURNED,
        GONE
    }

    boolean gone() {
        return sighting == Sighting.GONE;
    }

    /** The row as one line of text, for the clipboard. */
    String text() {
        return String.join("\t", name, type, vendor, confidence, detected, firstSeen);
    }
}
