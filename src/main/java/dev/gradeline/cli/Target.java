package dev.gradeline.cli;

import dev.gradeline.settings.AtomicFile;
import dev.gradeline.words.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a command's data goes: a file that appears whole or not at all, or standard output. */
final class Target {
    private static final String STANDARD_OUTPUT = "-";

    private final String text;
    private final Words words;
    private final PrintStream out;

    /** @param text the option's value: a path, or {@code -} for standard output */
    Target(String text, Words words, PrintStream out) {
        this.text = text;
        this.words = words;
        this.out = out;
    }

    boolean isStandardOutput() {
        return text.equals(STANDARD_OUTPUT);
    }

    /** The file name's ending without its dot, lower case; empty when there is none. */
    String ending() {
        String name = String.valueOf(Path.of(text).getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 || isStandardOutput() ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Refuses a target that cannot be written, before any work is done for it.
     *
     * @throws UsageException when the folder does not exist, or the target is a folder
     */
    void check() {
        if (isStandardOutput()) {
            return;
        }
        Path file = file();
        if (Files.isDirectory(file)) {
            throw new UsageException(words.of("cli.output.folder", text));
        }
        if (!Files.isDirectory(folderOf(file))) {
            throw new UsageException(words.of("cli.output.noFolder", text));
        }
    }

    /** Writes the content. */
    void write(AtomicFile.Content content) throws IOException {
        check();
        if (isStandardOutput()) {
            OutputStream buffer = new BufferedOutputStream(out);
            content.writeTo(buffer);
            buffer.flush();
            if (out.checkError()) {
                throw new IOException(words.of("cli.output.closed"));
            }
        } else if (Files.exists(file()) && !Files.isRegularFile(file())) {
            try (OutputStream device = new BufferedOutputStream(Files.newOutputStream(file()))) {
                content.writeTo(device);
            }
        } else {
            AtomicFile.write(file(), content);
        }
    }

    private Path file() {
        return Path.of(text).toAbsolutePath();
    }

    private static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
