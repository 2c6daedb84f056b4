package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.history.HistoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the arguments, and what every fault becomes; no service is opened. */
class CommandLineFaceTest {
    private static final String KEY = "ayliea_pk_1a2b3c4d" + "e".repeat(56);

    private final List<GlobalOptions> opened = new ArrayList<>();
    private final List<@Nullable Path> windows = new ArrayList<>();
    private Throwable thrown = new UsageException("stop here");

    private final Shell shell = new Shell(
            new Opener() {
                @Override
                public Workbench open(GlobalOptions options) {
                    opened.add(options);
                    if (thrown instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) thrown;
                }

                @Override
                public Workbench openToConnect(GlobalOptions options) {
                    return open(options);
                }
            },
            new Faces() {
                @Override
                public int window(GlobalOptions options, @Nullable Path demoOutput) {
                    opened.add(options);
                    windows.add(demoOutput);
                    return 0;
                }

                @Override
                public int open(GlobalOptions options, Path backup) {
                    opened.add(options);
                    windows.add(backup);
                    return 0;
                }

                @Override
                public void screenshots(Workbench bench, PictureRequest request) {
                    throw new AssertionError("nothing is open");
                }
            });

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(shell.run("--demo").code()).isZero();
        assertThat(windows).hasSize(1).containsOnlyNulls();
        assertThat(opened)
                .singleElement()
                .satisfies(options -> assertThat(options.demo()).isTrue());
    }

    @Test
    void theBuildNamesAFolderForItsDemoRunWithoutHelpSpeakingOfIt() {
        assertThat(shell.run("--demo", "--demo-output=target/demo").code()).isZero();
        assertThat(windows).containsExactly(Path.of("target/demo"));
        assertThat(shell.run("--help").out()).doesNotContain("demo-output");
    }

    @Test
    void aFileOpensInTheWindow(@TempDir Path folder) throws IOException {
        Path backup = Files.writeString(folder.resolve("from sam"), "");
        assertThat(shell.run(backup.toString(), "--data-dir", "d").code()).isZero();
        assertThat(windows).containsExactly(backup);
        assertThat(opened.getFirst().dataDirectory()).isEqualTo(Path.of("d"));

        Said missing = shell.run("gone.db");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file").contains("gone.db");
        Said demo = shell.run("--demo", backup.toString());
        assertThat(demo.code()).isEqualTo(2);
        assertThat(demo.err()).contains("without --demo");
        assertThat(windows).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exprot", "exprot scores -o x.csv", "exprot status", "exprot --demo"})
    void aMistypedCommandIsNoFile(String line) {
        Said said = shell.run(line.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("There is no command “exprot”. Did you mean “export”?");
        assertThat(opened).isEmpty();
    }

    @Test
    void commonOptionsStandBeforeOrAfterTheCommand() {
        GlobalOptions expected =
                new GlobalOptions(Path.of("d"), "acme", "https://example.test/api/v1", true, Duration.ofSeconds(7));
        String[] common = {
            "--data-dir",
            "d",
            "--connection=acme",
            "--base-url",
            "https://example.test/api/v1",
            "--demo",
            "--max-wait=7"
        };
        shell.run(Stream.concat(Stream.of(common), Stream.of("sync")).toArray(String[]::new));
        shell.run(Stream.concat(Stream.of("sync"), Stream.of(common)).toArray(String[]::new));
        assertThat(opened).containsExactly(expected, expected);
    }

    @Test
    void theLongestWaitIsTwoMinutesUnlessTold() {
        shell.run("sync");
        assertThat(opened).singleElement().isEqualTo(new GlobalOptions(null, null, null, false, Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sync",
                "report",
                "export",
                "status",
                "connect",
                "forget",
                "assert",
                "screenshots",
            })
    void everyCommandHasHelpAndVersion(String command) {
        String[] help = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
        Said said = shell.run(help);
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("Usage: gradeline", "--data-dir", "--connection", "--base-url", "--demo", "--max-wait")
                .contains("Where history and settings live")
                .doesNotContain("cli.", "{", "null");
        help[help.length - 1] = "--version";
        assertThat(shell.run(help).out()).matches("Gradeline \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(opened).isEmpty();
    }

    @Test
    void helpListsTheCommandsThatThereAreAndNoOthers() {
        assertThat(shell.run("--help").out())
                .contains("sync", "report", "export", "status", "connect", "forget", "screenshots")
                .contains("backup", "restore", "import", "assert", "verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "sync --nonsense",
                "sync extra",
                "sync --max-wait soon",
                "sync --max-wait -1",
                "report",
                "report -o x.pdf --paper a5",
                "report -o x.pdf --max-priority high",
                "export",
                "export scores",
                "export -o x.csv",
                "export everything -o x.csv",
                "export scores -o x.csv --format xml",
                "screenshots",
                "screenshots -o x --theme pink",
                "assert --min-grade",
                "backup",
                "restore",
                "import",
            })
    void wrongUsageIsNamedAndOpensNothing(String line) {
        Said said = shell.run(line.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("--help").doesNotContain("Exception", "\tat ");
        assertThat(opened).isEmpty();
    }

    static Stream<Arguments> wrongUsages() {
        return Stream.of(
                Arguments.of("export scores", "--output FILE is missing. The file; “-” for standard output."),
                Arguments.of("report -o", "--output needs FILE after it."),
                Arguments.of("export -o x.csv", "WHAT is missing. scores, history, recommendations,"),
                Arguments.of("expot scores", "There is no command “expot”. Did you mean “export”?"),
                Arguments.of("sync --nope", "“gradeline sync” has no option “--nope”."),
                Arguments.of("sync extra", "“gradeline sync” does not know what to do with “extra”."),
                Arguments.of(
                        "export nothing -o x.csv",
                        "WHAT is one of scores, history, recommendations, platforms, changes, not “nothing”."),
                Arguments.of("report -o x.pdf --paper a5", "--paper is one of a4, letter, not “a5”."),
                Arguments.of("report -o x.pdf --max-priority high", "--max-priority takes a whole number, not “high”."),
                Arguments.of("report -o x.pdf -o y.pdf", "--output is given twice: give it once."),
                Arguments.of("sync --max-wait soon", "--max-wait takes a number of seconds, 0 or more, not “soon”."),
                Arguments.of("sync --max-wait -1", "--max-wait takes a number of seconds, 0 or more, not “-1”."),
                Arguments.of("sync --demo=yes", "--demo stands alone: leave out “yes”."));
    }

    @ParameterizedTest
    @MethodSource("wrongUsages")
    void wrongUsageIsToldAsASentenceThatNamesTheCure(String line, String sentence) {
        assertThat(shell.run(line.split(" ")).err().lines().findFirst().orElse(""))
                .startsWith(sentence)
                .doesNotContain("null", "{");
    }

    @Test
    void aKeyAmongTheArgumentsIsRefusedAndNotRepeated() {
        Said said = shell.run("connect", KEY);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("never an argument").doesNotContain(KEY.substring(20));
        assertThat(opened).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new UsageException("such a thing is not"), 2, "such a thing is not"),
                Arguments.of(new HistoryException(HistoryException.Kind.UNREADABLE, "file x"), 6, "cannot be read"),
                Arguments.of(new HistoryException(HistoryException.Kind.READ_ONLY, "file x"), 6, "cannot be written"),
                Arguments.of(new HistoryException(HistoryException.Kind.LOCKED, "file x"), 6, "in use"),
                Arguments.of(new HistoryException(HistoryException.Kind.FULL, "file x"), 6, "disk is full"),
                Arguments.of(new HistoryException(HistoryException.Kind.NEWER, "file x"), 6, "newer version"),
                Arguments.of(new HistoryException(HistoryException.Kind.RENEWED, "file x"), 6, "Run the command again"),
                Arguments.of(new HistoryException(HistoryException.Kind.DAMAGED, "file x"), 6, "damaged"),
                Arguments.of(new UncheckedIOException(new NoSuchFileException("file x")), 6, "There is no file x."),
                Arguments.of(new IllegalStateException("inner life"), 1, "did not foresee"),
                Arguments.of(new StackOverflowError("inner life"), 1, "did not foresee"),
                Arguments.of(new NoClassDefFoundError("inner life"), 1, "did not foresee"),
                Arguments.of(new ExceptionInInitializerError("inner life"), 1, "did not foresee"),
                Arguments.of(new OutOfMemoryError("inner life"), 1, "not enough memory"),
                Arguments.of(
                        new CompletionException(new HistoryException(HistoryException.Kind.LOCKED, "elsewhere")),
                        6,
                        "in use"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultHasItsSentenceAndItsExitCode(Throwable fault, int code, String sentence) {
        thrown = fault;
        Said said = shell.run("status");
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(sentence).doesNotContain("\tat ", "inner life");
    }

    @Test
    void technicalDetailsAreShownOnRequestAndNeverHoldAKey() {
        thrown = new IllegalStateException("with " + KEY, new IOException(KEY));
        Said said = shell.run("status", "--verbose");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("IllegalStateException: with ayliea_pk_1a2b3c4d…", "\tat ")
                .doesNotContain(KEY.substring(20));
    }
}
