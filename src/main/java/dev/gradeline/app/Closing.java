package dev.gradeline.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be closed, closed in the reverse of the order in which it was opened. Safe for several threads. */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /**
     * Takes charge of what was opened.
     *
     * @throws IllegalStateException when everything has been closed already; then this was closed at once, too
     */
    synchronized <T extends AutoCloseable> T add(T resource) {
        if (closed) {
            close(resource);
            throw tooLate();
        }
        open.push(resource);
        return resource;
    }

    /**
     * Opens something and takes charge of it.
     *
     * @throws IllegalStateException when everything has been closed already; then nothing was opened
     */
    synchronized <T extends AutoCloseable> T open(Supplier<T> opener) {
        if (closed) {
            throw tooLate();
        }
        return add(opener.get());
    }

    /** Closes everything, whatever one of them throws; a second call does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("could not close {}", resource.getClass().getSimpleName(), e);
        }
    }

    private static IllegalStateException tooLate() {
        return new IllegalStateException("closed already");
    }
}
