package dev.gradeline.ui.changes;

import dev.gradeline.posture.Change;

/** The kinds of change that the list can be narrowed to. */
public enum ChangeGroup {
    SCORES,
    RECOMMENDATIONS,
    DISCOVERY;

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
