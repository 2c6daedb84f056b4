package dev.gradeline.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Two histories are not of one organisation, or nothing tells that they are, so nothing was mixed. */
public final class OtherOrganizationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String ours;
    private final @Nullable String theirs;

    OtherOrganizationException(Path other, @Nullable String ours, @Nullable String theirs) {
        super(other + " is of the organisation " + theirs + ", this history of " + ours);
        this.ours = ours;
        this.theirs = theirs;
    }

    /** The identifier of the organisation whose history this is, as Ayliea gives it; null when it is not known. */
    public @Nullable String ours() {
        return ours;
    }

    /** The identifier of the other; null when it is not known. */
    public @Nullable String theirs() {
        return theirs;
    }

    /** Whether they may be of one organisation after all: one or both do not say, and a person has to. */
    public boolean mayBeSame() {
        return ours == null || theirs == null;
    }
}
