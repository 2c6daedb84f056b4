package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as the API client would hand them on. */
final class Answers {
    private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

    private Answers() {}

    static Assessment score(String framework, @Nullable String score, @Nullable String grade, @Nullable String day) {
        return new Assessment(
                new Framework(framework),
                score == null ? null : new BigDecimal(score),
                grade == null ? null : new Grade(grade),
                day == null ? null : Instant.parse(day + "T10:00:00Z"),
                FETCHED,
                false);
    }

    static Recommendation recommendation(String id, String status) {
        return recommendation(id, "Title of " + id, 2, status);
    }

    static Recommendation recommendation(String id, @Nullable String title, @Nullable Integer priority, String status) {
        return new Recommendation(
                id, title, priority, new Status(status), new Framework("hipaa"), "Access Control", 1, FETCHED, FETCHED);
    }

    /** This many, open all of them. */
    static List<Recommendation> recommendations(int count) {
        List<Recommendation> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(recommendation(
                    "%08d-0000-4000-8000-000000000000".formatted(i),
                    "Do the thing of number " + i,
                    1 + i / 3000,
                    "open"));
        }
        return rows;
    }

    static Scan scan(@Nullable String id, String day, Platform... platforms) {
        Instant at = Instant.parse(day + "T14:00:00Z");
        return new Scan(
                id,
                "northwind",
                "completed",
                "northwind.example",
                at,
                at.plusSeconds(1800),
                platforms.length,
                1,
                new BigDecimal("61"),
                List.of(platforms),
                FETCHED);
    }

    static Platform platform(String id, String name, String confidence) {
        return new Platform(
                id,
                name,
                "llm_chat",
                "Vendor",
                null,
                "https://" + id + ".example",
                new BigDecimal(confidence),
                null,
                FETCHED);
    }
}
