package dev.gradeline.posture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one limit, for one framework where it speaks of frameworks one by one. Immutable.
 *
 * @param limit what was asked
 * @param framework which framework was looked at; null for all together
 * @param measured what was found, in the unit of {@link Limit#value()}: of a grade the place of its band, of new platforms
 *     their number; null where it is not known, so that nobody can say that the limit holds
 * @param unknown why it is not known; null where it is
 * @param assessment the assessment looked at; null where there is none, or the limit asks for something else
 * @param names the new platforms
 */
public record LimitCheck(
        Limit limit,
        @Nullable Framework framework,
        @Nullable BigDecimal measured,
        @Nullable Unknown unknown,
        @Nullable Assessment assessment,
        List<String> names) {
    /** So much of a platform's name tells it from others. */
    private static final int LONGEST_NAME = 80;

    /** Why something is not known. */
    public enum Unknown {
        /** The part was never read. */
        NEVER_READ,
        /** There is no assessment. */
        NOT_ASSESSED,
        /** The server no longer reports the framework. */
        NO_LONGER_REPORTED,
        /** The server left it out, or gave a grade that is not documented. */
        LEFT_OUT
    }

    public LimitCheck {
        names = List.copyOf(names);
    }

    /** Whether what was asked is known to hold. */
    public boolean holds() {
        return measured != null && !isBeyond(measured);
    }

    /** How far what was found lies beyond the limit, above 0, or within it, below; null where it is not known. */
    public @Nullable BigDecimal by() {
        if (measured == null) {
            return null;
        }
        BigDecimal over = measured.subtract(limit.value());
        return limit.kind() == Limit.Kind.MIN_SCORE ? over.negate() : over;
    }

    private boolean isBeyond(BigDecimal found) {
        int over = found.compareTo(limit.value());
        return limit.kind() == Limit.Kind.MIN_SCORE ? over < 0 : over > 0;
    }

    /**
     * Whether it holds with something to spare, so that a small move back does not break it at once.
     *
     * @param margin points of a score, or recommendations. Of a grade: points above the documented beginning of the band,
     *     unless the score is unknown or the server’s bands are others; an age and new platforms need none
     */
    public boolean clearOf(BigDecimal margin) {
        if (!holds()) {
            return false;
        }
        BigDecimal found = Objects.requireNonNull(measured);
        return switch (limit.kind()) {
            case MIN_SCORE -> found.compareTo(hundredAtMost(limit.value().add(margin))) >= 0;
            case MAX_OPEN -> found.compareTo(limit.value().subtract(margin).max(BigDecimal.ZERO)) <= 0;
            case MIN_GRADE -> gradeIsClear(margin);
            case MAX_AGE, NO_NEW_PLATFORMS -> true;
        };
    }

    private boolean gradeIsClear(BigDecimal margin) {
        BigDecimal score = assessment == null ? null : assessment.overallScore();
        BigDecimal from = BigDecimal.valueOf(limit.band().from());
        return score == null || score.compareTo(from) < 0 || score.compareTo(hundredAtMost(from.add(margin))) >= 0;
    }

    /** A margin beyond the end of the scale could never be reached. */
    private static BigDecimal hundredAtMost(BigDecimal points) {
        return points.min(BigDecimal.valueOf(GradeBand.A.to()));
    }

    /** What tells this matter from every other: of new platforms each is a matter of its own. */
    List<String> keys() {
        String limited = limit.text();
        if (limit.kind() == Limit.Kind.NO_NEW_PLATFORMS && !names.isEmpty()) {
            return names.stream()
                    .map(name -> limited + "/" + Limit.encode(name.substring(0, Math.min(LONGEST_NAME, name.length()))))
                    .distinct()
                    .toList();
        }
        return List.of(framework == null ? limited : limited + "/" + Limit.encode(framework.id()));
    }
}
