package dev.gradeline.report;

/** Who waits for a snapshot. Called on the thread that makes it, often; must not block. */
public interface Progress {
    /** Nobody waits. */
    Progress NONE = share -> {};

    /** @param share how much is done, 0 to 1, never falling */
    void done(double share);

    /** Whether the person has had enough: then making ends soon with a {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }
}
