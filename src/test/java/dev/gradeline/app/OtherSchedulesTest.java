package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell;
import dev.gradeline.history.Glance;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An organisation that the window does not show is synchronised by its own schedule, in the program's own window. */
@Timeout(180)
class OtherSchedulesTest {
    @TempDir
    private Path folder;

    private TwoOrganisations api;
    private Computer computer;

    @BeforeEach
    void twoOrganisations() throws IOException {
        api = new TwoOrganisations();
        computer = new Computer(folder, api.baseUrl());
        computer.add("contoso", "Contoso", CONTOSO);
        computer.synchronise("contoso");
        computer.add("northwind", "Northwind Health", NORTHWIND);
        computer.synchronise("northwind");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private Instant asked() {
        return Objects.requireNonNull(
                Glance.freshness(computer.historyFile("contoso")).asked());
    }

    private static void await(BooleanSupplier state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void awaitNorthwind(LiveWindow window) {
        window.awaitText("#organisation", "Northwind Health");
        window.awaitTextWith("#syncState", "Synced");
    }

    @Test
    void oneThatIsNotShownIsSynchronisedWhenItIsDueAndNotBefore() throws Exception {
        Instant before = asked();
        try (LiveWindow window = computer.window()) {
            awaitNorthwind(window);
            window.shortcut(KeyCode.COMMA);
            window.awaitText(".card-title", "Organisations");
            // of all: off; its own: every five minutes
            window.tabTo("#schedule-contoso");
            window.press(KeyCode.DOWN, KeyCode.DOWN);
            window.awaitText("#schedule-contoso .list-cell", "5 minutes");
            await(() -> computer.settings().current().syncMinutes("contoso") == 5);
            window.awaitFocus("#schedule-contoso");
            window.picture("organisations-schedules");
            assertThat(computer.settings().current().syncMinutes("northwind")).isZero();

            computer.ahead = Duration.ofMinutes(4);
            window.lookAtOthers();
            computer.ahead = Duration.ofMinutes(6);
            long used = api.requestsWith(CONTOSO);
            window.lookAtOthers();
            await(() -> asked().isAfter(before));
            await(() -> api.requestsWith(CONTOSO) >= used + 3);
            assertThat(asked()).as("not before its time").isAfter(before.plus(Duration.ofMinutes(5)));
            window.shortcut(KeyCode.DIGIT1);
            awaitNorthwind(window);
            window.awaitText(".big-number", "49");
        }
        assertThat(computer.stored("contoso").organizationId()).isEqualTo("org-contoso");
        assertThat(computer.stored("northwind").organizationId()).isEqualTo("org-northwind");
    }

    @Test
    void aRefusedKeyOfOneThatIsNotShownIsToldOnceAndLeadsThere() throws Exception {
        computer.settings().update(settings -> settings.withSyncMinutes("contoso", 5));
        api.revoke(CONTOSO);
        computer.ahead = Duration.ofMinutes(6);
        try (LiveWindow window = computer.window()) {
            awaitNorthwind(window);
            window.awaitText("#newsText", Shell.WORDS.of("shell.news.otherKey", "Contoso"));
            window.picture("other-key-refused");
            window.click("#newsDismiss");
            Instant first = asked();
            computer.ahead = Duration.ofMinutes(12);
            window.lookAtOthers();
            await(() -> asked().isAfter(first));
            assertThat(window.shows("#newsText")).as("told already").isFalse();

            api.allow(CONTOSO, "org-contoso");
            Instant second = asked();
            computer.ahead = Duration.ofMinutes(18);
            window.lookAtOthers();
            await(() -> asked().isAfter(second));
            await(() -> !computer.settings()
                    .current()
                    .told()
                    .getOrDefault("contoso", "key")
                    .endsWith("key"));

            api.revoke(CONTOSO);
            computer.ahead = Duration.ofMinutes(24);
            window.lookAtOthers();
            window.awaitText("#newsText", Shell.WORDS.of("shell.news.otherKey", "Contoso"));
            window.click(".link-button", Shell.WORDS.of("shell.palette.command.switch", "Contoso"));
            window.awaitText("#organisation", "Contoso");
            window.awaitText(".big-number", "91");
        }
    }

    @Test
    void nothingIsReadWhereTheKeychainWouldPromptOrTheKeyIsTheEnvironments() throws Exception {
        computer.settings().update(settings -> settings.withSyncMinutes("contoso", 5));
        Instant before = asked();
        computer.keychain.fail(new KeychainResult.Locked<>());
        computer.ahead = Duration.ofMinutes(6);
        long used = api.requestsWith(CONTOSO);
        try (LiveWindow window = computer.window()) {
            window.await("#syncState");
            window.lookAtOthers();
            window.command("Portfolio");
            window.awaitText("#summary", "2 organisations");
        }
        computer.keychain.fail(null);
        computer.environment = Map.of(KeyVault.VARIABLE, NORTHWIND);
        computer.ahead = Duration.ofMinutes(12);
        try (LiveWindow window = computer.window()) {
            awaitNorthwind(window);
            window.lookAtOthers();
            window.command("Portfolio");
            window.awaitText("#summary", "2 organisations");
        }
        assertThat(api.requestsWith(CONTOSO)).isEqualTo(used);
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void switchingAndRemovingGoBeforeARunThatIsUnderWay() throws Exception {
        computer.settings().update(settings -> settings.withSyncMinutes("contoso", 5));
        computer.ahead = Duration.ofMinutes(6);
        api.hold(CONTOSO);
        try (LiveWindow window = computer.window()) {
            awaitNorthwind(window);
            await(() -> api.isHolding());
            window.command("Remove this");
            window.awaitFocus("#keepAll");
            window.press(KeyCode.ESCAPE);
            window.tabTo("#remove-contoso");
            window.press(KeyCode.SPACE);
            window.awaitFocus("#keepAll");
            window.tabTo("#typedName");
            window.type("Contoso");
            window.tabTo("#removeAll");
            window.press(KeyCode.SPACE);
            window.awaitText("#organisationsMessage", Shell.WORDS.of("settings.organisations.removed", "Contoso"));
        } finally {
            api.letGo();
        }
        assertThat(computer.historyFile("contoso")).doesNotExist();
        assertThat(computer.names()).containsExactly("northwind");
    }
}
