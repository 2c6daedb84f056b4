package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code restore} where one side does not say whose it is, and after damage. */
class RestoreWhoseTest {
    @TempDir
    Path folder;

    private Path backup(Office office) {
        Path backup = folder.resolve(office.data.getFileName() + ".backup");
        Said made = office.plain("backup", "-o", backup.toString());
        assertThat(made.code()).as(made.toString()).isZero();
        return backup;
    }

    private static String export(Office office, String what) {
        return office.plain("export", what, "--format", "json", "-o", "-").out();
    }

    @Test
    void anUnnamedHistoryAndANamedOneAreMixedOnThePersonsWordAlone() throws Exception {
        try (Office named = Office.withKey(folder.resolve("named"));
                Office unnamed = Office.withKey(folder.resolve("unnamed"));
                OtherOrganisation other = OtherOrganisation.withoutScope()) {
            assertThat(named.api("sync").code()).isZero();
            assertThat(unnamed.plain("sync", "--base-url", other.baseUrl()).code())
                    .isZero();
            Path ofNamed = backup(named);
            Path ofUnnamed = backup(unnamed);
            String before = export(named, "recommendations");
            String none = export(unnamed, "recommendations");

            for (Said refused : new Said[] {
                named.plain("restore", ofUnnamed.toString()), unnamed.plain("restore", ofNamed.toString())
            }) {
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.err())
                        .contains("no past in common", "gradeline restore --same-organisation FILE", "--connection");
            }
            assertThat(export(named, "recommendations")).isEqualTo(before);
            assertThat(export(unnamed, "recommendations")).isEqualTo(none);

            Said said = unnamed.plain("restore", "--same-organisation", ofNamed.toString());
            assertThat(said.code()).as(said.toString()).isZero();
        }
    }

    @Test
    void twoUnnamedOnesAreMixedWhereTheyShareAPast() throws Exception {
        try (Office first = Office.withKey(folder.resolve("first"));
                Office second = Office.withKey(folder.resolve("second"));
                Office third = Office.withKey(folder.resolve("third"));
                OtherOrganisation other = OtherOrganisation.withoutScope()) {
            first.clock.moveTo(Story.LAST_VISIT);
            assertThat(first.plain("sync", "--base-url", other.baseUrl()).code())
                    .isZero();
            assertThat(second.plain("restore", backup(first).toString()).code())
                    .as("an empty one takes in any")
                    .isZero();
            assertThat(second.plain("sync", "--base-url", other.baseUrl()).code())
                    .isZero();
            assertThat(third.plain("sync", "--base-url", other.baseUrl()).code())
                    .isZero();

            Said shared = first.plain("restore", backup(second).toString());
            assertThat(shared.code()).as(shared.toString()).isZero();
            third.clock.moveTo(Story.END.plusSeconds(1));
            Path alone = backup(third);
            Files.delete(third.data.resolve("history").resolve("default.db"));
            Files.delete(third.data.resolve("history").resolve("default.db.seal"));
            third.clock.moveTo(Story.END.plusSeconds(2));
            assertThat(third.plain("sync", "--base-url", other.baseUrl()).code())
                    .isZero();
            assertThat(third.plain("restore", alone.toString()).code())
                    .as("another beginning")
                    .isEqualTo(2);
        }
    }

    @Test
    void whatIsPutBackAfterDamageIsTold() throws Exception {
        try (Office office = Office.withKey(folder.resolve("data"))) {
            assertThat(office.api("sync").code()).isZero();
            Path backup = backup(office);
            String whole = export(office, "recommendations");
            Path file = office.data.resolve("history").resolve("default.db");
            byte[] bytes = Files.readAllBytes(file);
            for (int at = bytes.length / 4; at < bytes.length; at += 4096) {
                bytes[at] ^= 1;
            }
            Files.write(file, bytes);
            assertThat(office.plain("status").err()).contains("was damaged");
            assertThat(export(office, "recommendations")).isNotEqualTo(whole);

            Said said = office.plain("restore", backup.toString());

            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.err()).contains("Put back what damage had taken", "whole again");
            assertThat(said.err()).doesNotContain("known here already");
            assertThat(export(office, "recommendations")).isEqualTo(whole);
            assertThat(office.plain("restore", backup.toString()).err()).contains("known here already");
        }
    }

    @Test
    void aClockThatWentBackSaysTheLastDateOnce() {
        try (Office office = Office.withKey(folder.resolve("data"))) {
            assertThat(office.api("sync").code()).isZero();
            office.clock.moveTo(Story.LAST_VISIT);
            String status = office.plain("status").out();
            assertThat(status).containsPattern("Last synchronised +[^()\\n]+\\n");
        }
    }
}
