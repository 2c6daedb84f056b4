package dev.gradeline.history;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A program of its own that a test may kill: it synchronises for ever, and says on its output what is stored. */
final class HistoryChild {
    /** Enough rows that a part takes a while to store. */
    static final int ROWS = 400;

    private static final PrintStream OUTPUT = System.out;

    private HistoryChild() {}

    /**
     * @param arguments the file; {@code open} to open it only, {@code restore} and another file to take that in,
     *     {@code once} to synchronise once, {@code look} and another file to read, copy to that and try to write, or
     *     {@code wait}: then the number of the first run comes on standard input, once the test wants this process to begin
     */
    public static void main(String[] arguments) throws IOException {
        int first = arguments[1].equals("wait") ? begin(Path.of(arguments[0])) : 0;
        try (History history = History.open(Path.of(arguments[0]), InstantSource.system())) {
            say("opened");
            if (arguments[1].equals("restore")) {
                history.restore(Path.of(arguments[2]), true, () -> false);
                say("restored");
            }
            if (arguments[1].equals("look")) {
                look(history, Path.of(arguments[2]));
            }
            if (arguments[1].equals("once")) {
                synchronise(history, 1);
            }
            for (int number = first; number > 0; number++) {
                synchronise(history, number);
            }
        } catch (HistoryException e) {
            say("refused " + e.kind());
        }
    }

    /** Reads, copies and tries to write. */
    private static void look(History history, Path backup) {
        say("run " + runOf(history.posture()));
        history.backup(backup);
        say("copied");
        try {
            synchronise(history, 2);
        } catch (HistoryException e) {
            say("not written " + e.kind());
        }
    }

    /** All that takes long in a new process is done before the test asks for it: its kills shall meet the writing. */
    private static int begin(Path file) throws IOException {
        Path other =
                file.resolveSibling("warm-up").resolve(ProcessHandle.current().pid() + ".db");
        try (History history = History.open(other, InstantSource.system());
                History.Run run = history.begin()) {
            run.storeRecommendations(recommendations(1));
        }
        History.remove(other);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Integer.parseInt(input.readLine());
    }

    private static void synchronise(History history, int number) {
        try (History.Run run = history.begin()) {
            run.storeScores(List.of(Answers.score("hipaa", String.valueOf(number), "A", "2026-01-01")));
            say("scores " + number);
            run.storeRecommendations(recommendations(number));
            say("recommendations " + number);
            run.storeDiscovery(scan(number));
            say("discovery " + number);
        }
        say("run " + number);
    }

    /** Every row tells its run in its title, and the order turns round with each run. */
    static List<Recommendation> recommendations(int number) {
        List<Recommendation> rows = new ArrayList<>(IntStream.range(0, ROWS)
                .mapToObj(i -> Answers.recommendation("r" + i, "run " + number, 1, "open"))
                .toList());
        return number % 2 == 0 ? rows : rows.reversed();
    }

    static Scan scan(int number) {
        return Answers.scan(
                "scan " + number,
                "2026-01-01",
                Answers.platform("a", "One", "0.5"),
                Answers.platform("b", "Two", "0.4"));
    }

    /** Which run the posture shows in every row, whatever of it is looked at; throws when parts of two are mixed. */
    static int runOf(Posture posture) {
        List<String> titles = posture.recommendations().stream()
                .map(r -> String.valueOf(r.title()))
                .distinct()
                .toList();
        if (titles.isEmpty()) {
            return 0;
        }
        int run = Integer.parseInt(titles.getFirst().substring("run ".length()));
        List<String> expected =
                recommendations(run).stream().map(Recommendation::id).toList();
        if (titles.size() != 1
                || !posture.recommendations().stream()
                        .map(Recommendation::id)
                        .toList()
                        .equals(expected)) {
            throw new AssertionError(
                    "half a part: " + titles + ", " + posture.recommendations().size() + " rows");
        }
        return run;
    }

    static Process start(List<String> wrapper, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HistoryChild.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void say(String line) {
        OUTPUT.println(line);
        OUTPUT.flush();
    }
}
