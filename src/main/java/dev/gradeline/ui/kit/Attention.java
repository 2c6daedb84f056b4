package dev.gradeline.ui.kit;

import dev.gradeline.posture.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;

/**
 * Which framework needs attention first: those that fell since the assessment before, the deepest fall first; then those
 * not assessed for long; then the lowest score. What the server no longer reports comes last.
 */
public final class Attention {
    private static final BigDecimal BEYOND = BigDecimal.valueOf(1_000_000);

    private Attention() {}

    /** The most urgent first. */
    public static Comparator<Standing> order(Situation situation) {
        return Comparator.comparing((Standing s) -> !s.reported())
                .thenComparing(Attention::fall)
                .thenComparing(s -> !isOld(s, situation))
                .thenComparing(Attention::score)
                .thenComparing(Standing::framework);
    }

    /** Whole days from a framework's latest assessment to the moment shown; 0 where nobody knows. */
    public static long ageInDays(Standing standing, Situation situation) {
        Duration age = standing.current().age(situation.posture().asOf());
        return age == null ? 0 : age.toDays();
    }

    /** Whether a framework was last assessed longer ago than the person wants. */
    public static boolean isOld(Standing standing, Situation situation) {
        int days = situation.oldAfterDays();
        return days > 0
                && standing.current()
                        .olderThan(Duration.ofDays(days), situation.posture().asOf());
    }

    /** Points lost since the assessment before, as a negative number; 0 for what did not fall. */
    private static BigDecimal fall(Standing standing) {
        BigDecimal change = standing.change();
        return change == null ? BigDecimal.ZERO : change.min(BigDecimal.ZERO);
    }

    private static BigDecimal score(Standing standing) {
        BigDecimal score = standing.current().overallScore();
        return score == null ? BEYOND : score;
    }
}
