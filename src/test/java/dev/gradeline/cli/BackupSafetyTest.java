package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code backup -o} finds at its place is not lost. */
class BackupSafetyTest {
    @TempDir
    Path folder;

    private Said backup(Office office, Path to, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "backup";
        all[1] = "-o";
        all[2] = to.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return office.plain(all);
    }

    @Test
    void afterALossTheNightlyBackupSparesTheGoodOne() throws IOException {
        Path nightly = folder.resolve("nightly.db");
        try (Office office = Office.withKey(folder.resolve("data"))) {
            office.clock.moveTo(Story.LAST_VISIT);
            assertThat(office.api("sync").code()).isZero();
            assertThat(backup(office, nightly).code()).isZero();
            office.clock.moveTo(Story.END);
            assertThat(office.api("sync").code()).isZero();
            assertThat(backup(office, nightly).code()).as("every night").isZero();
            byte[] good = Files.readAllBytes(nightly);
            Files.delete(office.data.resolve("history").resolve("default.db"));
            Files.delete(office.data.resolve("history").resolve("default.db.seal"));
            office.clock.moveTo(Story.END.plusSeconds(60));
            assertThat(office.api("sync").code()).isZero();

            Said refused = backup(office, nightly);

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("6 synchronised parts", "gradeline restore FILE", "--overwrite", "nothing was replaced");
            assertThat(Files.readAllBytes(nightly)).isEqualTo(good);
            assertThat(office.plain("restore", nightly.toString()).code()).isZero();
            assertThat(backup(office, nightly).code()).as("taken in first").isZero();
        }
    }

    @Test
    void anotherOrganisationsBackupIsReplacedOnRequestAlone() throws IOException {
        Path backup = folder.resolve("b.db");
        try (Office mine = Office.withKey(folder.resolve("mine"));
                Office theirs = Office.withKey(folder.resolve("theirs"));
                OtherOrganisation other = new OtherOrganisation()) {
            assertThat(mine.api("sync").code()).isZero();
            assertThat(theirs.plain("sync", "--base-url", other.baseUrl()).code())
                    .isZero();
            assertThat(backup(theirs, backup).code()).isZero();

            Said refused = backup(mine, backup);

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("another organisation", "--overwrite");
            assertThat(backup(mine, backup, "--overwrite").code()).isZero();
            assertThat(backup(mine, backup).code()).isZero();
        }
    }

    @Test
    void whatIsNoBackupStaysAndALinkIsFollowed() throws IOException {
        Path json = Files.writeString(folder.resolve("scores.json"), "{\"scores\": []}".repeat(50));
        Path real = folder.resolve("elsewhere.db");
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), Path.of("elsewhere.db"));
        try (Office office = Office.withKey(folder.resolve("data"))) {
            assertThat(office.api("sync").code()).isZero();

            Said refused = backup(office, json);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("is no backup of Gradeline");
            assertThat(json).content().startsWith("{\"scores\"");

            assertThat(backup(office, link).code()).isZero();
            assertThat(link).isSymbolicLink();
            assertThat(real).isNotEmptyFile();

            Path inside = Files.createSymbolicLink(
                    folder.resolve("inside.db"), office.data.resolve("history").resolve("default.db"));
            assertThat(backup(office, inside, "--overwrite").code()).isEqualTo(2);
            if (Files.exists(Path.of("/dev/null"))) {
                Path device = Files.createSymbolicLink(folder.resolve("null.db"), Path.of("/dev/null"));
                Said said = backup(office, device, "--overwrite");
                assertThat(said.code()).isEqualTo(2);
                assertThat(said.err()).contains("is no file");
            }
        }
    }
}
