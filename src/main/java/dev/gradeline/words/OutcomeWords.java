package dev.gradeline.words;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.time.Instant;

/** What a failed read means, for people: what happened, what it means for them, what to do. */
public final class OutcomeWords {

    /**
     * @param what what happened, one sentence
     * @param meaning what it means for the person; may be empty
     * @param todo what to do; may be empty
     */
    public record Notice(String what, String meaning, String todo) {
        /** The three sentences as one text. */
        public String text() {
            return String.join(
                    " ",
                    java.util.stream.Stream.of(what, meaning, todo)
                            .filter(s -> !s.isEmpty())
                            .toList());
        }
    }

    public OutcomeWords(Words words) {
        throw new UnsupportedOperationException();
    }

    /** The part's name on screen. */
    public String name(Part part) {
        throw new UnsupportedOperationException();
    }

    /** Words for an outcome; {@code allRefused}: every part was refused, which points at the tier. */
    public Notice notice(Part part, Outcome outcome, String detail, boolean allRefused) {
        throw new UnsupportedOperationException();
    }

    /** “Scores: read 2 min ago”, or why not and since when. */
    public String freshness(Freshness freshness, Instant now) {
        throw new UnsupportedOperationException();
    }
}
