package dev.gradeline.posture;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that differs between two moments. {@link Changes#between} makes them. */
public sealed interface Change {

    /** When it happened, as exactly as is known: an assessment's completion, else when the difference was first seen. */
    Instant at();

    Kind kind();

    /** What changed, as its identifier or name: a framework id, a title, a platform name. */
    String subject();

    /** The value before; null when there was none. */
    @Nullable String before();

    /** The value after; null when there is none any more. */
    @Nullable String after();

    /** The kinds, in the order in which people want to read them. */
    enum Kind {
        GRADE_DOWN,
        GRADE_UP,
        GRADE_CHANGED,
        SCORE_DOWN,
        SCORE_UP,
        RESTATED,
        NEWLY_ASSESSED,
        REASSESSED,
        FRAMEWORK_GONE,
        RECOMMENDATION_OPENED,
        /** Known before the period and gone at its start: it is there again. */
        RECOMMENDATION_RETURNED,
        RECOMMENDATION_REOPENED,
        RECOMMENDATION_PROGRESSED,
        RECOMMENDATION_COMPLETED,
        RECOMMENDATION_DISMISSED,
        RECOMMENDATION_REPRIORITISED,
        RECOMMENDATION_EDITED,
        RECOMMENDATION_GONE,
        PLATFORM_NEW,
        /** Known before the period, and not in the scan at its start: it is there again. */
        PLATFORM_RETURNED,
        PLATFORM_GONE,
        SCAN_NEW,
        SCAN_GONE,
        SHADOW_AI_COUNT,
        RISK_SCORE,
        NOT_ASSESSED;

        /** The name used in exports: lower case. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A framework's score or grade moved, was restated, or is new. */
    record Score(
            Instant at,
            Kind kind,
            Framework framework,
            @Nullable Assessment earlier,
            @Nullable Assessment later) implements Change {
        @Override
        public String subject() {
            return framework.id();
        }

        @Override
        public @Nullable String before() {
            return describe(earlier);
        }

        @Override
        public @Nullable String after() {
            return describe(later);
        }

        private static @Nullable String describe(@Nullable Assessment assessment) {
            if (assessment == null) {
                return null;
            }
            BigDecimal score = assessment.overallScore();
            Grade grade = assessment.grade();
            if (score == null) {
                return grade == null ? null : grade.letter();
            }
            return grade == null ? score.toPlainString() : score.toPlainString() + " " + grade.letter();
        }
    }

    /**
     * A recommendation was opened, came back, moved, edited or left the answer.
     *
     * @param recommendation as it is later, or, when it is gone, as it was
     */
    record OfRecommendation(
            Instant at,
            Kind kind,
            Recommendation recommendation,
            @Nullable String before,
            @Nullable String after) implements Change {
        @Override
        public String subject() {
            String title = recommendation.title();
            return title != null ? title : recommendation.id();
        }
    }

    /** A platform is new in, back in, or gone from, the latest scan. */
    record OfPlatform(
            Instant at,
            Kind kind,
            Platform platform,
            @Nullable String before,
            @Nullable String after) implements Change {
        @Override
        public String subject() {
            String name = platform.name();
            return name != null ? name : String.valueOf(platform.id());
        }
    }

    /**
     * A figure of the discovery scan moved, the shadow-AI count or the risk score; or discovery began, or ceased, to report a
     * scan: then the figure is the number of its platforms.
     */
    record Figure(
            Instant at,
            Kind kind,
            String subject,
            @Nullable String before,
            @Nullable String after) implements Change {}

    /**
     * A framework has come to be without an assessment for longer than the person wants.
     *
     * @param at when it came to be so
     */
    record NotAssessed(Instant at, Framework framework, Instant lastAssessed) implements Change {
        @Override
        public Kind kind() {
            return Kind.NOT_ASSESSED;
        }

        @Override
        public String subject() {
            return framework.id();
        }

        @Override
        public String before() {
            return lastAssessed.toString();
        }

        @Override
        public @Nullable String after() {
            return null;
        }

        /** Whole days since the last assessment. */
        public long days() {
            return Duration.between(lastAssessed, at).toDays();
        }
    }
}
