package dev.gradeline.ui.kit;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Why a part is not fresh, for the place where it is missed.
 *
 * @param text what happened, what to do, and when the part was last read
 * @param details the whole of it with what is technical, to be read and copied
 * @param way what the person can do about it here
 */
public record PartNotice(String text, String details, Way way) {
    /** What helps. */
    public enum Way {
        /** Nothing that this program offers. */
        NONE,
        /** Nothing here: the window says over every page what is the matter with the key, and has the button that helps. */
        TOLD,
        /** Another key. */
        KEY,
        /** A look at whose the key is, and a connection of its own for it. */
        CONNECT,
        /** Another try. */
        AGAIN,
        /** An end to the reading under way. */
        CANCEL
    }

    /** The notice for a part; null when its last reading went well or it was never tried. */
    public static @Nullable PartNotice of(Part part, Situation situation, Words words) {
        Freshness freshness = situation.posture().freshness(part);
        Outcome outcome = freshness.outcome();
        if (outcome == null || outcome == Outcome.OK) {
            return null;
        }
        if (outcome == Outcome.NO_KEY || outcome == Outcome.KEY_REJECTED) {
            String mark = mark(freshness, situation, words);
            return new PartNotice(mark, mark, Way.TOLD);
        }
        OutcomeWords.Notice notice = new OutcomeWords(words)
                .notice(part, outcome, freshness.detail(), situation.posture().allRefused());
        String last = last(freshness.refreshedAt(), situation, words);
        Way way = switch (outcome) {
            case NO_KEY, KEY_REJECTED -> Way.TOLD;
            case REFUSED -> Way.KEY;
            case OTHER_ORGANISATION, UNKNOWN_ORGANISATION -> Way.CONNECT;
            case OK, RATE_LIMITED, UNREACHABLE, NOT_UNDERSTOOD, SERVER_FAULT, CANCELLED -> Way.AGAIN;
        };
        return new PartNotice(
                join(notice.what(), notice.todo(), last),
                join(notice.text(), last, tried(freshness, words), technical(freshness, words)),
                way);
    }

    /** As {@link #of}, but only a line where the page's notice on scores tells of the same cause and the way out; null where that says all. */
    public static @Nullable PartNotice beside(Part part, Situation situation, Words words) {
        PartNotice whole = of(part, situation, words);
        Freshness freshness = situation.posture().freshness(part);
        boolean told = freshness.outcome()
                == situation.posture().freshness(Part.SCORES).outcome();
        if (whole != null && told && whole.way() == Way.CONNECT) {
            // whose the key is concerns all parts alike, and nothing can be said of one of them
            return null;
        }
        return whole == null || !told || whole.way() == Way.TOLD
                ? whole
                : new PartNotice(told(freshness, situation, words), whole.details(), Way.NONE);
    }

    /** How old the part is, and no more. */
    private static String mark(Freshness freshness, Situation situation, Words words) {
        Freshness read = new Freshness(
                freshness.part(), freshness.refreshedAt(), freshness.triedAt(), Outcome.OK, freshness.detail());
        return told(read, situation, words);
    }

    private static String told(Freshness freshness, Situation situation, Words words) {
        OutcomeWords outcomes = new OutcomeWords(words);
        return situation.past() ? outcomes.freshness(freshness) : outcomes.freshness(freshness, situation.now());
    }

    private static String tried(Freshness freshness, Words words) {
        Instant at = freshness.triedAt();
        TimeWords times = new TimeWords(words);
        return at == null ? "" : words.of("notice.tried", times.dateTime(at), times.utc(at));
    }

    private static String technical(Freshness freshness, Words words) {
        String detail = freshness.detail();
        return detail.isBlank() ? "" : words.of("notice.technical", new PostureWords(words).clean(detail));
    }

    private static String last(@Nullable Instant refreshedAt, Situation situation, Words words) {
        if (refreshedAt == null) {
            return words.of("notice.neverRead");
        }
        TimeWords times = new TimeWords(words);
        return words.of(
                "notice.lastRead",
                situation.past() ? times.dateTime(refreshedAt) : times.ago(refreshedAt, situation.now()));
    }

    private static String join(String... sentences) {
        return String.join(
                " ", Arrays.stream(sentences).filter(s -> !s.isEmpty()).toList());
    }
}
