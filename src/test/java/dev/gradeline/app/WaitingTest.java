package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.history.HistoryException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingTest {
    @Test
    void givesTheValue() {
        assertThat(Waiting.join(CompletableFuture.completedFuture("done"))).isEqualTo("done");
    }

    @Test
    void throwsWhatWentWrongAsItWas() {
        HistoryException locked = new HistoryException(HistoryException.Kind.LOCKED, "in use");
        assertThatThrownBy(() -> Waiting.join(CompletableFuture.failedFuture(locked)))
                .isSameAs(locked);
        StackOverflowError deep = new StackOverflowError();
        assertThatThrownBy(() -> Waiting.join(CompletableFuture.failedFuture(deep)))
                .isSameAs(deep);
        FileNotFoundException missing = new FileNotFoundException("x");
        assertThatThrownBy(() -> Waiting.join(CompletableFuture.failedFuture(missing)))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(missing);
    }
}
