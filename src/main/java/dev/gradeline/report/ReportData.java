package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot is made of. Immutable; any thread.
 *
 * @param posture everything known at the moment shown
 * @param changes what differs between {@link ReportOptions#since} and that moment
 * @param alongside the person's notes and targets, and when nobody looked
 * @param later what is known by now, where an earlier moment is shown: names are left out that were learnt since, too
 */
public record ReportData(
        Posture posture,
        List<Change> changes,
        Alongside alongside,
        @Nullable Posture later) {
    public ReportData {
        changes = List.copyOf(changes);
    }

    /** Of the present. */
    public ReportData(Posture posture, List<Change> changes, Alongside alongside) {
        this(posture, changes, alongside, null);
    }
}
