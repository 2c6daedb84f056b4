package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Fault;
import dev.gradeline.keychain.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is run and whatever goes wrong, no more of a key is written or said than its public part. */
class NoKeyLeaksTest {
    private static final String SECRET = DemoServer.KEY.substring("ayliea_pk_a1b2c3d4".length());

    @TempDir
    private Path folder;

    @Test
    void neitherOutputNorFilesHoldAKey() throws IOException {
        List<Said> said = new ArrayList<>();
        try (Office office = Office.withKey(folder.resolve("data"))) {
            String base = office.server.baseUrl().toString();
            said.add(office.input(DemoServer.KEY, "connect", "--base-url", base, "--verbose"));
            said.add(office.plain("connect", DemoServer.KEY));
            said.add(office.plain("sync", "--connection", DemoServer.KEY));
            said.add(office.plain("sync", "--verbose"));
            said.add(office.plain("status", "--verbose"));
            said.add(office.plain("report", "-o", folder.resolve("data/x.pdf").toString()));
            said.add(office.plain(
                    "export", "history", "-o", folder.resolve("data/x.csv").toString()));
            for (Fault fault : List.of(Fault.page(), Fault.status(401), Fault.status(403))) {
                office.server.setFault(fault);
                said.add(office.plain("sync", "--verbose"));
            }
            office.environment.put(KeyVault.VARIABLE, DemoServer.KEY + "0");
            said.add(office.plain("sync", "--verbose"));
            said.add(office.plain("status", "--verbose"));
            said.add(office.plain("forget", "--verbose"));
            assertThat(office.filesHolding(SECRET.substring(0, 12))).isEmpty();
            assertThat(office.filesHolding("ayliea_pk_a1b2c3d4" + SECRET.charAt(0)))
                    .isEmpty();
            try (var logs = Files.list(office.data.resolve("log"))) {
                assertThat(logs).isNotEmpty();
            }
        }
        assertThat(said).allSatisfy(each -> assertThat(each.toString()).doesNotContain(SECRET.substring(0, 12)));
    }
}
