package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.KeySight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which connection holds whose data, and the list of all of them. */
@Timeout(180)
class HomesTest {
    @TempDir
    Path folder;

    private static GlobalOptions northwind() {
        return new GlobalOptions(null, "northwind", null, false, GlobalOptions.DEFAULT_MAX_WAIT);
    }

    private static @Nullable String name(Settings.@Nullable Connection connection) {
        return connection == null ? null : connection.name();
    }

    @Test
    void aKeyFindsItsHomeAtItsOwnAddressOnlyAndABackupAtAny() throws IOException {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer computer = new Computer(folder, api.baseUrl());
            computer.add("contoso", "Contoso", CONTOSO);
            computer.synchronise("contoso");
            computer.add("northwind", "Northwind Health", NORTHWIND);
            try (CurrentProgram current =
                    new CurrentProgram(computer.programs(), computer.programs().open(northwind()))) {
                Program program = current.with(each -> each);
                Organising organising = new Organising(current, Shell.WORDS, northwind());
                assertThat(name(new Homes(program).of("org-contoso"))).isEqualTo("contoso");
                assertThat(name(new Homes(program).ofKey("org-contoso", ApiKey.of(CONTOSO))))
                        .isEqualTo("contoso");
                assertThat(organising
                                .checkNew(program, ApiKey.of(CONTOSO), new Call())
                                .other())
                        .isNotNull();

                program.settings()
                        .update(s -> s.withConnection(
                                new Settings.Connection("contoso", "Contoso", "http://127.0.0.1:1/api/v1")));
                assertThat(name(new Homes(program).of("org-contoso"))).isEqualTo("contoso");
                assertThat(organising
                                .checkNew(program, ApiKey.of(CONTOSO), new Call())
                                .other())
                        .as("the key would be sent to another server")
                        .isNull();
            }
        }
    }

    @Test
    void aHistoryThatCannotBeReadIsNobodysAndStaysAsItIs() throws IOException {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer computer = new Computer(folder, api.baseUrl());
            computer.add("contoso", "Contoso", CONTOSO);
            computer.synchronise("contoso");
            computer.add("northwind", "Northwind Health", NORTHWIND);
            byte[] bytes = Files.readAllBytes(computer.historyFile("contoso"));
            java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
            Files.write(computer.historyFile("contoso"), bytes);
            try (Program program = computer.programs().open(northwind())) {
                assertThat(new Homes(program).of("org-contoso")).isNull();
            }
            assertThat(Files.readAllBytes(computer.historyFile("contoso"))).isEqualTo(bytes);
        }
    }

    /** A keychain that asks the person, who is not there. */
    private static final class Asking extends FakeKeychain {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);

        @Override
        public KeychainResult<@Nullable String> read(String account) {
            asked.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.read(account);
        }
    }

    @Test
    void nobodyWaitsWhileTheKeychainAsksForTheList() throws Exception {
        Asking keychain = new Asking();
        Programs programs = new Programs(
                new Surroundings(Map.of(), new DataDirectory(folder), InstantSource.system(), () -> keychain),
                Shell.WORDS);
        try (CurrentProgram current = new CurrentProgram(programs, programs.openToConnect(northwind()))) {
            Organising organising = new Organising(current, Shell.WORDS, northwind());
            CompletableFuture<Map<String, KeySight>> keys =
                    CompletableFuture.supplyAsync(organising::keys, Thread::startVirtualThread);
            keychain.asked.await();
            assertThat(CompletableFuture.supplyAsync(
                                    () -> current.with(program -> "works meanwhile"), Thread::startVirtualThread)
                            .completeOnTimeout("waits", 10, java.util.concurrent.TimeUnit.SECONDS)
                            .get())
                    .isEqualTo("works meanwhile");
            assertThat(organising.list()).as("there before its key is").hasSize(1);
            keychain.answered.countDown();
            assertThat(keys.get()).hasSize(1);
        }
    }
}
