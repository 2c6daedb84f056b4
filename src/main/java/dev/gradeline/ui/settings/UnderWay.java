package dev.gradeline.ui.settings;

import dev.gradeline.ui.kit.Rows;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.util.Duration;

/** A row that shows that something is under way, and how to end it. */
final class UnderWay {
    /** What is done sooner needs no bar: it would only flicker. */
    private static final Duration PATIENCE = Duration.millis(400);

    private UnderWay() {}

    static void show(Node row, ReadOnlyBooleanProperty busy) {
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(event -> Rows.show(row, busy.get()));
        Rows.show(row, false);
        busy.subscribe(now -> {
            if (now) {
                patience.playFromStart();
            } else {
                patience.stop();
                Rows.show(row, false);
            }
        });
    }
}
