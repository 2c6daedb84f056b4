package dev.gradeline.ui.kit;

import dev.gradeline.posture.Change;
import dev.gradeline.words.ChangeWords;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icon of each kind of change. JavaFX thread. */
public final class Icons {
    private Icons() {}

    /** An icon in the change's tone; the shape tells the kind without colour. */
    public static FontIcon of(Change.Kind kind, ChangeWords.Tone tone) {
        FontIcon icon = new FontIcon(
                switch (kind) {
                    case GRADE_DOWN, SCORE_DOWN -> Feather.ARROW_DOWN;
                    case GRADE_UP, SCORE_UP -> Feather.ARROW_UP;
                    case GRADE_CHANGED, REASSESSED, RESTATED, RECOMMENDATION_EDITED -> Feather.EDIT_2;
                    case NEWLY_ASSESSED, RECOMMENDATION_OPENED, PLATFORM_NEW -> Feather.PLUS;
                    case FRAMEWORK_GONE, RECOMMENDATION_GONE, PLATFORM_GONE -> Feather.MINUS;
                    case RECOMMENDATION_REOPENED -> Feather.ROTATE_CCW;
                    case RECOMMENDATION_PROGRESSED -> Feather.CHEVRONS_RIGHT;
                    case RECOMMENDATION_COMPLETED -> Feather.CHECK;
                    case RECOMMENDATION_DISMISSED -> Feather.X;
                    case RECOMMENDATION_REPRIORITISED -> Feather.CHEVRONS_UP;
                    case SHADOW_AI_COUNT -> Feather.ALERT_CIRCLE;
                    case RISK_SCORE -> Feather.ACTIVITY;
                    case NOT_ASSESSED -> Feather.CLOCK;
                });
        icon.getStyleClass().add("tone-" + tone.name().toLowerCase(Locale.ROOT));
        return icon;
    }
}
