package dev.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every plural in both languages, as it reads for 0, 1, 2 and 5: a file holds the forms that somebody has read and found
 * right. Who adds a plural finds all forms in {@code target/plurals-LANGUAGE.txt}, reads the new ones, and copies them over.
 */
class PluralsTest {
    private static final int[] NUMBERS = {0, 1, 2, 5};
    private static final Pattern CHOICE = Pattern.compile("\\{(\\d+),choice,");

    @ParameterizedTest
    @CsvSource({"en, messages.properties", "de, messages_de.properties"})
    void readAsSomebodyHasFoundRight(String language, String file) throws IOException {
        TreeSet<String> forms = new TreeSet<>();
        Properties messages = new Properties();
        messages.load(new StringReader(Files.readString(Path.of("src/main/resources/dev/gradeline", file))));
        for (String key : messages.stringPropertyNames()) {
            for (String plural : plurals(messages.getProperty(key))) {
                forms.add(read(plural, Locale.forLanguageTag(language)));
            }
        }
        Path found = Path.of("target", "plurals-" + language + ".txt");
        Files.createDirectories(found.resolveSibling(""));
        Files.write(found, forms);
        assertThat(forms).hasSizeGreaterThan(20);
        assertThat(forms)
                .as("see %s", found)
                .containsExactlyElementsOf(Files.readAllLines(
                        Path.of("src/test/resources/dev/gradeline", "plurals-" + language + ".txt"),
                        StandardCharsets.UTF_8));
    }

    /** The choices in a pattern, each with what is nested in it. */
    private static List<String> plurals(String pattern) {
        List<String> plurals = new ArrayList<>();
        Matcher choice = CHOICE.matcher(pattern);
        while (choice.find()) {
            int depth = 0;
            int end = choice.start();
            do {
                depth += pattern.charAt(end) == '{' ? 1 : pattern.charAt(end) == '}' ? -1 : 0;
                end++;
            } while (depth > 0);
            plurals.add(pattern.substring(choice.start(), end));
        }
        return plurals;
    }

    private static String read(String plural, Locale locale) {
        Matcher choice = CHOICE.matcher(plural);
        assertThat(choice.find()).isTrue();
        int index = Integer.parseInt(choice.group(1));
        List<String> forms = new ArrayList<>();
        for (int number : NUMBERS) {
            Object[] arguments = new Object[10];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = plural.contains("{" + i + ",number") ? (Object) number : "…";
            }
            arguments[index] = number;
            forms.add(new MessageFormat(plural, locale).format(arguments).strip());
        }
        return String.join(" | ", forms);
    }
}
