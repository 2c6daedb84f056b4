package dev.gradeline.history;

import dev.gradeline.bench.Curve;
import dev.gradeline.bench.Figure;
import dev.gradeline.bench.Figures;
import dev.gradeline.bench.Folders;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What history costs, each figure beside a baseline that takes turns with it in the same process: a first storing beside a
 * bare batch insert of the same rows, an unchanged second storing beside the first, a past posture beside the present one. What
 * stores opens its file, and closes it: all of that is timed, on either side.
 */
public final class HistoryBenchmark {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 3;
    private static final int ROWS = 100_000;
    private static final int DAYS = 730;
    private static final int DAILY_ROWS = 2_000;
    private static final int DAILY_CHANGES = 20;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private HistoryBenchmark() {}

    /** Work that is timed. */
    private interface Work {
        void run() throws IOException, SQLException;
    }

    public static void main(String[] arguments) throws Exception {
        run(Figures.alone());
    }

    public static void run(Figures figures) throws Exception {
        Folders.forAWhile(directory -> {
            for (int size : figures.sizes()) {
                storing(figures, directory, size);
            }
            opening(figures, directory);
            asOf(figures, directory);
        });
    }

    private static void storing(Figures figures, Path directory, int size) throws IOException, SQLException {
        List<Recommendation> rows = rows(size);
        List<Double> bareTimes = new ArrayList<>();
        List<Double> firstTimes = new ArrayList<>();
        List<Double> againTimes = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int round = -figures.warmUp(WARM_UP); round < figures.rounds(ROUNDS); round++) {
            Path bare = directory.resolve("bare-" + size + "-" + round + ".db");
            Path ours = directory.resolve("ours-" + size + "-" + round + ".db");
            double insert = seconds(() -> bareInsert(bare, rows));
            TestClock clock = new TestClock(START.toString());
            double store = seconds(() -> openAndStore(ours, clock, rows));
            clock.advance(Duration.ofHours(1));
            double unchanged = seconds(() -> openAndStore(ours, clock, rows));
            if (round >= 0) {
                bareTimes.add(1_000 * insert);
                firstTimes.add(1_000 * store);
                againTimes.add(1_000 * unchanged);
                first.add(store / insert);
                again.add(unchanged / store);
            }
            Files.delete(bare);
            Files.delete(ours);
        }
        figures.tell(Curve.STORE, size, firstTimes, bareTimes);
        figures.tell(Curve.STORE_AGAIN, size, againTimes, firstTimes);
        if (size == figures.rows(ROWS)) {
            figures.tell(Figure.STORE_FIRST, first);
            figures.tell(Figure.STORE_AGAIN, again);
        }
    }

    private static void openAndStore(Path file, TestClock clock, List<Recommendation> rows) {
        try (History history = History.open(file, clock)) {
            store(history, rows);
        }
    }

    /** What it costs to compare a history with its seal: the same opening while another has it open does not. */
    private static void opening(Figures figures, Path directory) throws IOException, SQLException {
        Path file = directory.resolve("sealed.db");
        TestClock clock = new TestClock(START.toString());
        openAndStore(file, clock, rows(figures.rows(ROWS)));
        List<Double> compared = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (int round = -figures.warmUp(WARM_UP); round < figures.rounds(ROUNDS); round++) {
            double with = seconds(() -> openAndRead(file, clock, figures.rows(ROWS)));
            Turn.Lease other;
            try (Turn turn = Turn.take(file)) {
                other = turn.share();
            }
            double without = seconds(() -> openAndRead(file, clock, figures.rows(ROWS)));
            other.close();
            if (round >= 0) {
                compared.add(with / without);
                millis.add(1_000 * (with - without));
            }
        }
        figures.tell(Figure.OPEN_SEALED, compared);
        figures.tell(Figure.OPEN_SEALED_TIME, millis);
    }

    private static void openAndRead(Path file, TestClock clock, int rows) {
        try (History history = History.open(file, clock)) {
            if (history.posture().recommendations().size() != rows) {
                throw new IllegalStateException("not the posture that was stored");
            }
        }
    }

    private static void bareInsert(Path file, List<Recommendation> rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            // as history has it
            statement.execute("PRAGMA cache_size = " + Database.CACHE);
            statement.execute("""
                    CREATE TABLE recommendation (id TEXT NOT NULL PRIMARY KEY, title TEXT, priority INTEGER, status TEXT,
                    framework_id TEXT, category TEXT) STRICT""");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO recommendation VALUES (?, ?, ?, ?, ?, ?)")) {
                for (Recommendation r : rows) {
                    insert.setObject(1, r.id());
                    insert.setObject(2, r.title());
                    insert.setObject(3, r.priority());
                    insert.setObject(4, String.valueOf(r.status()));
                    insert.setObject(5, String.valueOf(r.framework()));
                    insert.setObject(6, r.category());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private static void store(History history, List<Recommendation> rows) {
        try (History.Run run = history.begin()) {
            run.storeRecommendations(rows);
        }
    }

    private static void asOf(Figures figures, Path directory) throws IOException, SQLException {
        TestClock clock = new TestClock(START.toString());
        Random random = new Random(7);
        List<Recommendation> rows = new ArrayList<>(rows(DAILY_ROWS));
        try (History history = History.open(directory.resolve("years.db"), clock)) {
            for (int day = 0; day < (figures.quick() ? 30 : DAYS); day++) {
                for (int change = 0; change < DAILY_CHANGES; change++) {
                    int at = random.nextInt(rows.size());
                    rows.set(at, recommendation(rows.get(at).id(), random));
                }
                store(history, rows);
                clock.advance(Duration.ofDays(1));
            }
            List<Double> ratios = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            for (int round = -figures.warmUp(WARM_UP * 5); round < figures.rounds(ROUNDS * 5); round++) {
                Instant then = START.plus(Duration.ofDays(random.nextInt(1, figures.quick() ? 30 : DAYS)));
                double now = seconds(() -> require(history.posture()));
                double past = seconds(() -> require(history.posture(then)));
                if (round >= 0) {
                    ratios.add(past / now);
                    millis.add(past * 1_000);
                }
            }
            figures.tell(Figure.PAST_POSTURE, ratios);
            figures.tell(Figure.PAST_POSTURE_TIME, millis);
        }
    }

    private static void require(Posture posture) {
        if (posture.freshness(Part.RECOMMENDATIONS).refreshedAt() == null
                || posture.recommendations().size() != DAILY_ROWS) {
            throw new IllegalStateException("not the posture that was stored");
        }
    }

    private static List<Recommendation> rows(int count) {
        Random random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(i -> recommendation(new UUID(random.nextLong(), random.nextLong()).toString(), random))
                .toList();
    }

    private static Recommendation recommendation(String id, Random random) {
        return new Recommendation(
                id,
                "Require a second person’s approval for every change of record " + random.nextInt(1_000_000),
                1 + random.nextInt(5),
                new Status(random.nextBoolean() ? "open" : "in_progress"),
                new Framework(random.nextBoolean() ? "nist-csf-2" : "cis-v8"),
                random.nextBoolean() ? "Access Control" : "Data Protection",
                1,
                START,
                START);
    }

    private static double seconds(Work work) throws IOException, SQLException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
