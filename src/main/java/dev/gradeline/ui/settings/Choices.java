package dev.gradeline.ui.settings;

import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.TaskRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Writes one choice after the other, in the order in which they were made: of two quick choices the last one stays. JavaFX
 * thread.
 */
public final class Choices {
    private final SettingsStore store;
    private final TaskRunner tasks;
    private final Consumer<Settings> kept;
    private final Consumer<Exception> failed;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean writing;

    /**
     * @param kept told the settings after each choice that was written
     * @param failed told why one could not be written; the settings are then as they were before it
     */
    public Choices(SettingsStore store, TaskRunner tasks, Consumer<Settings> kept, Consumer<Exception> failed) {
        this.store = store;
        this.tasks = tasks;
        this.kept = kept;
        this.failed = failed;
    }

    /** Writes a choice, once all that came before it is written. */
    public void keep(UnaryOperator<Settings> choice) {
        inTurn(() -> store.update(choice), kept, failed);
    }

    /** As {@link #keep}, for a choice that takes more than that. */
    <T> void inTurn(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> notDone) {
        waiting.add(() -> tasks.run(
                work,
                value -> {
                    writing = false;
                    done.accept(value);
                    next();
                },
                error -> {
                    writing = false;
                    notDone.accept(error);
                    next();
                }));
        next();
    }

    /** Whether everything that was chosen has been written, or has failed. */
    boolean settled() {
        return !writing && waiting.isEmpty();
    }

    private void next() {
        Runnable choice = writing ? null : waiting.poll();
        if (choice != null) {
            writing = true;
            choice.run();
        }
    }
}
