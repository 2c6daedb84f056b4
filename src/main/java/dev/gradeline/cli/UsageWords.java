package dev.gradeline.cli;

import dev.gradeline.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments, as a sentence that names the cure. */
final class UsageWords {
    private final Words words;

    UsageWords(Words words) {
        this.words = words;
    }

    /** @param arguments the command line as it was typed */
    String sentence(ParameterException fault, List<String> arguments) {
        return switch (fault) {
            case MissingParameterException missing when !missing.getMissing().isEmpty() -> missing(missing, arguments);
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case OverwrittenOptionException twice -> words.of("cli.usage.twice", name(twice.getOverwritten()));
            default -> {
                ArgSpec argument = fault.getArgSpec();
                yield argument == null
                        ? String.valueOf(fault.getMessage())
                        : badValue(argument, Objects.requireNonNullElse(fault.getValue(), ""));
            }
        };
    }

    private String missing(MissingParameterException fault, List<String> arguments) {
        ArgSpec argument = fault.getMissing().getFirst();
        if (argument instanceof OptionSpec option && typed(option, arguments)) {
            return words.of("cli.usage.noValue", name(option), option.paramLabel(), described(option));
        }
        return words.of("cli.usage.missing", nameAndLabel(argument), described(argument));
    }

    private static boolean typed(OptionSpec option, List<String> arguments) {
        return Stream.of(option.names())
                .anyMatch(name -> arguments.stream()
                        .anyMatch(argument -> argument.equals(name) || argument.startsWith(name + "=")));
    }

    private String unmatched(UnmatchedArgumentException fault) {
        String first = fault.getUnmatched().getFirst();
        String key;
        if (first.startsWith("-")) {
            key = "cli.usage.unknownOption";
        } else if (fault.getCommandLine().getParent() == null) {
            key = "cli.usage.unknownCommand";
        } else {
            key = "cli.usage.tooMuch";
        }
        String sentence =
                words.of(key, first, fault.getCommandLine().getCommandSpec().qualifiedName());
        List<String> near = fault.getSuggestions().stream().limit(1).toList();
        return near.isEmpty() ? sentence : sentence + " " + words.of("cli.usage.near", near.getFirst());
    }

    private String badValue(ArgSpec argument, String value) {
        Class<?> type = argument.type();
        if (type.isEnum()) {
            String all = Stream.of(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return words.of("cli.usage.oneOf", name(argument), all, value);
        }
        if (type == Duration.class) {
            return words.of("cli.usage.seconds", name(argument), value);
        }
        if (type == boolean.class) {
            return words.of("cli.usage.takesNoValue", name(argument), value);
        }
        if (type == int.class || type == Integer.class) {
            return words.of("cli.usage.number", name(argument), value);
        }
        return words.of("cli.usage.badValue", name(argument), value);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String nameAndLabel(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String described(ArgSpec argument) {
        return String.join(" ", argument.description());
    }
}
