package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import java.util.List;

/** Postures with other scans. */
final class Scans {
    private Scans() {}

    /** With only the newest so many. */
    static Posture only(Posture full, int count) {
        return with(full, full.scans().subList(0, count));
    }

    static Posture with(Posture full, List<Scan> scans) {
        return new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                full.recommendations(),
                scans,
                !scans.isEmpty(),
                full.openCounts());
    }
}
