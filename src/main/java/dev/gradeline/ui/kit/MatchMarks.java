package dev.gradeline.ui.kit;

import dev.gradeline.posture.SearchFold;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/**
 * The ground behind what is sought in a label's text, in its own place in right-to-left text, too. Drawn behind the text that
 * the label already has, so that shortening and the choice of fonts stay the toolkit's. JavaFX thread.
 */
final class MatchMarks extends Path {
    MatchMarks() {
        getStyleClass().add("match");
        setManaged(false);
        setMouseTransparent(true);
    }

    /**
     * Marks the places of folded texts in the text as it is shown; none where nothing is sought.
     *
     * @return whether there are any
     */
    boolean show(Parent label, List<String> sought) {
        if (!getElements().isEmpty()) {
            getElements().clear();
        }
        Text text = sought.isEmpty() ? null : text(label);
        int[] places = text == null ? new int[0] : SearchFold.places(text.getText(), sought);
        if (text == null || places.length == 0) {
            return false;
        }
        for (int i = 0; i < places.length; i += 2) {
            getElements().addAll(text.rangeShape(places[i], places[i + 1]));
        }
        setLayoutX(text.getLayoutX());
        setLayoutY(text.getLayoutY());
        return true;
    }

    private static @org.jspecify.annotations.Nullable Text text(Parent label) {
        for (Node child : label.getChildrenUnmodifiable()) {
            if (child instanceof Text text) {
                return text;
            }
        }
        return null;
    }
}
