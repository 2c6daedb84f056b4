package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Into the sample data and out again, in the program's own window: it leaves nothing, and all is as it was. */
@Timeout(300)
class SampleAndBackTest {
    /** Names that occur in the sample alone. */
    private static final List<String> OF_THE_SAMPLE =
            List.of("northwind.example", "imaging archive", "phishing-resistant", "Perplexity", "gradeline-demo");

    @TempDir
    private Path folder;

    private static void lookAtEveryPage(LiveWindow window) {
        window.awaitText("#demoBanner .label", Shell.WORDS.of("shell.demo.banner"));
        window.awaitText("#organisation", "Northwind Health");
        window.shortcut(KeyCode.DIGIT2);
        window.awaitText("#title", "Trends");
        window.shortcut(KeyCode.DIGIT3);
        window.awaitText("#title", "Recommendations");
        window.shortcut(KeyCode.F);
        window.awaitFocus(".filter-field");
        window.type("imaging");
        for (KeyCode page : List.of(KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7)) {
            window.shortcut(page);
        }
        window.awaitText("#title", "Portfolio");
    }

    /** Chooses another theme and another interval. Gives where the sample is kept meanwhile. */
    private static Path changeSettings(LiveWindow window) {
        window.awaitText("#demoBanner .label", Shell.WORDS.of("shell.demo.banner"));
        window.command("Theme: dark");
        window.shortcut(KeyCode.COMMA);
        window.awaitText("#title", "Settings");
        window.tabTo("#interval");
        window.press(KeyCode.DOWN);
        window.awaitTextWith("#folder", "gradeline-passing-");
        Path thrownAway = Path.of(window.text("#folder"));
        assertThat(thrownAway).isDirectory();
        return thrownAway;
    }

    @Test
    void aFirstStartLooksIntoTheSampleAndConnectsAsIfItHadNot() throws Exception {
        FakeKeychain keychain = new FakeKeychain();
        try (TwoOrganisations api = new TwoOrganisations()) {
            Programs programs = new Programs(
                    new Surroundings(Map.of(), new DataDirectory(folder), InstantSource.system(), () -> keychain),
                    Shell.WORDS);
            GlobalOptions options = new GlobalOptions(null, null, api.baseUrl(), false, GlobalOptions.DEFAULT_MAX_WAIT);
            try (LiveWindow window = new LiveWindow(programs, (name, last) -> null, null, options)) {
                window.awaitText("#keychain", Shell.WORDS.of("connect.keychain.ready", "Test Keychain"));
                boolean dark = window.hasStyle("dark");
                Map<String, String> before = bytes(folder);

                window.click("#sample");
                lookAtEveryPage(window);
                Path thrownAway = changeSettings(window);
                assertThat(keychain.accounts()).isEmpty();
                window.clickButton(Shell.WORDS.of("shell.demo.leave"));
                window.awaitText("#keychain", Shell.WORDS.of("connect.keychain.ready", "Test Keychain"));
                assertThat(thrownAway).doesNotExist();
                assertThat(bytes(folder)).isEqualTo(before);
                assertThat(window.hasStyle("dark")).isEqualTo(dark);
                assertThat(window.text("#key")).isEmpty();
                assertThat(window.text("#organisation")).isEmpty();

                window.tabTo("#key");
                window.type(CONTOSO);
                window.tabTo("#organisation");
                window.type("Contoso Clinics");
                window.tabTo("#check");
                window.press(KeyCode.SPACE);
                window.awaitText("#verdict", Shell.WORDS.of("connect.works"));
                window.tabTo("#save");
                window.press(KeyCode.ENTER);
                window.awaitText("#organisation", "Contoso Clinics");
                window.awaitText(".big-number", "91");
                window.awaitTextWith("#syncState", "Synced");
                assertThat(window.shows("#demoBanner")).isFalse();
                assertThat(window.text("#title")).isEqualTo("Overview");
            }
        }
        assertThat(keychain.accounts()).hasSize(1);
        assertThat(keychain.read(keychain.accounts().iterator().next())).isEqualTo(new KeychainResult.Ok<>(CONTOSO));
        assertThat(bytes(folder))
                .isNotEmpty()
                .allSatisfy((file, text) ->
                        assertThat(text).as(file).doesNotContainIgnoringCase(OF_THE_SAMPLE.toArray(String[]::new)));
        try (History history =
                History.open(new DataDirectory(folder).historyFile(Programs.DEFAULT), InstantSource.system())) {
            assertThat(history.posture().organizationId()).isEqualTo("org-contoso");
            assertThat(history.posture().standings()).hasSize(1);
        }
    }

