package dev.gradeline.posture;

/**
 * How the last attempt to read one {@link Part} ended. “No data” ({@link #OK} with nothing in it) and “failed” are
 * never the same value.
 */
public enum Outcome {
    OK,
    NO_KEY,
    KEY_REJECTED,
    REFUSED,
    RATE_LIMITED,
    UNREACHABLE,
    NOT_UNDERSTOOD,
    SERVER_FAULT,
    CANCELLED,
    /** The key is of another organisation than this history: nothing was stored, so that the two are not mixed. */
    OTHER_ORGANISATION
}
