package dev.gradeline.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in one JSON file, written atomically, with a copy of what was last written beside it. A damaged file is set aside and
 * the copy used, the defaults where there is none; that is remembered until the person has taken note. Any thread. Two processes
 * may share the file: it is never torn, and a change starts from what is on disk while no other program changes it.
 */
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Path copy;
    private final SettingsJson json = new SettingsJson();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Settings current = Settings.DEFAULT;
    private volatile @Nullable Mishap mishap;
    private volatile @Nullable IOException unreadable;

    /**
     * A file of settings that was damaged.
     *
     * @param kept where it is now; the file itself where nothing can be written
     * @param fromCopy whether what was last written is used; else all began anew
     */
    public record Mishap(Path kept, boolean fromCopy) {
        /** The message that tells a person of it, to be filled with {@link #kept}. */
        public String messageKey() {
            return fromCopy ? "app.settings.fromCopy" : "app.settings.setAside";
        }
    }

    /**
     * Reads the file. Never fails: where there is no file, or none that can be read, the defaults apply.
     *
     * @param file need not exist, nor its directory
     */
    public SettingsStore(Path file) {
        this.file = file.toAbsolutePath();
        this.copy = copyOf(this.file);
        try {
            current = json.read(load(false));
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
            ObjectNode known = document == null ? lastGood(json, copyOf(file)) : document;
            return known == null ? Settings.DEFAULT : json.read(known);
        } catch (IOException unreadable) {
            return Settings.DEFAULT;
        }
    }

    /** The settings as last read or written here. Does not touch the disk. */
    public Settings current() {
        return current;
    }

    /** That a damaged file was met, by whatever process, until {@link #dismissMishap}; null when none was. */
    public @Nullable Mishap mishap() {
        return mishap;
    }

    /**
     * The person has taken note of a damaged file. Blocking, short.
     *
     * @throws UncheckedIOException when the file cannot be read or written
     */
    public void dismissMishap() {
        change(document -> {
            json.setMishap(document, null);
            mishap = null;
            return document;
        });
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
        return change(document -> json.write(change.apply(json.read(document)), document));
    }

    private Settings change(UnaryOperator<ObjectNode> change) {
        lock.lock();
        try (SettingsLock _ = SettingsLock.hold(held())) {
            ObjectNode document = change.apply(load(true));
            byte[] text = json.text(document);
            AtomicFile.writePrivately(file, text);
            Settings changed = json.read(document);
            current = changed;
            unreadable = null;
            keepCopy(text);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException("settings not written: " + file.getFileName(), e);
        } finally {
            lock.unlock();
        }
    }

    /** The settings themselves are written: that there is no copy must not pass for a failure. */
    private void keepCopy(byte[] text) {
        try {
            AtomicFile.writePrivately(copy, text);
        } catch (IOException e) {
            LOG.warn("there is no copy of the settings: {}", e.toString());
        }
    }

    /** The directory may be new, too. */
    private Path held() throws IOException {
        AtomicFile.makeDirectory(file);
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private static Path copyOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".bak");
    }

    private static @Nullable ObjectNode lastGood(SettingsJson json, Path copy) {
        try {
            return json.parse(Files.readAllBytes(copy));
        } catch (IOException none) {
            return null;
        }
    }

    /** @param toWrite whether the file is about to be replaced: then what is in it must be safe */
    private ObjectNode load(boolean toWrite) throws IOException {
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (NoSuchFileException firstTime) {
            return json.empty();
        }
        ObjectNode document = json.parse(text);
        if (document == null) {
            return mend(toWrite);
        }
        mishap = json.mishap(document, file);
        return document;
    }

    private ObjectNode mend(boolean toWrite) throws IOException {
        ObjectNode good = lastGood(json, copy);
        ObjectNode next = good == null ? json.empty() : good;
        try {
            Mishap met = new Mishap(copyAside(), good != null);
            json.setMishap(next, met);
            try {
                AtomicFile.writePrivately(file, json.text(next));
            } catch (IOException e) {
                Files.deleteIfExists(met.kept());
                throw e;
            }
            mishap = met;
            LOG.warn("The settings file was damaged and is kept as {}; {} used", met.kept(), used(good));
        } catch (IOException e) {
            if (good == null || toWrite) {
                throw e;
            }
            mishap = new Mishap(file, true);
            LOG.warn("The settings file is damaged and cannot be set aside; {} used", used(good), e);
        }
        return next;
    }

    private static String used(@Nullable ObjectNode good) {
        return good == null ? "the defaults are" : "the last good copy is";
    }

    private Path copyAside() throws IOException {
        String name = file.getFileName() + ".damaged-" + STAMP.format(Instant.now());
        Path place = file.resolveSibling(name);
        for (int n = 2; Files.exists(place); n++) {
            place = file.resolveSibling(name + "-" + n);
        }
        try {
            return Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }
}
