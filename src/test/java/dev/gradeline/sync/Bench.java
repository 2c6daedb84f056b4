package dev.gradeline.sync;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The demo's API, the real client and a real history, wired as in the program. */
final class Bench implements AutoCloseable {
    final DemoClock clock;
    final DemoServer server;
    final History history;
    private final AyliaClient client;
    private volatile @Nullable ApiKey key = ApiKey.of(DemoServer.KEY);

    Bench(Path directory, Instant now) throws IOException {
        clock = DemoClock.at(now);
        server = DemoServer.start(Story.northwind(), clock);
        history = History.open(directory.resolve("h.db"), clock);
        client = client(() -> key);
    }

    AyliaClient client(Supplier<@Nullable ApiKey> keys) {
        return new AyliaClient(server.baseUrl(), keys, RateLimiter.forAyliea(clock), clock, Duration.ofMillis(50));
    }

    Synchroniser synchroniser() {
        return synchroniser(clock);
    }

    Synchroniser synchroniser(InstantSource itsClock) {
        return new Synchroniser(client, history, itsClock);
    }

    void useKey(@Nullable ApiKey other) {
        key = other;
    }

    @Override
    public void close() {
        server.setFault(null);
        client.close();
        server.close();
        history.close();
    }
}
