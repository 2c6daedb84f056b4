package dev.gradeline.ui.kit;

import dev.gradeline.posture.Grade;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.words.Cleaning;
import java.util.Locale;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A grade's letter on its tint. The letter always speaks; the colour only helps. JavaFX thread. */
public final class GradeBadge extends Label {
    /** A grade that is a word is no headline. */
    private static final String WORDY = "wordy";

    private static final int FEW_LETTERS = 2;

    private @Nullable String gradeClass;

    public GradeBadge() {
        getStyleClass().add("grade-badge");
        setGrade(null);
    }

    /** Shows a grade; null shows “–”. An undocumented grade is shown as it is, without a colour. */
    public void setGrade(@Nullable Grade grade) {
        if (gradeClass != null) {
            getStyleClass().remove(gradeClass);
            gradeClass = null;
        }
        GradeBand band = grade == null ? null : grade.band();
        if (band != null) {
            gradeClass = "grade-" + band.name().toLowerCase(Locale.ROOT);
            getStyleClass().add(gradeClass);
        }
        setText(grade == null ? "–" : Cleaning.clean(grade.letter()));
        getStyleClass().remove(WORDY);
        if (getText().length() > FEW_LETTERS) {
            getStyleClass().add(WORDY);
        }
    }

    /** Whether this is the large form of an overview card; settable from FXML. */
    public boolean isLarge() {
        return getStyleClass().contains("large");
    }

    public void setLarge(boolean large) {
        getStyleClass().remove("large");
        if (large) {
            getStyleClass().add("large");
        }
    }
}
