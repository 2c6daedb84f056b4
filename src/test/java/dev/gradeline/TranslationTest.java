package dev.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The German texts say all that the English ones say, with the same arguments and plurals, in German typography. */
class TranslationTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/gradeline");
    private static final Properties ENGLISH = load("messages.properties");
    private static final Properties GERMAN = load("messages_de.properties");

    /** Ways of Ayliea's own pages, which are English. */
    private static final String OF_AYLIEA = "„Organization Settings → API Keys“";

    /** What the glossary, docs/german.md, has another word for. */
    private static final Pattern OTHER_WORD = Pattern.compile(
            "\\b(Backup|Score|Snapshot|Limit|Keychain|Key|Keys|Posture|Finding|Shadow|Discovery|Synchronisation)\\b");

    /** Names and lists of values that are the same in both languages. */
    private static final Set<String> SAME = Set.of("settings.licence.text");

    private static final Pattern WORDS = Pattern.compile("(\\p{L}{2,}\\W+){2,}\\p{L}{2,}");

    private static Properties load(String name) {
        Properties messages = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static Set<String> keys() {
        return new TreeSet<>(GERMAN.stringPropertyNames());
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys()).isEqualTo(new TreeSet<>(ENGLISH.stringPropertyNames()));
    }

    @Test
    void noKeyIsGivenTwice() throws IOException {
        List<String> given = Files.readAllLines(FOLDER.resolve("messages_de.properties")).stream()
                .filter(line -> line.matches("[A-Za-z][^=:]*[=:].*"))
                .map(line -> line.split("[=:]", 2)[0].strip())
                .toList();
        assertThat(given).doesNotHaveDuplicates().hasSize(GERMAN.size());
    }

    /** Every argument is said, none is made up; and each plural tells the same numbers apart. */
    @Test
    void argumentsAndPluralsAreTheSame() {
        assertThat(keys())
                .filteredOn(ENGLISH::containsKey)
                .allSatisfy(key -> assertThat(shape(GERMAN, key)).as(key).isEqualTo(shape(ENGLISH, key)));
    }

    /** Which arguments are said, and for each plural the numbers that begin another wording. */
    private static List<String> shape(Properties texts, String key) {
        String pattern = texts.getProperty(key);
        List<String> shape = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            if (pattern.contains("{" + i)) {
                shape.add("{" + i + "}");
            }
        }
        for (Format each : new MessageFormat(pattern, Locale.GERMAN).getFormats()) {
            if (each instanceof ChoiceFormat choice) {
                shape.add(Arrays.toString(choice.getLimits()));
            }
        }
        Collections.sort(shape);
        return shape;
    }

    @Test
    void typographyIsGerman() {
        assertThat(keys()).allSatisfy(key -> {
            String text = GERMAN.getProperty(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'", "\"", "”", "—", " - ");
            assertThat(text.chars().filter(c -> c == '„').count())
                    .as(key)
                    .isEqualTo(text.chars().filter(c -> c == '“').count());
            // left out words stand apart: “Sichern …”, but “ayliea_pk_…”
            // and not on the next line
            assertThat(text).as(key).doesNotContainPattern("[\\p{L} ]…");
        });
    }

    @Test
    void theGlossaryIsKeptTo() {
        assertThat(keys())
                .allSatisfy(key -> assertThat(GERMAN.getProperty(key).replace(OF_AYLIEA, ""))
                        .as(key)
                        .doesNotContainPattern(OTHER_WORD));
    }

    @Test
    void nothingStayedEnglish() {
        assertThat(keys())
                .filteredOn(key -> !SAME.contains(key))
                .filteredOn(key -> WORDS.matcher(GERMAN.getProperty(key)).find())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(GERMAN.getProperty(key)).as(key).isNotEqualTo(ENGLISH.getProperty(key)));
    }
}
