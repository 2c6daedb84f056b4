package dev.gradeline.ui.present;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Puts the slides on the screen, as large as it allows, and turns them by key. JavaFX thread. */
public final class PresentController {
    /** The size that slides are made for; on others everything is larger or smaller alike. */
    private static final double WIDTH = 1280;

    private static final double HEIGHT = 720;
    private static final double BODY = 24;

    private final PresentViewModel model;
    private final Runnable leave;

    @FXML
    private StackPane present;

    @FXML
    private Label title;

    @FXML
    private Label aside;

    @FXML
    private StackPane body;

    @FXML
    private Label whose;

    @FXML
    private Label place;

    @FXML
    private VBox keys;

    /** @param leave ends the presentation */
    public PresentController(PresentViewModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        present.widthProperty().subscribe(this::fit);
        present.heightProperty().subscribe(this::fit);
        place.textProperty().bind(model.place());
        model.slide().subscribe(this::show);
        model.keysShown().subscribe(shown -> keys.setVisible(shown));
        present.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        present.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void fit() {
        double by = Math.min(present.getWidth() / WIDTH, present.getHeight() / HEIGHT);
        if (by > 0) {
            present.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", BODY * by));
        }
    }

    private void show(Slide slide) {
        title.setText(slide.title());
        aside.setText(slide.aside());
        whose.setText(model.whose());
        Node content = new SlideNodes(model.words()).of(slide);
        body.getChildren().setAll(content);
        present.setAccessibleText(String.join("\n", model.place().get(), slide.spoken()));
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (isTheWayIn(event)) {
            leave.run();
        } else {
            switch (code) {
                case RIGHT, DOWN, PAGE_DOWN, SPACE, ENTER -> model.next();
                case LEFT, UP, PAGE_UP, BACK_SPACE -> model.previous();
                case HOME -> model.first();
                case END -> model.last();
                case ESCAPE -> escape();
                default -> {}
            }
        }
        event.consume();
    }

    /** The same key that opens it. */
    private static boolean isTheWayIn(KeyEvent event) {
        return event.getCode() == KeyCode.F11
                || new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                        .match(event);
    }

    private void escape() {
        if (model.keysShown().get()) {
            model.toggleKeys();
        } else {
            leave.run();
        }
    }

    private void typed(KeyEvent event) {
        if (event.getCharacter().equals("?")) {
            model.toggleKeys();
        }
        event.consume();
    }
}
