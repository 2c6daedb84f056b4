package dev.gradeline.ayliea;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's field names, and what they become. */
final class RowMapping {
    /** The rank of a recommendation whose place among all of them is not known yet. */
    private static final int UNRANKED = 0;

    private final Instant seen;

    /** @param seen the moment of the fetch */
    RowMapping(Instant seen) {
        this.seen = seen;
    }

    @Nullable Assessment assessment(Row row) {
        String framework = row.id("framework_id");
        if (framework == null) {
            row.drop("no framework_id");
            return null;
        }
        String grade = row.id("grade");
        return new Assessment(
                new Framework(framework),
                row.decimal("overall_score"),
                grade == null ? null : new Grade(grade),
                row.instant("completed_at"),
                seen,
                false);
    }

    @Nullable Recommendation recommendation(Row row) {
        String id = row.id("id");
        if (id == null) {
            row.drop("no id");
            return null;
        }
        String status = row.id("status");
        String framework = row.id("framework_id");
        return new Recommendation(
                id,
                row.text("title"),
                row.integer("priority"),
                status == null ? null : new Status(status),
                framework == null ? null : new Framework(framework),
                row.text("category"),
                UNRANKED,
                seen,
                seen);
    }

    static Recommendation ranked(Recommendation row, int rank) {
        return new Recommendation(
                row.id(),
                row.title(),
                row.priority(),
                row.status(),
                row.framework(),
                row.category(),
                rank,
                row.firstSeen(),
                row.lastChanged());
    }

    Platform platform(Row row) {
        Row metadata = row.fields("metadata");
        return new Platform(
                row.id("id"),
                row.text("platform_name"),
                row.text("platform_type"),
                metadata.text("vendor"),
                metadata.text("category"),
                row.text("url"),
                row.decimal("confidence"),
                row.instant("created_at"),
                seen);
    }

    /** Whose a scan is. */
    static @Nullable String organization(Row scan) {
        return scan.id("organization_id");
    }

    /** What was scanned; null where the server does not tell. */
    static @Nullable String domain(Row scan) {
        return scan.text("domain");
    }

    Scan scan(Row row, List<Platform> platforms) {
        Row summary = row.fields("summary");
        return new Scan(
                row.id("id"),
                organization(row),
                row.text("status"),
                row.text("domain"),
                row.instant("started_at"),
                row.instant("completed_at"),
                summary.integer("platforms_discovered"),
                summary.integer("shadow_ai_count"),
                summary.decimal("overall_risk_score"),
                platforms,
                seen);
    }
}
