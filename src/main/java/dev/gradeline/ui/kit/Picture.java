package dev.gradeline.ui.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** A scene as a PNG file, on any platform JavaFX has, with or without a display. */
public final class Picture {
    /** Virtualised tables and text need a few pulses after a change before all of it stands. */
    private static final int PULSES = 6;

    private Picture() {}

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
                    image.complete(scene.snapshot(null));
                } catch (RuntimeException | Error e) {
                    image.completeExceptionally(e);
                }
            }
        }.start();
        return image;
    }

    /** Writes an image as PNG, making the folder when needed. Any thread but JavaFX's. */
    public static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!ImageIO.write(copy, "png", file.toFile())) {
            throw new IOException("no PNG writer in this Java runtime, so " + file + " was not written");
        }
    }
}
