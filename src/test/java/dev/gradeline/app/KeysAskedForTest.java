package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeyVault.Place;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.settings.Organisations.Organisation;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What asks the keychain, which may prompt, and what does without. */
class KeysAskedForTest {
    private static final String KEY = "ayliea_pk_" + "a1b2c3d4".repeat(8);
    private static final String OTHER = "ayliea_pk_" + "c0c0c0c0".repeat(8);

    @TempDir
    private Path folder;

    private Computer computer;

    @BeforeEach
    void addTwo() {
        computer = new Computer(folder, "https://api.example/api/v1");
        computer.add("northwind", "Northwind Health", KEY);
        computer.add("contoso", "Contoso Clinics", OTHER);
    }

    private static GlobalOptions options(@Nullable String connection) {
        return new GlobalOptions(null, connection, null, false, GlobalOptions.DEFAULT_MAX_WAIT);
    }

    @Test
    void theListIsThereWithoutAKeychainAndKeysComeWithoutTheirSecret() {
        Programs programs = computer.programs();
        try (CurrentProgram current = new CurrentProgram(programs, programs.open(options("northwind")))) {
            Organising organising = new Organising(current, Shell.WORDS, options(null));
            int before = computer.keychain.asked();
            assertThat(organising.list())
                    .extracting(each -> each.connection().name() + each.open())
                    .containsExactly("northwindtrue", "contosofalse");
            assertThat(computer.keychain.asked()).isEqualTo(before);
            Map<String, KeySight> keys = organising.keys();
            assertThat(keys)
                    .containsEntry("northwind", new KeySight(Place.KEYCHAIN, "ayliea_pk_a1b2c3d4…", null))
                    .containsEntry("contoso", new KeySight(Place.KEYCHAIN, "ayliea_pk_c0c0c0c0…", null));
            assertThat(keys.toString()).doesNotContain(KEY.substring(18), OTHER.substring(18));
            assertThat(Organisation.class.getRecordComponents())
                    .as("what goes to the pages")
                    .noneMatch(part -> part.getType() == KeyVault.Found.class);
        }
    }

    @Test
    void aSwitchAsksForTheKeyOfNeither() {
        Programs programs = computer.programs();
        try (CurrentProgram current = new CurrentProgram(programs, programs.open(options("northwind")))) {
            computer.keychain.fail(new KeychainResult.Slow<>());
            int before = computer.keychain.asked();
            current.change(options("contoso"), () -> {});
            current.beside(options("northwind"), opened -> true, done -> true);
            assertThat(computer.keychain.asked()).isEqualTo(before);
            current.with(program -> program.vault().keepForSession(KEY));
            current.change(options("contoso"), () -> {});
            assertThat(current.change(options("northwind"), () -> {}).vault().sessionKey())
                    .isEqualTo(KEY);
            assertThat(computer.keychain.asked()).isEqualTo(before);
        }
    }
}
