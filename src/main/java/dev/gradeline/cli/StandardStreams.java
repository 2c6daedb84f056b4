package dev.gradeline.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The process's own streams, in an encoding that has all of our characters wherever it can be had. */
final class StandardStreams {
    private StandardStreams() {}

    static PrintStream out() {
        return stream(FileDescriptor.out);
    }

    static PrintStream err() {
        return stream(FileDescriptor.err);
    }

    /** The terminal that a person types on; null when input or output goes elsewhere. */
    @SuppressWarnings("SystemConsoleNull") // it may be null, whatever the default provider does today
    static @Nullable Console terminal() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset());
    }

    /** A terminal says what it can show; where it claims only ASCII, and in files and pipes, UTF-8 is what people mean. */
    private static Charset charset() {
        Console terminal = terminal();
        return terminal == null || terminal.charset().equals(StandardCharsets.US_ASCII)
                ? StandardCharsets.UTF_8
                : terminal.charset();
    }
}
