package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    @Test
    void itSeesWhatIsKnownAndWhatChangedAsTheHistoryItselfDoes() throws IOException {
        Instant now = Instant.parse("2026-02-01T00:00:00Z");
        TestClock clock = new TestClock("2026-01-05T00:00:00Z");
        Glance.Look.Known expected;
        try (History history = History.open(file(), clock)) {
            try (History.Run run = history.begin()) {
                run.storeDiscovery(Answers.scan("s", "2026-01-01"));
                run.storeScores(List.of(Answers.score("hipaa", "61", "C", "2026-01-01")));
            }
            clock.set(Instant.parse("2026-01-20T00:00:00Z"));
            try (History.Run run = history.begin()) {
                run.storeScores(List.of(Answers.score("hipaa", "49", "D", "2026-01-19")));
            }
            history.setMark(History.Mark.LAST_REPORT, Instant.parse("2026-01-10T00:00:00Z"));
            clock.set(now);
            Instant since = history.periodStart(History.Mark.LAST_REPORT, now);
            expected = new Glance.Look.Known(
                    history.posture(), since, true, history.changes(since, history.posture(), Duration.ofDays(90)));
            assertThat(Glance.at(file(), now, Duration.ofDays(90)))
                    .as("while it is open")
                    .isEqualTo(expected);
        }
        assertThat(expected.changes()).hasSize(1);
        Map<String, List<Byte>> before = files();
        assertThat(Glance.at(file(), now, Duration.ofDays(90))).isEqualTo(expected);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsMissingEmptyOrOlderIsToldApartAndLeftAsItIs() throws Exception {
        Instant now = Instant.parse("2026-02-01T00:00:00Z");
        assertThat(Glance.at(file(), now, Duration.ZERO)).isInstanceOf(Glance.Look.Nothing.class);
        assertThat(file()).doesNotExist();
        Files.createFile(file());
        assertThat(Glance.at(file(), now, Duration.ZERO)).isInstanceOf(Glance.Look.Nothing.class);
        Files.delete(file());
        try (VersionOne old = new VersionOne(file())) {
            old.synchronise(
                    Instant.parse("2026-01-02T00:00:00Z"),
                    new VersionOne.Answer(List.of(), List.of(), Answers.scan("s", "2026-01-01")));
        }
        Map<String, List<Byte>> before = files();
        assertThat(Glance.at(file(), now, Duration.ZERO)).isInstanceOf(Glance.Look.Older.class);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void oneOfWhichOnlyTheSealIsLeftIsNoEmptyOne() throws IOException {
        store();
        Files.delete(file());
        assertThatThrownBy(() -> Glance.at(file(), Instant.EPOCH, Duration.ZERO))
                .isInstanceOf(HistoryException.class);
    }
}
