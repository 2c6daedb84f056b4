package dev.gradeline.app;

import dev.gradeline.settings.OwnerOnly;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One window for each data directory: the first start holds a lock there and listens on a socket of the file system, a second
 * one asks it to come to the front and ends. The lock goes with its process, however that ends, so nothing is left to clear
 * away. Commands of the command line do not ask: they share the history with a window.
 */
final class OneWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OneWindow.class);

    /** What the path of a socket may have on every system, in bytes; more is refused by some. */
    private static final int LONGEST = 100;

    private static final int LARGEST_REQUEST = 1 << 16;

    private static final int LARGEST_ANSWER = 100;

    /** How long someone who asks may take to say what for. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** How much longer a start waits for a window that is closing: that one ends what is under way first. */
    private static final Duration CLOSING = Duration.ofSeconds(30);

    /** The answers of the window that is open. */
    private static final int COMES = 1;

    private static final int CLOSES = 2;

    private final @Nullable FileChannel lock;
    private final @Nullable ServerSocketChannel listening;
    private final @Nullable Path socket;

    /** The data directory; null for none. */
    private final @Nullable Path directory;

    private OneWindow(
            @Nullable Path directory,
            @Nullable FileChannel lock,
            @Nullable ServerSocketChannel listening,
            @Nullable Path socket) {
        this.directory = directory == null ? null : directory.toAbsolutePath();
        this.lock = lock;
        this.listening = listening;
        this.socket = socket;
    }

    /**
     * What a start is asked to show.
     *
     * @param connection the connection's name; empty for whichever is shown
     * @param backup a backup to open, an absolute path; null for none
     * @param version the version of the start that asks, where that is another one than the window's; then it asks for nothing
     *     else. Empty else
     */
    record Wish(String connection, @Nullable Path backup, String version) {
        /** Whatever is shown. */
        static final Wish NONE = new Wish("", null);

        Wish(String connection, @Nullable Path backup) {
            this(connection, backup, "");
        }

        /** Only tells which version was started. */
        static Wish told(String version) {
            return new Wish("", null, version);
        }

        /** A path may hold anything but the character that divides. Windows that know no version get none: see {@link #claim}. */
        byte[] bytes() {
            String text =
                    connection + '\0' + (backup == null ? "" : backup) + (version.isEmpty() ? "" : '\0' + version);
            return text.getBytes(StandardCharsets.UTF_8);
        }

        static Wish of(byte[] bytes) {
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\0", 3);
            String path = parts.length > 1 ? parts[1] : "";
            return new Wish(parts[0], path.isEmpty() ? null : Path.of(path), parts.length > 2 ? parts[2] : "");
        }
    }

    /**
     * What the window that is open says.
     *
     * @param code {@link #COMES}, {@link #CLOSES}, or -1 for nothing
     * @param version its version; empty for a window from before it told, which would not understand to be told of another
     */
    private record Answer(int code, String version) {
        static final Answer NONE = new Answer(-1, "");

        static Answer of(byte[] bytes) {
            return bytes.length == 0
                    ? NONE
                    : new Answer(bytes[0], new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8));
        }

        byte[] bytes() {
            byte[] text = version.getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[text.length + 1];
            all[0] = (byte) code;
            System.arraycopy(text, 0, all, 1, text.length);
            return all;
        }
    }

    /** How asking for the one window ended. */
    sealed interface Claim {
        /** This start is the first: it shows a window. */
        record First(OneWindow window) implements Claim {}

        /** A window was open already, and was asked to come to the front. */
        record Raised() implements Claim {}

        /** A window is open already, and does not answer. */
        record Silent() implements Claim {}
    }

    /** For data that no other start can have. */
    static OneWindow ofItsOwn() {
        return new OneWindow(null, null, null, null);
    }

    /**
     * Takes the place of the one window, or raises the one that has it; the place of one that is closing is waited for. Blocking,
     * up to the patience, and for one that is closing half a minute longer. Where a system has no locks or sockets, each start is
     * the first.
     *
     * <p>The window answers with its version. A start of another one then asks once more, to tell of its own: an older window,
     * which answers with one byte, is never sent what it would not understand.
     *
     * @param directory the data directory; made when it is not there
     * @param wish what this start is asked to show
     * @param version this program's
     * @param raise is told what a later start is asked to show, on a thread of its own; says whether the window comes, or is
     *     closing
     */
    static Claim claim(Path directory, Wish wish, String version, Predicate<Wish> raise, Duration patience) {
        FileChannel channel = null;
        try {
            OwnerOnly.createDirectories(directory);
            Path file = directory.resolve("window.lock");
            OwnerOnly.createFile(file);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long end = System.nanoTime() + patience.toNanos();
            long longest = end + CLOSING.toNanos();
            do {
                if (tryLock(channel) != null) {
                    return new Claim.First(listen(directory, channel, version, raise));
                }
                Answer answer = ask(directory, wish, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
                if (answer.code() == COMES) {
                    channel.close();
                    if (!answer.version().isEmpty() && !answer.version().equals(version)) {
                        ask(directory, Wish.told(version), patience);
                    }
                    return new Claim.Raised();
                }
                if (answer.code() == CLOSES) {
                    end = Math.min(longest - System.nanoTime(), patience.toNanos()) + System.nanoTime();
                }
                // it has begun a moment ago, or is about to end
                LockSupport.parkNanos(PAUSE.toNanos());
            } while (System.nanoTime() - end < 0);
            channel.close();
            return new Claim.Silent();
        } catch (IOException e) {
            LOG.warn("whether a window is open already is not known: {}", e.toString());
            return new Claim.First(new OneWindow(directory, channel, null, null));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static OneWindow listen(Path directory, FileChannel lock, String version, Predicate<Wish> raise) {
        Path socket = null;
        try {
            socket = place(directory);
            Files.deleteIfExists(socket);
            ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listening.bind(UnixDomainSocketAddress.of(socket));
            // it is there by now: what is there is closed to others
            OwnerOnly.createFile(socket);
            OwnerOnly.createFile(address(directory));
            Files.writeString(address(directory), socket.toString());
            Thread.ofVirtual().name("later starts").start(() -> hear(listening, version, raise));
            return new OneWindow(directory, lock, listening, socket);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("a second start cannot raise this window: {}", e.toString());
            return new OneWindow(directory, lock, null, socket);
        }
    }

    /** Within the data directory, which is its owner's alone; where that lies too deep, in a directory like it. */
    private static Path place(Path directory) throws IOException {
        Path near = directory.toAbsolutePath().resolve("window.sock");
        return near.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST
                ? near
                : Files.createTempDirectory("gradeline-").resolve("window.sock");
    }

    private static Path address(Path directory) {
        return directory.resolve("window.address");
    }

    private static void hear(ServerSocketChannel listening, String version, Predicate<Wish> raise) {
        while (listening.isOpen()) {
            try {
                SocketChannel asking = listening.accept();
                // whoever asks and then says nothing keeps nobody else waiting
                Thread.ofVirtual().name("a later start").start(() -> answer(asking, version, raise));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                LOG.warn("a second start was not heard: {}", e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void answer(SocketChannel asking, String version, Predicate<Wish> raise) {
        Thread limit = closeAfter(asking, LIMIT);
        try (asking) {
            boolean comes = raise.test(Wish.of(Channels.newInputStream(asking).readNBytes(LARGEST_REQUEST)));
            asking.write(ByteBuffer.wrap(new Answer(comes ? COMES : CLOSES, version).bytes()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a second start was not understood: {}", e.toString());
        } finally {
            limit.interrupt();
        }
    }

    /** What the window that is open says. One that was stopped takes the call and says nothing. */
    private static Answer ask(Path directory, Wish wish, Duration patience) {
        try (SocketChannel asking = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Thread limit = closeAfter(asking, patience);
            try {
                Path socket = Path.of(Files.readString(address(directory)));
                asking.connect(UnixDomainSocketAddress.of(socket));
                asking.write(ByteBuffer.wrap(wish.bytes()));
                asking.shutdownOutput();
                return Answer.of(Channels.newInputStream(asking).readNBytes(LARGEST_ANSWER));
            } finally {
                limit.interrupt();
            }
        } catch (IOException | RuntimeException notYet) {
            return Answer.NONE;
        }
    }

    /** What waits for a channel that is closed is told so. */
    private static Thread closeAfter(SocketChannel channel, Duration limit) {
        return Thread.ofVirtual().name("a limit").start(() -> {
            try {
                Thread.sleep(limit);
                channel.close();
            } catch (InterruptedException inTime) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                LOG.warn("a connection did not close: {}", e.toString());
            }
        });
    }

    /** Gives the place free. What cannot be cleared away does no harm: the lock alone counts. */
    @Override
    public void close() {
        try {
            if (listening != null) {
                listening.close();
            }
            if (socket != null) {
                Files.deleteIfExists(socket);
                Path place = socket.getParent();
                if (place != null && !place.equals(directory)) {
                    Files.deleteIfExists(place);
                }
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.warn("the place of the one window was not cleared away: {}", e.toString());
        }
    }
}
