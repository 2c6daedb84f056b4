package dev.gradeline.history;

import java.nio.file.Path;

/** Two histories are not of one organisation, so nothing was mixed. */
public final class OtherOrganizationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String ours;
    private final String theirs;

    OtherOrganizationException(Path other, String ours, String theirs) {
        super(other + " is of the organisation " + theirs + ", this history of " + ours);
        this.ours = ours;
        this.theirs = theirs;
    }

    /** The identifier of the organisation whose history this is, as Ayliea gives it. */
    public String ours() {
        return ours;
    }

    /** The identifier of the other. */
    public String theirs() {
        return theirs;
    }
}
