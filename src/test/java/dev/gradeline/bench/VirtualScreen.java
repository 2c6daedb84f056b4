package dev.gradeline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A display of its own that nobody sees (Xvfb), with its picture in a file: what a program paints is read there by somebody
 * outside of it, at once and without asking anybody, so that looking costs the program next to nothing. Linux only.
 */
final class VirtualScreen implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;
    /** Of so many pixels in a row, one is looked at. */
    private static final int STEP = 4;

    private final Process server;
    private final String display;
    private final Path file;
    private final ByteBuffer pixels;
    private final int begin;
    private final int line;

    private VirtualScreen(Process server, String display, Path file) throws IOException {
        this.server = server;
        this.display = display;
        this.file = file;
        try (FileChannel channel = FileChannel.open(file)) {
            // X's own format for a picture: a head of numbers, the colours, the pixels
            ByteBuffer whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            whole.order(ByteOrder.BIG_ENDIAN);
            this.begin = whole.getInt(0) + 12 * whole.getInt(19 * 4);
            this.line = whole.getInt(12 * 4);
            this.pixels = whole.order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Starts one that nothing was on. */
    static VirtualScreen open() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("gradeline-screen-");
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-fbdir",
                        directory.toString(),
                        "-nolisten",
                        "tcp",
                        "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader told = server.inputReader();
        String number = told.readLine();
        if (number == null) {
            throw new IllegalStateException("there is no Xvfb here, or it did not start");
        }
        Path file = directory.resolve("Xvfb_screen0");
        while (!Files.exists(file) || Files.size(file) == 0) {
            Thread.sleep(10);
        }
        return new VirtualScreen(server, ":" + number, file);
    }

    /** What {@code DISPLAY} has to be. */
    String display() {
        return display;
    }

    /** The colours of every fourth pixel of every fourth line. */
    int[] look() {
        int[] seen = new int[WIDTH / STEP * (HEIGHT / STEP)];
        int at = 0;
        for (int y = 0; y < HEIGHT; y += STEP) {
            for (int x = 0; x < WIDTH; x += STEP) {
                seen[at++] = pixels.getInt(begin + y * line + 4 * x) & 0xFFFFFF;
            }
        }
        return seen;
    }

    /** The whole picture as it is now, for {@code convert} and others that read X's format. */
    void save(Path to) {
        try {
            Files.copy(file, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is needed for it. */
    static boolean isThere() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "Xvfb")));
    }
}
