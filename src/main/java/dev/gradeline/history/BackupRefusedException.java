package dev.gradeline.history;

import java.nio.file.Path;

/** No backup was made, for what lies at its place would be lost. All is as it was. */
public final class BackupRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What lies there. */
    public enum Reason {
        /** No regular file, such as a device; it is never written to. */
        NO_FILE,
        /** A file that is no backup of Gradeline. */
        NO_BACKUP,
        /** A backup that cannot be read, for it is damaged or may not be read. */
        UNREADABLE,
        /** A backup by a newer version of Gradeline. */
        NEWER,
        /** A backup of another organisation, or of another history that has no past in common with this one. */
        OTHER,
        /** A backup that knows what this history does not. */
        MORE
    }

    private final Reason reason;
    private final int answers;
    private final int assessments;
    private final int recommendations;
    private final int others;

    BackupRefusedException(Path target, Reason reason) {
        this(target, reason, Surplus.NONE);
    }

    BackupRefusedException(Path target, Reason reason, Surplus surplus) {
        super("not replaced, " + reason + ": " + target);
        this.reason = reason;
        this.answers = surplus.answers();
        this.assessments = surplus.assessments();
        this.recommendations = surplus.recommendations();
        this.others = surplus.others();
    }

    public Reason reason() {
        return reason;
    }

    /** How many answers of endpoints it knows more; 0 but for {@link Reason#MORE}. */
    public int answers() {
        return answers;
    }

    /** How many values of assessments it knows more. */
    public int assessments() {
        return assessments;
    }

    /** How many states of recommendations it knows more. */
    public int recommendations() {
        return recommendations;
    }

    /** How many platforms of scans, notes and targets it knows more. */
    public int others() {
        return others;
    }
}
