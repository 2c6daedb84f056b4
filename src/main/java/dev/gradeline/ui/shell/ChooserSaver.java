package dev.gradeline.ui.shell;

import dev.gradeline.settings.AtomicFile;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.FileSaver;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The native file chooser: remembers the folder for each kind of file. What is exported through it it writes beside the target first and moves into place. */
public final class ChooserSaver implements FileSaver, FilePicker {
    private static final Logger LOG = LoggerFactory.getLogger(ChooserSaver.class);
    private static final String EXPORTS = "export";
    private static final String BACKUPS = "backup";
    private static final String TABLES = "import";
    /** Ending and purpose alike. */
    private static final String CERTIFICATES = "pem";

    /** Shows the dialogs. Each begins in a folder that is there, or where the system likes. */
    @FunctionalInterface
    public interface Chooser {
        /** Asks where to save; null when the person cancels. */
        @Nullable Path choose(String suggestedName, @Nullable Path folder);

        /** Asks for a file of a type to open; null when the person cancels, or nothing can be opened here. */
        default @Nullable Path open(String ending, @Nullable Path folder) {
            return null;
        }
    }

    private final Chooser chooser;
    private final SettingsStore settings;
    private final TaskRunner tasks;
    private final Words words;
    private final Consumer<String> say;
    private final Consumer<String> done;

    /** @param say tells the person how it went; called on the JavaFX thread */
    public ChooserSaver(Chooser chooser, SettingsStore settings, TaskRunner tasks, Words words, Consumer<String> say) {
        this(chooser, settings, tasks, words, say, say);
    }

    /**
     * @param say tells the person what went wrong; called on the JavaFX thread
     * @param done tells where a file was saved; called on the JavaFX thread
     */
    ChooserSaver(
            Chooser chooser,
            SettingsStore settings,
            TaskRunner tasks,
            Words words,
            Consumer<String> say,
            Consumer<String> done) {
        this.chooser = chooser;
        this.settings = settings;
        this.tasks = tasks;
        this.words = words;
        this.say = say;
        this.done = done;
    }

    /** What the dialogs call the files of an ending. */
    static FileChooser.ExtensionFilter type(String ending, Words words) {
        List<String> endings =
                ending.equals(CERTIFICATES) ? List.of("*.pem", "*.crt", "*.cer") : List.of("*." + ending);
        return new FileChooser.ExtensionFilter(words.of("shell.save.type." + ending), endings);
    }

    /** The native file chooser of a window. */
    public static Chooser nativeChooser(Window window, Words words) {
        return new NativeChooser(window, words);
    }

    private record NativeChooser(Window window, Words words) implements Chooser {
        @Override
        public @Nullable Path choose(String suggestedName, @Nullable Path folder) {
            FileChooser chooser = chooser("shell.save.title", endingOf(suggestedName), folder);
            chooser.setInitialFileName(suggestedName);
            return path(chooser.showSaveDialog(window));
        }

        @Override
        public @Nullable Path open(String ending, @Nullable Path folder) {
            FileChooser chooser = chooser("shell.open.title", ending, folder);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.of("shell.open.any"), "*"));
            return path(chooser.showOpenDialog(window));
        }

        private FileChooser chooser(String title, String ending, @Nullable Path folder) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(words.of(title));
            chooser.getExtensionFilters().add(type(ending, words));
            if (folder != null) {
                chooser.setInitialDirectory(folder.toFile());
            }
            return chooser;
        }

        private static @Nullable Path path(@Nullable File file) {
            return file == null ? null : file.toPath();
        }
    }

    @Override
    public void tell(String text) {
        say.accept(text);
    }

    private static String endingOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public void toSave(String suggestedName, Consumer<Path> chosen) {
        String purpose = endingOf(suggestedName).equals("db") ? BACKUPS : EXPORTS;
        pick(purpose, folder -> chooser.choose(suggestedName, folder), chosen);
    }

    @Override
    public void toOpen(String ending, Consumer<Path> chosen) {
        String purpose = switch (ending) {
            case "db" -> BACKUPS;
            case CERTIFICATES -> CERTIFICATES;
            default -> TABLES;
        };
        pick(purpose, folder -> chooser.open(ending, folder), chosen);
    }

    private void pick(String purpose, Function<@Nullable Path, @Nullable Path> ask, Consumer<Path> chosen) {
        tasks.run(() -> lastFolder(purpose), folder -> picked(purpose, ask.apply(folder), chosen), error -> {
            LOG.warn("the last folder could not be looked at", error);
            picked(purpose, ask.apply(null), chosen);
        });
    }

    private void picked(String purpose, @Nullable Path file, Consumer<Path> chosen) {
        if (file == null) {
            return;
        }
        tasks.run(
                () -> {
                    remember(purpose, file);
                    return file;
                },
                kept -> {},
                error -> LOG.warn("the folder of {} could not be remembered", file, error));
        chosen.accept(file);
    }

    @Override
    public void save(String suggestedName, AtomicFile.Content content, Runnable saved) {
        tasks.run(() -> lastFolder(EXPORTS), folder -> choose(suggestedName, folder, content, saved), error -> {
            LOG.warn("the last folder could not be looked at", error);
            choose(suggestedName, null, content, saved);
        });
    }

    /** Blocking: a folder on a network drive may take its time to say that it is gone. */
    private @Nullable Path lastFolder(String purpose) {
        String last = settings.current().folders().get(purpose);
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
                    afterwards(file, () -> remember(EXPORTS, file));
                    return file;
                },
                written -> done.accept(words.of("shell.save.done", written)),
                error -> {
                    LOG.warn("could not save {}", file, error);
                    say.accept(words.of("shell.save.failed", file, FaultText.of(error)));
                });
    }

    private void remember(String purpose, Path file) {
        String folder = String.valueOf(file.toAbsolutePath().getParent());
        settings.update(current -> current.withFolder(purpose, folder));
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
