package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log takes everything but keys, and lets go of its file. */
class LogsTest {
    private static final Logger LOG = LoggerFactory.getLogger(LogsTest.class);
    private static final String KEY = "ayliea_pk_1a2b3c4d" + "e".repeat(56);

    @TempDir
    private Path folder;

    private String log() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    @Test
    void aKeyIsCutDownToItsPublicPartWhereverItStands() throws IOException {
        try (Logs logs = new Logs(folder.resolve("log"))) {
            assertThat(logs).isNotNull();
            LOG.warn("in a message: {}", KEY, new IllegalStateException("in an exception: " + KEY));
        }
        assertThat(log())
                .contains("WARN", "in a message: ayliea_pk_1a2b3c4d…", "in an exception: ayliea_pk_1a2b3c4d…", "\tat ")
                .doesNotContain(KEY.substring(19));
    }

    @Test
    void afterItIsClosedNothingMoreIsWritten() throws IOException {
        new Logs(folder.resolve("log")).close();
        LOG.warn("too late");
        try (Logs again = new Logs(folder.resolve("log"))) {
            assertThat(again).isNotNull();
            LOG.warn("in time");
        }
        assertThat(log()).contains("in time").doesNotContain("too late");
    }

    /** As while the window changes from one organisation to another. */
    @Test
    void twoThatAreOpenBesideEachOtherWriteEachLineOnce() throws IOException {
        Logs one = new Logs(folder.resolve("log"));
        try (Logs other = new Logs(folder.resolve("log"))) {
            assertThat(other).isNotNull();
            LOG.warn("both open");
            one.close();
            one.close();
            LOG.warn("one open");
        }
        LOG.warn("none open");
        assertThat(log().lines().map(line -> line.substring(line.lastIndexOf("LogsTest ") + 9)))
                .containsExactly("both open", "one open");
    }

    /** The tests' own configuration lets even fewer of its messages through: what holds here is what the log set. */
    @Test
    void ofTheKeychainsBusOnlyWarningsAreKept() throws IOException {
        Logger bus = LoggerFactory.getLogger("org.freedesktop.dbus.Connection");
        try (Logs logs = new Logs(folder.resolve("log"))) {
            assertThat(logs).isNotNull();
            bus.info("chatter");
            bus.warn("heard");
        }
        assertThat(log()).contains("heard").doesNotContain("chatter");
    }

    @Test
    void onlyTheOwnerMayLookIntoWhatWasMadeForIt() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX file system");
        Path data = folder.resolve("data");
        new Logs(data.resolve("log")).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("log"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aLogIsItsOwnersAlone() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX file system");
        for (int start = 0; start < 2; start++) {
            try (Logs logs = new Logs(folder.resolve("log"))) {
                assertThat(logs).isNotNull();
                LOG.warn("written");
            }
            try (Stream<Path> files = Files.list(folder.resolve("log"))) {
                for (Path file : files.toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                    // as an earlier version left it
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        }
    }

    @Test
    void aFolderThatCannotBeMadeStopsNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (Logs logs = new Logs(file.resolve("log"))) {
            assertThat(logs).isNotNull();
            LOG.warn("lost");
        }
        assertThat(file).isEmptyFile();
    }
}
