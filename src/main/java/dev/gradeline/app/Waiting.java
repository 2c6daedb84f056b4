package dev.gradeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Waits for what another thread does. */
final class Waiting {
    private Waiting() {}

    /**
     * Waits for the value. What went wrong is thrown as it was: the exit code is decided by what went wrong, not by the
     * thread that it went wrong on. A checked exception comes as the cause of an
     * unchecked one.
     */
    static <T extends @Nullable Object> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            switch (cause) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case IOException fault -> throw new UncheckedIOException(fault);
                case null -> throw e;
                default -> throw new IllegalStateException(cause);
            }
        }
    }
}
