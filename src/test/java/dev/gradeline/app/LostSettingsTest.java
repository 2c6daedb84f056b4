package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.connect.KeyCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Settings that were damaged: every organisation, its name, its key and its history are found again. */
@Timeout(300)
class LostSettingsTest {
    @TempDir
    Path folder;

    private TwoOrganisations api;
    private Computer computer;

    @BeforeEach
    void start() throws IOException {
        api = new TwoOrganisations();
        computer = new Computer(folder, api.baseUrl());
        computer.add("contoso", "Contoso Clinics", CONTOSO);
        computer.synchronise("contoso");
        computer.add("northwind", "Northwind Health", NORTHWIND);
        computer.synchronise("northwind");
        Files.setLastModifiedTime(computer.historyFile("contoso"), FileTime.from(Instant.EPOCH));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private void damage() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"theme\" : \"dark\", \"connections\" : [ {");
    }

    private void loseTheCopy() throws IOException {
        Files.delete(folder.resolve("settings.json.bak"));
    }

    private static GlobalOptions options(@Nullable String connection) {
        return new GlobalOptions(null, connection, null, false, GlobalOptions.DEFAULT_MAX_WAIT);
    }

    private Settings.Connection connection(String name, String label) {
        return new Settings.Connection(name, label, api.baseUrl());
    }

    @Test
    void theLastGoodCopyKeepsAllOfThem() throws IOException {
        damage();
        try (Program program = computer.programs().open(options(null))) {
            assertThat(program.connection()).isEqualTo(connection("northwind", "Northwind Health"));
            assertThat(program.vault().find().place()).isEqualTo(KeyVault.Place.KEYCHAIN);
        }
        assertThat(computer.names()).containsExactly("contoso", "northwind");
    }

    @Test
    void withoutACopyTheHistoriesTellWhoseTheyAre() throws IOException {
        damage();
        loseTheCopy();
        try (Program program = computer.programs().open(options(null))) {
            assertThat(program.connection())
                    .as("the one used last")
                    .isEqualTo(connection("northwind", "Northwind Health"));
            assertThat(program.vault().find().place()).isEqualTo(KeyVault.Place.KEYCHAIN);
        }
        assertThat(computer.settings().current().connections())
                .containsExactly(connection("contoso", "Contoso Clinics"), connection("northwind", "Northwind Health"));
    }

    @Test
    void aMissingFileLosesNobodyEither() throws IOException {
        Files.delete(folder.resolve("settings.json"));
        try (Program program = computer.programs().open(options("contoso"))) {
            assertThat(program.connection()).isEqualTo(connection("contoso", "Contoso Clinics"));
        }
    }

    @Test
    void aNewNameIsKnownToTheHistoryAtOnce() throws IOException {
        try (CurrentProgram current =
                new CurrentProgram(computer.programs(), computer.programs().open(options(null)))) {
            Organising organising = new Organising(current, Shell.WORDS, options(null));
            current.with(Program::history);
            organising.rename(connection("northwind", "Northwind Group"));
        }
        damage();
        loseTheCopy();
        computer.programs().open(options(null)).close();
        assertThat(computer.settings().current().connections()).contains(connection("northwind", "Northwind Group"));
    }

    /** Settings that were lost before this version, after which somebody began anew. */
    @Test
    void aKeyRejoinsTheHistoryThatNothingLeadsTo() throws IOException {
        computer.settings()
                .update(settings -> settings.withoutConnection("northwind").withLastConnection("contoso"));
        try (CurrentProgram current =
                new CurrentProgram(computer.programs(), computer.programs().open(options(null)))) {
            Program program = current.with(each -> each);
            KeyCheck found = new Organising(current, Shell.WORDS, options(null))
                    .checkNew(program, ApiKey.of(NORTHWIND), new Call());
            assertThat(Objects.requireNonNull(found.other()).home())
                    .isEqualTo(connection("northwind", "Northwind Health"));
            api.silence(NORTHWIND);
            assertThat(new Homes(program).ofKey(null, ApiKey.of(NORTHWIND)))
                    .as("the history names its organisation, and nobody says that the key is of it")
                    .isNull();
        }
    }

    @Test
    void aFirstConnectionRejoinsItsHistoryToo() throws IOException {
        computer.settings().update(settings -> settings.withoutConnection("northwind"));
        GlobalOptions anew = new GlobalOptions(null, "anew", api.baseUrl(), false, GlobalOptions.DEFAULT_MAX_WAIT);
        try (CurrentProgram current =
                new CurrentProgram(computer.programs(), computer.programs().openToConnect(anew))) {
            Program program = current.with(each -> each);
            Belonging belonging = new Belonging(current, program, anew, Shell.WORDS);
            KeyCheck.Other found = Objects.requireNonNull(
                    belonging.check(ApiKey.of(NORTHWIND), new Call()).other());
            Settings.Connection home = Objects.requireNonNull(found.home());
            belonging.keep(ApiKey.of(NORTHWIND), home, false);
        }
        assertThat(computer.names()).containsExactly("contoso", "northwind");
        try (Stream<Path> files = Files.list(folder.resolve("history"))) {
            assertThat(files.map(String::valueOf).filter(name -> name.endsWith(".db")))
                    .hasSize(2);
        }
    }

    @Test
    void theWindowTellsItOnTheFirstPageAndInSettingsUntilDismissed() throws IOException {
        damage();
        try (LiveWindow window = computer.window()) {
            window.awaitText("#organisation", "Northwind Health");
            window.awaitTextWith("#settingsText", "last good copy");
            window.click("#nav-settings");
            window.awaitText("#title", "Settings");
            window.awaitTextWith("#settingsText", "settings.json.damaged-");
            window.picture("settings-damaged");
            window.click("#settingsDismiss");
        }
        assertThat(computer.settings().mishap()).isNull();
    }
}
