package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/** A program on a small disk of its own, which fills up while a part is stored. It says on its output how that ended. */
final class FullDiskChild {
    private static final PrintStream OUTPUT = System.out;
    private static final int MANY = 5_000;
    /** So much room is left: the part begins to be written, and does not end. */
    private static final int ROOM = 100 << 10;

    private FullDiskChild() {}

    /** @param arguments the directory where the small disk is */
    public static void main(String[] arguments) throws IOException {
        Path disk = Path.of(arguments[0]);
        for (Part part : Part.values()) {
            OUTPUT.println(part + " " + fill(disk, part));
            OUTPUT.flush();
        }
    }

    private static String fill(Path disk, Part part) throws IOException {
        Path file = disk.resolve("history").resolve(part.id() + ".db");
        Path filler = disk.resolve("filler");
        try (History history = History.open(file, InstantSource.system())) {
            for (Part each : Part.values()) {
                store(history, each, 3);
            }
            Posture before = history.posture();
            fillUp(filler);
            String kind = attempt(history, part);
            if (!isSame(before, history.posture())) {
                return kind + ", and not what was before";
            }
            Files.delete(filler);
            store(history, part, MANY);
            if (isSame(before, history.posture())) {
                return kind + ", and nothing new afterwards";
            }
            return kind + " " + Database.flawOf(file);
        } finally {
            Files.deleteIfExists(filler);
            History.remove(file);
        }
    }

    private static String attempt(History history, Part part) {
        try {
            store(history, part, MANY);
            return "stored";
        } catch (HistoryException e) {
            return e.kind() + (String.valueOf(e.getMessage()).contains("Free some space") ? "" : " without a word");
        }
    }

    private static void fillUp(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            try (RandomAccessFile shorter = new RandomAccessFile(filler.toFile(), "rw")) {
                shorter.setLength(shorter.length() - ROOM);
            }
        }
    }

    private static boolean isSame(Posture a, Posture b) {
        return a.standings().equals(b.standings())
                && a.recommendations().equals(b.recommendations())
                && a.scans().equals(b.scans());
    }

    private static void store(History history, Part part, int rows) {
        try (History.Run run = history.begin()) {
            switch (part) {
                case SCORES -> run.storeScores(scores(rows));
                case RECOMMENDATIONS ->
                    run.storeRecommendations(IntStream.range(0, rows)
                            .mapToObj(i -> Answers.recommendation("r" + i, "Do what is to be done, " + i, 1, "open"))
                            .toList());
                case DISCOVERY -> run.storeDiscovery(scan(rows));
            }
        }
    }

    private static List<Assessment> scores(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Answers.score("framework-" + i, "70", "C", "2026-01-01"))
                .toList();
    }

    private static Scan scan(int rows) {
        return Answers.scan(
                "scan of " + rows,
                "2026-01-01",
                IntStream.range(0, rows)
                        .mapToObj(i -> Answers.platform("p" + i, "Platform " + i, "0.5"))
                        .toArray(Platform[]::new));
    }
}