    @Test
    void whoIsConnectedComesBackToWhatTheyWereAt() throws Exception {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer mine = new Computer(folder, api.baseUrl());
            mine.add("northwind", "Northwind Group", NORTHWIND);
            mine.synchronise("northwind");
            mine.settings()
                    .update(settings -> settings.withTheme(Settings.Theme.LIGHT).withTextPercent(110));
            Posture stored = mine.stored("northwind");
            try (LiveWindow window = mine.window()) {
                window.awaitTextWith("#syncState", "Synced");
                window.shortcut(KeyCode.DIGIT6);
                window.awaitText("#title", "Changes");
                window.shortcut(KeyCode.F);
                window.awaitFocus(".filter-field");
                window.type("hipaa");
                window.shortcut(KeyCode.DIGIT3);
                window.awaitText("#title", "Recommendations");
                window.shortcut(KeyCode.F);
                window.awaitFocus(".filter-field");
                window.type("advice");
                List<Double> place = window.place();

                window.command("Explore with");
                window.awaitText("#demoBanner .label", Shell.WORDS.of("shell.demo.banner"));
                Map<String, String> before = bytes(folder);
                Path thrownAway = changeSettings(window);
                assertThat(window.hasStyle("dark")).isTrue();
                assertThat(bytes(folder)).as("while the sample is looked at").isEqualTo(before);
                window.command("Leave sample");

                window.awaitText("#organisation", "Northwind Group");
                window.awaitText("#title", "Recommendations");
                assertThat(window.text(".filter-field")).isEqualTo("advice");
                assertThat(window.hasStyle("dark")).isFalse();
                assertThat(window.place()).isEqualTo(place);
                assertThat(thrownAway).doesNotExist();
                window.shortcut(KeyCode.DIGIT6);
                window.awaitText("#title", "Changes");
                assertThat(window.text(".filter-field")).isEqualTo("hipaa");
                window.awaitTextWith("#keyLine", "keychain");
                window.awaitTextWith("#syncState", "Synced");

                // and the way back from the page that connects
                window.command("Replace the API");
                window.await("#back");
                window.press(KeyCode.ESCAPE);
                window.awaitText("#title", "Changes");
                assertThat(window.text(".filter-field")).isEqualTo("hipaa");
            }
            assertThat(mine.names()).containsExactly("northwind");
            assertThat(mine.keychain.accounts()).hasSize(1);
            assertThat(mine.key("northwind")).isEqualTo(NORTHWIND);
            assertThat(mine.stored("northwind").standings()).isEqualTo(stored.standings());
            assertThat(mine.settings().current().theme()).isEqualTo(Settings.Theme.LIGHT);
            assertThat(mine.settings().current().textPercent()).isEqualTo(110);
            assertThat(mine.settings().current().syncMinutes()).isZero();
        }
        assertThat(bytes(folder))
                .allSatisfy((file, text) -> assertThat(text)
                        .as(file)
                        .doesNotContainIgnoringCase(
                                "imaging archive", "phishing-resistant", "Perplexity", "gradeline-demo"));
    }

    /** What is in a folder: of each file all bytes, of each folder nothing. */
    private static Map<String, String> bytes(Path root) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                found.put(
                        root.relativize(each).toString(),
                        Files.isDirectory(each)
                                ? ""
                                : new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
