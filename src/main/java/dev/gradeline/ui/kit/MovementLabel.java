package dev.gradeline.ui.kit;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A movement as arrow and number: the arrow's shape tells without colour. JavaFX thread. */
public final class MovementLabel extends Label {
    private final Region arrow = new Region();

    public MovementLabel() {
        getStyleClass().addAll("movement", "figures");
        arrow.getStyleClass().add("arrow");
    }

    /** Shows a movement; an unknown one shows nothing. */
    public void setMovement(Movement movement) {
        getStyleClass().removeIf(style -> style.startsWith("tone-"));
        getStyleClass().add(style(movement));
        arrow.getStyleClass()
                .setAll("arrow", movement.direction() > 0 ? "up" : movement.direction() < 0 ? "down" : "level");
        setGraphic(movement.known() ? arrow : null);
        // the arrow says which way: a sign would say it twice
        setText(movement.text().replaceFirst("^[+−-]", ""));
        setAccessibleText(movement.text());
    }

    /** The style class of a movement's tone. */
    public static String style(Movement movement) {
        return "tone-" + movement.tone().name().toLowerCase(Locale.ROOT);
    }
}
