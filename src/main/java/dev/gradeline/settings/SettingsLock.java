package dev.gradeline.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps one program's change of the settings from falling between another's reading and writing: a file that one of them
 * holds at a time. Where there can be no such file, or it is held for longer than any change takes, the change is made all the
 * same: a setting that cannot be changed any more would be worse than one that is lost.
 */
final class SettingsLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsLock.class);
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** A change takes milliseconds; this long only a program takes that hangs. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final @Nullable FileChannel channel;

    private SettingsLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the file. Blocking, for five seconds at most. */
    static SettingsLock hold(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), AtomicFile.privately(file));
            long begun = System.nanoTime();
            while (tryLock(channel) == null) {
                if (System.nanoTime() - begun > LIMIT.toNanos()) {
                    throw new IOException("another program holds it");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return new SettingsLock(channel);
        } catch (IOException e) {
            LOG.warn("settings are changed without a lock: {}", e.toString());
            SettingsLock none = new SettingsLock(channel);
            none.close();
            return none;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    /** Lets go: closing the channel gives up its lock. */
    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("the lock of the settings could not be closed", e);
            }
        }
    }
}
