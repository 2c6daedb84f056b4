package dev.gradeline.settings;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Settings in one JSON file, written atomically; a damaged file is set aside and the defaults used. Any thread. */
public final class SettingsStore {
    public SettingsStore(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    public Settings current() {
        throw new UnsupportedOperationException();
    }

    /** Changes the settings and writes them. Blocking, short. */
    public Settings update(UnaryOperator<Settings> change) {
        throw new UnsupportedOperationException();
    }
}
