package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FxTaskRunnerTest {
    private final FxTaskRunner tasks = new FxTaskRunner(Runnable::run);

    @Test
    void theLastTaskWaitsForThoseUnderWay() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        CountDownLatch saved = new CountDownLatch(1);
        tasks.run(
                () -> {
                    release.await();
                    saved.countDown();
                    return "saved";
                },
                first::complete,
                first::completeExceptionally);
        tasks.runLast(Duration.ofSeconds(20), () -> saved.getCount() == 0, last::complete, last::completeExceptionally);

        release.countDown();

        assertThat(last.get(20, TimeUnit.SECONDS))
                .as("saved before the last began")
                .isTrue();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("saved");
    }

    @Test
    void aTaskThatGoesOnForTooLongIsInterruptedAndCleansUp() throws Exception {
        CountDownLatch cleaned = new CountDownLatch(1);
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        tasks.run(
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        cleaned.countDown();
                    }
                    return "never";
                },
                never -> {},
                error -> {});
        tasks.runLast(
                Duration.ofMillis(50), () -> cleaned.getCount() == 0, last::complete, last::completeExceptionally);

        assertThat(last.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
