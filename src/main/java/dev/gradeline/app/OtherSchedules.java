package dev.gradeline.app;

import dev.gradeline.ayliea.Call;
import dev.gradeline.history.Glance;
import dev.gradeline.history.HistoryException;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Settings;
import dev.gradeline.sync.SyncProgress;
import dev.gradeline.sync.SyncReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Synchronises the organisations that the window does not show, each at its own interval, as long as the program is open: one
 * after the other, in the background, and never where the keychain would prompt. On a thread of its own, which survives
 * whatever a run throws.
 */
final class OtherSchedules implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtherSchedules.class);

    /** How often it is looked whether one is due; a laptop that slept does not wait out what is left. */
    private static final Duration LOOK = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CurrentProgram current;
    private final Consumer<Ran> listener;
    private final Semaphore hurry = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("gradeline-others").unstarted(this::loop);
    /** When each is not due before, by the connection's name. Of this thread alone. */
    private final Map<String, Instant> notBefore = new HashMap<>();
    /** When each was asked for last. Of this thread alone. */
    private final Map<String, Instant> asked = new HashMap<>();

    private volatile boolean closed;
    private boolean started;

    /** A synchronisation of one of them has ended. */
    record Ran(Settings.Connection connection, SyncReport report) {}

    /** What is due is looked for among these. */
    private record Other(Settings.Connection connection, Path history, int minutes, Instant now) {}

    /** @param listener told of each run, on the thread of this */
    OtherSchedules(CurrentProgram current, Consumer<Ran> listener) {
        this.current = current;
        this.listener = listener;
    }

    /** Begins; a second call does nothing. JavaFX thread. */
    void start() {
        if (!started) {
            started = true;
            thread.start();
        }
    }

    /** Looks now whether one is due. */
    void look() {
        hurry.release();
    }

    private void loop() {
        while (!closed) {
            try {
                round();
            } catch (CancellationException e) {
                // the program was closed meanwhile
                LOG.debug("no more is read beside the window", e);
            } catch (RuntimeException | Error e) {
                // one that dies in silence is worse than one that fails
                LOG.error("the other organisations could not be looked after", e);
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (!closed && hurry.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                hurry.drainPermits();
            }
        } catch (InterruptedException e) {
            LOG.debug("woken up", e);
        }
    }

    private void round() {
        for (Other other : others()) {
            if (!closed && isDue(other)) {
                run(other);
            }
        }
    }

    private List<Other> others() {
        return current.with(program -> {
            List<Other> found = new ArrayList<>();
            if (program.demo()) {
                return found;
            }
            Homes homes = new Homes(program);
            Instant now = program.clock().instant();
            for (Settings.Connection each : homes.all()) {
                int minutes = program.settings().current().syncMinutes(each.name());
                if (minutes > 0 && !homes.isOpen(each)) {
                    found.add(new Other(each, program.directory().historyFile(each.name()), minutes, now));
                }
            }
            return found;
        });
    }

    private boolean isDue(Other other) {
        String name = other.connection().name();
        Instant wait = notBefore.get(name);
        if (wait != null
                && other.now().isBefore(wait)
                && wait.isBefore(other.now().plus(Duration.ofDays(2)))) {
            return false;
        }
        Instant last = lastAsked(other);
        if (last == null || last.isAfter(other.now())) {
            // the clock went back: nobody waits for a time that was there before
            return true;
        }
        return !other.now().isBefore(last.plus(Duration.ofMinutes(other.minutes())));
    }

    /** Also another process may have asked: a timer of the system, say. */
    private @Nullable Instant lastAsked(Other other) {
        Instant mine = asked.get(other.connection().name());
        try {
            Instant stored = Glance.freshness(other.history()).asked();
            return mine == null || stored != null && stored.isAfter(mine) ? stored : mine;
        } catch (HistoryException e) {
            // what cannot be read is told by the portfolio; opening it is for the person
            LOG.warn("{} is not synchronised", other.connection().name(), e);
            return other.now();
        }
    }

    private void run(Other other) {
        String name = other.connection().name();
        asked.put(name, other.now());
        KeyVault keys = keysOf(other.connection());
        if (keys == null) {
            return;
        }
        Call call = Call.inBackground();
        SyncReport report;
        try {
            report = current.aside(
                    other.connection(),
                    keys,
                    call,
                    program -> program.synchroniser().run(call, SyncProgress.NONE));
        } catch (HistoryException e) {
            LOG.warn("{} could not be synchronised", name, e);
            return;
        }
        if (report == null || call.isCancelled()) {
            // somebody had to do something else first
            asked.remove(name);
            notBefore.put(name, other.now().plus(LOOK));
            return;
        }
        notBefore.remove(name);
        report.parts().values().stream()
                .map(SyncReport.PartReport::retryAt)
                .filter(Objects::nonNull)
                .forEach(until -> notBefore.merge(name, until, (a, b) -> a.isAfter(b) ? a : b));
        listener.accept(new Ran(other.connection(), report));
    }

    /** Where its key is; null where there is none, and where the keychain would have to be unlocked for it. */
    private @Nullable KeyVault keysOf(Settings.Connection other) {
        KeyVault open = current.with(Program::vault);
        KeyVault its = current.vaultOf(other);
        if (!current.hasSessionKey(other)) {
            if (open.check() instanceof KeychainResult.Ok) {
                // the environment's key is one organisation's, and nobody knows whose
                return its.find().place() == KeyVault.Place.KEYCHAIN ? its : null;
            }
            return null;
        }
        return its.find().place() == KeyVault.Place.SESSION ? its : null;
    }

    /** Ends what is under way, and waits a moment for it. */
    @Override
    public void close() {
        closed = true;
        hurry.release();
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                LOG.warn("what is read beside the window did not end within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
