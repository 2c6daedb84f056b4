package dev.gradeline.words;

import dev.gradeline.posture.Change;
import java.time.Instant;
import java.util.List;

/** Changes in sentences: the same ones on screen, on the command line and in the PDF. */
public final class ChangeWords {

    /** Whether a change is welcome; {@code NEUTRAL} wherever the API does not say. */
    public enum Tone {
        GOOD,
        BAD,
        NEUTRAL
    }

    /**
     * One line of a digest.
     *
     * @param symbol a single character that says without colour what kind of change it is: ▲ ▼ ✓ + − ! ◷
     * @param text the sentence, cleaned for display
     * @param at the newest moment among the changes
     * @param changes what the line sums up: one change, or several of a kind
     */
    public record Line(Change.Kind kind, String symbol, Tone tone, String text, Instant at, List<Change> changes) {}

    public ChangeWords(Words words) {
        throw new UnsupportedOperationException();
    }

    /** One line for each change of a framework or figure; changes of recommendations and platforms are counted by kind. */
    public List<Line> digest(List<Change> changes) {
        throw new UnsupportedOperationException();
    }

    /** One change as its own line. */
    public Line line(Change change) {
        throw new UnsupportedOperationException();
    }
}
