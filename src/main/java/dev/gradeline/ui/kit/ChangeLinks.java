package dev.gradeline.ui.kit;

import dev.gradeline.posture.Change;

/** Where a change leads: to the page that shows the thing that changed. */
public final class ChangeLinks {
    private ChangeLinks() {}

    /** A framework to its trend, a recommendation to itself in the table, a platform or figure to discovery. */
    public static void open(Change change, Navigator navigator) {
        switch (change) {
            case Change.Score score -> navigator.openTrends(score.framework());
            case Change.NotAssessed old -> navigator.openTrends(old.framework());
            case Change.OfRecommendation r ->
                navigator.openRecommendation(r.recommendation().lineage());
            case Change.OfPlatform platform -> navigator.open(PageId.DISCOVERY);
            case Change.Figure figure -> navigator.open(PageId.DISCOVERY);
        }
    }
}
