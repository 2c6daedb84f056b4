package dev.gradeline.app;

import dev.gradeline.ui.shell.ChooserSaver;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A person at the system's file dialogs, who always takes the same file. */
final class Chosen implements ChooserSaver.Chooser {
    /** What was asked, in order: the suggested name, or the type of file to open. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** The file that is taken; null to think better of it. */
    volatile @Nullable Path file;

    @Override
    public @Nullable Path choose(String suggestedName, @Nullable Path folder) {
        asked.add(suggestedName);
        return file;
    }

    @Override
    public @Nullable Path open(String ending, @Nullable Path folder) {
        asked.add(ending);
        return file;
    }
}
