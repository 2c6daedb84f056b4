package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.PostureWords;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One row as people read it, made once for each recommendation and not once for each repaint.
 *
 * <p>What the server left out or blank is “–”.
 *
 * @param place its place among all rows, from 0
 * @param ageDays whole days since it was first seen
 */
record RecommendationRow(
        int place,
        Recommendation recommendation,
        String priority,
        String title,
        String status,
        String framework,
        String category,
        long ageDays)
        implements TableLine {

    /** Makes the rows of one table: what many have in common is one text in memory. */
    static final class Maker {
        private final PostureWords words;
        private final Instant now;
        private final Map<String, String> shared = new HashMap<>();

        Maker(PostureWords words, Instant now) {
            this.words = words;
            this.now = now;
        }

        RecommendationRow make(int place, Recommendation r) {
            return new RecommendationRow(
                    place,
                    r,
                    share(words.priority(r.priority())),
                    words.title(r.title()),
                    share(lacksStatus(r) ? words.number(null) : words.status(r.status())),
                    share(lacksFramework(r) ? words.number(null) : words.framework(r.framework())),
                    share(lacksCategory(r) ? words.number(null) : words.clean(r.category())),
                    Math.max(0, Duration.between(r.firstSeen(), now).toDays()));
        }

        private String share(String text) {
            return shared.computeIfAbsent(text, same -> same);
        }
    }

    /** The person's own tags, as they are read; empty for none. */
    String tags() {
        return String.join(", ", recommendation.own().tags());
    }

    /** Whether the server left it out or blank; “–” then stands for it. */
    static boolean lacksStatus(Recommendation r) {
        Status status = r.status();
        return status == null || status.id().isBlank();
    }

    static boolean lacksFramework(Recommendation r) {
        Framework framework = r.framework();
        return framework == null || framework.id().isBlank();
    }

    static boolean lacksCategory(Recommendation r) {
        String category = r.category();
        return category == null || category.isBlank();
    }

    /** The API's identifier, cleaned for display. */
    String shownId() {
        return Cleaning.clean(recommendation.id());
    }

    /** Whether the server left the title out. */
    boolean untitled() {
        return PostureWords.isUntitled(recommendation.title());
    }

    /** The row as one line of text, for the clipboard. */
    String text() {
        return String.join("\t", priority, title, status, framework, category, shownId());
    }

    /** The style class of the status; the word always stands beside it. */
    String statusStyle() {
        Status status = recommendation.status();
        if (Status.OPEN.equals(status)) {
            return "status-open";
        }
        if (Status.IN_PROGRESS.equals(status)) {
            return "status-in-progress";
        }
        if (Status.COMPLETED.equals(status)) {
            return "status-completed";
        }
        if (Status.DISMISSED.equals(status)) {
            return "status-dismissed";
        }
        return status == null ? "status-unknown" : "status-other";
    }
}
