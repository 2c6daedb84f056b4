package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell;
import dev.gradeline.history.History;
import dev.gradeline.posture.Posture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several organisations in the program's own window: added, switched between, renamed, removed. By keyboard alone. */
@Timeout(300)
class OrganisationsInWindowTest {
    @TempDir
    Path folder;

    private TwoOrganisations api;
    private Computer computer;

    @BeforeEach
    void start() throws IOException {
        api = new TwoOrganisations();
        computer = new Computer(folder, api.baseUrl());
        computer.add("northwind", "Northwind Health", NORTHWIND);
        computer.synchronise("northwind");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private void storeContosoToo() {
        computer.add("contoso", "Contoso", CONTOSO);
        computer.synchronise("contoso");
        computer.settings().update(settings -> settings.withLastConnection("northwind"));
    }

    private static void awaitOrganisation(LiveWindow window, String name, String score) {
        window.awaitText("#organisation", name);
        window.awaitText(".big-number", score);
        window.awaitTextWith("#syncState", "Synced");
    }

    private static void typeNameAndRemove(LiveWindow window, String name) {
        window.tabTo("#typedName");
        window.type(name);
        window.tabTo("#removeAll");
        window.press(KeyCode.SPACE);
    }

    @Test
    void aSecondOneIsAddedSwitchedToAndRemovedAndTheFirstIsUntouched() throws Exception {
        Posture before = computer.stored("northwind");
        try (LiveWindow window = computer.window()) {
            awaitOrganisation(window, "Northwind Health", "49");
            window.tabTo("#connection");
            window.press(KeyCode.SPACE);
            assertThat(window.menu())
                    .contains("Northwind Health — key a1b2c3d4… · keychain", "Add an organisation…", "Remove…");
            window.press(KeyCode.ESCAPE);
            window.command("Add an org");
            window.awaitText("#title", "Add an organisation");
            window.tabTo("#key");
            window.type(NORTHWIND);
            window.press(KeyCode.ENTER);
            window.awaitText("#verdict", Shell.WORDS.of("connect.other.here", "Northwind Health"));
            window.tabTo("#another");
            window.press(KeyCode.SPACE);
            window.type(CONTOSO);
            window.tabTo("#organisation");
            window.type("Contoso Clinics");
            window.tabTo("#check");
            window.press(KeyCode.SPACE);
            window.awaitText("#verdict", "The key works.");
            window.tabTo("#save");
            window.press(KeyCode.SPACE);
            awaitOrganisation(window, "Contoso Clinics", "91");
            assertThat(computer.names()).containsExactly("northwind", "contoso-clinics");
            assertThat(computer.key("contoso-clinics")).isEqualTo(CONTOSO);

            window.command("Switch to North");
            awaitOrganisation(window, "Northwind Health", "49");
            assertThat(window.texts()).doesNotContain("91");
            assertThat(computer.settings().current().lastConnection()).isEqualTo("northwind");
            window.shortcut(KeyCode.COMMA);
            window.tabTo("#remove-contoso-clinics");
            window.press(KeyCode.SPACE);
            window.awaitFocus("#keepAll");
            window.picture("organisations-remove");
            computer.chooser.file = folder.resolve("contoso.db");
            window.tabTo("#backUpFirst");
            window.press(KeyCode.SPACE);
            window.awaitTextWith("#organisationsMessage", "copied to");
            window.tabTo("#keepAll");
            typeNameAndRemove(window, "contoso clinics");
            window.awaitText(
                    "#organisationsMessage", Shell.WORDS.of("settings.organisations.removed", "Contoso Clinics"));
        }
        assertThat(computer.names()).containsExactly("northwind");
        assertThat(computer.key("contoso-clinics")).isNull();
        assertThat(computer.historyFile("contoso-clinics")).doesNotExist();
        assertThat(folder.resolve("contoso.db")).exists();
        Posture after = computer.stored("northwind");
        assertThat(after.standings()).isEqualTo(before.standings());
        assertThat(after.recommendations()).isEqualTo(before.recommendations());
        assertThat(computer.key("northwind")).isEqualTo(NORTHWIND);
    }

    @Test
    void theyStandSideBySideAndEnterLeadsToOneOfThem() throws Exception {
        storeContosoToo();
        computer.add("broken", "Fabrikam", "ayliea_pk_badbadba" + "d".repeat(56));
        Files.writeString(computer.historyFile("broken"), "no history at all ".repeat(20));
        computer.add("new", "Adatum", "ayliea_pk_00000000" + "0".repeat(56));
        computer.settings().update(settings -> settings.withLastConnection("northwind"));
        try (LiveWindow window = computer.window()) {
            awaitOrganisation(window, "Northwind Health", "49");
            window.await("#nav-portfolio");
            window.command("Portfolio");
            window.awaitText("#summary", "4 organisations");
            window.awaitText("#cards .label", "history cannot be read");
            window.awaitText("#cards .label", "not synchronised yet");
            window.awaitText("#cards .grade-badge", "A");
            window.awaitText("#cards .label", "key c0c0c0c0… · keychain");
            window.picture("portfolio-in-window");
            window.tabTo("#card-contoso");
            window.press(KeyCode.ENTER);
            awaitOrganisation(window, "Contoso", "91");
        }
        assertThat(computer.historyFile("new")).as("a look makes no history").doesNotExist();
        assertThat(computer.historyFile("broken")).hasContent("no history at all ".repeat(20));
    }

    @Test
    void theOneThatIsOpenIsRenamedAndRemovedAndTheLastLeavesABeginning() throws Exception {
        storeContosoToo();
        try (LiveWindow window = computer.window()) {
            awaitOrganisation(window, "Northwind Health", "49");
            window.command("Rename this");
            window.awaitFocus("#newName");
            window.shortcut(KeyCode.A);
            window.type("Northwind Group");
            window.press(KeyCode.ENTER);
            window.awaitText("#organisation", "Northwind Group");

            window.command("Remove this");
            window.awaitFocus("#keepAll");
            window.press(KeyCode.ESCAPE);
            assertThat(window.shows("#typedName")).isFalse();
            window.command("Remove this");
            window.awaitFocus("#keepAll");
            typeNameAndRemove(window, "Northwind Group");
            awaitOrganisation(window, "Contoso", "91");
            window.awaitText("#messageText", Shell.WORDS.of("settings.organisations.removed", "Northwind Group"));
            assertThat(computer.names()).containsExactly("contoso");
            assertThat(computer.historyFile("northwind")).doesNotExist();

            window.command("Remove this");
            window.awaitFocus("#keepAll");
            window.awaitTextWith("#warning", "the only organisation here");
            typeNameAndRemove(window, "Contoso");
            window.awaitText("#verdict", Shell.WORDS.of("settings.organisations.removed", "Contoso"));
            assertThat(window.shows("#sample")).as("there is a way on").isTrue();
        }
        assertThat(computer.names()).isEmpty();
        assertThat(computer.keychain.accounts()).isEmpty();
        assertThat(computer.historyFile("contoso")).doesNotExist();
    }

    @Test
    void whatCannotBeOpenedOrRemovedLeavesTheWindowWhereItWas() throws Exception {
        storeContosoToo();
        byte[] damaged = "no history, but long enough for a look at it; "
                .repeat(9)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(computer.historyFile("contoso"), damaged);
        try (LiveWindow window = computer.window()) {
            awaitOrganisation(window, "Northwind Health", "49");
            window.command("Switch to Contoso");
            window.awaitTextWith("#messageText", "“Contoso” could not be opened, so the window is where it was.");
            awaitOrganisation(window, "Northwind Health", "49");
            assertThat(computer.settings().current().lastConnection()).isEqualTo("northwind");

            try (History elsewhere = History.open(computer.historyFile("northwind"), InstantSource.system())) {
                window.command("Remove this");
                window.awaitFocus("#keepAll");
                typeNameAndRemove(window, "Northwind Health");
                window.awaitTextWith("#messageText", "Nothing was removed.");
                awaitOrganisation(window, "Northwind Health", "49");
                assertThat(elsewhere.posture().isEmpty()).isFalse();
            }
            window.command("Remove this");
            window.awaitFocus("#keepAll");
            window.tabTo("#removeKey");
            window.press(KeyCode.SPACE);
            window.awaitTextWith("#organisationsMessage", "The key of “Northwind Health” was removed");
            window.awaitText("#keyLine", "no key");
        }
        assertThat(computer.names()).containsExactly("northwind", "contoso");
        assertThat(computer.key("northwind")).isNull();
        assertThat(computer.stored("northwind").isEmpty()).isFalse();
        assertThat(Files.readAllBytes(computer.historyFile("contoso"))).isEqualTo(damaged);
        try (LiveWindow window = computer.window()) {
            window.awaitText(".big-number", "49");
            window.awaitText("#syncNext", "No key: this is what is stored");
        }
    }
}
