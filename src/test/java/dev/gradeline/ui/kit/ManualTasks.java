package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A task runner whose tasks end when the test says so, in the order that the test says. */
public final class ManualTasks implements TaskRunner {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <T extends @Nullable Object> void run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        waiting.add(() -> TaskRunner.direct().run(work, done, failed));
    }

    /** How many tasks have not ended. */
    public int waiting() {
        return waiting.size();
    }

    /** Ends one task, by its place among those waiting. */
    public void end(int place) {
        waiting.remove(place).run();
    }

    /** Ends all, also those that start meanwhile, oldest first. */
    public void endAll() {
        while (!waiting.isEmpty()) {
            end(0);
        }
    }
}
