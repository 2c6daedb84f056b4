package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell;
import dev.gradeline.keychain.KeychainResult;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A later start, with a key that was kept and cannot be read now: what is in the way is said once, with what helps. */
@Timeout(300)
class KeyOutOfReachTest {
    private static final String NAME = "Test Keychain";

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

    private static KeychainResult<?> trouble(String state) {
        return switch (state) {
            case "locked" -> new KeychainResult.Locked<>();
            case "slow" -> new KeychainResult.Slow<>();
            case "twice" -> new KeychainResult.Broken<>("Too many stored credentials match", true);
            default -> new KeychainResult.Broken<>("no idea");
        };
    }

    @ParameterizedTest
    @CsvSource({"locked, unlock", "slow, again", "twice, repair", "broken, again"})
    void whatIsInTheWayIsSaidEverywhereAlikeAndTheCureGoesOn(String state, String cure) throws Exception {
        computer.keychain.fail(trouble(state));
        String told = Shell.WORDS.of("key.trouble." + state, NAME);
        String brief = Shell.WORDS.of("shell.key." + state);
        try (LiveWindow window = computer.window()) {
            window.awaitText("#keyTrouble", told);
            window.awaitText("#keyLine", brief);
            window.awaitText("#syncProblem", brief);
            assertThat(window.texts())
                    .noneMatch(text -> text.contains(Shell.WORDS.of("outcome.noKey.what")))
                    .filteredOn(told::equals)
                    .hasSize(1);
            window.picture("key-" + state);

            window.shortcut(KeyCode.COMMA);
            window.awaitText("#key", told);
            assertThat(window.isDisabled("#forgetKey")).isFalse();
            assertThat(window.text("#replaceKey")).isEqualTo(Shell.WORDS.of("key.way.connect"));
            assertThat(window.shows("#cureKey")).isTrue();
            window.picture("key-settings-" + state);

            computer.keychain.fail(null);
            window.tabTo("#key-" + cure);
            window.press(KeyCode.SPACE);
            window.awaitTextWith("#keyLine", "c0c0c0c0");
            window.awaitTextWith("#key", "c0c0c0c0");
            window.awaitText("#syncState", Shell.WORDS.of("shell.sync.last", "just now"));
            assertThat(window.shows("#keyTrouble")).isFalse();
        }
    }

    @Test
    void theSettingsCureItToo() throws Exception {
        computer.keychain.fail(trouble("locked"));
        try (LiveWindow window = computer.window()) {
            window.awaitText("#keyTrouble", Shell.WORDS.of("key.trouble.locked", NAME));
            window.shortcut(KeyCode.COMMA);
            window.awaitText("#cureKey", Shell.WORDS.of("key.way.unlock"));
            computer.keychain.fail(null);
            window.tabTo("#cureKey");
            window.press(KeyCode.SPACE);
            window.awaitText("#replaceKey", Shell.WORDS.of("settings.key.replace"));
            window.awaitTextWith("#keyLine", "c0c0c0c0");
            window.awaitText("#syncState", Shell.WORDS.of("shell.sync.last", "just now"));
        }
    }

    @Test
    void aKeychainUnlockedElsewhereIsFoundByTheNextLook() throws Exception {
        computer.keychain.fail(trouble("locked"));
        try (LiveWindow window = computer.window()) {
            window.awaitText("#keyTrouble", Shell.WORDS.of("key.trouble.locked", NAME));
            computer.keychain.fail(null);
            window.press(KeyCode.F5);
            window.awaitTextWith("#keyLine", "c0c0c0c0");
            window.awaitText("#syncState", Shell.WORDS.of("shell.sync.last", "just now"));
            assertThat(window.shows("#keyTrouble")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"none, No key: this is what is stored", "absent, 'No keychain, no key: this is what is stored'"})
    void withoutAKeyTheStoredIsShownInPeace(String state, String said) throws Exception {
        computer.keychain.fail(state.equals("none") ? null : new KeychainResult.Absent<>("no bus"));
        if (state.equals("none")) {
            computer.keychain.delete("contoso " + api.baseUrl());
        }
        try (LiveWindow window = computer.window()) {
            window.awaitText("#syncNext", said);
            window.awaitText("#giveKey", Shell.WORDS.of("key.way.connect"));
            window.awaitText("#nav-recommendations .nav-badge", "1");
            window.press(KeyCode.F5);
            window.awaitText("#syncNext", said);
            assertThat(window.shows("#keyTrouble")).isFalse();
            window.picture("key-" + state);
        }
    }

    @Test
    void aMissingScopeIsNoFailure() throws Exception {
        api.silence(CONTOSO);
        try (LiveWindow window = computer.window()) {
            window.awaitText("#syncState", Shell.WORDS.of("shell.sync.partly", "just now"));
            window.await(".dot.tone-warn");
            window.awaitText("#syncProblem", "Discovery: not allowed for this key");
            window.awaitText(".button", Shell.WORDS.of("shell.news.connect"));
            window.picture("key-scope");
        }
    }

    @Test
    void aForgottenKeyIsNoLongerARefusedOne() throws Exception {
        api.revoke(CONTOSO);
        try (LiveWindow window = computer.window()) {
            window.awaitTextWith("#newsText", Shell.WORDS.of("outcome.keyRejected.what"));
            window.awaitText("#syncProblem", Shell.WORDS.of("freshness.keyRejected"));
            assertThat(window.texts())
                    .filteredOn(text -> text.contains(Shell.WORDS.of("outcome.keyRejected.what")))
                    .as("in one place")
                    .hasSize(1);
            window.picture("key-refused");
            window.shortcut(KeyCode.COMMA);
            window.tabTo("#forgetKey");
            window.press(KeyCode.SPACE, KeyCode.TAB, KeyCode.SPACE);
            window.awaitText("#replaceKey", Shell.WORDS.of("key.way.connect"));
            window.awaitText("#syncNext", Shell.WORDS.of("shell.sync.noKey"));
            assertThat(window.shows("#newsText")).isFalse();
            assertThat(window.texts()).noneMatch(text -> text.contains(Shell.WORDS.of("outcome.keyRejected.what")));
            assertThat(computer.key("contoso")).isNull();
        }
    }
}
