package dev.gradeline.ui.kit;

import dev.gradeline.words.ChangeWords.Tone;
import dev.gradeline.words.PostureWords;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a number moved, ready to show.
 *
 * @param direction 1 up, −1 down, 0 neither
 * @param text the signed number, such as “+6”; empty when unknown
 * @param tone whether that is welcome
 */
public record Movement(int direction, String text, Tone tone) {
    /** Not known: nothing to compare with. */
    public static final Movement UNKNOWN = new Movement(0, "", Tone.NEUTRAL);

    /** The movement of a score, where more is better; null is unknown. */
    public static Movement ofScore(@Nullable BigDecimal change, PostureWords words) {
        return of(change, words, Tone.GOOD, Tone.BAD);
    }

    /** The movement of a number of which nothing says whether more is better; null is unknown. */
    public static Movement neutral(@Nullable BigDecimal change, PostureWords words) {
        return of(change, words, Tone.NEUTRAL, Tone.NEUTRAL);
    }

    /** The movement of a number that people want small, of which only a rise gets a colour; null is unknown. */
    public static Movement unwelcome(@Nullable BigDecimal change, PostureWords words) {
        return of(change, words, Tone.BAD, Tone.NEUTRAL);
    }

    private static Movement of(@Nullable BigDecimal change, PostureWords words, Tone up, Tone down) {
        if (change == null) {
            return UNKNOWN;
        }
        Tone tone = change.signum() > 0 ? up : change.signum() < 0 ? down : Tone.NEUTRAL;
        return new Movement(change.signum(), words.movement(change), tone);
    }

    /** Whether there is something to compare with. */
    public boolean known() {
        return !text.isEmpty();
    }
}
