package dev.gradeline.ui.shell;

import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Lets a message of what was done as it was wished leave by itself, once there was time to read it; not while the mouse or the
 * keyboard is on it. What is to be heeded stays. JavaFX thread.
 */
final class PassingMessage {
    /** Tells when the time is over. */
    interface Timer {
        /** Begins anew. */
        void start(Runnable ended);

        void stop();
    }

    private final Node banner;
    private final ObservableValue<String> message;
    private final ObservableValue<Boolean> good;
    private final Runnable leave;
    private final Timer timer;

    /**
     * @param good whether it tells of what was done as it was wished
     * @param leave takes the message away
     */
    PassingMessage(
            Node banner, ObservableValue<String> message, ObservableValue<Boolean> good, Runnable leave, Timer timer) {
        this.banner = banner;
        this.message = message;
        this.good = good;
        this.leave = leave;
        this.timer = timer;
        message.subscribe(text -> again());
        good.subscribe(now -> again());
        banner.hoverProperty().subscribe(over -> again());
        banner.focusWithinProperty().subscribe(within -> again());
    }

    private void again() {
        timer.stop();
        if (good.getValue() && !message.getValue().isEmpty() && !banner.isHover() && !banner.isFocusWithin()) {
            timer.start(leave);
        }
    }

    /** @param stay how long it stays; null until it is dismissed */
    static Timer after(@Nullable Duration stay) {
        PauseTransition pause = new PauseTransition(
                stay == null ? javafx.util.Duration.INDEFINITE : javafx.util.Duration.millis((double) stay.toMillis()));
        return new Timer() {
            @Override
            public void start(Runnable ended) {
                pause.setOnFinished(event -> ended.run());
                pause.playFromStart();
            }

            @Override
            public void stop() {
                pause.stop();
            }
        };
    }
}
