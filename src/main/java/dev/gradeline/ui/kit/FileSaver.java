package dev.gradeline.ui.kit;

import dev.gradeline.settings.AtomicFile;

/** Asks the person where to save a file and has it written off the JavaFX thread: temporary name, then moved into place. */
public interface FileSaver {
    /**
     * Shows the native file chooser, in the folder last used, and writes. Tells the person how it went.
     *
     * @param suggestedName such as {@code gradeline-recommendations-2026-11-23.csv}; the ending decides the type
     * @param content any thread
     */
    default void save(String suggestedName, AtomicFile.Content content) {
        save(suggestedName, content, () -> {});
    }

    /**
     * As {@link #save(String, AtomicFile.Content)}, and then does something more.
     *
     * @param saved runs off the JavaFX thread once the file is in place, and only then
     */
    void save(String suggestedName, AtomicFile.Content content, Runnable saved);

    /** Tells the person, where it is told how saving went, that something went to another place, such as the clipboard. */
    default void tell(String text) {}
}
