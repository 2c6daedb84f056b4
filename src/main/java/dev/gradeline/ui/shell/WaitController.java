package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.Rows;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** A page that stands in front of the dashboard: something is being prepared, or it cannot be opened. JavaFX thread. */
public final class WaitController {
    private final String titleText;
    private final String detailText;
    private final String buttonText;
    private final Runnable pressed;
    private final boolean working;
    private final String technicalText;
    private final List<Way> furtherWays;

    /**
     * What else the person can do.
     *
     * @param id of its button, for tests and style sheets
     */
    public record Way(String id, String text, Runnable pressed) {}

    @FXML
    private Label title;

    @FXML
    private Label detail;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button button;

    @FXML
    private Button more;

    @FXML
    private TextArea technical;

    @FXML
    private FlowPane ways;

    private WaitController(
            String title,
            String detail,
            String button,
            Runnable pressed,
            boolean working,
            String technical,
            List<Way> ways) {
        this.titleText = title;
        this.detailText = detail;
        this.buttonText = button;
        this.pressed = pressed;
        this.working = working;
        this.technicalText = technical;
        this.furtherWays = List.copyOf(ways);
    }

    /** Work is under way; the button ends it. */
    public static WaitController working(String title, String detail, String cancel, Runnable cancelled) {
        return new WaitController(title, detail, cancel, cancelled, true, "", List.of());
    }

    /**
     * Something is wrong; the button leads on, and so do the ways before it.
     *
     * @param technical for whoever helps, shown on demand and to be copied; empty for nothing
     */
    public static WaitController trouble(
            String title, String detail, String technical, List<Way> ways, String button, Runnable pressed) {
        return new WaitController(title, detail, button, pressed, false, technical, ways);
    }

    @FXML
    private void initialize() {
        title.setText(titleText);
        detail.setText(detailText);
        button.setText(buttonText);
        progress.setVisible(working);
        progress.setManaged(working);
        progress.setMaxWidth(Region.USE_COMPUTED_SIZE);
        technical.setText(technicalText);
        Rows.show(technical, false);
        Rows.show(more, !technicalText.isEmpty());
        int place = 0;
        for (Way way : furtherWays) {
            Button further = new Button(way.text());
            further.setId(way.id());
            further.setOnAction(event -> way.pressed().run());
            ways.getChildren().add(place++, further);
        }
    }

    @FXML
    private void toggleDetails() {
        Rows.show(technical, !technical.isVisible());
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
