package dev.gradeline.posture;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person wants to hold of a posture. Immutable.
 *
 * @param kind what is limited
 * @param framework the framework that it is bound to; null for all of them, for {@link Kind#MAX_OPEN} taken together
 * @param maxPriority of {@link Kind#MAX_OPEN}: only recommendations up to this priority count, 1 being the highest; null for
 *     all, and for every other kind
 * @param value points, recommendations or days, by kind; of {@link Kind#MIN_GRADE} the place of its band, 0 for A; 0 for
 *     {@link Kind#NO_NEW_PLATFORMS}
 */
public record Limit(
        Kind kind, @Nullable Framework framework, @Nullable Integer maxPriority, BigDecimal value) {
    private static final Pattern TEXT = Pattern.compile("([a-z-]+)(?:@(\\d{1,4}))?(?::([^=:]+))?(?:=([^=]+))?");
    /** No score, count or age that makes sense has more digits. */
    private static final int DIGITS = 9;

    /** What can be limited. */
    public enum Kind {
        /** The server’s grade is this or better. */
        MIN_GRADE(Part.SCORES),
        /** The score has at least so many points. */
        MIN_SCORE(Part.SCORES),
        /** At most so many recommendations have the status “open”. */
        MAX_OPEN(Part.RECOMMENDATIONS),
        /** The last assessment is at most so many days old. */
        MAX_AGE(Part.SCORES),
        /** Discovery found no platform that it had not found at the start of a period. */
        NO_NEW_PLATFORMS(Part.DISCOVERY);

        private final Part part;

        Kind(Part part) {
            this.part = part;
        }

        /** What must be known to tell whether a limit of this kind holds. */
        public Part part() {
            return part;
        }

        /** The name on the command line, without its dashes, and in the settings. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Limit {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a limit below 0: " + value);
        }
    }

    public static Limit minGrade(@Nullable Framework framework, GradeBand band) {
        return new Limit(Kind.MIN_GRADE, framework, null, BigDecimal.valueOf(band.place()));
    }

    /** @param points from 0 on */
    public static Limit minScore(@Nullable Framework framework, BigDecimal points) {
        return new Limit(Kind.MIN_SCORE, framework, null, points);
    }

    /**
     * @param maxPriority only recommendations up to this priority count; null for all
     * @param count from 0 on
     */
    public static Limit maxOpen(@Nullable Framework framework, @Nullable Integer maxPriority, int count) {
        return new Limit(Kind.MAX_OPEN, framework, maxPriority, BigDecimal.valueOf(count));
    }

    /** @param days from 0 on */
    public static Limit maxAge(@Nullable Framework framework, int days) {
        return new Limit(Kind.MAX_AGE, framework, null, BigDecimal.valueOf(days));
    }

    public static Limit noNewPlatforms() {
        return new Limit(Kind.NO_NEW_PLATFORMS, null, null, BigDecimal.ZERO);
    }

    /** The band asked for, of {@link Kind#MIN_GRADE}. */
    public GradeBand band() {
        if (kind != Kind.MIN_GRADE) {
            throw new IllegalStateException("no grade is asked for: " + this);
        }
        return GradeBand.at(value.intValueExact());
    }

    /** Whether two limits speak of the same thing, so that only one of them can count. */
    boolean sameMatter(Limit other) {
        return kind == other.kind
                && Objects.equals(framework, other.framework)
                && Objects.equals(maxPriority, other.maxPriority);
    }

    /** What was asked, as on the command line: “hipaa=C”, “70”; empty for {@link Kind#NO_NEW_PLATFORMS}. */
    public String asked() {
        String wanted = kind == Kind.NO_NEW_PLATFORMS ? "" : valueText();
        return framework == null ? wanted : framework.id() + "=" + wanted;
    }

    private String valueText() {
        return kind == Kind.MIN_GRADE ? band().name() : value.toPlainString();
    }

    /** As a text without white space or semicolons that {@link #parse} reads back: “min-grade:hipaa=C”, “max-open@1=3”. */
    public String text() {
        StringBuilder text = new StringBuilder(kind.id());
        if (maxPriority != null) {
            text.append('@').append(maxPriority);
        }
        if (framework != null) {
            text.append(':').append(encode(framework.id()));
        }
        if (kind != Kind.NO_NEW_PLATFORMS) {
            text.append('=').append(valueText());
        }
        return text.toString();
    }

    /** Reads a {@link #text}; null for what is none, such as a limit that only a newer version knows. */
    public static @Nullable Limit parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.id().equals(matcher.group(1)))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            return null;
        }
        BigDecimal value = value(kind, matcher.group(4));
        String id = matcher.group(3);
        String priority = matcher.group(2);
        try {
            return value == null
                    ? null
                    : new Limit(
                            kind,
                            id == null ? null : new Framework(decode(id)),
                            priority == null ? null : Integer.valueOf(priority),
                            value);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static @Nullable BigDecimal value(Kind kind, @Nullable String text) {
        if (kind == Kind.NO_NEW_PLATFORMS) {
            return BigDecimal.ZERO;
        }
        if (text == null || text.length() > DIGITS) {
            return null;
        }
        if (kind == Kind.MIN_GRADE) {
            GradeBand band = new Grade(text).band();
            return band == null ? null : BigDecimal.valueOf(band.place());
        }
        return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
