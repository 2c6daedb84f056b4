package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the papers tell people to type is understood, and the tests that they name are there. */
class PapersTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|&& |`|run “|\\|)gradeline( [^`|”\\n]*)?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
    private static final Pattern TEST = Pattern.compile("`((?:[a-z]+\\.)*)([A-Z]\\w+Test)`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/guide.md", "README.md"})
    void whatTheyTellToTypeIsUnderstood(String paper) throws IOException {
        // what a shell puts in itself
        String text = Files.readString(Path.of(paper)).replaceAll("\\$\\([^)]*\\)", "IT");
        List<String> commands = COMMAND.matcher(text)
                .results()
                .map(found -> found.group()
                        .replaceFirst("^.*?gradeline", "")
                        .split("[#<>&]", 2)[0]
                        .strip())
                // a table's “and so on”, and what stands for something
                .filter(command -> !command.contains("…") && !command.contains("WHAT"))
                .toList();
        assertThat(commands).hasSizeGreaterThan(10).allSatisfy(command -> {
            CommandLine gradeline = ShellPapers.model().commandLine();
            // a command that is only spoken of has no arguments
            if (!gradeline.getSubcommands().containsKey(command)) {
                assertThatCode(() -> gradeline.parseArgs(words(command)))
                        .as("gradeline %s", command)
                        .doesNotThrowAnyException();
            }
        });
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .forEach(word -> words.add(word.group(1) == null ? word.group() : word.group(1)));
        return words.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {".github/SECURITY.md", "docs/architecture.md"})
    void theTestsThatTheyNameAreThere(String paper) throws IOException {
        assertThat(TEST.matcher(Files.readString(Path.of(paper))).results().toList())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(Path.of("src/test/java/dev/gradeline")
                                .resolve(found.group(1).replace('.', '/') + found.group(2) + ".java"))
                        .exists());
    }
}
