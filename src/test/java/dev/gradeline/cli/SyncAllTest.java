package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All organisations from the command line, as a timer reads them. */
class SyncAllTest {
    private static final String OTHER_KEY = "ayliea_pk_99999999" + "7".repeat(56);

    @TempDir
    private Path folder;

    private Office office;
    private OtherOrganisation other;

    @BeforeEach
    void open() throws IOException {
        office = new Office(folder.resolve("data"));
        other = new OtherOrganisation();
    }

    @AfterEach
    void close() {
        other.close();
        office.close();
    }

    private void connectBoth() {
        String acme = office.server.baseUrl().toString();
        connect(DemoServer.KEY, "--connection", "acme", "--label", "Acme Ltd", "--base-url", acme);
        connect(OTHER_KEY, "--connection", "beta", "--base-url", other.baseUrl());
    }

    private void connect(String key, String... as) {
        String[] command = new String[as.length + 1];
        command[0] = "connect";
        System.arraycopy(as, 0, command, 1, as.length);
        Said said = office.input(key, command);
        assertThat(said.code()).as(said.toString()).isZero();
    }

    private boolean isStored(String name) {
        return Files.exists(new DataDirectory(office.data).historyFile(name));
    }

    @Test
    void eachIsReadWhicheverWasUsedLastAndToldByItsName() {
        connectBoth();
        Said said = office.plain("sync", "--all");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.err()).containsSubsequence("Acme Ltd:\n", "Scores: ", "beta:\n", "Scores: no frameworks read");
        assertThat(said.out().lines())
                .allMatch(line -> line.startsWith("Acme Ltd: ") || line.startsWith("beta: "))
                .anyMatch(line -> line.startsWith("Acme Ltd: "))
                .contains("beta: + Discovery reports a scan: no platforms");
        assertThat(isStored("acme")).isTrue();
        assertThat(isStored("beta")).isTrue();
        assertThat(office.plain("sync").out())
                .as("the one last used is the same")
                .isEqualTo("Nothing changed.\n");
        assertThat(office.plain("status").out()).contains("beta").doesNotContain("Acme");
    }

    @Test
    void oneThatFailsKeepsNobodyFromTheNextAndTheGravestCounts() {
        connectBoth();
        office.server.allow(DemoServer.KEY, Set.of());
        Said refused = office.plain("sync", "--all");
        assertThat(refused.code()).as(refused.toString()).isEqualTo(3);
        assertThat(refused.out()).startsWith("beta: ");
        other.close();
        Said both = office.plain("sync", "--all", "--max-wait", "0");
        assertThat(both.code()).as("a refused key does not pass by itself").isEqualTo(3);
        assertThat(both.err()).containsSubsequence("Acme Ltd:", "beta:", "could not be reached");
        office.server.allow(DemoServer.KEY, Set.of("scores:read", "recommendations:read", "discovery:read"));
        Said away = office.plain("sync", "--all", "--max-wait", "0");
        assertThat(away.code()).as(away.toString()).isEqualTo(4);
        assertThat(away.out()).startsWith("Acme Ltd: ");
    }

    /** Its history is there, as a colleague's that was kept, and it is in no settings. */
    @Test
    void oneWithoutAKeyIsToldAndDoesNotCountAsLongAsAnotherHasOne() {
        office.environment.put(KeyVault.VARIABLE, OTHER_KEY);
        assertThat(office.plain("sync", "--base-url", other.baseUrl()).code()).isZero();
        office.environment.clear();
        connect(
                DemoServer.KEY,
                "--connection",
                "acme",
                "--base-url",
                office.server.baseUrl().toString());
        Said said = office.plain("sync", "--all");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.err()).containsSubsequence("default:\n", "no API key", "acme:\n", "Scores: ");
        assertThat(office.plain("forget", "--connection", "acme").code()).isZero();
        assertThat(office.plain("sync", "--all").code()).isEqualTo(3);
    }

    @Test
    void theOneThatWasNeverNamedIsReadAlone() {
        Said keyless = office.plain("sync", "--all");
        assertThat(keyless.code()).as(keyless.toString()).isEqualTo(3);
        assertThat(keyless.err()).contains("default:", "no API key");
        assertThat(isStored("default")).as("nothing was learnt").isFalse();
        // its address is the real one: nothing leaves this computer
        office.environment.put("HTTPS_PROXY", "http://127.0.0.1:9");
        office.environment.put(KeyVault.VARIABLE, DemoServer.KEY);
        Said away = office.plain("sync", "--all", "--max-wait", "0");
        assertThat(away.code()).as(away.toString()).isEqualTo(4);
        assertThat(isStored("default")).isTrue();
    }

    @Test
    void theSampleDataIsReadAlone() {
        Said said = office.plain("sync", "--all", "--demo");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("Northwind Health: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--connection beta", "--base-url http://127.0.0.1:9", "--same-organisation"})
    void whatIsOfOneOrganisationIsRefused(String option) {
        connectBoth();
        Said said = office.plain(("sync --all " + option).split(" "));
        assertThat(said.code()).as(said.toString()).isEqualTo(2);
        assertThat(said.err()).contains("leave out " + option.split(" ")[0]);
        assertThat(isStored("beta")).isFalse();
    }

    @Test
    void theEnvironmentsKeyBeginsNoOtherOrganisationsHistory() {
        connectBoth();
        office.environment.put(KeyVault.VARIABLE, DemoServer.KEY);
        Said said = office.plain("sync", "--all");
        assertThat(said.code()).as(said.toString()).isEqualTo(2);
        assertThat(said.err()).contains("gradeline sync --connection NAME");
        assertThat(isStored("acme")).isFalse();
        assertThat(isStored("beta")).isFalse();
    }
}
