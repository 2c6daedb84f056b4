package dev.gradeline.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on virtual threads and brings the outcome back through an executor: in production, the JavaFX thread's. */
public final class FxTaskRunner implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FxTaskRunner.class);

    private final Executor back;

    /** @param back where outcomes are delivered, such as {@code Platform::runLater} */
    public FxTaskRunner(Executor back) {
        this.back = back;
    }

    @Override
    public <T extends @Nullable Object> void run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Thread.ofVirtual().name("gradeline-task").start(() -> {
            T value;
            try {
                value = work.call();
            } catch (Exception e) {
                back.execute(() -> failed.accept(e));
                return;
            } catch (Error e) {
                // An error on a thread that nobody joins would vanish: the log is the last place to say it.
                LOG.error("a task ended with an error", e);
                back.execute(() -> failed.accept(new IllegalStateException(e)));
                return;
            }
            back.execute(() -> done.accept(value));
        });
    }
}
