package dev.gradeline.words;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a failed read means, for people: what happened, what it means for them, what to do. Immutable; any thread. */
public final class OutcomeWords {
    private static final int LONGEST_DETAIL = 80;

    private final Words words;
    private final TimeWords times;

    /**
     * @param what what happened, one sentence
     * @param meaning what it means for the person; may be empty
     * @param todo what to do; may be empty
     */
    public record Notice(String what, String meaning, String todo) {
        /** The three sentences as one text. */
        public String text() {
            return Stream.of(what, meaning, todo).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
        }
    }

    public OutcomeWords(Words words) {
        this.words = words;
        this.times = new TimeWords(words);
    }

    /** The part's name on screen. */
    public String name(Part part) {
        return switch (part) {
            case SCORES -> words.of("part.scores");
            case RECOMMENDATIONS -> words.of("part.recommendations");
            case DISCOVERY -> words.of("part.discovery");
        };
    }

    /**
     * Words for an outcome.
     *
     * @param detail a short technical word, such as a status; may be empty
     * @param allRefused every part was refused, which points at the tier
     */
    public Notice notice(Part part, Outcome outcome, String detail, boolean allRefused) {
        return notice(List.of(part), outcome, detail, allRefused);
    }

    /**
     * As above, of several parts that ended alike.
     *
     * @param parts at least one
     */
    public Notice notice(List<Part> parts, Outcome outcome, String detail, boolean allRefused) {
        Part part = parts.getFirst();
        String subject = inSentence(parts);
        return switch (outcome) {
            case OK -> new Notice(words.of("outcome.ok.what", name(part)), "", "");
            case NO_KEY ->
                new Notice(
                        words.of("outcome.noKey.what"),
                        words.of("outcome.noKey.meaning"),
                        words.of("outcome.noKey.todo"));
            case KEY_REJECTED ->
                new Notice(
                        words.of("outcome.keyRejected.what"),
                        words.of("outcome.keyRejected.meaning"),
                        words.of("outcome.keyRejected.todo"));
            case REFUSED -> allRefused ? allRefused() : refused(part);
            case RATE_LIMITED ->
                new Notice(
                        words.of("outcome.rateLimited.what", subject),
                        words.of("outcome.rateLimited.meaning"),
                        rateLimited(detail));
            case UNREACHABLE ->
                new Notice(
                        words.of("outcome.unreachable.what"),
                        words.of("outcome.unreachable.meaning"),
                        words.of(
                                detail.equals(Outcome.PROXY_PASSWORD)
                                        ? "outcome.unreachable.proxyPassword"
                                        : "outcome.unreachable.todo"));
            case NOT_UNDERSTOOD ->
                new Notice(
                        words.of("outcome.notUnderstood.what", subject),
                        words.of("outcome.notUnderstood.meaning"),
                        words.of("outcome.notUnderstood.todo"));
            case SERVER_FAULT ->
                new Notice(
                        serverFault(subject, detail),
                        words.of("outcome.serverFault.meaning"),
                        words.of("outcome.serverFault.todo"));
            case OTHER_ORGANISATION ->
                new Notice(
                        words.of("outcome.otherOrganisation.what"),
                        words.of("outcome.otherOrganisation.meaning"),
                        words.of("outcome.otherOrganisation.todo"));
            case UNKNOWN_ORGANISATION ->
                new Notice(
                        words.of(
                                detail.equals(Outcome.HISTORY_UNNAMED)
                                        ? "outcome.unknownOrganisation.history"
                                        : "outcome.unknownOrganisation.what"),
                        words.of("outcome.unknownOrganisation.meaning"),
                        words.of("outcome.unknownOrganisation.todo"));
            case CANCELLED ->
                new Notice(
                        words.of("outcome.cancelled.what", subject),
                        words.of("outcome.cancelled.meaning"),
                        words.of("outcome.cancelled.todo"));
        };
    }

    /** “Scores: read 2 min ago”, or why not and since when. */
    public String freshness(Freshness freshness, Instant now) {
        return freshness(freshness, read -> times.ago(read, now));
    }

    /** “Scores: read 30 June 2026 at 09:00”, or why not and since when: for a look at the past. */
    public String freshness(Freshness freshness) {
        return freshness(freshness, times::dateTime);
    }

    private String freshness(Freshness freshness, Function<Instant, String> when) {
        String name = name(freshness.part());
        Instant read = freshness.refreshedAt();
        Outcome outcome = freshness.outcome();
        if (outcome == null || outcome == Outcome.OK) {
            return read == null
                    ? words.of("freshness.never", name)
                    : words.of("freshness.read", name, when.apply(read));
        }
        return read == null
                ? words.of("freshness.failedAlways", name, reason(outcome))
                : words.of("freshness.failedSince", name, reason(outcome), when.apply(read));
    }

    /** @param until when the next try is allowed, as ISO 8601; anything else when that is not known */
    private String rateLimited(String until) {
        try {
            return words.of("outcome.rateLimited.todoAt", times.dateTime(Instant.parse(until)));
        } catch (DateTimeParseException notKnown) {
            return words.of("outcome.rateLimited.todo");
        }
    }

    private Notice refused(Part part) {
        return new Notice(
                words.of("outcome.refused.what", inSentence(part), part.scope()),
                words.of("outcome.refused.meaning"),
                words.of("outcome.refused.todo"));
    }

    private Notice allRefused() {
        return new Notice(
                words.of("outcome.allRefused.what"),
                words.of(
                        "outcome.allRefused.meaning",
                        Part.SCORES.scope(),
                        Part.RECOMMENDATIONS.scope(),
                        Part.DISCOVERY.scope()),
                words.of("outcome.allRefused.todo"));
    }

    private String serverFault(String part, String detail) {
        String clean = Cleaning.shorten(Cleaning.clean(detail), LONGEST_DETAIL);
        return clean.isBlank()
                ? words.of("outcome.serverFault.what", part)
                : words.of("outcome.serverFault.whatDetail", part, clean);
    }

    private String inSentence(List<Part> parts) {
        String last = inSentence(parts.getLast());
        if (parts.size() == 1) {
            return last;
        }
        String others = parts.subList(0, parts.size() - 1).stream()
                .map(this::inSentence)
                .collect(Collectors.joining(words.of("shell.news.comma")));
        return words.of("outcome.parts", others, last);
    }

    private String inSentence(Part part) {
        return switch (part) {
            case SCORES -> words.of("part.scores.inSentence");
            case RECOMMENDATIONS -> words.of("part.recommendations.inSentence");
            case DISCOVERY -> words.of("part.discovery.inSentence");
        };
    }

    /** An outcome in two or three words, to stand after a name: “key not accepted”; empty for what went well. */
    public String reason(Outcome outcome) {
        return switch (outcome) {
            case OK -> "";
            case NO_KEY -> words.of("freshness.noKey");
            case KEY_REJECTED -> words.of("freshness.keyRejected");
            case REFUSED -> words.of("freshness.refused");
            case RATE_LIMITED -> words.of("freshness.rateLimited");
            case UNREACHABLE -> words.of("freshness.unreachable");
            case NOT_UNDERSTOOD -> words.of("freshness.notUnderstood");
            case SERVER_FAULT -> words.of("freshness.serverFault");
            case CANCELLED -> words.of("freshness.cancelled");
            case OTHER_ORGANISATION -> words.of("freshness.otherOrganisation");
            case UNKNOWN_ORGANISATION -> words.of("freshness.unknownOrganisation");
        };
    }
}
