package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.CONTOSO_TOO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.SyncProgress;
import dev.gradeline.sync.SyncReport;
import dev.gradeline.ui.kit.Fx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys of two organisations in the program's own window, over a real server and real histories. */
@Timeout(300)
class WhoseKeyTest {
    private final FakeKeychain keychain = new FakeKeychain();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    private TwoOrganisations api;

    @BeforeEach
    void storeOneOrganisation() throws IOException {
        api = new TwoOrganisations();
        settings()
                .update(s -> s.withConnection(connection("northwind", "Northwind Health"))
                        .withLastConnection("northwind")
                        .withSyncMinutes(0));
        keychain.write(account("northwind"), NORTHWIND);
        synchronise("northwind");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private SettingsStore settings() {
        return new SettingsStore(new DataDirectory(folder).settingsFile());
    }

    private Settings.Connection connection(String name, String label) {
        return new Settings.Connection(name, label, api.baseUrl());
    }

    private String account(String name) {
        return name + " " + api.baseUrl();
    }

    private Programs programs() {
        return new Programs(
                new Surroundings(environment, new DataDirectory(folder), InstantSource.system(), () -> keychain),
                Shell.WORDS);
    }

    private void synchronise(String name) {
        try (Program program =
                programs().open(new GlobalOptions(null, name, null, false, GlobalOptions.DEFAULT_MAX_WAIT))) {
            assertThat(program.synchroniser().run(new Call(), SyncProgress.NONE).complete())
                    .isTrue();
        }
    }

    private @Nullable String kept(String name) {
        return keychain.read(account(name)) instanceof KeychainResult.Ok<@Nullable String> ok ? ok.value() : null;
    }

    private Posture stored(String name) {
        try (History history = History.open(new DataDirectory(folder).historyFile(name), InstantSource.system())) {
            return history.posture();
        }
    }

    private List<String> names() {
        return settings().current().connections().stream()
                .map(Settings.Connection::name)
                .toList();
    }

    /** To the connect page, by keyboard, and another key typed there. */
    private static void replaceKey(LiveWindow window, String key) {
        window.await("#syncState");
        window.shortcut(KeyCode.COMMA);
        window.tabTo("#replaceKey");
        window.press(KeyCode.ENTER);
        window.tabTo("#key");
        window.type(key);
        window.press(KeyCode.ENTER);
    }

    @Test
    void aKeyOfAnotherOrganisationIsGivenAConnectionOfItsOwn() throws Exception {
        Posture before = stored("northwind");
        try (LiveWindow window = new LiveWindow(programs())) {
            window.awaitText("#organisation", "Northwind Health");
            replaceKey(window, CONTOSO);
            window.await("#otherName");

            assertThat(window.text("#verdict")).contains("another organisation than “Northwind Health”");
            assertThat(names()).containsExactly("northwind");
            assertThat(keychain.accounts()).as("kept before anybody chose").containsExactly(account("northwind"));
            assertThat(api.requests().stream().filter(each -> each.startsWith(CONTOSO.substring(0, 18))))
                    .as("one request for each part, and one more at most")
                    .hasSizeLessThanOrEqualTo(4);
            assertThat(window.isFocused("#otherName")).isTrue();
            window.picture("whose-connect");
            window.type("Contoso Clinics");
            window.press(KeyCode.ENTER);
            window.awaitText("#organisation", "Contoso Clinics");
            // that of the first synchronisation
            window.awaitText(".big-number", "91");
        }
        assertThat(names()).containsExactly("northwind", "contoso-clinics");
        assertThat(settings().current().lastConnection()).isEqualTo("contoso-clinics");
        assertThat(kept("northwind")).isEqualTo(NORTHWIND);
        assertThat(kept("contoso-clinics")).isEqualTo(CONTOSO);
        assertThat(stored("contoso-clinics").organizationId()).isEqualTo("org-contoso");
        Posture after = stored("northwind");
        assertThat(after.organizationId()).isEqualTo("org-northwind");
        assertThat(after.standings()).isEqualTo(before.standings());
        assertThat(after.recommendations()).isEqualTo(before.recommendations());
        assertThat(filesHolding(CONTOSO.substring(20))).isEmpty();
    }

    @Test
    void anotherKeyCanBeUsedInstead() throws Exception {
        try (LiveWindow window = new LiveWindow(programs())) {
            replaceKey(window, CONTOSO);
            window.await("#otherName");
            window.tabTo("#another");
            window.press(KeyCode.SPACE);
            assertThat(window.text("#key")).isEmpty();
            assertThat(window.isFocused("#key")).isTrue();
            assertThat(window.shows("#otherName")).isFalse();
            window.type(NORTHWIND);
            window.press(KeyCode.ENTER);
            window.awaitText("#verdict", "The key works.");
            window.press(KeyCode.ENTER);
            window.awaitText("#organisation", "Northwind Health");
        }
        assertThat(names()).containsExactly("northwind");
        assertThat(keychain.accounts()).containsExactly(account("northwind"));
    }

    @Test
    void aSynchronisationThatMeetsAnotherOrganisationLeadsToThatChoice() throws Exception {
        keychain.write(account("northwind"), CONTOSO);
        try (LiveWindow window = new LiveWindow(programs())) {
            window.clickButton(Shell.WORDS.of("notice.connect"));
            window.await("#otherName");
            assertThat(window.text("#verdict")).contains("“Northwind Health”");
            window.type("Contoso");
            window.press(KeyCode.ENTER);
            window.awaitText("#organisation", "Contoso");
        }
        assertThat(kept("contoso")).isEqualTo(CONTOSO);
        assertThat(kept("northwind")).as("it never was that one's").isNull();
        assertThat(stored("northwind").organizationId()).isEqualTo("org-northwind");
    }

    @Test
    void aKeyOfAnOrganisationThatIsKnownGoesThereAndMakesNoThird() throws Exception {
        settings().update(s -> s.withConnection(connection("contoso", "Contoso")));
        keychain.write(account("contoso"), CONTOSO);
        synchronise("contoso");
        try (LiveWindow window = new LiveWindow(programs())) {
            replaceKey(window, CONTOSO_TOO);
            window.await("#another");
            assertThat(window.text("#verdict")).contains("“Contoso”, which has a connection of its own");
            assertThat(window.shows("#otherName")).isFalse();
            assertThat(window.isFocused("#save")).isTrue();
            window.press(KeyCode.ENTER);
            window.awaitText("#organisation", "Contoso");
        }
        assertThat(names()).containsExactly("northwind", "contoso");
        assertThat(kept("contoso")).isEqualTo(CONTOSO_TOO);
        assertThat(kept("northwind")).isEqualTo(NORTHWIND);
    }

    private static void vouch(LiveWindow window) {
        replaceKey(window, CONTOSO);
        window.awaitText("#save", Shell.WORDS.of("connect.unsure.same"));
        assertThat(window.text("#verdict")).isEqualTo(Shell.WORDS.of("connect.unsure", "Northwind Health"));
        window.tabTo("#save");
    }

    private Set<Outcome> outcomes() {
        try (Program program =
                programs().open(new GlobalOptions(null, "northwind", null, false, GlobalOptions.DEFAULT_MAX_WAIT))) {
            return program.synchroniser().run(new Call(), SyncProgress.NONE).parts().values().stream()
                    .map(SyncReport.PartReport::outcome)
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void thePersonsWordCountsOnceNobodySaysOtherwise() throws Exception {
        api.silence(CONTOSO);
        try (LiveWindow window = new LiveWindow(programs())) {
            vouch(window);
            window.picture("whose-unsure");
            window.press(KeyCode.SPACE);
            window.awaitText(".big-number", "91");
        }
        assertThat(outcomes()).as("said once").contains(Outcome.OK);
    }

    @Test
    void thePersonsWordIsForgottenWhenTheServerNamesAnother() throws Exception {
        api.silence(CONTOSO);
        try (LiveWindow window = new LiveWindow(programs())) {
            vouch(window);
            api.silence("");
            window.press(KeyCode.SPACE);
            window.clickButton(Shell.WORDS.of("notice.connect"));
            window.await("#otherName");
        }
        api.silence(CONTOSO);
        assertThat(outcomes()).as("data of two would mix").containsExactly(Outcome.UNKNOWN_ORGANISATION);
        assertThat(stored("northwind").organizationId()).isEqualTo("org-northwind");
    }

    @Test
    void aKeychainThatFailsLeavesNothingBehindAndTheSessionWillDo() throws Exception {
        try (LiveWindow window = new LiveWindow(programs())) {
            replaceKey(window, CONTOSO);
            window.await("#otherName");
            window.type("Contoso");
            keychain.fail(new KeychainResult.Locked<>());
            window.press(KeyCode.ENTER);
            window.awaitText("#save", Shell.WORDS.of("connect.other.add.session"));
            assertThat(names()).containsExactly("northwind");
            window.tabTo("#save");
            window.press(KeyCode.ENTER);
            window.awaitText("#organisation", "Contoso");
            window.awaitText("#keyLine", "key c0c0c0c0… · session only");
        }
        keychain.fail(null);
        assertThat(names()).containsExactly("northwind", "contoso");
        assertThat(keychain.accounts()).containsExactly(account("northwind"));
    }

    @Test
    void theEnvironmentsKeyIsNotMixedIntoANewConnection() throws Exception {
        environment.put(KeyVault.VARIABLE, NORTHWIND);
        try (LiveWindow window = new LiveWindow(programs())) {
            window.await("#syncState");
            window.shortcut(KeyCode.COMMA);
            Node replace = window.await("#replaceKey");
            assertThat(Fx.get(replace::isDisabled)).isTrue();
            window.command("Add an organisation");
            window.awaitText("#environment", Shell.WORDS.of("connect.environment", KeyVault.VARIABLE));
            window.tabTo("#key");
            window.type(CONTOSO);
            window.press(KeyCode.ENTER);
            window.awaitText("#verdict", Shell.WORDS.of("connect.works"));
            Node save = window.await("#save");
            assertThat(Fx.get(save::isDisabled)).isTrue();
        }
        assertThat(names()).containsExactly("northwind");
        assertThat(keychain.accounts()).containsExactly(account("northwind"));
        assertThat(new DataDirectory(folder).historyFile("contoso")).doesNotExist();
    }

    private List<Path> filesHolding(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).isNotEmpty();
            return found.stream().filter(file -> holds(file, text)).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
