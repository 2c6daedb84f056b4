package dev.gradeline.keychain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A file that one process at a time holds. */
final class ProcessLock implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws TimeoutException when another holds it for longer than the limit
     * @throws IOException when there can be no such file
     */
    static ProcessLock hold(Path file, Duration limit) throws IOException, TimeoutException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.resolveSibling(""));
        FileChannel channel = FileChannel.open(
                absolute, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(absolute));
        try {
            long deadline = System.nanoTime() + limit.toNanos();
            while (tryLock(channel) == null) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new TimeoutException("another process uses the keychain");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return new ProcessLock(channel);
        } catch (IOException | TimeoutException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** For its owner alone, where the file system knows owners. */
    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
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
    public void close() throws IOException {
        channel.close();
    }
}
