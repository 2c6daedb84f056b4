package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of synchronisations, backups, restores, merges and imports on several computers, queried as of random
 * moments: each computer knows exactly what a naive memory of the same answers knows. {@code -Dgradeline.sequences=2000} does
 * as many.
 */
class HistoryModelTest {
    private static final int SEQUENCES = Integer.getInteger("gradeline.sequences", 150);
    /** Syncing to a disk would be all that is measured here; the crash test has the real one. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final int COMPUTERS = 3;

    @TempDir
    Path directory;

    /** What one endpoint answered, or a person imported, at one moment. */
    private sealed interface Told {
        Instant at();

        void tell(NaiveHistory naive);

        record Scores(Instant at, List<Assessment> rows) implements Told {
            @Override
            public void tell(NaiveHistory naive) {
                naive.scores(at, rows);
                naive.part(Part.SCORES, at, Outcome.OK);
            }
        }

        record Recommendations(Instant at, List<Recommendation> rows) implements Told {
            @Override
            public void tell(NaiveHistory naive) {
                naive.recommendations(at, rows);
                naive.part(Part.RECOMMENDATIONS, at, Outcome.OK);
            }
        }

        record Discovery(Instant at, @Nullable Scan scan) implements Told {
            @Override
            public void tell(NaiveHistory naive) {
                naive.discovery(scan);
                naive.part(Part.DISCOVERY, at, Outcome.OK);
            }
        }

        record Failure(Instant at, Part part) implements Told {
            @Override
            public void tell(NaiveHistory naive) {
                naive.part(part, at, Outcome.REFUSED);
            }
        }

        record Imported(Instant at, List<Assessment> rows) implements Told {
            @Override
            public void tell(NaiveHistory naive) {
                naive.imported(at, rows);
            }
        }
    }

    /** A computer: its real history, and what it was told, directly or by a backup. */
    private static final class Computer implements AutoCloseable {
        private final Path file;
        private History history;
        private final Map<String, Told> told = new LinkedHashMap<>();

        Computer(Path file, TestClock clock) {
            this.file = file;
            this.history = History.open(file, clock);
        }

        void told(Told answer) {
            told.put(
                    answer.getClass().getSimpleName()
                            + answer.at()
                            + (answer instanceof Told.Failure f ? f.part() : ""),
                    answer);
        }

        void reopen(TestClock clock) {
            history.close();
            history = History.open(file, clock);
        }

        void check(Instant asOf, Posture posture) {
            NaiveHistory naive = new NaiveHistory();
            told.values().stream()
                    .filter(answer -> !answer.at().isAfter(asOf))
                    .sorted(Comparator.comparing(Told::at))
                    .forEach(answer -> answer.tell(naive));
            naive.check(posture);
        }

        @Override
        public void close() {
            history.close();
        }
    }

    @Test
    @Timeout(900)
    void everyComputerKnowsWhatANaiveMemoryKnows() throws IOException {
        long first = new Random().nextLong();
        Path place = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "gradeline-model-") : directory;
        try {
            for (int sequence = 0; sequence < SEQUENCES; sequence++) {
                long seed = first + sequence;
                Path own = Files.createDirectory(place.resolve("s" + sequence));
                try {
                    sequence(own, new Random(seed));
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed, e);
                } finally {
                    delete(own);
                }
            }
        } finally {
            if (!place.equals(directory)) {
                delete(place);
            }
        }
    }

    private static void sequence(Path place, Random random) {
        TestClock clock = new TestClock("2026-01-01T00:00:00Z");
        RandomOrganisation organisation = new RandomOrganisation(random);
        List<Computer> computers = new ArrayList<>();
        try {
            for (int number = 0; number < 1 + random.nextInt(COMPUTERS); number++) {
                computers.add(new Computer(place.resolve("c" + number + ".db"), clock));
            }
            int steps = 3 + random.nextInt(12);
            for (int step = 0; step < steps; step++) {
                clock.advance(Duration.ofMillis(
                        random.nextLong(10, Duration.ofHours(30).toMillis())));
                Computer one = pick(computers, random);
                switch (random.nextInt(10)) {
                    case 0 -> takeIn(one, pick(computers, random), place.resolve("b" + step + ".db"));
                    case 1 -> bring(one, clock, random);
                    case 2 -> one.reopen(clock);
                    default -> {
                        organisation.live();
                        synchronise(one, organisation, random);
                    }
                }
                Computer asked = pick(computers, random);
                Instant moment = clock.instant()
                        .minus(Duration.ofMillis(
                                random.nextLong(Duration.ofDays(9).toMillis())));
                asked.check(moment, asked.history.posture(moment));
                one.check(clock.instant(), one.history.posture());
            }
        } finally {
            computers.forEach(Computer::close);
        }
    }

    private static void synchronise(Computer computer, RandomOrganisation organisation, Random random) {
        History.Run run = computer.history.begin();
        Instant at = run.at();
        if (random.nextInt(8) == 0) {
            run.storeFailure(Part.SCORES, Outcome.REFUSED, "403");
            computer.told(new Told.Failure(at, Part.SCORES));
        } else {
            List<Assessment> scores = organisation.scores();
            run.storeScores(scores);
            computer.told(new Told.Scores(at, scores));
        }
        if (random.nextInt(8) == 0) {
            run.storeFailure(Part.RECOMMENDATIONS, Outcome.REFUSED, "403");
            computer.told(new Told.Failure(at, Part.RECOMMENDATIONS));
        } else {
            List<Recommendation> rows = organisation.recommendations();
            run.storeRecommendations(rows);
            computer.told(new Told.Recommendations(at, rows));
        }
        if (random.nextInt(8) != 0) {
            run.storeDiscovery(organisation.scan());
            computer.told(new Told.Discovery(at, organisation.scan()));
        }
        if (random.nextInt(10) != 0) {
            run.close();
        }
    }

    private static void takeIn(Computer one, Computer other, Path backup) {
        other.history.backup(backup);
        one.history.restore(backup, true, () -> false);
        one.told.putAll(other.told);
    }

    /** Only what is new is kept, and told again by a later restore: so the model is told of it, too. */
    private static void bring(Computer computer, TestClock clock, Random random) {
        Assessment row = Answers.score(
                random.nextBoolean() ? "hipaa" : "cobit",
                String.valueOf(random.nextInt(100)),
                "C",
                "2025-0" + (1 + random.nextInt(3)) + "-01");
        History.Imported imported = computer.history.importAssessments(List.of(row));
        assertThat(imported.added() + imported.known()).isEqualTo(1);
        if (imported.added() == 1) {
            computer.told(new Told.Imported(clock.instant(), List.of(row)));
        }
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
