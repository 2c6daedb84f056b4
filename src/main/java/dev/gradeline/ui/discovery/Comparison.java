package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which earlier scan the current one is shown beside. It names the scan, so that a newer one does not change it. */
sealed interface Comparison {
    /** The one before, whichever that is. */
    record Previous() implements Comparison {}

    /** None. */
    record Nothing() implements Comparison {}

    /** One that was chosen. */
    record With(Key scan) implements Comparison {}

    /** What tells scans apart, also where the server gave no id. */
    record Key(@Nullable String id, Instant effectiveAt) {
        static Key of(Scan scan) {
            return new Key(scan.id(), scan.effectiveAt());
        }
    }

    /** The scans before the current one, newest first. */
    static List<Scan> earlier(Posture posture) {
        return posture.scan() == null
                ? List.of()
                : posture.scans().subList(1, posture.scans().size());
    }

    /** The scan to compare with; null for none. Where the chosen one is no longer earlier, the one before. */
    default @Nullable Scan in(Posture posture) {
        List<Scan> earlier = earlier(posture);
        if (earlier.isEmpty() || this instanceof Nothing) {
            return null;
        }
        return earlier.stream()
                .filter(scan -> this instanceof With with && with.scan().equals(Key.of(scan)))
                .findFirst()
                .orElse(earlier.getFirst());
    }
}
