package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rescues by real processes: several at once, killed in the middle, without room. */
class RescueProcessTest {
    private static final int KILLS = Integer.getInteger("gradeline.rescueKills", 20);
    private static final int ROWS = 12_000;
    private static final int PAGE = 4096;

    @TempDir
    Path directory;

    /** @return the bytes of the spoilt file */
    private byte[] spoilt(Path file, List<Remembered> remembered) throws IOException {
        try (History history = History.open(file, InstantSource.system())) {
            Instant at;
            try (History.Run run = history.begin()) {
                at = run.at();
                run.storeScores(List.of(Answers.score("hipaa", "77", "C", "2026-01-01")));
                run.storeRecommendations(Answers.recommendations(ROWS));
            }
            remembered.add(new Remembered(history, List.of(at)));
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 40; page < bytes.length / PAGE; page += 97) {
            bytes[page * PAGE + 2000] ^= 4;
        }
        Files.write(file, bytes);
        return bytes;
    }

    private static void check(Path file, byte[] spoilt, Remembered remembered) throws IOException {
        try (History history = History.open(file, InstantSource.system())) {
            History.Rescue rescue = history.rescue();
            assertThat(rescue).isNotNull();
            if (rescue != null) {
                assertThat(Files.readAllBytes(rescue.damaged())).isEqualTo(spoilt);
                assertThat(rescue.recommendations()).isBetween(ROWS * 9 / 10, ROWS);
            }
            remembered.containsAllOf(history);
        }
        assertThat(Database.flawOf(file)).isEmpty();
        assertThat(names(file, ".damaged-"))
                .filteredOn(name -> !name.endsWith(".seal"))
                .hasSize(1);
        assertThat(names(file, ".part")).isEmpty();
        assertThat(names(file, ".rescued")).isEmpty();
    }

    private static List<String> names(Path file, String part) throws IOException {
        try (Stream<Path> all = Files.list(HistoryFile.directoryOf(file))) {
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.contains(part))
                    .toList();
        }
    }

    @Test
    @Timeout(300)
    void severalProgramsFindItRescuedOnce() throws Exception {
        Path file = directory.resolve("h.db");
        List<Remembered> remembered = new ArrayList<>();
        byte[] bytes = spoilt(file, remembered);

        List<Process> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(HistoryChild.start(List.of(), file.toString(), "open"));
        }
        for (Process child : children) {
            assertThat(child.inputReader().readLine()).isEqualTo("opened");
            assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
        check(file, bytes, remembered.getFirst());
    }

    @Test
    @Timeout(600)
    void aKilledRescueIsTakenUpAgain() throws Exception {
        Path file = directory.resolve("h.db");
        List<Remembered> remembered = new ArrayList<>();
        byte[] bytes = spoilt(file, remembered);
        Path seal = directory.resolve("kept.seal");
        Files.copy(Seal.of(file), seal);
        Path kept = Files.write(directory.resolve("kept"), bytes);
        Random random = new Random();
        int struck = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = HistoryChild.start(List.of(), file.toString(), "open");
            Path part = HistoryFile.beside(file, Rescue.PART);
            boolean filling = false;
            while (!filling && !child.waitFor(1, TimeUnit.MILLISECONDS)) {
                filling = Files.exists(part);
            }
            child.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            struck += Files.exists(part) ? 1 : 0;
            assertThat(names(file, ".damaged-"))
                    .filteredOn(name -> name.matches(".*damaged-[0-9]+"))
                    .allSatisfy(name -> assertThat(Files.readAllBytes(file.resolveSibling(name)))
                            .isEqualTo(bytes));
            if (Files.mismatch(file, kept) >= 0) {
                // it got to its end: once more from the beginning
                check(file, bytes, remembered.getFirst());
                for (String name : names(file, ".damaged-")) {
                    Files.delete(file.resolveSibling(name));
                }
                Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(seal, Seal.of(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(struck).as("kills while it was filled").isPositive();
        check(file, bytes, remembered.getFirst());
    }

    @Test
    @Timeout(120)
    void withoutRoomAllIsLeftAsItWas() throws Exception {
        Path file = directory.resolve("h.db");
        byte[] bytes = spoilt(file, new ArrayList<>());
        List<String> before = names(file, "");

        Process child = HistoryChild.start(Limits.filesUpTo(bytes.length - PAGE), file.toString(), "open");

        assertThat(child.inputReader().readLine()).isEqualTo("refused FULL");
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(names(file, ""))
                .filteredOn(name -> !name.equals("native"))
                .hasSameElementsAs(
                        before.stream().filter(name -> !name.equals("native")).toList());
    }
}
