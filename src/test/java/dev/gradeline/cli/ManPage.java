package dev.gradeline.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** gradeline(1): a template by hand, with commands and options filled in from the model. */
final class ManPage {
    private final CommandSpec root;

    ManPage(CommandSpec root) {
        this.root = root;
    }

    /** @param date in the page's foot, as an ISO date */
    String page(String template, String date) {
        return template.replace("@DATE@", date)
                .replace("@VERSION@", Version.current())
                .replace("@OPTIONS@", arguments(root).strip())
                .replace("@COMMANDS@", commands().strip());
    }

    private String commands() {
        return root.subcommands().values().stream()
                .map(line -> line.getCommandSpec())
                .map(command ->
                        ".SS " + escape(synopsis(command)) + "\n" + description(command) + "\n" + arguments(command))
                .collect(Collectors.joining());
    }

    private static String synopsis(CommandSpec command) {
        String given = command.positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .map(label -> " " + label)
                .collect(Collectors.joining());
        return "gradeline " + command.name() + given + (own(command).isEmpty() ? "" : " [options]");
    }

    private static String description(CommandSpec command) {
        return line(String.join(" ", command.usageMessage().description()).replace("%%", "%"));
    }

    private static String arguments(CommandSpec command) {
        String positional = command.positionalParameters().stream()
                .map(each -> item("\\fI" + escape(each.paramLabel()) + "\\fR", each))
                .collect(Collectors.joining());
        return positional
                + own(command).stream()
                        .map(option -> item(names(option), option))
                        .collect(Collectors.joining());
    }

    /** What the command does not share with all others. */
    static List<OptionSpec> own(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .filter(option -> command.parent() == null || !option.inherited())
                .toList();
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        String bold = "\\fB" + escape(names).replace(", ", "\\fR, \\fB") + "\\fR";
        return option.arity().max() == 0 ? bold : bold + " \\fI" + escape(option.paramLabel()) + "\\fR";
    }

    private static String item(String name, ArgSpec argument) {
        return ".TP\n" + name + "\n" + line(String.join(" ", argument.description())) + "\n";
    }

    /** A line of text: roff takes a dot or an apostrophe at its beginning for a command. */
    private static String line(String text) {
        return "\\&" + escape(text.replace("%n", " "));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\(rs")
                .replace("-", "\\-")
                .replace("“", "\\(lq")
                .replace("”", "\\(rq")
                .replace("’", "\\(cq");
    }
}
