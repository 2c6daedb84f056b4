package dev.gradeline.cli;

import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.util.List;
import java.util.Set;

/** Says on standard error why parts were not read: once, where one cause struck all of them. */
final class Notices {
    /** What strikes the whole connection, and is told in words that name no part. */
    private static final Set<Outcome> OF_THE_CONNECTION = Set.of(
            Outcome.NO_KEY,
            Outcome.KEY_REJECTED,
            Outcome.REFUSED,
            Outcome.UNREACHABLE,
            Outcome.OTHER_ORGANISATION,
            Outcome.UNKNOWN_ORGANISATION);

    /** Outcomes whose detail, a status or when the next try is allowed, stands in the notice. */
    private static final Set<Outcome> TOLD_WHOLE = Set.of(Outcome.RATE_LIMITED, Outcome.SERVER_FAULT);

    private final Session session;

    /**
     * How one part went.
     *
     * @param detail a short technical word; may be empty
     */
    record Ended(Part part, Outcome outcome, String detail) {}

    Notices(Session session) {
        this.session = session;
    }

    /** Tells of every part that was not read. */
    void tell(List<Ended> parts) {
        boolean allRefused =
                Outcome.allRefused(parts.stream().map(Ended::outcome).toList());
        boolean oneCause = parts.stream().map(Ended::outcome).distinct().count() == 1
                && parts.getFirst().outcome() != Outcome.OK
                && (OF_THE_CONNECTION.contains(parts.getFirst().outcome())
                        || parts.stream()
                                        .map(part -> notice(part, allRefused))
                                        .distinct()
                                        .count()
                                == 1);
        if (oneCause) {
            session.tellText(notice(parts.getFirst(), allRefused));
            if (!TOLD_WHOLE.contains(parts.getFirst().outcome())) {
                parts.stream().map(Ended::detail).distinct().forEach(this::detail);
            }
            return;
        }
        for (Ended part : parts) {
            if (part.outcome() != Outcome.OK) {
                session.tell("cli.sync.notRead", session.outcomes().name(part.part()), notice(part, allRefused));
                if (!TOLD_WHOLE.contains(part.outcome())) {
                    detail(part.detail());
                }
            }
        }
    }

    private String notice(Ended part, boolean allRefused) {
        String text = session.outcomes()
                .notice(part.part(), part.outcome(), part.detail(), allRefused)
                .text();
        return switch (part.outcome()) {
            case OTHER_ORGANISATION -> text + " " + session.words().of("cli.sync.otherOrganisation");
            case UNKNOWN_ORGANISATION -> text + " " + session.words().of("cli.sync.unknownOrganisation");
            default -> text;
        };
    }

    private void detail(String detail) {
        if (!detail.isBlank()) {
            session.tell("cli.details", detail);
        }
    }
}
