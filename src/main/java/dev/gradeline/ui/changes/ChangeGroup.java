package dev.gradeline.ui.changes;

import dev.gradeline.posture.Change;
import dev.gradeline.words.Words;

/** The kinds of change that the list can be narrowed to, in the order of reading: few of recommendations are news. */
public enum ChangeGroup {
    SCORES,
    DISCOVERY,
    RECOMMENDATIONS;

    /** What the group is called, with how many are in it. */
    String title(int count, Words words) {
        return switch (this) {
            case SCORES -> words.of("changesPage.group.scores", count);
            case RECOMMENDATIONS -> words.of("changesPage.group.recommendations", count);
            case DISCOVERY -> words.of("changesPage.group.discovery", count);
        };
    }

    /** The group that a change belongs to. */
    static ChangeGroup of(Change change) {
        return switch (change) {
            case Change.Score score -> SCORES;
            case Change.NotAssessed old -> SCORES;
            case Change.OfRecommendation recommendation -> RECOMMENDATIONS;
            case Change.OfPlatform platform -> DISCOVERY;
            case Change.Figure figure -> DISCOVERY;
        };
    }
}
