package dev.gradeline.ui.overview;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The recommendations by status and the most urgent of them, ready to show.
 *
 * @param notice why they are not fresh; null when they are
 * @param shares one for each status that occurs, in the order of the work
 * @param priorities how many are still open at each priority, the most urgent first; empty when none is
 * @param message in place of the bar; empty when there are recommendations
 * @param top the most urgent that are still open, most urgent first
 * @param topMessage in place of those; empty when there are any, or when recommendations were never read
 */
record RecommendationSummary(
        @Nullable PartNotice notice,
        List<Share> shares,
        List<PriorityCount> priorities,
        String message,
        List<Top> top,
        String topMessage) {
    private static final int MOST = 16;
    private static final List<Status> DOCUMENTED =
            List.of(Status.OPEN, Status.IN_PROGRESS, Status.COMPLETED, Status.DISMISSED);

    /**
     * How many have a status.
     *
     * @param style the style class of its colour
     * @param text “37 open”
     * @param filter shows exactly these in the table; null when no filter can
     */
    record Share(
            String style, int count, String text, @Nullable RecommendationFilter filter) {}

    /** One urgent recommendation; the filter shows what is still open and at least as urgent. */
    record Top(
            String id,
            String priority,
            String title,
            boolean untitled,
            String framework,
            RecommendationFilter filter) {}

    RecommendationSummary {
        shares = List.copyOf(shares);
        priorities = List.copyOf(priorities);
        top = List.copyOf(top);
    }

    static RecommendationSummary of(Situation situation, Words words) {
        Posture posture = situation.posture();
        PartNotice notice = PartNotice.beside(Part.RECOMMENDATIONS, situation, words);
        List<Recommendation> rows = posture.recommendations();
        List<Top> top = top(rows, new PostureWords(words));
        if (!rows.isEmpty()) {
            return new RecommendationSummary(
                    notice,
                    shares(rows, words),
                    PriorityCount.of(rows, words),
                    "",
                    top,
                    top.isEmpty() ? words.of("overview.top.none") : "");
        }
        boolean read = posture.freshness(Part.RECOMMENDATIONS).refreshedAt() != null;
        String message =
                read ? words.of("overview.recommendations.none") : notice == null ? words.of("overview.notRead") : "";
        return new RecommendationSummary(
                notice, List.of(), List.of(), message, top, read ? words.of("overview.top.none") : "");
    }

    private static List<Share> shares(List<Recommendation> rows, Words words) {
        PostureWords posture = new PostureWords(words);
        List<Share> shares = new ArrayList<>();
        for (Status status : DOCUMENTED) {
            int count =
                    (int) rows.stream().filter(r -> status.equals(r.status())).count();
            if (count > 0) {
                shares.add(new Share(
                        "status-" + status.id().replace('_', '-'),
                        count,
                        words.of("overview.share", count, posture.status(status)),
                        RecommendationFilter.ALL.withStatuses(Set.of(status.id()))));
            }
        }
        Set<String> otherIds = rows.stream()
                .map(Recommendation::status)
                .filter(status -> status != null && !DOCUMENTED.contains(status))
                .map(status -> status == null ? "" : status.id())
                .collect(Collectors.toSet());
        int others = (int) rows.stream()
                .filter(r -> r.status() != null && otherIds.contains(r.status().id()))
                .count();
        if (others > 0) {
            shares.add(new Share(
                    "status-other",
                    others,
                    words.of("overview.share", others, words.of("overview.share.other")),
                    RecommendationFilter.ALL.withStatuses(otherIds)));
        }
        int unknown = (int) rows.stream().filter(r -> r.status() == null).count();
        if (unknown > 0) {
            shares.add(new Share(
                    "status-unknown", unknown, words.of("overview.share", unknown, posture.status(null)), null));
        }
        return shares;
    }

    /** The priority's number, and behind all others what has none. */
    private static int urgency(Recommendation r) {
        Integer priority = r.priority();
        return priority == null ? Integer.MAX_VALUE : priority;
    }

    private static List<Top> top(List<Recommendation> rows, PostureWords words) {
        return rows.stream()
                .filter(Recommendation::stillOpen)
                .sorted(Comparator.comparingInt(RecommendationSummary::urgency).thenComparingInt(Recommendation::rank))
                .limit(MOST)
                .map(r -> top(r, words))
                .toList();
    }

    private static Top top(Recommendation r, PostureWords words) {
        Framework framework = r.framework();
        return new Top(
                r.id(),
                words.priority(r.priority()),
                words.title(r.title()),
                PostureWords.isUntitled(r.title()),
                framework == null || framework.id().isBlank() ? words.number(null) : words.framework(framework),
                RecommendationFilter.STILL_OPEN.withMaxPriority(r.priority()));
    }
}
