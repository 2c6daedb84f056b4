package dev.gradeline.ui.kit;

import dev.gradeline.settings.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;

/** A scene as a PNG file, on any platform JavaFX has, with or without a display. */
public final class Picture {
    /** Virtualised tables and text need a few pulses after a change before all of it stands. */
    private static final int PULSES = 6;

    /** The Headless platform's screen, in pixels a side: what a window holds beyond it ends in exceptions. */
    private static final double SCREEN = 1000;

    private Picture() {}

    /**
     * A scene that lays a page out at this size, however small its window is: pictures may be larger than the Headless
     * platform's screen. JavaFX thread.
     */
    public static Scene scene(Parent page, double width, double height) {
        return new Scene(new Easel(page, width, height), Math.min(width, SCREEN), Math.min(height, SCREEN));
    }

    /** The scene's image once it has settled. Call on the JavaFX thread; completes on it. */
    public static CompletableFuture<WritableImage> take(Scene scene) {
        CompletableFuture<WritableImage> image = new CompletableFuture<>();
        new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                if (++seen < PULSES) {
                    return;
                }
                stop();
                try {
                    image.complete(snapshot(scene.getRoot()));
                } catch (RuntimeException | Error e) {
                    image.completeExceptionally(e);
                }
            }
        }.start();
        return image;
    }

    private static WritableImage snapshot(Parent root) {
        if (!(root instanceof Easel easel)) {
            return root.getScene().snapshot(null);
        }
        SnapshotParameters whole = new SnapshotParameters();
        whole.setFill(easel.getBackground().getFills().getFirst().getFill());
        whole.setViewport(new Rectangle2D(0, 0, easel.width, easel.height));
        return easel.canvas.snapshot(whole, null);
    }

    /** Writes an image as PNG, making the folder when needed. Any thread but JavaFX's. */
    public static void write(WritableImage image, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFile.write(file, out -> png(image, out));
    }

    /** Writes an image as PNG. Any thread but JavaFX's. */
    public static void png(WritableImage image, OutputStream out) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        if (!ImageIO.write(copy, "png", out)) {
            throw new IOException("no PNG writer in this Java runtime, so nothing was written");
        }
    }

    /** Holds a page at its size, whatever its own is: a scene gives its root the window's. */
    private static final class Easel extends Pane {
        private final StackPane canvas;
        private final double width;
        private final double height;

        Easel(Parent page, double width, double height) {
            this.canvas = new StackPane(page);
            this.width = width;
            this.height = height;
            canvas.setManaged(false);
            canvas.resize(width, height);
            getChildren().add(canvas);
        }
    }
}
