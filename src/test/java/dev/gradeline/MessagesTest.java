package dev.gradeline;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gradeline.history.BackupRefusedException;
import dev.gradeline.posture.Change;
import dev.gradeline.report.AssessmentCsv;
import dev.gradeline.ui.kit.PageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Text for people: every key that is used exists, every key that exists is used, and every pattern says what it means to. */
class MessagesTest {
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path BUNDLE = RESOURCES.resolve("dev/gradeline/messages.properties");

    /** page.element, with more parts where a page has groups. */
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9_-]+)+");

    /** Literals that look like keys of a section but are names of files or hosts. */
    private static final Pattern NOT_A_KEY =
            Pattern.compile(".*\\.(css|csv|db|fxml|json|lock|log|pdf|png|properties|sql|tmp|ttf|xml|zip)");

    /**
     * Keys put together from a prefix and a value. Each says every key that it may become, so that a missing text is
     * found here and not by a reader of the window.
     */
    private record Assembled(String prefix, List<String> keys) {
        static Assembled of(String prefix, Stream<String> rest) {
            return new Assembled(prefix, rest.map(prefix::concat).toList());
        }
    }

    private static final List<Assembled> ASSEMBLED = List.of(
            Assembled.of(
                    "backup.refused.",
                    Arrays.stream(BackupRefusedException.Reason.values())
                            .map(reason -> reason.name().toLowerCase(Locale.ROOT))),
            Assembled.of(
                    "import.flaw.",
                    Arrays.stream(AssessmentCsv.Kind.values())
                            .map(kind -> kind.name().toLowerCase(Locale.ROOT))),
            Assembled.of(
                    "changesPage.kind.", Arrays.stream(Change.Kind.values()).map(Change.Kind::id)),
            Assembled.of("page.", Arrays.stream(PageId.values()).map(PageId::id)),
            Assembled.of("shell.save.type.", Stream.of("csv", "db", "json", "pdf", "pem", "png", "svg", "zip")));

    private static final SourceText SOURCE = SourceText.under(JAVA);
    private static final List<FxmlText> FXML = FxmlText.under(RESOURCES);
    private static final Properties MESSAGES = load();

    private static Properties load() {
        Properties messages = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLE)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return messages;
    }

    @Test
    void everyKeyUsedInJavaExists() {
        Set<String> sections = new TreeSet<>();
        MESSAGES.stringPropertyNames().forEach(key -> sections.add(section(key)));
        List<SourceText.Literal> missing = SOURCE.literals().stream()
                .filter(literal -> KEY.matcher(literal.text()).matches())
                .filter(literal -> !NOT_A_KEY.matcher(literal.text()).matches())
                .filter(literal -> sections.contains(section(literal.text())))
                .filter(literal -> !MESSAGES.containsKey(literal.text()))
                .toList();
        assertThat(missing).as("keys without a text").isEmpty();
    }

    @Test
    void everyCallFindsItsTextWithAsManyArgumentsAsTheTextTakes() {
        List<SourceText.Call> calls = SOURCE.calls().stream()
                .filter(call -> KEY.matcher(call.key()).matches())
                .toList();
        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            assertThat(MESSAGES.stringPropertyNames()).as(call.toString()).contains(call.key());
            assertThat(call.arguments()).as(call.toString()).isEqualTo(argumentsOf(call.key()));
        });
    }

    @Test
    void everyAssembledKeyExists() {
        assertThat(ASSEMBLED.stream().flatMap(each -> each.keys().stream()))
                .isNotEmpty()
                .isSubsetOf(MESSAGES.stringPropertyNames());
    }

    @Test
    void everyPrefixInTheCodeIsDeclaredHereAndEveryDeclaredOneIsInTheCode() {
        Set<String> sections = new HashSet<>();
        MESSAGES.stringPropertyNames().forEach(key -> sections.add(section(key)));
        Set<String> inTheCode = SOURCE.joined().stream()
                .map(SourceText.Literal::text)
                .filter(text -> text.matches("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9_-]+)*\\."))
                .filter(text -> sections.contains(section(text)))
                .collect(toCollection(TreeSet::new));
        Set<String> declared = ASSEMBLED.stream().map(Assembled::prefix).collect(toCollection(TreeSet::new));
        assertThat(inTheCode).isEqualTo(declared);
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> unused = new TreeSet<>(MESSAGES.stringPropertyNames());
        SOURCE.literals().forEach(literal -> unused.remove(literal.text()));
        FXML.forEach(fxml -> unused.removeAll(fxml.keys()));
        ASSEMBLED.forEach(each -> unused.removeAll(each.keys()));
        assertThat(unused).as("texts that nothing shows").isEmpty();
    }

    @Test
    void noKeyIsGivenTwice() throws IOException {
        List<String> keys = new ArrayList<>();
        for (String line : Files.readAllLines(BUNDLE)) {
            if (line.matches("[A-Za-z][^=:]*[=:].*")) {
                keys.add(line.split("[=:]", 2)[0].strip());
            }
        }
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(keys)).isEqualTo(new TreeSet<>(MESSAGES.stringPropertyNames()));
    }

    @Test
    void everyPatternIsOneThatMessageFormatTakes() {
        assertThat(MESSAGES.stringPropertyNames()).allSatisfy(key -> {
            assertThat(key).matches(KEY);
            assertThat(MESSAGES.getProperty(key)).as(key).isNotBlank();
            assertThatCode(() -> new MessageFormat(MESSAGES.getProperty(key), Locale.ENGLISH))
                    .as(key)
                    .doesNotThrowAnyException();
        });
    }

    /** To MessageFormat a single ' starts a quotation: it vanishes and takes the arguments after it along. Write ’ instead. */
    @Test
    void noTextFallsIntoTheApostropheTrap() {
        assertThat(MESSAGES.stringPropertyNames())
                .allSatisfy(key -> assertThat(MESSAGES.getProperty(key)).as(key).doesNotContain("'"));
    }

    @Test
    void everyKeyInFxmlExistsAndNeedsNoArguments() {
        assertThat(FXML)
                .isNotEmpty()
                .allSatisfy(fxml -> assertThat(fxml.keys())
                        .as(fxml.file())
                        .isSubsetOf(MESSAGES.stringPropertyNames())
                        .allSatisfy(key -> assertThat(argumentsOf(key)).as(key).isZero()));
    }

    @Test
    void noFxmlHoldsTextOfItsOwn() {
        assertThat(FXML)
                .isNotEmpty()
                .allSatisfy(fxml -> assertThat(fxml.literals()).as(fxml.file()).isEmpty());
    }

    private static String section(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static int argumentsOf(String key) {
        return new MessageFormat(MESSAGES.getProperty(key), Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }
}
