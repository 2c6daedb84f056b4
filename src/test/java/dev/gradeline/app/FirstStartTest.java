package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From nothing to the dashboard with the keyboard alone, whatever the keychain does, in the program's own window. */
@Timeout(300)
class FirstStartTest {
    @TempDir
    private Path folder;

    private TwoOrganisations api;
    private Computer computer;

    @BeforeEach
    void aComputerWithoutAKey() throws IOException {
        api = new TwoOrganisations();
        computer = new Computer(folder, api.baseUrl());
        computer.settings()
                .update(settings -> settings.withConnection(
                                new Settings.Connection("northwind", "Northwind Health", api.baseUrl()))
                        .withLastConnection("northwind"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private static void typeTheKey(LiveWindow window) {
        window.tabTo("#key");
        window.type(NORTHWIND);
        window.press(KeyCode.ENTER);
        window.awaitText("#verdict", Shell.WORDS.of("connect.works"));
        window.tabTo("#save");
        window.press(KeyCode.ENTER);
    }

    @Test
    void theKeyboardAloneLeadsFromNothingToTheDashboard() throws Exception {
        try (LiveWindow window = computer.window()) {
            window.awaitText("#keychain", Shell.WORDS.of("connect.keychain.ready", "Test Keychain"));
            typeTheKey(window);
            window.awaitText("#organisation", "Northwind Health");
            window.awaitTextWith("#keyLine", "keychain");
            window.awaitTextWith("#syncState", "Synced");
            assertThat(computer.key("northwind")).isEqualTo(NORTHWIND);
        }
        assertThat(holdingTheKey()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"absent", "locked", "slow", "broken"})
    void whateverTheKeychainDoesItIsSaidAndTheSessionWillDo(String state) throws Exception {
        computer.keychain.fail(trouble(state));
        try (LiveWindow window = computer.window()) {
            String name = state.equals("absent") ? KeyVault.VARIABLE : "Test Keychain";
            window.awaitText("#keychain", Shell.WORDS.of("connect.keychain." + state, name));
            assertThat(window.isDisabled("#sessionOnly"))
                    .as("no choice where nothing can keep it")
                    .isEqualTo(state.equals("absent"));
            typeTheKey(window);
            if (!state.equals("absent")) {
                window.awaitText("#save", Shell.WORDS.of("connect.save.session"));
                assertThat(computer.names()).as("nothing is left half done").containsExactly("northwind");
                window.tabTo("#save");
                window.press(KeyCode.ENTER);
            }
            window.awaitTextWith("#keyLine", "session only");
            window.awaitTextWith("#syncState", "Synced");
        }
        computer.keychain.fail(null);
        assertThat(computer.keychain.accounts()).as("nothing was kept").isEmpty();
        assertThat(holdingTheKey()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"locked", "slow", "broken"})
    void aKeychainThatIsCuredKeepsTheKey(String state) throws Exception {
        computer.keychain.fail(trouble(state));
        try (LiveWindow window = computer.window()) {
            window.awaitText("#keychain", Shell.WORDS.of("connect.keychain." + state, "Test Keychain"));
            computer.keychain.fail(null);
            window.tabTo("#again");
            window.press(KeyCode.SPACE);
            window.awaitText("#keychain", Shell.WORDS.of("connect.keychain.ready", "Test Keychain"));
            typeTheKey(window);
            window.awaitTextWith("#keyLine", "keychain");
            assertThat(computer.key("northwind")).isEqualTo(NORTHWIND);
        }
    }

    @Test
    void theNetworkCanBeSetUpWithoutLosingWhatIsTyped() throws Exception {
        try (LiveWindow window = computer.window()) {
            window.awaitText("#keychain", Shell.WORDS.of("connect.keychain.ready", "Test Keychain"));
            window.tabTo("#key");
            window.type(NORTHWIND);
            window.tabTo("#network");
            window.press(KeyCode.SPACE);
            window.awaitTextWith("#inUse", "the direct way");
            window.picture("connect-network");
            window.tabTo("#proxy");
            window.press(KeyCode.DOWN);
            window.awaitText("#proxy .list-cell", Shell.WORDS.of("settings.network.none"));
            window.tabTo("#back");
            window.press(KeyCode.SPACE);
            window.awaitFocus("#network");
            assertThat(window.text("#key")).isEqualTo(NORTHWIND);
            assertThat(computer.settings().current().network().proxy()).isEqualTo(Network.ProxyUse.NONE);
            assertThat(holdingTheKey()).isEmpty();

            window.tabTo("#check");
            window.press(KeyCode.SPACE);
            window.awaitText("#verdict", Shell.WORDS.of("connect.works"));
            window.tabTo("#save");
            window.press(KeyCode.ENTER);
            window.awaitTextWith("#syncState", "Synced");
        }
        assertThat(holdingTheKey()).isEmpty();
    }

    private static @Nullable KeychainResult<?> trouble(String state) {
        return switch (state) {
            case "absent" -> new KeychainResult.Absent<>("no bus");
            case "locked" -> new KeychainResult.Locked<>();
            case "slow" -> new KeychainResult.Slow<>();
            default -> new KeychainResult.Broken<>("two entries");
        };
    }

    private List<Path> holdingTheKey() throws IOException {
        String secret = NORTHWIND.substring("ayliea_pk_a1b2c3d4".length());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(secret))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
