package dev.gradeline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for zsh and fish; picocli makes those for bash, which are only finished here. */
final class Completions {
    /** Only the machine that completes knows the connections: each has its history there. */
    private static final String CONNECTIONS = "_gradeline_connections";

    private static final String HISTORIES = "gradeline/history";

    /** A description in a menu is one short line. */
    private static final int LONGEST = 70;

    private Completions() {}

    static String bash(CommandSpec root) {
        // a file that shells read is no program: without the line that makes it one
        return picocli.AutoComplete.bash("gradeline", root.commandLine())
                .replaceFirst("^#!.*\n", Matcher.quoteReplacement("""
                        function %s() {
                          local file
                          for file in "${XDG_DATA_HOME:-$HOME/.local/share}/%s/"*.db; do
                            [ ! -f "$file" ] || basename "$file" .db
                          done
                        }

                        """.formatted(CONNECTIONS, HISTORIES)))
                .replace("=(\"\") # --connection values", "=($(" + CONNECTIONS + ")) # --connection values");
    }

    static String zsh(CommandSpec root) {
        StringBuilder text = new StringBuilder("""
                #compdef gradeline

                %s() {
                  local -a names
                  names=(${XDG_DATA_HOME:-$HOME/.local/share}/%s/*.db(N:t:r))
                  compadd -a names
                }

                _gradeline() {
                  local context state line
                """.formatted(CONNECTIONS, HISTORIES));
        text.append("  local -a common commands\n  common=(\n");
        ManPage.own(root)
                .forEach(option -> text.append("    ").append(zshOption(option)).append('\n'));
        text.append("  )\n  commands=(\n");
        commands(root)
                .forEach(command -> text.append("    ")
                        .append(quoted(command.name() + ":" + said(command)))
                        .append('\n'));
        text.append("  )\n  _arguments -C -S $common '1: :->command' '*:: :->rest'\n  case $state in\n");
        text.append("    command)\n      _describe -t commands command commands\n      _files\n      ;;\n");
        text.append("    rest)\n      case $words[1] in\n");
        for (CommandSpec command : commands(root)) {
            text.append("        ").append(command.name()).append(")\n          _arguments -S $common");
            ManPage.own(command)
                    .forEach(option -> text.append(" \\\n            ").append(zshOption(option)));
            command.positionalParameters()
                    .forEach(each -> text.append(" \\\n            ")
                            .append(quoted("1:" + each.paramLabel() + ":" + zshValues(each))));
            text.append("\n          ;;\n");
        }
        return text.append("      esac\n      ;;\n  esac\n}\n\n_gradeline \"$@\"\n")
                .toString();
    }

    private static String zshOption(OptionSpec option) {
        String said = said(option).replace("[", "(").replace("]", ")").replace(":", " -");
        String value = option.arity().max() == 0 ? "" : ":" + option.paramLabel() + ":" + zshValues(option);
        return Stream.of(option.names())
                .map(name -> quoted(name + "[" + said + "]" + value))
                .collect(Collectors.joining(" "));
    }

    private static String zshValues(ArgSpec argument) {
        List<String> values = values(argument);
        if (isConnection(argument)) {
            return CONNECTIONS;
        }
        if (!values.isEmpty()) {
            String all = String.join(" ", values);
            return isList(argument) ? "_values -s , " + argument.paramLabel() + " " + all : "(" + all + ")";
        }
        return takesFile(argument) ? "_files" : " ";
    }

    static String fish(CommandSpec root) {
        StringBuilder text = new StringBuilder("""
                function %s
                  set -l data $XDG_DATA_HOME
                  test -n "$data"; or set data $HOME/.local/share
                  for file in $data/%s/*.db
                    basename $file .db
                  end
                end
                complete -c gradeline -f
                """.formatted(CONNECTIONS, HISTORIES));
        text.append("complete -c gradeline -n __fish_use_subcommand -F\n");
        for (CommandSpec command : commands(root)) {
            text.append("complete -c gradeline -n __fish_use_subcommand -a ")
                    .append(command.name())
                    .append(" -d ")
                    .append(fishQuoted(said(command)))
                    .append('\n');
        }
        ManPage.own(root).forEach(option -> text.append(fishOption("", option)));
        for (CommandSpec command : commands(root)) {
            String within = " -n '__fish_seen_subcommand_from " + command.name() + "'";
            ManPage.own(command).forEach(option -> text.append(fishOption(within, option)));
            command.positionalParameters()
                    .forEach(each -> text.append("complete -c gradeline")
                            .append(within)
                            .append(fishValues(each).replaceFirst("^ -[rx]", ""))
                            .append('\n'));
        }
        return text.toString();
    }

    private static String fishOption(String within, OptionSpec option) {
        String names = Stream.of(option.names())
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        String value = option.arity().max() == 0 ? "" : fishValues(option);
        return "complete -c gradeline" + within + names + value + " -d " + fishQuoted(said(option)) + "\n";
    }

    private static String fishValues(ArgSpec argument) {
        List<String> values = values(argument);
        if (isConnection(argument)) {
            return " -x -a '(" + CONNECTIONS + ")'";
        }
        if (!values.isEmpty()) {
            String all = String.join(" ", values);
            return " -x -a " + fishQuoted(isList(argument) ? "(__fish_append , " + all + ")" : all);
        }
        return takesFile(argument) ? " -r -F" : " -x";
    }

    private static List<CommandSpec> commands(CommandSpec root) {
        return root.subcommands().values().stream()
                .map(line -> line.getCommandSpec())
                .toList();
    }

    private static List<String> values(ArgSpec argument) {
        Iterable<String> values = argument.completionCandidates();
        return values == null
                ? List.of()
                : StreamSupport.stream(values.spliterator(), false).toList();
    }

    /** Whether several values can be given, separated by commas. */
    private static boolean isList(ArgSpec argument) {
        return ",".equals(argument.splitRegex());
    }

    private static boolean isConnection(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.longestName().equals("--connection");
    }

    /** An output is text to the model, because it may be {@code -}. */
    private static boolean takesFile(ArgSpec argument) {
        return argument.type() == Path.class
                || argument.paramLabel().startsWith("FILE")
                || argument.paramLabel().startsWith("DIR");
    }

    private static String said(CommandSpec command) {
        return firstSentence(
                String.join(" ", command.usageMessage().description()).replace("%%", "%"));
    }

    private static String said(ArgSpec argument) {
        return firstSentence(String.join(" ", argument.description()));
    }

    private static String firstSentence(String text) {
        String first = text.split("[.:;] ", 2)[0].replaceFirst("\\.$", "");
        return first.length() <= LONGEST ? first : first.substring(0, first.lastIndexOf(' ', LONGEST)) + "…";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String fishQuoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
