package dev.gradeline.ui.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where slow work goes. The outcome comes back exactly once, on the JavaFX thread (in tests: on the calling thread). */
public interface TaskRunner {
    /** Runs the work elsewhere, then exactly one of the two consumers. */
    <T extends @Nullable Object> void run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /** Runs everything at once on the calling thread: for tests of view models. */
    static TaskRunner direct() {
        return new TaskRunner() {
            @Override
            public <T extends @Nullable Object> void run(
                    Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
                T value;
                try {
                    value = work.call();
                } catch (Exception e) {
                    failed.accept(e);
                    return;
                }
                done.accept(value);
            }
        };
    }

    /** Lets only the outcome of the newest task through; older ones that come back late are dropped. One thread. */
    final class Newest {
        private final TaskRunner runner;
        private long newest;

        public Newest(TaskRunner runner) {
            this.runner = runner;
        }

        public <T extends @Nullable Object> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            long mine = ++newest;
            runner.run(
                    work,
                    value -> {
                        if (mine == newest) {
                            done.accept(value);
                        }
                    },
                    error -> {
                        if (mine == newest) {
                            failed.accept(error);
                        }
                    });
        }
    }
}
