package dev.gradeline.ui.settings;

import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the program is made of, and whose work is in it. JavaFX thread; files are read elsewhere. */
public final class AboutViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(AboutViewModel.class);

    private final Words words;
    private final TaskRunner tasks;
    private final @Nullable Path program;
    private final String version;
    private final ReadOnlyStringWrapper notices = new ReadOnlyStringWrapper("");

    /**
     * @param version Gradeline's
     * @param program the jar or directory that this was started from, see {@link #program}; null where nobody knows
     */
    public AboutViewModel(Words words, TaskRunner tasks, String version, @Nullable Path program) {
        this.words = words;
        this.tasks = tasks;
        this.version = version;
        this.program = program;
    }

    /** Where the running program's own classes are; null where nobody knows. */
    public static @Nullable Path program() {
        CodeSource source = AboutViewModel.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            LOG.info("the program does not know where it is: {}", e.toString());
            return null;
        }
    }

    /** “0.1.0 · Java 25.0.1 · JavaFX 26.0.2”. */
    public String version() {
        return words.of(
                "settings.version.text", version, Runtime.version(), System.getProperty("javafx.runtime.version", "–"));
    }

    /** The list of what others made, with their licences; empty until it was asked for, and again afterwards. */
    public ReadOnlyStringProperty notices() {
        return notices.getReadOnlyProperty();
    }

    /** Shows the list, or hides it again. */
    public void toggleNotices() {
        if (!notices.get().isEmpty()) {
            notices.set("");
            return;
        }
        tasks.run(this::read, notices::set, error -> {
            LOG.warn("the third-party notices could not be read", error);
            notices.set(words.of("settings.thirdParty.unpacked"));
        });
    }

    /** The package has them beside its jars, where {@code installer/Notices.java} put them. */
    private String read() throws IOException {
        Path file = program == null ? null : program.resolveSibling("legal").resolve("THIRD-PARTY.txt");
        return file != null && Files.isRegularFile(file)
                ? Files.readString(file)
                : words.of("settings.thirdParty.unpacked");
    }
}
