package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where things stand, on a computer where little does. */
class StatusCommandTest {
    @TempDir
    private Path folder;

    @Test
    void beforeAnythingIsConnectedItIsStillAnAnswer() {
        try (Office office = new Office(folder.resolve("data"))) {
            Said said = office.plain("status");
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.out())
                    .containsPattern("Connection +default")
                    .containsPattern("Address +https://assess.ayliea.com/api/v1")
                    .containsPattern("Key +none")
                    .containsPattern("Test Keychain: ready")
                    .containsPattern("Last synchronised +never");
            assertThat(office.data.resolve("history")).doesNotExist();
        }
    }

    @Test
    void aVariableAndAKeychainThatIsAwayAreNamed() {
        try (Office office = Office.withKey(folder.resolve("data"))) {
            office.keychain.fail(new KeychainResult.Absent<>("no bus"));
            Said said = office.api("status");
            assertThat(said.code()).isZero();
            assertThat(said.out()).contains("ayliea_pk_a1b2c3d4… (from " + KeyVault.VARIABLE + ")", "no bus");
            assertThat(office.server.requests()).isZero();
        }
    }

    @Test
    void aBadAddressIsWrongUsage() {
        try (Office office = new Office(folder.resolve("data"))) {
            for (String address : new String[] {"http://example.test/api/v1", "ftp://x", "", "not an address"}) {
                Said said = office.plain("status", "--base-url", address);
                assertThat(said.code()).as(address).isEqualTo(2);
                assertThat(said.err()).isNotBlank().doesNotContain("Exception");
            }
        }
    }
}
