package dev.gradeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private void noLeftOvers(int files) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(files);
        }
    }

    @Test
    void aFailureHalfWayLeavesTheOldContentAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("half-way");
                }))
                .hasMessage("half-way");
        assertThat(file).hasContent("old");
        noLeftOvers(1);
        AtomicFile.write(file, out -> out.write('n'));
        assertThat(file).hasContent("n");
        noLeftOvers(1);
    }

    @Test
    void aFileForThePersonIsAsReadableAsAnyOtherAndOursIsNot() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "x");
        Path exported = folder.resolve("exported");
        AtomicFile.write(exported, out -> out.write('x'));
        assertThat(Files.getPosixFilePermissions(exported)).isEqualTo(Files.getPosixFilePermissions(ordinary));
        Path ours = folder.resolve("deep").resolve("ours");
        AtomicFile.writePrivately(ours, new byte[1]);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsReplacedStaysAsReadableAsItWas() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        for (String permissions : new String[] {"rw-------", "rw-rw-rw-"}) {
            Path file = Files.writeString(folder.resolve("x.pdf"), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            AtomicFile.write(file, out -> out.write('n'));
            assertThat(file).hasContent("n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
        }
    }

    @Test
    void aLinkToNothingIsWrittenThrough() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "links need rights here");
        Path there = Files.createDirectory(folder.resolve("there"));
        Path link = Files.createSymbolicLink(folder.resolve("x.csv"), Path.of("there", "real.csv"));
        AtomicFile.write(link, out -> out.write('n'));
        assertThat(link).isSymbolicLink();
        assertThat(there.resolve("real.csv")).hasContent("n");
    }

    @Test
    void linksThatGoRoundAreToldAndKept() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "links need rights here");
        Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        assertThatThrownBy(() -> AtomicFile.write(one, out -> out.write('n')))
                .isInstanceOf(FileSystemLoopException.class);
        noLeftOvers(2);
    }
}
