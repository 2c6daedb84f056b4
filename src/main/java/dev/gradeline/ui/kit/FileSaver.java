package dev.gradeline.ui.kit;

import java.io.IOException;
import java.io.OutputStream;

/** Asks the person where to save a file and has it written off the JavaFX thread: temporary name, then moved into place. */
public interface FileSaver {
    /** Writes the content; any thread. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Shows the native file chooser, in the folder last used, and writes. Tells the person how it went.
     *
     * @param suggestedName such as {@code gradeline-recommendations-2026-11-23.csv}; the ending decides the type
     */
    void save(String suggestedName, Content content);

    /**
     * As {@link #save(String, Content)}, and then does something more.
     *
     * @param saved runs off the JavaFX thread once the file is in place, and only then
     */
    default void save(String suggestedName, Content content, Runnable saved) {
        save(suggestedName, out -> {
            content.writeTo(out);
            saved.run();
        });
    }
}
