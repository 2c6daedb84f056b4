package dev.gradeline.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/** What start-up is compared with: the smallest program of JavaFX that shows a window, as large as Gradeline's. */
public final class EmptyWindow extends Application {
    @Override
    public void start(Stage stage) {
        StackPane root = new StackPane();
        // white would be there before JavaFX has painted anything: the system shows a new window in the colour of its
        // scene
        root.setBackground(Background.fill(Color.SLATEGRAY));
        stage.setScene(new Scene(root, VirtualScreen.WIDTH, VirtualScreen.HEIGHT - 40));
        stage.show();
    }
}
