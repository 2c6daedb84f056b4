package dev.gradeline.history;

/** Local storage failed. What was stored before is as it was. The message names the file and what to do. */
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong, for the words and the exit code. */
    public enum Kind {
        UNREADABLE,
        READ_ONLY,
        LOCKED,
        FULL,
        NEWER,
        /** A newer program brought the tables up to date while this one had them open. */
        RENEWED,
        DAMAGED
    }

    private final Kind kind;

    public HistoryException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public HistoryException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
