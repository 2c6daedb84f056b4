package dev.gradeline.ui.settings;

import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.TaskRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Writes one choice after the other, in the order in which they were made: of two quick choices the last one stays. JavaFX
 * thread.
 */
final class Choices {
    private final SettingsStore store;
    private final TaskRunner tasks;
    private final Consumer<Settings> kept;
    private final Consumer<Exception> failed;
    private final Deque<UnaryOperator<Settings>> waiting = new ArrayDeque<>();
    private boolean writing;

    /**
     * @param kept told the settings after each choice that was written
     * @param failed told why one could not be written; the settings are then as they were before it
     */
    Choices(SettingsStore store, TaskRunner tasks, Consumer<Settings> kept, Consumer<Exception> failed) {
        this.store = store;
        this.tasks = tasks;
        this.kept = kept;
        this.failed = failed;
    }

    void keep(UnaryOperator<Settings> choice) {
        waiting.add(choice);
        if (!writing) {
            next();
        }
    }

    /** Whether everything that was chosen has been written, or has failed. */
    boolean settled() {
        return !writing && waiting.isEmpty();
    }

    private void next() {
        UnaryOperator<Settings> choice = waiting.poll();
        if (choice == null) {
            return;
        }
        writing = true;
        tasks.run(
                () -> store.update(choice),
                now -> {
                    writing = false;
                    kept.accept(now);
                    next();
                },
                error -> {
                    writing = false;
                    failed.accept(error);
                    next();
                });
    }
}
