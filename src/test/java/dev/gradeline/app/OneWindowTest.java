package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second start raises the window that is open: over real locks and sockets. */
class OneWindowTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private final BlockingQueue<OneWindow.Wish> raised = new ArrayBlockingQueue<>(10);

    private OneWindow.Claim claim(Path directory, OneWindow.Wish wish, Duration patience) {
        return OneWindow.claim(directory, wish, "0.1.0", raised::add, patience);
    }

    private OneWindow first(Path directory) {
        return ((OneWindow.Claim.First) claim(directory, OneWindow.Wish.NONE, LONG)).window();
    }

    /** A path of a socket may have a hundred bytes or so; a data directory may lie deeper. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "near",
                "a directory whose name, in the end, is as long as names of directories may well be ünïcödé"
            })
    void aLaterStartRaisesTheFirst(String name) throws InterruptedException {
        Path directory = folder.resolve(name).resolve(name);
        OneWindow.Wish wish = new OneWindow.Wish("contoso", folder.resolve("Sicherung, früher.db"));
        try (OneWindow window = first(directory)) {
            assertThat(window).isNotNull();
            assertThat(claim(directory, OneWindow.Wish.NONE, LONG)).isEqualTo(new OneWindow.Claim.Raised());
            assertThat(raised.poll(40, TimeUnit.SECONDS)).isEqualTo(OneWindow.Wish.NONE);
            assertThat(claim(directory, wish, LONG)).isEqualTo(new OneWindow.Claim.Raised());
            assertThat(raised.poll(40, TimeUnit.SECONDS)).isEqualTo(wish);
        }
        first(directory).close();
        assertThat(raised).isEmpty();
    }

    /** Its window is gone from the screen, but it still ends what is under way. */
    @Test
    void thePlaceOfAWindowThatIsClosingIsWaitedFor() throws Exception {
        CountDownLatch asked = new CountDownLatch(3);
        Predicate<OneWindow.Wish> closing = wish -> {
            asked.countDown();
            return false;
        };
        OneWindow.Claim first = OneWindow.claim(folder, OneWindow.Wish.NONE, "0.1.0", closing, LONG);
        CompletableFuture<OneWindow.Claim> later = CompletableFuture.supplyAsync(
                () -> claim(folder, OneWindow.Wish.NONE, Duration.ofSeconds(5)), Thread::startVirtualThread);
        assertThat(asked.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(later).isNotDone();
        ((OneWindow.Claim.First) first).window().close();
        try (OneWindow window = ((OneWindow.Claim.First) later.get(40, TimeUnit.SECONDS)).window()) {
            assertThat(window).isNotNull();
        }
        assertThat(raised).isEmpty();
    }

    @Test
    void windowsOfOtherDataAreNotRaised() {
        try (OneWindow one = first(folder.resolve("one"));
                OneWindow other = first(folder.resolve("other"))) {
            assertThat(one).isNotSameAs(other);
        }
        assertThat(raised).isEmpty();
    }

    @Test
    void aStartOfAnotherVersionTellsOfItAfterWhatItAsksFor() throws InterruptedException {
        OneWindow.Wish wish = new OneWindow.Wish("contoso", folder.resolve("a.db"));
        try (OneWindow window = first(folder)) {
            assertThat(window).isNotNull();
            assertThat(OneWindow.claim(folder, wish, "0.2.0", raised::add, LONG))
                    .isEqualTo(new OneWindow.Claim.Raised());
            assertThat(raised.poll(40, TimeUnit.SECONDS)).isEqualTo(wish);
            assertThat(raised.poll(40, TimeUnit.SECONDS)).isEqualTo(OneWindow.Wish.told("0.2.0"));
            // of the same version there is nothing to tell
            assertThat(claim(folder, OneWindow.Wish.NONE, LONG)).isEqualTo(new OneWindow.Claim.Raised());
            assertThat(raised).containsExactly(OneWindow.Wish.NONE);
        }
    }

    /** One that answers with a byte and nothing else takes all that follows a connection for a path. */
    @Test
    void aWindowThatKnowsNoVersionsIsSentNone() throws Exception {
        Path socket = folder.resolve("window.sock");
        Files.writeString(folder.resolve("window.address"), socket.toString());
        OneWindow.Wish wish = new OneWindow.Wish("contoso", folder.resolve("a.db"));
        try (FileChannel lock = FileChannel.open(
                        folder.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock();
                ServerSocketChannel old = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            assertThat(held.isValid()).isTrue();
            old.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<OneWindow.Claim> later = CompletableFuture.supplyAsync(
                    () -> OneWindow.claim(folder, wish, "0.2.0", raised::add, LONG), Thread::startVirtualThread);
            try (SocketChannel asking = old.accept()) {
                String asked = new String(Channels.newInputStream(asking).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(asked).isEqualTo("contoso\0" + folder.resolve("a.db"));
                asking.write(ByteBuffer.wrap(new byte[] {1}));
            }
            assertThat(later.get(40, TimeUnit.SECONDS)).isEqualTo(new OneWindow.Claim.Raised());
            old.configureBlocking(false);
            assertThat(old.accept()).as("nothing more is sent").isNull();
        }
    }

    /** As an earlier version left them, too. */
    @Test
    void whatItKeepsIsForItsOwnerAlone() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX file system");
        Path directory = Files.createDirectory(folder.resolve("data"));
        for (String name : List.of("window.lock", "window.address")) {
            Files.setPosixFilePermissions(
                    Files.createFile(directory.resolve(name)), PosixFilePermissions.fromString("rw-r--r--"));
        }
        try (OneWindow upgraded = first(directory);
                OneWindow anew = first(folder.resolve("new").resolve("data"))) {
            assertThat(upgraded).isNotSameAs(anew);
            for (Path each : List.of(directory, folder.resolve("new").resolve("data"))) {
                for (String name : List.of("window.lock", "window.address", "window.sock")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each.resolve(name))))
                            .as(name)
                            .isEqualTo("rw-------");
                }
            }
            assertThat(Files.getPosixFilePermissions(folder.resolve("new").resolve("data")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(claim(directory, OneWindow.Wish.NONE, LONG)).isEqualTo(new OneWindow.Claim.Raised());
        }
    }

    /** A process that was killed leaves its socket and the address of it, but no lock. */
    @Test
    void whatAKilledWindowLeftIsNoObstacle() throws IOException {
        Files.writeString(folder.resolve("window.sock"), "");
        Files.writeString(
                folder.resolve("window.address"), folder.resolve("window.sock").toString());
        try (OneWindow window = first(folder)) {
            assertThat(window).isNotNull();
            assertThat(claim(folder, OneWindow.Wish.NONE, LONG)).isEqualTo(new OneWindow.Claim.Raised());
        }
    }

    /** A process that was stopped holds its lock and takes calls, but says nothing. */
    @Test
    void aWindowThatDoesNotAnswerIsTold() throws IOException {
        Path socket = folder.resolve("window.sock");
        Files.writeString(folder.resolve("window.address"), socket.toString());
        try (FileChannel lock = FileChannel.open(
                        folder.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock();
                ServerSocketChannel stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stopped.bind(UnixDomainSocketAddress.of(socket));
            assertThat(held.isValid()).isTrue();
            assertThat(claim(folder, OneWindow.Wish.NONE, Duration.ofMillis(300)))
                    .isEqualTo(new OneWindow.Claim.Silent());
        }
    }

    @Test
    void whoeverAsksAndSaysNothingKeepsNobodyWaiting() throws IOException, InterruptedException {
        try (OneWindow window = first(folder);
                SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            assertThat(window).isNotNull();
            silent.connect(UnixDomainSocketAddress.of(folder.resolve("window.sock")));
            assertThat(claim(folder, OneWindow.Wish.NONE, LONG)).isEqualTo(new OneWindow.Claim.Raised());
            assertThat(raised.poll(40, TimeUnit.SECONDS)).isEqualTo(OneWindow.Wish.NONE);
        }
    }

    @Test
    void whereNoLockCanBeEachStartIsTheFirst() throws IOException {
        Files.createDirectory(folder.resolve("window.lock"));
        first(folder).close();
        first(folder).close();
    }
}
