package dev.gradeline.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What went wrong, in a line that may be shown to people. */
public final class FaultText {
    private FaultText() {}

    /**
     * Never empty, never with more of a key than its public part, always one line. With a fault of the file system comes
     * its class: a NoSuchFileException's message is only the path.
     */
    public static String of(Throwable thrown) {
        Throwable fault = cause(thrown);
        String name = fault.getClass().getSimpleName();
        String message = fault.getMessage();
        if (message == null || message.isBlank()) {
            return name;
        }
        return Cleaning.clean(Redaction.of(fault instanceof IOException ? name + ": " + message : message));
    }

    /** What went wrong, without the exceptions that only carried it from one thread or method to another. */
    public static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean carries = thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof UncheckedIOException;
        return carries && cause != null ? cause(cause) : thrown;
    }
}
