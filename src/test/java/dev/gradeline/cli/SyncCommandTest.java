package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Fault;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One synchronisation from the command line: what is said where, and every way in which it can end. */
class SyncCommandTest {
    private static final String OTHER_KEY = "ayliea_pk_99999999" + "7".repeat(56);

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.withKey(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String exported(String what) {
        Said said = office.plain("export", what, "--format", "csv", "-o", "-");
        assertThat(said.code()).as(said.toString()).isZero();
        return said.out();
    }

    @Test
    void printsWhatChangedAndSaysHowEachPartWent() {
        office.clock.advance(Duration.ofDays(-30));
        Said first = office.api("sync");
        assertThat(first.code()).as(first.toString()).isZero();
        assertThat(first.err())
                .contains(
                        "Scores: ",
                        " frameworks read and stored",
                        "Recommendations: ",
                        "Discovery: ",
                        " platforms read");
        Said again = office.api("sync");
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo("Nothing changed." + System.lineSeparator());

        office.clock.advance(Duration.ofDays(30));
        Said later = office.api("sync");
        assertThat(later.code()).isZero();
        assertThat(later.out().lines()).hasSizeGreaterThan(2).allMatch(line -> line.matches("\\S .+"));
        assertThat(later.out()).doesNotContain("Nothing changed").contains("▲ AI Security rose from");
    }

    @Test
    void aClockThatOnceRanAheadIsNamed() {
        office.clock.advance(Duration.ofDays(400));
        assertThat(office.api("sync").err()).doesNotContain("clock");
        office.clock.advance(Duration.ofDays(-400));
        Said said = office.api("sync");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.err())
                .containsOnlyOnce("This computer’s clock is behind")
                .contains("28 December 2027");
        assertThat(office.api("status").err()).containsOnlyOnce("This computer’s clock is behind");
    }

    @Test
    void aKeyOfAnotherOrganisationIsToldOnce() throws IOException {
        assertThat(office.api("sync").code()).isZero();
        try (OtherOrganisation other = new OtherOrganisation()) {
            Said said = office.plain("sync", "--base-url", other.baseUrl());
            assertThat(said.code()).as(said.toString()).isEqualTo(3);
            assertThat(said.err()).containsOnlyOnce("belongs to another organisation");
        }
    }

    @Test
    void beforeTheFirstAnswerItIsSaidWhenThatWas() {
        assertThat(office.api("sync").code()).isZero();
        Said said = office.plain("export", "changes", "--as-of", "2020-01-01", "--format", "csv", "-o", "-");
        assertThat(said.code()).isZero();
        assertThat(said.err())
                .contains("Nothing was known on 1 January 2020", "first stored answer is of 23 November 2026")
                .doesNotContain("Nothing is stored yet");
        assertThat(said.out().lines()).as("only the head").hasSize(1);
    }

    @Test
    void withoutAKeyNothingIsAsked() {
        office.environment.clear();
        Said said = office.api("sync");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).containsOnlyOnce("no API key").doesNotContain("Scores: ");
        assertThat(office.server.requests()).isZero();
        assertThat(new DataDirectory(office.data).historyDirectory())
                .as("no empty history is left")
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsThree() {
        office.environment.put(KeyVault.VARIABLE, OTHER_KEY);
        Said said = office.api("sync");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aVariableThatHoldsNoKeySaysWhatIsWrongWithIt() {
        office.environment.put(KeyVault.VARIABLE, DemoServer.KEY.substring(0, 40));
        Said said = office.api("sync");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains(KeyVault.VARIABLE, "cut off");
        assertThat(office.server.requests()).isZero();
    }

    @Test
    void ofAVariableThatHoldsSomethingElseTheCauseIsSaidFirst() {
        office.environment.put(KeyVault.VARIABLE, "hello");
        Said said = office.api("sync");
        assertThat(said.code()).as(said.toString()).isEqualTo(3);
        assertThat(said.err().lines())
                .containsExactly(
                        "What GRADELINE_API_KEY holds is not a whole key.",
                        "This is not an Ayliea API key: those begin with “ayliea_pk_”.",
                        "Nothing new can be read; what is stored on this computer stays as it was.",
                        "Set GRADELINE_API_KEY to a whole key from Organization Settings → API Keys, or leave it unset to"
                                + " use the key in the keychain.");
        assertThat(said.toString()).doesNotContain("hello");
        assertThat(office.server.requests()).isZero();
    }

    @Test
    void oneRefusedPartIsAWarning() {
        office.server.allow(DemoServer.KEY, Set.of("scores:read", "discovery:read"));
        Said said = office.api("sync");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.err()).contains("Recommendations: ").contains("recommendations:read");
        assertThat(exported("scores").lines().count()).isGreaterThan(6);
        Said export = office.plain("export", "recommendations", "--format", "json", "-o", "-");
        assertThat(export.code()).isZero();
        assertThat(export.err()).contains("Recommendations");
    }

