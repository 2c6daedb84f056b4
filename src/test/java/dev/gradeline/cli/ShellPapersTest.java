package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.PageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Man page and completions speak of every command and option, and of none that help hides. */
class ShellPapersTest {
    private final CommandSpec root = ShellPapers.model();

    private List<CommandSpec> all() {
        return Stream.concat(
                        Stream.of(root), root.subcommands().values().stream().map(line -> line.getCommandSpec()))
                .toList();
    }

    private List<String> options() {
        return all().stream()
                .flatMap(command -> command.options().stream())
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .distinct()
                .toList();
    }

    @Test
    void theManPageTellsEverything() throws IOException {
        String page = new ManPage(root).page(Files.readString(Path.of("installer/linux/gradeline.1")), "2026-11-23");
        String plain = page.replace("\\-", "-").replace("\\fR", "").replace("\\fB", "");
        assertThat(root.subcommands()).hasSizeGreaterThan(10);
        assertThat(root.subcommands().keySet())
                .allSatisfy(name -> assertThat(plain).contains(".SS gradeline " + name));
        assertThat(options())
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(plain).contains(name));
        assertThat(Stream.of(ExitCode.values()).map(code -> ".TP\n.B " + code.number()))
                .allSatisfy(code -> assertThat(plain).contains(code));
        assertThat(plain).doesNotContain("demo-output").doesNotContain("@").doesNotContain("null");
        assertThat(all().stream().flatMap(command -> command.args().stream()).filter(each -> !each.hidden()))
                .as("each has words")
                .allSatisfy(each -> assertThat(each.description()).isNotEmpty());
    }

    @Test
    void completionsKnowEverything() {
        assertThat(options()).allSatisfy(name -> {
            assertThat(Completions.zsh(root)).contains("'" + name + "[");
            assertThat(Completions.fish(root)).contains(" -l " + name.substring(2) + " ");
        });
        assertThat(Completions.zsh(root)).contains("(csv json)").doesNotContain("demo-output");
        assertThat(Completions.fish(root)).contains("-a 'csv json'").doesNotContain("demo-output");
        assertThat(root.subcommands().keySet()).allSatisfy(name -> {
            assertThat(Completions.zsh(root)).contains("'" + name + ":").contains("        " + name + ")\n");
            assertThat(Completions.fish(root)).contains(" -a " + name + " -d ");
        });
    }

    /** Those whose values can be written down: in small letters, as people type them, the same in each shell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format   | csv json
            paper    | a4 letter
            theme    | light dark
            sections | grades trend changes next-grade recommendations discovery bands
            status   | open in_progress completed dismissed
            page     | overview trends recommendations flow discovery changes portfolio settings connect
            """)
    void completionsOfferValues(String option, String values) {
        assertThat(Completions.bash(root))
                .contains("=(\"" + values.replace(" ", "\" \"") + "\") # --" + option + " values");
        assertThat(Completions.zsh(root)).containsPattern("'--" + option + "\\[.*[( ]" + values + "\\)?'");
        assertThat(Completions.fish(root))
                .containsPattern(" -l " + option + " -x -a '(\\(__fish_append , )?" + values + "\\)?'");
    }

    /** What picocli writes for bash calls a list by the word that stands for the value: two of one name would be one list. */
    @Test
    void noListOfBashTakesThePlaceOfAnother() {
        assertThat(all())
                .allSatisfy(command -> assertThat(command.options().stream()
                                .filter(option -> option.completionCandidates() != null)
                                .map(OptionSpec::paramLabel))
                        .doesNotHaveDuplicates());
    }

    @Test
    void completionsLookForConnections() {
        assertThat(Completions.bash(root))
                .contains("=($(_gradeline_connections)) # --connection values")
                .doesNotContain("=(\"\")");
        assertThat(Completions.zsh(root)).contains(":NAME:_gradeline_connections'");
        assertThat(Completions.fish(root)).contains(" -l connection -x -a '(_gradeline_connections)'");
    }

    @Test
    void everyPageIsOffered() {
        assertThat(new Choices.Pages())
                .containsAll(Arrays.stream(PageId.values()).map(PageId::id).toList())
                .contains("connect")
                .hasSize(PageId.values().length + 1);
    }
}
