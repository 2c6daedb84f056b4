package dev.gradeline.ayliea;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests that every process on this computer makes with one key: a line each in a small file, which each process
 * locks for the moment that it takes to look and write. Safe for several threads.
 *
 * <p>Times in it are the clock's, for nothing else means the same to two processes. What lies in the future, because the
 * clock was set back since, or was never ended, because its process was killed, counts as ended when it is found so:
 * that costs a window at most. When the file cannot be used, requests go on: losing the count is better than losing the
 * program.
 */
final class PermitFile {
    private static final Logger LOG = LoggerFactory.getLogger(PermitFile.class);

    /** A process that holds the lock for longer has been stopped in its tracks. */
    private static final Duration LONGEST_LOCK = Duration.ofSeconds(2);

    private static final Set<StandardOpenOption> OPEN =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private static final long UNDER_WAY = 0;
    private static final Pattern LINE = Pattern.compile("(\\d{1,18} ){3}\\d{1,18}");

    private final Path file;
    private final Duration window;
    private final InstantSource clock;
    /** Requests of ours that ended while the file could not be used: their lines are put right when it can. */
    private final Set<Long> endedUnnoted = new HashSet<>();

    private boolean trouble;
    private volatile List<Entry> lastSeen = List.of();

    /**
     * A process: a number alone is given again, in a container at once.
     *
     * @param started milliseconds since 1970; 0 where the system does not tell
     */
    private record Owner(long pid, long started) {
        static final Owner SELF = of(ProcessHandle.current());

        static Owner of(ProcessHandle process) {
            return new Owner(
                    process.pid(),
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
        }

        boolean isAlive() {
            return equals(SELF)
                    || ProcessHandle.of(pid)
                            .filter(ProcessHandle::isAlive)
                            .map(Owner::of)
                            .filter(this::equals)
                            .isPresent();
        }
    }

    /** @param ended milliseconds since 1970, {@link #UNDER_WAY} while the request is */
    private record Entry(Owner owner, long id, long ended) {
        static Entry parse(String line) {
            long[] fields =
                    Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Entry(new Owner(fields[0], fields[1]), fields[2], fields[3]);
        }

        boolean isUnderWay() {
            return ended == UNDER_WAY;
        }

        Entry endedAt(long moment) {
            return new Entry(owner, id, moment);
        }

        @Override
        public String toString() {
            return owner.pid() + " " + owner.started() + " " + id + " " + ended + "\n";
        }
    }

    /** What to do with the entries that still count. */
    private interface Work {
        boolean change(List<Entry> entries, long now);
    }

    PermitFile(Path file, Duration window, InstantSource clock) {
        this.file = file;
        this.window = window;
        this.clock = clock;
    }

    /**
     * Writes a request down, unless the window is full.
     *
     * @param id its name among the requests of this process
     * @param most how many the window may hold with it
     */
    synchronized boolean take(long id, int most) {
        return locked(
                (entries, now) -> {
                    if (entries.size() >= most) {
                        return false;
                    }
                    entries.add(new Entry(Owner.SELF, id, UNDER_WAY));
                    return true;
                },
                true);
    }

    /** Notes that a request has ended, from when on it ages. A file that was removed meanwhile is not made for that. */
    synchronized void end(long id) {
        if (!Files.exists(file)) {
            return;
        }
        boolean noted = locked(
                (entries, now) -> {
                    entries.replaceAll(
                            entry -> entry.owner().equals(Owner.SELF) && entry.id() == id ? entry.endedAt(now) : entry);
                    return true;
                },
                false);
        if (!noted) {
            endedUnnoted.add(id);
        }
    }

    /** Looks at the file, for {@link #counted} to know of other processes. */
    synchronized void look() {
        if (Files.exists(file)) {
            locked((entries, now) -> true, true);
        }
    }

    /** How many requests the window holds, as far as was seen when the file was last looked at. Touches no disk. */
    int counted() {
        long now = clock.millis();
        return (int)
                lastSeen.stream().filter(entry -> untilFree(entry, now) > 0).count();
    }

    /** The shortest time until one that counts is free, as far as was seen; a whole window when nothing counts. */
    Duration untilNextFree() {
        long now = clock.millis();
        return Duration.ofMillis(lastSeen.stream()
                .mapToLong(entry -> untilFree(entry, now))
                .filter(wait -> wait > 0)
                .min()
                .orElse(window.toMillis()));
    }

    private long untilFree(Entry entry, long now) {
        return entry.isUnderWay() ? window.toMillis() : entry.ended() + window.toMillis() - now;
    }

    /** @return what the work says; the fallback when the file cannot be used */
    private boolean locked(Work work, boolean fallback) {
        try {
            try (FileChannel channel = FileChannel.open(file, OPEN, ownerOnly());
                    FileLock _ = lock(channel)) {
                long now = clock.millis();
                List<Entry> entries = counting(read(channel), now);
                boolean result = work.change(entries, now);
                write(channel, entries);
                lastSeen = List.copyOf(entries);
                trouble = false;
                return result;
            }
        } catch (IOException e) {
            if (!trouble) {
                LOG.warn("requests of other processes cannot be counted", e);
            }
            trouble = true;
            return fallback;
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + LONGEST_LOCK.toNanos();
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > end) {
                throw new IOException("another process keeps the lock");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the lock", e);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByAnotherThread) {
            return null;
        }
    }

    private static List<Entry> read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 16));
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, bytes.position());
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (LINE.matcher(line).matches()) {
                entries.add(Entry.parse(line));
            }
        }
        return entries;
    }

    /** Those that count still, with an end for what cannot come to one any more. */
    private List<Entry> counting(List<Entry> entries, long now) {
        List<Entry> counting = new ArrayList<>();
        for (Entry entry : entries) {
            boolean lost = entry.isUnderWay()
                    ? !entry.owner().isAlive() || (entry.owner().equals(Owner.SELF) && endedUnnoted.remove(entry.id()))
                    : entry.ended() > now;
            Entry settled = lost ? entry.endedAt(now) : entry;
            if (untilFree(settled, now) > 0) {
                counting.add(settled);
            }
        }
        return counting;
    }

    private static void write(FileChannel channel, List<Entry> entries) throws IOException {
        StringBuilder text = new StringBuilder();
        entries.forEach(text::append);
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
        channel.truncate(length);
    }
}
