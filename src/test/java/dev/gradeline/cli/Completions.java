package dev.gradeline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for zsh and fish; picocli makes those for bash. */
final class Completions {
    /** A description in a menu is one short line. */
    private static final int LONGEST = 70;

    private Completions() {}

    static String zsh(CommandSpec root) {
        StringBuilder text = new StringBuilder("#compdef gradeline\n\n_gradeline() {\n  local context state line\n");
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
        if (!values.isEmpty()) {
            return "(" + String.join(" ", values) + ")";
        }
        return takesFile(argument) ? "_files" : " ";
    }

    static String fish(CommandSpec root) {
        StringBuilder text = new StringBuilder("complete -c gradeline -f\n");
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
        if (!values.isEmpty()) {
            return " -x -a " + fishQuoted(String.join(" ", values));
        }
        return takesFile(argument) ? " -r -F" : " -x";
    }

    private static List<CommandSpec> commands(CommandSpec root) {
        return root.subcommands().values().stream()
                .map(line -> line.getCommandSpec())
                .toList();
    }

    private static List<String> values(ArgSpec argument) {
        Class<?> type = argument.type();
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
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
