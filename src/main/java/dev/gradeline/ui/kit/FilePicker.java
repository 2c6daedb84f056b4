package dev.gradeline.ui.kit;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Asks the person for a file, in the folder last used for such files. JavaFX thread. */
public interface FilePicker {
    /**
     * Asks where a new file goes; whoever chooses one that is there was asked whether it may be replaced.
     *
     * @param suggestedName such as {@code gradeline-northwind-2026-11-23.db}; the ending decides the type
     * @param chosen told the file; never told when the person thinks better of it
     */
    void toSave(String suggestedName, Consumer<Path> chosen);

    /**
     * Asks for a file to read.
     *
     * @param ending of the type that is wanted, such as {@code csv}; other files can be chosen, too
     * @param chosen told the file; never told when the person thinks better of it
     */
    void toOpen(String ending, Consumer<Path> chosen);
}
