package dev.gradeline.app;

import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.keychain.KeyVault;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one program that the window works with. Working with it, changing it for another and closing it happen one after the
 * other: nothing is opened behind the back of a window that is closing, and nothing is closed that is being worked with.
 * Blocking; any thread but JavaFX's.
 */
final class CurrentProgram implements AutoCloseable {
    private final Programs programs;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Program current;
    private @Nullable SessionKey sessionKey;
    private boolean closed;

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
     * Opens another program, then closes the one before. A key kept for this session goes along to the same address, also
     * by way of the demo. When the other one cannot be opened, the one before stays.
     *
     * @param leaving does what is still to be done with the one before
     * @throws CancellationException when all was closed before
     */
    Program change(GlobalOptions next, Runnable leaving) {
        turn.lock();
        try {
            throwIfClosed();
            leaving.run();
            Program before = current;
            // before the other is opened: should the keychain throw, nothing is left open
            noteKey(before);
            Program opened = programs.openToConnect(next);
            carryKey(opened);
            current = opened;
            before.close();
            return opened;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Waits for what is under way, then closes the program; a second call does nothing.
     *
     * @param last what is still to be done with it; what it throws does not keep the program open
     */
    void close(Consumer<Program> last) {
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

    /** A key that is kept nowhere, and the address that it is for: it is sent to no other. */
    private record SessionKey(String baseUrl, String secret) {
        @Override
        public String toString() {
            return "SessionKey[baseUrl=" + baseUrl + "]";
        }
    }

    /** The demo's own key is nobody's; what was noted before stays noted. */
    private void noteKey(Program left) {
        if (left.demo()) {
            return;
        }
        KeyVault.Found found = left.vault().find();
        String secret = found.secret();
        sessionKey = found.place() == KeyVault.Place.SESSION && secret != null
                ? new SessionKey(left.connection().baseUrl(), secret)
                : null;
    }

    private void carryKey(Program to) {
        SessionKey noted = sessionKey;
        if (noted != null
                && !to.demo()
                && noted.baseUrl().equals(to.connection().baseUrl())) {
            to.vault().keepForSession(noted.secret());
        }
    }
}
