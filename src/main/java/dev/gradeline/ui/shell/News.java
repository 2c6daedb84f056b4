package dev.gradeline.ui.shell;

import dev.gradeline.history.History;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.Notices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What synchronisations brought that the person wants to be told of. Immutable.
 *
 * @param grades frameworks whose letter changed, each from what was told last to what is now
 * @param platforms platforms that are new; none where they are fewer than the person wants to hear of
 * @param keyRefused whether Ayliea does not accept the key
 */
record News(List<Change.Score> grades, List<Change.OfPlatform> platforms, boolean keyRefused) {
    static final News NONE = new News(List.of(), List.of(), false);

    News {
        grades = List.copyOf(grades);
        platforms = List.copyOf(platforms);
    }

    /**
     * Looks for news. Blocking.
     *
     * @param told up to where each kind was told already; what has no beginning yet is not told
     */
    static News of(History history, Posture present, Told told, Notices wanted) {
        return new News(
                wanted.grades() ? grades(history, present, told.grades(), wanted.points()) : List.of(),
                wanted.platforms() ? platforms(history, present, told.platforms(), wanted.count()) : List.of(),
                wanted.keys() && isRefused(present));
    }

    /** Whether Ayliea does not accept the key; that it lacks a scope is no refusal of the key. */
    static boolean isRefused(Posture present) {
        return present.freshness().values().stream().anyMatch(each -> each.outcome() == Outcome.KEY_REJECTED);
    }

    private static List<Change.Score> grades(History history, Posture present, @Nullable Instant from, int points) {
        return changes(history, present, from).stream()
                .filter(Change.Score.class::isInstance)
                .map(Change.Score.class::cast)
                .filter(score -> isTold(score, points))
                .toList();
    }

    private static boolean isTold(Change.Score score, int points) {
        if (score.earlier() == null || score.later() == null) {
            return false;
        }
        Grade was = score.earlier().grade();
        Grade is = score.later().grade();
        BigDecimal before = score.earlier().overallScore();
        BigDecimal after = score.later().overallScore();
        return was != null
                && is != null
                && !Objects.equals(was, is)
                && (before == null
                        || after == null
                        || after.subtract(before).abs().compareTo(BigDecimal.valueOf(points)) >= 0);
    }

    private static List<Change.OfPlatform> platforms(
            History history, Posture present, @Nullable Instant from, int count) {
        List<Change.OfPlatform> found = changes(history, present, from).stream()
                .filter(change -> change.kind() == Change.Kind.PLATFORM_NEW)
                .map(Change.OfPlatform.class::cast)
                .toList();
        return found.size() < count ? List.of() : found;
    }

    /** Nothing where there is nothing to begin with, or nothing was read since. */
    private static List<Change> changes(History history, Posture present, @Nullable Instant from) {
        Instant synced = present.lastSync();
        return from == null || synced == null || !from.isBefore(synced)
                ? List.of()
                : Changes.net(history.changes(from, present, Duration.ZERO));
    }
}
