package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import java.util.List;

/**
 * What a snapshot is made of. Immutable; any thread.
 *
 * @param posture everything known at the moment shown
 * @param changes what differs between {@link ReportOptions#since} and that moment
 * @param alongside the person's notes and targets, and when nobody looked
 */
public record ReportData(Posture posture, List<Change> changes, Alongside alongside) {
    public ReportData {
        changes = List.copyOf(changes);
    }
}
