package dev.gradeline.ui.shell;

import dev.gradeline.settings.AtomicFile;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.FileSaver;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves through the native file chooser; remembers the folder; writes beside the target first and moves into place. */
public final class ChooserSaver implements FileSaver {
    private static final Logger LOG = LoggerFactory.getLogger(ChooserSaver.class);
    private static final String FOLDER = "export";

    /** Asks where to save, beginning in a folder that is there; null when the person cancels. */
    @FunctionalInterface
    public interface Chooser {
        @Nullable Path choose(String suggestedName, @Nullable Path folder);
    }

    private final Chooser chooser;
    private final SettingsStore settings;
    private final TaskRunner tasks;
    private final Words words;
    private final Consumer<String> say;

    /** @param say tells the person how it went; called on the JavaFX thread */
    public ChooserSaver(Chooser chooser, SettingsStore settings, TaskRunner tasks, Words words, Consumer<String> say) {
        this.chooser = chooser;
        this.settings = settings;
        this.tasks = tasks;
        this.words = words;
        this.say = say;
    }

    /** The native file chooser of a window. */
    public static Chooser nativeChooser(Window window, Words words) {
        return (suggestedName, folder) -> {
            String ending = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
            FileChooser chooser = new FileChooser();
            chooser.setTitle(words.of("shell.save.title"));
            chooser.setInitialFileName(suggestedName);
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(words.of("shell.save.type." + ending), "*." + ending));
            if (folder != null) {
                chooser.setInitialDirectory(folder.toFile());
            }
            File file = chooser.showSaveDialog(window);
            return file == null ? null : file.toPath();
        };
    }

    @Override
    public void save(String suggestedName, AtomicFile.Content content, Runnable saved) {
        tasks.run(this::lastFolder, folder -> choose(suggestedName, folder, content, saved), error -> {
            LOG.warn("the last folder could not be looked at", error);
            choose(suggestedName, null, content, saved);
        });
    }

    /** Blocking: a folder on a network drive may take its time to say that it is gone. */
    private @Nullable Path lastFolder() {
        String last = settings.current().folders().get(FOLDER);
        Path folder = last == null ? null : Path.of(last);
        return folder != null && Files.isDirectory(folder) ? folder : null;
    }

    private void choose(String suggestedName, @Nullable Path folder, AtomicFile.Content content, Runnable saved) {
        Path file = chooser.choose(suggestedName, folder);
        if (file == null) {
            return;
        }
        tasks.run(
                () -> {
                    AtomicFile.write(file, content);
                    afterwards(file, saved);
                    afterwards(file, () -> remember(file));
                    return file;
                },
                written -> say.accept(words.of("shell.save.done", written)),
                error -> {
                    LOG.warn("could not save {}", file, error);
                    say.accept(words.of("shell.save.failed", file, FaultText.of(error)));
                });
    }

    private void remember(Path file) {
        String folder = String.valueOf(file.toAbsolutePath().getParent());
        settings.update(current -> current.withFolder(FOLDER, folder));
    }

    /** The file stands: what follows from it can fail without the person being told that it does not. */
    private static void afterwards(Path file, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("saved {}, but what follows from it failed", file, e);
        }
    }
}
