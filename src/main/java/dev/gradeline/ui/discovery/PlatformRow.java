package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Platform;

/**
 * One platform as people read it.
 *
 * @param sighting whether it is new since, or gone from, the scan compared with
 * @param detected when the scan found it; for one that is gone, when it was last seen
 */
record PlatformRow(
        Platform platform,
        Sighting sighting,
        String name,
        String type,
        String vendor,
        String category,
        String confidence,
        String detected,
        String firstSeen) {

    /** What the comparison says. */
    enum Sighting {
        KNOWN,
        NEW,
        GONE
    }
}
