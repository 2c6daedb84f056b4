package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Posture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that this history never saw, of an API that does not say whose it is. */
class StrangeKeyTest {
    private static final String STRANGE = "ayliea_pk_c0c0c0c0" + "f".repeat(56);

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.withKey(folder.resolve("data"));
        assertThat(office.api("sync").code()).isZero();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static OtherOrganisation silent(boolean scope) throws IOException {
        return scope ? OtherOrganisation.withoutScan() : OtherOrganisation.withoutScope();
    }

    private Said sync(OtherOrganisation api, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "sync";
        arguments[1] = "--base-url";
        arguments[2] = api.baseUrl();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return office.plain(arguments);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itStoresNothingBeforeThePersonSaidWhoseItIs(boolean scope) throws IOException {
        Posture before = office.stored();
        assertThat(before.recommendations()).isNotEmpty();
        office.environment.put(KeyVault.VARIABLE, STRANGE);
        try (OtherOrganisation api = silent(scope)) {
            Said refused = sync(api);
            assertThat(refused.code()).as(refused.toString()).isEqualTo(3);
            assertThat(refused.err())
                    .containsOnlyOnce("This key is new here")
                    .contains("Nothing was stored", "gradeline sync --same-organisation");
            Posture after = office.stored();
            assertThat(after.recommendations()).isEqualTo(before.recommendations());
            assertThat(after.standings()).isEqualTo(before.standings());
            assertThat(after.scans()).isEqualTo(before.scans());

            Said vouched = sync(api, "--same-organisation");
            assertThat(vouched.code()).as(vouched.toString()).isZero();
            assertThat(office.stored().recommendations()).isEmpty();
            Said again = sync(api);
            assertThat(again.code()).as("said once: " + again).isZero();
        }
        assertThat(office.filesHolding(STRANGE.substring(18, 40))).isEmpty();
        assertThat(office.filesHolding("c0c0c0c0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theKnownKeyIsNotAskedWhoseItIs(boolean scope) throws IOException {
        try (OtherOrganisation api = silent(scope)) {
            Said said = sync(api);
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.err()).doesNotContain("new here");
        }
    }

    @Test
    void aNewKeyOfTheSameOrganisationIsKnownFromThenOn() throws IOException {
        try (OtherOrganisation named = new OtherOrganisation()) {
            Path data = folder.resolve("fresh");
            try (Office fresh = new Office(data)) {
                fresh.environment.put(KeyVault.VARIABLE, STRANGE);
                assertThat(fresh.plain("sync", "--base-url", named.baseUrl()).code())
                        .as("an ordinary first start")
                        .isZero();
                fresh.environment.put(KeyVault.VARIABLE, STRANGE.replace('f', 'e'));
                assertThat(fresh.plain("sync", "--base-url", named.baseUrl()).code())
                        .isZero();
                try (OtherOrganisation silent = silent(false)) {
                    assertThat(fresh.plain("sync", "--base-url", silent.baseUrl())
                                    .code())
                            .isZero();
                }
            }
        }
    }

    @Test
    void whoBeganAHistoryWithoutAnyScanIsKnownToo() throws IOException {
        try (OtherOrganisation silent = silent(true);
                Office fresh = new Office(folder.resolve("fresh"))) {
            fresh.environment.put(KeyVault.VARIABLE, STRANGE);
            String[] sync = {"sync", "--base-url", silent.baseUrl()};
            assertThat(fresh.plain(sync).code()).isZero();
            assertThat(fresh.plain(sync).code()).isZero();
            fresh.environment.put(KeyVault.VARIABLE, STRANGE.replace('f', 'e'));
            assertThat(fresh.plain(sync).code()).isEqualTo(3);
        }
    }

    @Test
    void theWordIsWorthNothingWhereTheServerNamesAnother() throws IOException {
        office.environment.put(KeyVault.VARIABLE, STRANGE);
        try (OtherOrganisation named = new OtherOrganisation();
                OtherOrganisation silent = silent(true)) {
            assertThat(sync(named, "--same-organisation").code()).isEqualTo(3);
            assertThat(sync(silent).err()).contains("This key is new here", "Nothing was stored");
        }
    }

    @Test
    void connectKeepsItOnThePersonsWordOnly() throws IOException {
        office.environment.clear();
        try (OtherOrganisation api = silent(false)) {
            Said refused = office.input(STRANGE, "connect", "--base-url", api.baseUrl());
            assertThat(refused.code()).as(refused.toString()).isEqualTo(2);
            assertThat(refused.err()).contains("--same-organisation", "was not kept");
            assertThat(office.keychain.accounts()).isEmpty();

            Said kept = office.input(STRANGE, "connect", "--same-organisation", "--base-url", api.baseUrl());
            assertThat(kept.code()).as(kept.toString()).isZero();
            assertThat(office.keychain.accounts()).hasSize(1);
            assertThat(office.plain("sync").code()).isZero();
        }
    }
}
