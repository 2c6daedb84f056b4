package dev.gradeline.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a person types or a script pipes in. A key typed on a terminal is not echoed. */
final class KeyInput {
    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private final @Nullable Console terminal;

    /** @param terminal the terminal that {@code in} reads from; null when it is none */
    KeyInput(InputStream in, @Nullable Console terminal) {
        this.in = in;
        this.terminal = terminal;
    }

    /** The text given as a key; empty when there is none. */
    String key(String prompt) throws IOException {
        if (terminal == null) {
            return line();
        }
        char[] typed = terminal.readPassword("%s ", prompt);
        return typed == null ? "" : new String(typed);
    }

    /** The next line that is not blank; empty at the end of the input. */
    String line() throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        int next;
        while (length < LONGEST_LINE && (next = in.read()) >= 0) {
            if (next != '\n') {
                line[length++] = (byte) next;
            } else if (text(line, length).isBlank()) {
                length = 0;
            } else {
                break;
            }
        }
        return text(line, length).strip();
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
