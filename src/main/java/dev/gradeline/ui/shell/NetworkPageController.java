package dev.gradeline.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Proxy and certificates for who cannot connect without them, in place of the page that they came from. JavaFX thread. */
public final class NetworkPageController {
    private final Parent card;
    private final Runnable goBack;

    @FXML
    private StackPane cardPlace;

    /**
     * @param card what can be chosen
     * @param back shows the page before, as it was left
     */
    public NetworkPageController(Parent card, Runnable back) {
        this.card = card;
        this.goBack = back;
    }

    @FXML
    private void initialize() {
        cardPlace.getChildren().add(card);
    }

    @FXML
    private void back() {
        goBack.run();
    }
}
