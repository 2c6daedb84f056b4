package dev.gradeline.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in one JSON file, written atomically; a damaged file is set aside and the defaults used. Any thread. Two
 * processes may share the file: it is never torn, and a change starts from what is on disk.
 */
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path file;
    private final SettingsJson json = new SettingsJson();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Settings current = Settings.DEFAULT;
    private volatile @Nullable Path setAside;
    private volatile @Nullable IOException unreadable;

    /**
     * Reads the file. Never fails: where there is no file, or none that can be read, the defaults apply.
     *
     * @param file need not exist, nor its directory
     */
    public SettingsStore(Path file) {
        this.file = file.toAbsolutePath();
        try {
            current = json.read(load());
        } catch (IOException e) {
            unreadable = e;
            LOG.warn("The settings cannot be read, so the defaults apply: {}", e.toString());
        }
    }

    /**
     * The settings in a file, before anything of the data directory is opened: nothing is set aside or told. Blocking, short.
     *
     * @return the defaults where there is no file, or none that can be read
     */
    public static Settings peek(Path file) {
        if (!Files.isRegularFile(file)) {
            return Settings.DEFAULT;
        }
        SettingsJson json = new SettingsJson();
        try {
            ObjectNode document = json.parse(Files.readAllBytes(file));
            return document == null ? Settings.DEFAULT : json.read(document);
        } catch (IOException unreadable) {
            return Settings.DEFAULT;
        }
    }

    /** The settings as last read or written here. Does not touch the disk. */
    public Settings current() {
        return current;
    }

    /** Where a damaged file was put, so that the person can be told; null when none was met. */
    public @Nullable Path setAside() {
        return setAside;
    }

    /** Why the file could not be read, such as a missing right; null when it could, or when there was none. */
    public @Nullable IOException unreadable() {
        return unreadable;
    }

    /**
     * Changes the settings and writes them. Blocking, short. The change is applied to what is on disk now, which another
     * process may have written.
     *
     * @throws UncheckedIOException when the file cannot be read or written: then nothing has changed
     */
    public Settings update(UnaryOperator<Settings> change) {
        lock.lock();
        try {
            ObjectNode document = load();
            Settings changed = change.apply(json.read(document));
            AtomicFile.writePrivately(file, json.text(json.write(changed, document)));
            current = changed;
            unreadable = null;
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException("settings not written: " + file.getFileName(), e);
        } finally {
            lock.unlock();
        }
    }

    private ObjectNode load() throws IOException {
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (NoSuchFileException firstTime) {
            return json.empty();
        }
        ObjectNode document = json.parse(text);
        if (document == null) {
            setAside = putAside();
            LOG.warn("The settings file was damaged and is now {}; the defaults apply", setAside);
            return json.empty();
        }
        return document;
    }

    private Path putAside() throws IOException {
        String name = file.getFileName() + ".damaged-" + STAMP.format(Instant.now());
        Path place = file.resolveSibling(name);
        for (int n = 2; Files.exists(place); n++) {
            place = file.resolveSibling(name + "-" + n);
        }
        return Files.move(file, place);
    }
}
