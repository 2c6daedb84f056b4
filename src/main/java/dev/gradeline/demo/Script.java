package dev.gradeline.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables that a story is made from, as they stand in its resource file. */
record Script(
        String organisation,
        String domain,
        List<Framework> frameworks,
        List<Scan> scans,
        List<Platform> platforms,
        List<Named> named) {

    static Script northwind() {
        return Json.resource("northwind.json", new TypeReference<>() {});
    }

    /**
     * One framework and its fate.
     *
     * @param pace the share of its outstanding recommendations that gets done in {@link Backlog#SEASON_DAYS}, 0 to 1
     */
    record Framework(String id, double pace, List<Assessment> assessments) {}

    /**
     * One completed assessment.
     *
     * @param raised how many recommendations it brings, beside the named ones
     * @param urgent how many of these have priority 1
     * @param restated a later correction of its score; null for none
     * @param reissues whether it brings all that there is of its framework under new ids; null for no
     */
    record Assessment(
            Instant completedAt,
            BigDecimal score,
            int raised,
            int urgent,
            @Nullable Restated restated,
            @Nullable Boolean reissues) {

        boolean bringsNewIds() {
            return Boolean.TRUE.equals(reissues);
        }
    }

    /** From then on the same assessment shows another score. */
    record Restated(Instant at, BigDecimal score) {}

    /** One discovery scan. */
    record Scan(LocalDate on, int shadowAiCount, BigDecimal overallRiskScore) {}

    /**
     * One platform.
     *
     * @param percent the confidence of the last scan, in percent
     * @param from the first scan that finds it
     * @param until the last scan that finds it; null for all of them
     */
    record Platform(
            String name,
            String vendor,
            String type,
            String category,
            String url,
            int percent,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean foundOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * A recommendation whose course is told here rather than drawn.
     *
     * @param raisedBy the day of the assessment that brings it
     * @param moves what becomes of it; null for nothing
     */
    record Named(
            String framework,
            LocalDate raisedBy,
            String title,
            @Nullable String category,
            int priority,
            @Nullable List<Move> moves) {}

    /** A change of a named recommendation; what is null stays as it was. */
    record Move(
            Instant at, @Nullable String status, @Nullable Integer priority) {}
}
