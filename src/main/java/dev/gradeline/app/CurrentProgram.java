package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Settings;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one program that the window works with. Working with it, changing it for another and closing it happen one after the
 * other: nothing is opened behind the back of a window that is closing, and nothing is closed that is being worked with.
 * Blocking; any thread but JavaFX's.
 */
final class CurrentProgram implements AutoCloseable {
    private final Programs programs;
    private final ReentrantLock turn = new ReentrantLock(true);
    /** Held by what goes on beside the window's program; taken before {@link #turn} by who takes both. */
    private final ReentrantLock aside = new ReentrantLock(true);

    /** How many wait for that to end. */
    private final AtomicInteger waiting = new AtomicInteger();

    private volatile @Nullable Call working;
    /** Keys that are kept nowhere, each by the connection and address that it is for: it is sent to no other. */
    private final Map<String, String> sessionKeys = new HashMap<>();

    /** Which key the person last vouched for, until the connection that it is for is opened. */
    private @Nullable Word word;

    private Program current;
    private boolean closed;

    private record Word(String account, ApiKey key) {}

    CurrentProgram(Programs programs, Program first) {
        this.programs = programs;
        this.current = first;
    }

    /**
     * Does something with the program, which stays open meanwhile.
     *
     * @throws CancellationException when it was closed before
     */
    <T> T with(Function<Program, T> work) {
        turn.lock();
        try {
            throwIfClosed();
            return work.apply(current);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Opens another program, then closes the one before. A key kept for this session stays with its connection: it is there
     * again when that one is opened again, also by way of the demo or another connection, and is given to no other. When the
     * other program cannot be opened, the one before stays.
     *
     * @param leaving does what is still to be done with the one before
     * @throws CancellationException when all was closed before
     */
    Program change(GlobalOptions next, Runnable leaving) {
        return undisturbed(() -> changeNow(next, leaving));
    }

    private Program changeNow(GlobalOptions next, Runnable leaving) {
        turn.lock();
        try {
            throwIfClosed();
            leaving.run();
            noteKey(current);
            Program opened = programs.openToConnect(next);
            carryKey(opened);
            takeOver(opened);
            return opened;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Opens a backup to be looked at, then closes the program before; see {@link Programs#openBackup}. When it cannot be opened,
     * the one before stays.
     *
     * @param leaving does what is still to be done with the one before
     */
    Program look(Path backup, String fallback, BooleanSupplier cancelled, Runnable leaving) {
        turn.lock();
        try {
            throwIfClosed();
            leaving.run();
            noteKey(current);
            Program opened = programs.openBackup(backup, fallback, cancelled);
            takeOver(opened);
            return opened;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Opens another program beside this one and does something with it. Where that comes out as wished, the other takes the
     * place of the one before, as by {@link #change}; else, and when the work throws, it is closed and the one before stays.
     *
     * @throws CancellationException when all was closed before
     */
    <T> T beside(GlobalOptions next, Function<Program, T> work, Predicate<T> wished) {
        return undisturbed(() -> besideNow(next, work, wished));
    }

    private <T> T besideNow(GlobalOptions next, Function<Program, T> work, Predicate<T> wished) {
        turn.lock();
        try {
            throwIfClosed();
            noteKey(current);
            Program opened = programs.openToConnect(next);
            carryKey(opened);
            boolean taken = false;
            try {
                T done = work.apply(opened);
                taken = wished.test(done);
                return done;
            } finally {
                if (taken) {
                    takeOver(opened);
                } else {
                    opened.close();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Works with a connection that the window does not show, beside the one that it does. Whoever opens, changes or removes
     * one meanwhile goes first: the call is cancelled, and they wait until this has ended.
     *
     * @param keys where its key is
     * @param call what the work can be ended by
     * @return null when there was nothing to work with: the connection is open, the sample is, or all is closed
     */
    <T> @Nullable T aside(Settings.Connection closedOne, KeyVault keys, Call call, Function<Program, T> work) {
        aside.lock();
        try {
            if (waiting.get() > 0) {
                return null;
            }
            working = call;
            Program opened;
            turn.lock();
            try {
                if (closed || current.demo() || current.connection().name().equals(closedOne.name())) {
                    return null;
                }
                opened = programs.aside(current, closedOne, keys);
            } finally {
                turn.unlock();
            }
            try (opened) {
                return work.apply(opened);
            }
        } finally {
            working = null;
            aside.unlock();
        }
    }

    /** As {@link #with}, while nothing goes on {@link #aside}: what does is ended first. */
    <T> T alone(Function<Program, T> work) {
        return undisturbed(() -> with(work));
    }

    private <T> T undisturbed(Supplier<T> work) {
        // the other way round both would wait for each other
        if (turn.isHeldByCurrentThread() && !aside.isHeldByCurrentThread()) {
            throw new IllegalStateException("what goes on aside is ended before the program is taken");
        }
        waiting.incrementAndGet();
        try {
            Call running = working;
            if (running != null) {
                running.cancel();
            }
            aside.lock();
            try {
                return work.get();
            } finally {
                aside.unlock();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** What goes wrong from now on is told in these words. Does not block. */
    void speak(Words now) {
        programs.speak(now);
    }

    /** Whether a connection that is not open has a key that is kept nowhere but here. */
    boolean hasSessionKey(Settings.Connection closed) {
        turn.lock();
        try {
            return sessionKeys.containsKey(Programs.account(closed));
        } finally {
            turn.unlock();
        }
    }

    /** The keys of a connection that is not open. */
    KeyVault vaultOf(Settings.Connection closed) {
        turn.lock();
        try {
            KeyVault vault = programs.vault(closed);
            String noted = sessionKeys.get(Programs.account(closed));
            if (noted != null) {
                vault.keepForSession(noted);
            }
            return vault;
        } finally {
            turn.unlock();
        }
    }

    /** Removes the key of a connection that is not open. Gives what the keychain said. */
    KeychainResult<Boolean> forgetKeyOf(Settings.Connection closed) {
        return undisturbed(() -> {
            turn.lock();
            try {
                sessionKeys.remove(Programs.account(closed));
                return programs.vault(closed).forget();
            } finally {
                turn.unlock();
            }
        });
    }

    /** Takes the person's word for a key, which goes with its connection when that is opened next; see {@link Program#vouchFor}. */
    void vouchFor(Settings.Connection connection, ApiKey key) {
        turn.lock();
        try {
            word = new Word(Programs.account(connection), key);
        } finally {
            turn.unlock();
        }
    }

    private void takeOver(Program opened) {
        Program before = current;
        current = opened;
        before.close();
    }

    /**
     * Waits for what is under way, then closes the program; a second call does nothing.
     *
     * @param last what is still to be done with it; what it throws does not keep the program open
     */
    void close(Consumer<Program> last) {
        undisturbed(() -> {
            closeNow(last);
            return true;
        });
    }

    private void closeNow(Consumer<Program> last) {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                try (Program closing = current) {
                    last.accept(closing);
                }
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        close(program -> {});
    }

    private void throwIfClosed() {
        if (closed) {
            throw new CancellationException("the window is closed");
        }
    }

    /** The demo's own key is nobody's; what was noted before stays noted. */
    private void noteKey(Program left) {
        if (left.demo() || left.backup() != null) {
            return;
        }
        String secret = left.vault().sessionKey();
        String account = Programs.account(left.connection());
        if (secret != null) {
            sessionKeys.put(account, secret);
        } else {
            sessionKeys.remove(account);
        }
    }

    private void carryKey(Program to) {
        String account = Programs.account(to.connection());
        String noted = to.demo() ? null : sessionKeys.get(account);
        if (noted != null) {
            to.vault().keepForSession(noted);
        }
        Word given = word;
        if (given != null && given.account().equals(account)) {
            word = null;
            to.vouchFor(given.key());
        }
    }
}
