package dev.gradeline.posture;

/**
 * A grade as the server gave it. A to F are documented; any other text is kept and shown as it is. The server's grade is
 * the truth: it is never worked out from the score.
 *
 * @param letter the API's {@code grade}, exactly as received
 */
public record Grade(String letter) {
    /** The band that this letter names, or null for a letter that is not documented. */
    public @org.jspecify.annotations.Nullable GradeBand band() {
        for (GradeBand band : GradeBand.values()) {
            if (band.name().equals(letter)) {
                return band;
            }
        }
        return null;
    }
}
