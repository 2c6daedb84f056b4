package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look into a history that leaves it as it is, whatever that is. */
class GlanceTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("h.db");
    }

    /** Every file, byte by byte. */
    private Map<String, List<Byte>> files() throws IOException {
        Map<String, List<Byte>> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(each);
                Byte[] boxed = new Byte[bytes.length];
                for (int i = 0; i < bytes.length; i++) {
                    boxed[i] = bytes[i];
                }
                files.put(String.valueOf(each.getFileName()), List.of(boxed));
            }
        }
        return files;
    }

    private void store() {
        try (History history = History.open(file(), InstantSource.system());
                History.Run run = history.begin()) {
            run.storeDiscovery(Answers.scan("s", "2026-01-01"));
        }
    }

    @Test
    void itTellsWhoseDataAClosedHistoryHoldsAndChangesNoByte() throws IOException {
        store();
        Map<String, List<Byte>> before = files();
        assertThat(before).containsKey("h.db");
        assertThat(Glance.organizationOf(file())).isEqualTo("northwind");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void oneOfAnOlderFormatIsNotBroughtUpToDate() throws Exception {
        try (VersionOne old = new VersionOne(file())) {
            old.synchronise(
                    Instant.parse("2026-01-02T00:00:00Z"),
                    new VersionOne.Answer(List.of(), List.of(), Answers.scan("s", "2026-01-01")));
        }
        Map<String, List<Byte>> before = files();
        assertThat(Glance.organizationOf(file())).isEqualTo("northwind");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsWrittenMeanwhileIsSeen() {
        try (History history = History.open(file(), InstantSource.system())) {
            assertThat(Glance.organizationOf(file())).isNull();
            try (History.Run run = history.begin()) {
                run.storeDiscovery(Answers.scan("s", "2026-01-01"));
            }
            assertThat(Glance.organizationOf(file())).isEqualTo("northwind");
        }
    }

    @Test
    void aDamagedOneIsNotRescued() throws IOException {
        store();
        byte[] bytes = Files.readAllBytes(file());
        java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 7);
        Files.write(file(), bytes);
        Map<String, List<Byte>> before = files();
        assertThatThrownBy(() -> Glance.organizationOf(file())).isInstanceOf(HistoryException.class);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsNoHistoryIsLeftAlone() throws IOException {
        assertThatThrownBy(() -> Glance.organizationOf(file())).isInstanceOf(HistoryException.class);
        assertThat(file()).doesNotExist();
        Files.writeString(file(), "no history at all ".repeat(20), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Glance.organizationOf(file())).isInstanceOf(HistoryException.class);
    }
}
