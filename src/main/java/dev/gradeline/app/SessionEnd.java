package dev.gradeline.app;

import java.time.Duration;

/** What is done when the process is ended from outside, as at the end of a session, until this is closed. */
final class SessionEnd implements AutoCloseable {
    /** A session does not wait for long, and neither may a program that hangs be waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Thread hook;

    /** @param last is run on a thread of its own */
    SessionEnd(Runnable last) {
        this.hook = new Thread(() -> await(last), "session end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void await(Runnable last) {
        Thread work = Thread.ofPlatform().daemon().name("session end, at work").start(last);
        try {
            work.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // it runs already, and finds the program closed
            return;
        }
    }
}
