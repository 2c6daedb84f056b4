package dev.gradeline.ui.kit;

import dev.gradeline.words.ChangeWords;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icon of a kind of change, as large as the text around it asks for. JavaFX thread. */
public final class IconLabel extends Label {
    /** Icons have more air around them than letters. */
    private static final double OF_TEXT = 1.3;

    private @Nullable FontIcon icon;
    private String own = "";

    public IconLabel() {
        getStyleClass().add("row-icon");
        // A size in em would follow the icon's own font and so feed on itself.
        fontProperty().subscribe(this::resizeIcon);
    }

    /** Shows the icon of a change. */
    public void show(ChangeWords.Line line) {
        icon = Icons.of(line);
        own = icon.getStyle();
        setGraphic(icon);
        resizeIcon();
    }

    private void resizeIcon() {
        if (icon != null) {
            // Inline, because the theme's stylesheet wins over the property; the icon keeps its font there, too.
            icon.setStyle(own + ";-fx-icon-size: " + Math.round(getFont().getSize() * OF_TEXT) + "px;");
        }
    }
}
