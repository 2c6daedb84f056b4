package dev.gradeline.ui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** What helps to find out what went wrong on this computer, in one file. Blocking; any thread but JavaFX's. */
@FunctionalInterface
public interface Diagnostics {
    /**
     * Writes the file.
     *
     * @param target replaced when it is there
     * @param cancelled ends it with a {@link java.util.concurrent.CancellationException}; the file is then as it was
     */
    void write(Path target, BooleanSupplier cancelled) throws IOException;
}
