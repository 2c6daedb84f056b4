package dev.gradeline.ui.kit;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Lifetimes;
import dev.gradeline.posture.Recommendation;
import java.time.Instant;
import java.util.List;

/** What pages ask of history beyond the posture at hand. Blocking: call it through a {@link TaskRunner}. */
public interface Memory {
    /** What differs between two moments. */
    List<Change> changes(Instant from, Instant to);

    /** The versions of one recommendation seen up to a moment, oldest first. */
    List<Recommendation> versions(String recommendationId, Instant asOf);

    /** Every recommendation seen up to a moment, with each status that it had. */
    default Lifetimes lifetimes(Instant asOf) {
        return Lifetimes.none(asOf);
    }

    /** The person's notes and targets. */
    default Notebook notebook() {
        return Notebook.CLOSED;
    }
}
