package dev.gradeline.ui.kit;

import dev.gradeline.words.ChangeWords;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icon of each kind of change. JavaFX thread. */
public final class Icons {
    private Icons() {}

    /** An icon in the line's tone; the shape tells kind and direction without colour. */
    public static FontIcon of(ChangeWords.Line line) {
        FontIcon icon = new FontIcon(
                switch (line.kind()) {
                    case GRADE_DOWN, SCORE_DOWN -> Feather.ARROW_DOWN;
                    case GRADE_UP, SCORE_UP -> Feather.ARROW_UP;
                    case GRADE_CHANGED, REASSESSED, RESTATED, RECOMMENDATION_EDITED -> Feather.EDIT_2;
                    case NEWLY_ASSESSED, RECOMMENDATION_OPENED, PLATFORM_NEW, SCAN_NEW -> Feather.PLUS;
                    case FRAMEWORK_GONE, RECOMMENDATION_GONE, PLATFORM_GONE, SCAN_GONE -> Feather.MINUS;
                    case RECOMMENDATION_REOPENED, RECOMMENDATION_RETURNED, PLATFORM_RETURNED -> Feather.ROTATE_CCW;
                    case RECOMMENDATION_PROGRESSED -> Feather.CHEVRONS_RIGHT;
                    case RECOMMENDATION_COMPLETED -> Feather.CHECK;
                    case RECOMMENDATION_DISMISSED -> Feather.X;
                    case RECOMMENDATION_REPRIORITISED ->
                        switch (line.direction()) {
                            case 1 -> Feather.CHEVRONS_UP;
                            case -1 -> Feather.CHEVRONS_DOWN;
                            default -> Feather.SLIDERS;
                        };
                    case SHADOW_AI_COUNT -> line.direction() < 0 ? Feather.ARROW_DOWN : Feather.ALERT_CIRCLE;
                    case RISK_SCORE -> Feather.ACTIVITY;
                    case NOT_ASSESSED -> Feather.CLOCK;
                });
        icon.getStyleClass().add("tone-" + line.tone().name().toLowerCase(Locale.ROOT));
        return icon;
    }
}
