package dev.gradeline.cli;

import dev.gradeline.posture.Outcome;
import java.util.Collection;
import java.util.List;

/** How a command ended, for scripts. A contract: change it only by adding. */
enum ExitCode {
    DONE(0),
    FAULT(1),
    USAGE(2),
    KEY(3),
    UNREACHABLE(4),
    NOT_UNDERSTOOD(5),
    STORAGE(6),
    KEYCHAIN(7),
    /** An assertion does not hold, or nobody can say that it does. */
    ASSERTION(8);

    /**
     * From the gravest: what is wrong with the program, with how it was called and with this computer comes before what is wrong
     * with a key or an answer, and last is what may pass by itself.
     */
    private static final List<ExitCode> GRAVITY =
            List.of(FAULT, USAGE, STORAGE, KEYCHAIN, KEY, NOT_UNDERSTOOD, UNREACHABLE, ASSERTION, DONE);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The one exit code for several organisations: the gravest. Of none, {@link #DONE}. */
    static ExitCode gravest(Collection<ExitCode> codes) {
        return GRAVITY.stream().filter(codes::contains).findFirst().orElse(DONE);
    }

    /**
     * The exit code for how the parts went. An endpoint refused for want of scope is a warning while another succeeds;
     * of several failures the gravest counts: the key, then an answer that was not understood, then no answer.
     */
    static ExitCode of(Collection<Outcome> parts) {
        if (parts.contains(Outcome.NO_KEY)
                || parts.contains(Outcome.KEY_REJECTED)
                || parts.contains(Outcome.OTHER_ORGANISATION)
                || parts.contains(Outcome.UNKNOWN_ORGANISATION)) {
            return KEY;
        }
        if (parts.contains(Outcome.NOT_UNDERSTOOD)) {
            return NOT_UNDERSTOOD;
        }
        if (parts.contains(Outcome.UNREACHABLE)
                || parts.contains(Outcome.SERVER_FAULT)
                || parts.contains(Outcome.RATE_LIMITED)) {
            return UNREACHABLE;
        }
        if (parts.contains(Outcome.CANCELLED)) {
            return FAULT;
        }
        return parts.contains(Outcome.OK) ? DONE : KEY;
    }
}
