package dev.gradeline.posture;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

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
    OTHER_ORGANISATION,
    /**
     * The key is new to this history, and whose it is cannot be learned: nothing was stored before the person says that it is
     * of the same organisation.
     */
    UNKNOWN_ORGANISATION;

    /** The detail of {@link #UNREACHABLE} when a proxy asks for a password that the keychain does not give. */
    public static final String PROXY_PASSWORD =
            "the proxy asks for its password, which the keychain did not give; none was sent";

    /** The detail of {@link #UNKNOWN_ORGANISATION} where it is the history that does not know whose data it holds. */
    public static final String HISTORY_UNNAMED = "the history names no organisation";

    /**
     * Whether every part was refused, which points at the organisation's tier; one part alone points at a scope that the key
     * lacks.
     *
     * @param parts how each part ended; null for one that was never tried
     */
    public static boolean allRefused(Collection<? extends @Nullable Outcome> parts) {
        return !parts.isEmpty() && parts.stream().allMatch(outcome -> outcome == REFUSED);
    }
}