    @Test
    void whenEveryPartIsRefusedItIsThree() {
        office.server.setEnterprise(false);
        Said said = office.api("sync");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("Enterprise");
    }

    @Test
    void nobodyListeningIsFour() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Said said = office.plain("sync", "--base-url", "http://127.0.0.1:" + free + "/api/v1", "--max-wait", "0");
        assertThat(said.code()).as(said.toString()).isEqualTo(4);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void askedToWaitLongerThanAllowedIsFour() {
        office.server.setFault(Fault.status(429));
        Said said = office.api("sync", "--max-wait", "1");
        assertThat(said.code()).as(said.toString()).isEqualTo(4);
        assertThat(said.err()).contains("next try");
    }

    @Test
    void aWebPageInPlaceOfTheApiIsFive() {
        office.server.setFault(Fault.page());
        Said said = office.api("sync");
        assertThat(said.code()).as(said.toString()).isEqualTo(5);
        assertThat(said.err()).doesNotContain("Exception");
    }

    @Test
    void whatSucceededBeforeAFailureIsKept() {
        office.server.setFault(Fault.page().at("/discovery"));
        assertThat(office.api("sync").code()).isEqualTo(5);
        String kept = exported("scores");
        assertThat(kept.lines().count()).isGreaterThan(6);
        office.server.setFault(Fault.page());
        assertThat(office.api("sync").code()).isEqualTo(5);
        assertThat(exported("scores")).isEqualTo(kept);
    }

    @Test
    void aDataDirectoryThatIsNoneIsSix() throws IOException {
        Files.writeString(office.data, "a file");
        Said said = office.api("sync");
        assertThat(said.code()).as(said.toString()).isEqualTo(6);
        assertThat(said.out()).isEmpty();
        assertThat(office.server.requests()).isZero();
    }

    @Test
    void aHistoryThatIsDamagedIsSixAndIsLeftAlone() throws IOException {
        Path history = office.data.resolve("history/default.db");
        Files.createDirectories(history.getParent());
        Files.writeString(history, "this is no database ".repeat(500));
        Said said = office.api("sync");
        assertThat(said.code()).as(said.toString()).isEqualTo(6);
        assertThat(history).hasContent("this is no database ".repeat(500));
    }

    @Test
    void aKeychainThatFailsIsSeven() {
        office.environment.clear();
        office.keychain.fail(new KeychainResult.Locked<>());
        Said said = office.api("sync");
        assertThat(said.code()).as(said.toString()).isEqualTo(7);
        assertThat(said.err()).contains("Test Keychain", "locked");
        office.keychain.fail(new KeychainResult.Absent<>("no bus"));
        assertThat(office.api("sync").code()).isEqualTo(3);
    }

    @Test
    void theDemoFindsSomethingInItsLastMoment() {
        Said said = GrownDemo.get().growth();
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.err()).contains("Sample data", "recommendations read and stored");
        assertThat(said.out()).isNotBlank().doesNotContain("Nothing changed");
    }
}
