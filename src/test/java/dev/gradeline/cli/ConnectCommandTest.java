package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Fault;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key on its way in, and out again. */
class ConnectCommandTest {
    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Said connect(String key, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "connect";
        arguments[1] = "--base-url";
        arguments[2] = office.server.baseUrl().toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return office.input(key, arguments);
    }

    @Test
    void aKeyIsCheckedKeptAndUsedFromThenOn() throws IOException {
        Said said = connect("  " + DemoServer.KEY + "\r\n", "--label", "Northwind Health");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out().lines()).hasSize(3).allMatch(line -> line.endsWith("can be read"));
        assertThat(said.err()).contains("Test Keychain", "ayliea_pk_a1b2c3d4…");
        assertThat(office.keychain.accounts()).hasSize(1);

        Said sync = office.plain("sync");
        assertThat(sync.code()).as(sync.toString()).isZero();
        Said status = office.plain("status");
        assertThat(status.out())
                .contains("Northwind Health", office.server.baseUrl().toString(), "in Test Keychain");
        assertThat(office.filesHolding(DemoServer.KEY.substring(20))).isEmpty();
    }

    @Test
    void aKeyForOneAddressIsNeverSentToAnother() {
        connect(DemoServer.KEY);
        try (Office other = new Office(folder.resolve("other"))) {
            Said said =
                    office.plain("sync", "--base-url", other.server.baseUrl().toString());
            assertThat(said.code()).isEqualTo(3);
            assertThat(other.server.requests()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|No key was given",
                "hunter2|ayliea_pk_",
                "ayliea_pk_a1b2c3d4…|only the part",
                "ayliea_pk_a1b2c3d40f1e|cut off",
                "ayliea_pk_xyz|digits",
            })
    void aTextThatIsNoKeyIsToldApart(String text, String hint) {
        Said said = connect(text + "\n");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains(hint);
        assertThat(office.server.requests()).isZero();
        assertThat(office.keychain.accounts()).isEmpty();
        assertThat(office.data.resolve("settings.json")).doesNotExist();
    }

    @Test
    void aKeyThatTheServerRefusesIsNotKept() {
        Said said = connect("ayliea_pk_" + "0".repeat(64));
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).contains("cannot be read");
        assertThat(said.err()).contains("not kept");
        assertThat(office.keychain.accounts()).isEmpty();
        assertThat(office.data.resolve("settings.json")).doesNotExist();
    }

    @Test
    void aKeyWithoutEveryScopeIsKeptAndSaysSo() {
        office.server.allow(DemoServer.KEY, Set.of("scores:read"));
        Said said = connect(DemoServer.KEY);
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out().lines().map(line -> line.replaceAll("  +", ": ")))
                .containsExactly("Scores: can be read", "Recommendations: cannot be read", "Discovery: cannot be read");
        assertThat(said.err()).contains("recommendations:read", "discovery:read");
        assertThat(office.keychain.accounts()).hasSize(1);
    }

    @Test
    void whatCannotBeCheckedIsNotKept() {
        office.server.setFault(Fault.page());
        assertThat(connect(DemoServer.KEY).code()).isEqualTo(5);
        assertThat(office.keychain.accounts()).isEmpty();
    }

    @Test
    void withoutAKeychainItIsSaidOpenlyAndIsSeven() throws IOException {
        office.keychain.fail(new KeychainResult.Absent<>("no bus"));
        Said said = connect(DemoServer.KEY, "--label", "Northwind Health");
        assertThat(said.code()).as(said.toString()).isEqualTo(7);
        assertThat(said.err()).contains("cannot be kept", KeyVault.VARIABLE, "no bus");
        assertThat(office.plain("status").out()).contains("Northwind Health");
        assertThat(office.filesHolding(DemoServer.KEY.substring(20))).isEmpty();
    }

    @Test
    void anUnknownConnectionIsNamedAndConnectMakesIt() {
        Said unknown = office.plain("sync", "--connection", "acme");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("acme", "default", "connect");
        assertThat(connect(DemoServer.KEY, "--connection", "acme").code()).isZero();
        assertThat(office.plain("sync", "--connection", "acme").code()).isZero();
        assertThat(office.plain("status").out()).contains("acme");
        assertThat(connect(DemoServer.KEY, "--connection", "../acme").code()).isEqualTo(2);
    }

    @Test
    void aKeyOfAnotherOrganisationIsNotJoinedToThisHistory() throws IOException {
        assertThat(connect(DemoServer.KEY).code()).isZero();
        assertThat(office.plain("sync").code()).isZero();
        try (OtherOrganisation other = new OtherOrganisation()) {
            Said said = office.input(DemoServer.KEY, "connect", "--base-url", other.baseUrl());
            assertThat(said.code()).as(said.toString()).isEqualTo(2);
            assertThat(said.err()).contains("another organisation", "--connection");
            assertThat(office.keychain.accounts()).hasSize(1);
            assertThat(office.plain("status").out())
                    .contains(office.server.baseUrl().toString());
            assertThat(office.input(DemoServer.KEY, "connect", "--connection", "b", "--base-url", other.baseUrl())
                            .code())
                    .isZero();
        }
    }

    @Test
    void theDemoHasAKeyOfItsOwn() {
        Said said = office.input(DemoServer.KEY, "connect", "--demo");
        assertThat(said.code()).isEqualTo(2);
        assertThat(office.keychain.asked()).isZero();
    }

    @Test
    void forgetRemovesTheKeyAndLeavesTheHistory() {
        connect(DemoServer.KEY);
        office.plain("sync");
        Said said = office.plain("forget");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.err()).contains("removed from Test Keychain");
        assertThat(office.keychain.accounts()).isEmpty();
        assertThat(office.data.resolve("history/default.db")).exists();
        assertThat(office.plain("forget").err()).contains("no key in Test Keychain");
        assertThat(office.plain("sync").code()).isEqualTo(3);
    }

    @Test
    void forgettingTheHistoryTakesAnAnswer() throws IOException {
        connect(DemoServer.KEY);
        office.plain("sync");
        Path history = office.data.resolve("history/default.db");

        Said silent = office.plain("forget", "--history");
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err()).contains("--yes");
        Said no = office.input("no\n", "forget", "--history");
        assertThat(no.code()).isZero();
        assertThat(no.err()).contains("Nothing was removed");
        assertThat(history).exists();
        assertThat(office.keychain.accounts()).hasSize(1);

        Said yes = office.input("Yes\n", "forget", "--history");
        assertThat(yes.code()).as(yes.toString()).isZero();
        assertThat(office.keychain.accounts()).isEmpty();
        try (var left = Files.list(history.getParent())) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("default")))
                    .isEmpty();
        }
        assertThat(office.plain("forget", "--history", "--yes").err()).contains("Nothing was stored");
    }

    @Test
    void aHistoryThatAWindowHasOpenIsLeftWholeAndSoIsTheKey() {
        connect(DemoServer.KEY);
        office.plain("sync");
        Path file = office.data.resolve("history/default.db");
        try (History window = History.open(file, office.clock)) {
            Said said = office.plain("forget", "--history", "--yes");
            assertThat(said.code()).as(said.toString()).isEqualTo(6);
            assertThat(said.err()).contains("in use", "Close other windows").doesNotContain("was removed");
            assertThat(office.keychain.accounts()).hasSize(1);

            window.setMark(History.Mark.LAST_VISIT, office.clock.instant());
            assertThat(window.posture().isEmpty()).isFalse();
        }
        assertThat(office.plain("forget", "--history", "--yes").code()).isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void aKeychainThatDoesNotForgetIsSeven() {
        connect(DemoServer.KEY);
        office.keychain.fail(new KeychainResult.Broken<>("collection is gone"));
        Said said = office.plain("forget");
        assertThat(said.code()).isEqualTo(7);
        assertThat(said.err()).contains("collection is gone");
    }

    @Test
    void aVariableIsNotOursToForget() {
        office.environment.put(KeyVault.VARIABLE, DemoServer.KEY);
        assertThat(office.plain("forget").err()).contains(KeyVault.VARIABLE);
    }
}
