package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChooserSaverTest {
    @TempDir
    private Path folder;

    private final ManualTasks tasks = new ManualTasks();
    private final List<String> said = new ArrayList<>();
    private final List<@Nullable Path> offered = new ArrayList<>();

    private ChooserSaver saver(SettingsStore settings, Path chosen) {
        return new ChooserSaver(
                (name, last) -> {
                    offered.add(last);
                    return chosen;
                },
                settings,
                tasks,
                new Words(Locale.UK, ZoneOffset.UTC),
                said::add);
    }

    private SettingsStore settings() {
        return new SettingsStore(folder.resolve("settings.json"));
    }

    @Test
    void theFolderIsOfferedTheNextTimeUnlessItIsGone() throws IOException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        SettingsStore settings = settings();
        ChooserSaver saver = saver(settings, exports.resolve("a.csv"));
        saver.save("a.csv", out -> out.write('a'));
        assertThat(offered).as("the disk is looked at first, elsewhere").isEmpty();
        tasks.endAll();

        saver(settings(), exports.resolve("b.csv")).save("b.csv", out -> out.write('b'));
        tasks.endAll();
        Files.delete(exports.resolve("a.csv"));
        Files.delete(exports.resolve("b.csv"));
        Files.delete(exports);
        saver(settings(), folder.resolve("c.csv")).save("c.csv", out -> out.write('c'));
        tasks.endAll();

        assertThat(offered).containsExactly(null, exports.toAbsolutePath(), null);
    }

    @Test
    void aFileThatIsSavedIsNotToldAsFailed() throws IOException {
        Path file = folder.resolve("a.csv");
        SettingsStore settings = settings();
        Files.createDirectory(folder.resolve("settings.json"));
        saver(settings, file).save("a.csv", out -> out.write('a'), () -> {
            throw new IllegalStateException("no mark today");
        });
        tasks.endAll();

        assertThat(file).hasContent("a");
        assertThat(said).containsExactly("Saved " + file);
    }
}
