package dev.gradeline.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;

/** A page that stands in front of the dashboard: something is being prepared, or it cannot be opened. JavaFX thread. */
public final class WaitController {
    private final String titleText;
    private final String detailText;
    private final String buttonText;
    private final Runnable pressed;
    private final boolean working;

    @FXML
    private Label title;

    @FXML
    private Label detail;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button button;

    private WaitController(String title, String detail, String button, Runnable pressed, boolean working) {
        this.titleText = title;
        this.detailText = detail;
        this.buttonText = button;
        this.pressed = pressed;
        this.working = working;
    }

    /** Work is under way; the button ends it. */
    public static WaitController working(String title, String detail, String cancel, Runnable cancelled) {
        return new WaitController(title, detail, cancel, cancelled, true);
    }

    /** Something is wrong; the button leads on. */
    public static WaitController trouble(String title, String detail, String button, Runnable pressed) {
        return new WaitController(title, detail, button, pressed, false);
    }

    @FXML
    private void initialize() {
        title.setText(titleText);
        detail.setText(detailText);
        button.setText(buttonText);
        progress.setVisible(working);
        progress.setManaged(working);
        progress.setMaxWidth(Region.USE_COMPUTED_SIZE);
    }

    /** How far the work is, 0 to 1. */
    public void progress(double share) {
        progress.setProgress(share);
    }

    @FXML
    private void press() {
        pressed.run();
    }
}
