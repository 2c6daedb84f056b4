package dev.gradeline.posture;

import java.time.LocalDate;

/**
 * What the person wrote on a day, such as “MFA roll-out”.
 *
 * @param uid names the note for ever, on every computer that it is merged into
 * @param day the day that it is about, which need not be the one on which it was written; years 1 to 9999
 * @param text one line, never blank, at most {@link #LONGEST} characters
 */
public record DayNote(String uid, LocalDate day, String text) {
    /** How long a note may be, in characters. */
    public static final int LONGEST = 120;

    public DayNote {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException("a note needs 1 to " + LONGEST + " characters");
        }
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("not a day of our calendar: " + day);
        }
    }
}
