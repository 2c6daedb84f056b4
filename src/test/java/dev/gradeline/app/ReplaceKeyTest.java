package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.CONTOSO_TOO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another key for an organisation, in the program's own window: the old one stays until the new one was seen to work. */
@Timeout(300)
class ReplaceKeyTest {
    private static final String OLD = "ayliea_pk_c0c0c0c0…";
    private static final String WRONG = "ayliea_pk_0badbad0" + "0".repeat(56);

    @TempDir
    private Path folder;

    private TwoOrganisations api;
    private Computer computer;

    @BeforeEach
    void anOrganisationWithAKey() throws IOException {
        api = new TwoOrganisations();
        computer = new Computer(folder, api.baseUrl());
        computer.add("contoso", "Contoso", CONTOSO);
        computer.synchronise("contoso");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private static void tryKey(LiveWindow window, String key) {
        window.tabTo("#key");
        window.shortcut(KeyCode.A);
        window.type(key);
        window.press(KeyCode.ENTER);
    }

    @Test
    void theOldKeyStaysUntilTheNewOneWorksAndThenIsToBeRevoked() throws Exception {
        try (LiveWindow window = computer.window()) {
            window.awaitTextWith("#syncState", "Synced");
            window.command("Replace the API");
            window.awaitText("#keychain", Shell.WORDS.of("connect.keychain.ready", "Test Keychain"));

            tryKey(window, WRONG);
            window.awaitTextWith("#verdict", "did not accept");
            assertThat(window.isDisabled("#save")).isTrue();
            assertThat(computer.key("contoso")).as("after a wrong key").isEqualTo(CONTOSO);

            api.cutOff(true);
            tryKey(window, CONTOSO_TOO);
            window.awaitTextWith("#verdict", "Ayliea could not be reached");
            assertThat(window.isDisabled("#save")).isTrue();
            assertThat(computer.key("contoso")).as("without the network").isEqualTo(CONTOSO);
            api.cutOff(false);

            window.press(KeyCode.ESCAPE);
            window.awaitTextWith("#keyLine", "c0c0c0c0");
            window.awaitTextWith("#syncState", "Synced");
            assertThat(window.shows("#messageText")).as("nothing was replaced").isFalse();

            window.command("Replace the API");
            window.awaitText("#keychain", Shell.WORDS.of("connect.keychain.ready", "Test Keychain"));
            tryKey(window, CONTOSO_TOO);
            window.awaitText("#verdict", Shell.WORDS.of("connect.works"));
            assertThat(computer.key("contoso"))
                    .as("found to work, not kept yet")
                    .isEqualTo(CONTOSO);
            window.tabTo("#save");
            window.press(KeyCode.ENTER);

            window.awaitText("#messageText", Shell.WORDS.of("connect.replaced", OLD));
            window.awaitTextWith("#keyLine", "c1c1c1c1");
            window.picture("replaced-key");
            assertThat(computer.key("contoso")).isEqualTo(CONTOSO_TOO);
            window.clickButton(Shell.WORDS.of("shell.message.dismiss"));
            assertThat(window.shows("#messageText")).isFalse();
        }
        assertThat(computer.keychain.accounts()).hasSize(1);
        assertThat(computer.names()).containsExactly("contoso");
        assertThat(holding(CONTOSO.substring(18), CONTOSO_TOO.substring(18), WRONG.substring(18)))
                .isEmpty();
    }

    @Test
    void aKeyForThisSessionLeavesTheOneInTheKeychain() throws Exception {
        try (LiveWindow window = computer.window()) {
            window.awaitTextWith("#syncState", "Synced");
            window.command("Replace the API");
            window.await("#sessionOnly");
            tryKey(window, CONTOSO_TOO);
            window.awaitText("#verdict", Shell.WORDS.of("connect.works"));
            computer.keychain.fail(new KeychainResult.Locked<>());
            window.tabTo("#save");
            window.press(KeyCode.ENTER);
            window.awaitText("#save", Shell.WORDS.of("connect.save.session"));
            window.tabTo("#save");
            window.press(KeyCode.ENTER);
            window.awaitText("#messageText", Shell.WORDS.of("connect.replaced.session", OLD));
            window.awaitTextWith("#keyLine", "session only");
        }
        computer.keychain.fail(null);
        assertThat(computer.key("contoso")).isEqualTo(CONTOSO);
    }

    @Test
    void theEnvironmentsKeyCannotBeReplacedHere() throws Exception {
        Programs programs = new Programs(
                new Surroundings(
                        Map.of(KeyVault.VARIABLE, CONTOSO),
                        new DataDirectory(folder),
                        InstantSource.system(),
                        () -> computer.keychain),
                Shell.WORDS);
        computer.keychain.delete("contoso " + api.baseUrl());
        try (LiveWindow window = new LiveWindow(
                programs,
                computer.chooser,
                null,
                new GlobalOptions(null, null, null, false, GlobalOptions.DEFAULT_MAX_WAIT))) {
            window.awaitTextWith("#syncState", "Synced");
            window.shortcut(KeyCode.COMMA);
            window.awaitTextWith("#key", KeyVault.VARIABLE);
            assertThat(window.isDisabled("#replaceKey")).isTrue();
            assertThat(window.isDisabled("#forgetKey")).isTrue();
            window.command("Replace the API");
            window.awaitText("#environment", Shell.WORDS.of("connect.environment", KeyVault.VARIABLE));
            tryKey(window, CONTOSO_TOO);
            window.awaitText("#verdict", Shell.WORDS.of("connect.works"));
            assertThat(window.isDisabled("#save")).isTrue();
            window.picture("connect-environment");
            window.tabTo("#back");
            window.press(KeyCode.SPACE);
            window.awaitTextWith("#keyLine", "c0c0c0c0");
        }
        assertThat(computer.keychain.accounts()).isEmpty();
    }

    private List<Path> holding(String... secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(secrets).anyMatch(text(file)::contains))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
