package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
}
