package dev.gradeline.ui.kit;

import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a page's FXML with a controller that was built by hand. */
public final class Fxml {
    private Fxml() {}

    /**
     * Loads {@code Name.fxml} that sits beside {@code NameController}. The FXML names its controller class in
     * {@code fx:controller}; the instance is the one given here.
     */
    public static Parent load(Object controller, Words words) {
        Class<?> type = controller.getClass();
        String file = type.getSimpleName().replaceFirst("Controller$", "") + ".fxml";
        URL url = type.getResource(file);
        if (url == null) {
            throw new IllegalStateException("no " + file + " beside " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(url, words.bundle());
        loader.setControllerFactory(wanted -> {
            if (!wanted.isInstance(controller)) {
                throw new IllegalStateException(file + " names " + wanted.getName() + " as its controller");
            }
            return controller;
        });
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load " + file, e);
        }
    }
}
