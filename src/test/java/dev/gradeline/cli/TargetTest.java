package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file appears whole or not at all. */
class TargetTest {
    private static final byte[] CONTENT = "whole".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream standard = new ByteArrayOutputStream();

    private Target target(String text) {
        return new Target(text, Shell.WORDS, new PrintStream(standard, false, StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesANewFileAndReplacesAnOldOne() throws IOException {
        Path file = folder.resolve("x.csv");
        target(file.toString()).write(stream -> stream.write("old and longer".getBytes(StandardCharsets.UTF_8)));
        target(file.toString()).write(stream -> stream.write(CONTENT));
        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(files()).containsExactly("x.csv");
    }

    @Test
    void aFailureHalfWayLeavesWhatWasThere() throws IOException {
        Path file = folder.resolve("x.csv");
        Files.write(file, CONTENT);
        assertThatThrownBy(() -> target(file.toString()).write(stream -> {
                    stream.write(new byte[100_000]);
                    throw new IOException("half way");
                }))
                .hasMessage("half way");
        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(files()).containsExactly("x.csv");
    }

    @Test
    void aLinkStaysALinkToWhatIsReplaced() throws IOException {
        Path file = Files.createFile(folder.resolve("real.csv"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        target(link.toString()).write(stream -> stream.write(CONTENT));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(CONTENT);
    }

    @Test
    void aHyphenIsStandardOutput() throws IOException {
        target("-").write(stream -> stream.write(CONTENT));
        assertThat(standard.toByteArray()).isEqualTo(CONTENT);
        assertThat(files()).isEmpty();
    }

    @Test
    void standardOutputThatTakesNoMoreIsAFault() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        Target target = new Target("-", Shell.WORDS, new PrintStream(closed, false, StandardCharsets.UTF_8));
        assertThatThrownBy(() -> target.write(stream -> stream.write(CONTENT))).isInstanceOf(IOException.class);
    }

    @Test
    void aFolderIsNoFileAndAFileNeedsItsFolder() {
        assertThatThrownBy(() -> target(folder.toString()).check())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(folder.toString());
        String orphan = folder.resolve("none/x.csv").toString();
        assertThatThrownBy(() -> target(orphan).check())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(orphan);
    }

    @Test
    void theEndingIsReadWhateverItsCase() {
        assertThat(target("a/b.c/x.CSV").ending()).isEqualTo("csv");
        assertThat(target("a/b.c/x").ending()).isEmpty();
        assertThat(target("-").ending()).isEmpty();
    }
}
