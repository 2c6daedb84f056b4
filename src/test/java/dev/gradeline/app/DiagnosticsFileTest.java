package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.cli.Shell;
import dev.gradeline.history.History;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ZIP file holds what it says that it holds, and nothing that it says it does not. */
class DiagnosticsFileTest {
    @TempDir
    private Path folder;

    private DataDirectory directory() {
        return new DataDirectory(folder.resolve("data"));
    }

    @BeforeEach
    void someUse() throws IOException {
        new SettingsStore(directory().settingsFile())
                .update(now -> now.withConnection(
                                new Settings.Connection("northwind", "N\u201dW", "https://assess.ayliea.com/api/v1"))
                        .withViews("northwind", "name=Payroll")
                        .withFolder("export", "/mnt/Payroll")
                        .withNetwork(Network.ofProxy("gate.example", 3128, "me")
                                .withCertificates(List.of("/srv/\u201dCompany/ca.pem"))));
        Files.writeString(
                directory().root().resolve("settings.json.damaged-20261101T000000Z"),
                "{\"connections\" : [ {\"name\" : \"contoso\", \"label\": \"Contoso Clinics\"");
        try (History history = History.open(directory().historyFile("northwind"), InstantSource.system());
                History.Run run = history.begin()) {
            run.storeScores(List.of(new Assessment(
                    new Framework("hipaa"),
                    BigDecimal.valueOf(49),
                    new Grade("C"),
                    Instant.parse("2026-01-01T10:00:00Z"),
                    Instant.parse("2026-11-28T09:00:00Z"),
                    false)));
            run.storeFailure(Part.DISCOVERY, Outcome.UNREACHABLE, "no such host: gate.example");
        }
        Files.createDirectories(directory().logDirectory());
        Files.writeString(directory().logDirectory().resolve("gradeline-2026-11-28.log"), """
                        INFO northwind by gate.example
                        WARN contoso (Contoso Clinics), broken: /srv/\u201dCompany/ca.pem
                        """);
        Files.writeString(directory().historyFile("broken"), "not a database at all, but long enough to be looked at");
    }

    private Map<String, String> saved() throws IOException {
        Path zip = folder.resolve("out.zip");
        SettingsStore settings = new SettingsStore(directory().settingsFile());
        new DiagnosticsFile(directory(), settings, Shell.WORDS, "1.2.3").write(zip, () -> false);
        return unzipped(zip);
    }

    static Map<String, String> unzipped(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void everythingThatTheReadmeNamesIsThere() throws IOException {
        Map<String, String> entries = saved();
        assertThat(entries)
                .containsOnlyKeys(
                        "README.txt", "versions.txt", "settings.json", "histories.txt", "log/gradeline-2026-11-28.log");
        assertThat(entries.get("README.txt")).contains("Gradeline 1.2.3", "settings.json", "No key and no password");
        assertThat(entries.get("versions.txt"))
                .contains("Gradeline 1.2.3", System.getProperty("java.runtime.version"), System.getProperty("os.name"));
        assertThat(entries.get("histories.txt"))
                .containsPattern("connection-1: \\d+ bytes.*, format \\d+, sound")
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT\\S+ scores OK 1\n")
                .contains("discovery UNREACHABLE 0 no such host: proxy-host")
                .containsPattern("other-\\d: \\d+ bytes, not readable: (DAMAGED|UNREADABLE)");
        assertThat(entries.get("settings.json")).contains("\"syncMinutes\" : 15", "\"port\" : 3128");
        assertThat(entries.get("log/gradeline-2026-11-28.log"))
                .startsWith("INFO connection-1 by proxy-host\nWARN other-")
                .endsWith(": certificates-1\n");
    }

    @Test
    void nothingThatIsNobodysAffairIsThere() throws IOException {
        assertThat(saved().values())
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("broken", "contoso", "Contoso Clinics", "Company")
                        .doesNotContain("northwind", "gate.example", "N\u201dW", "Payroll", "\"me\"")
                        .doesNotContain("hipaa", "ai-security"));
    }

    @Test
    void settingsThatMayNotBeReadAreToldFromDamagedOnes() throws IOException {
        Files.writeString(directory().settingsFile(), "{\"x\":");
        SettingsStore settings = new SettingsStore(folder.resolve("none.json"));
        DiagnosticsFile file = new DiagnosticsFile(directory(), settings, Shell.WORDS, "1");
        file.write(folder.resolve("out.zip"), () -> false);
        assertThat(unzipped(folder.resolve("out.zip"))).containsEntry("settings.json", "damaged\n");
        Files.delete(directory().settingsFile());
        // a directory cannot be read by an administrator either
        Files.createDirectory(directory().settingsFile());
        file.write(folder.resolve("out.zip"), () -> false);
        assertThat(unzipped(folder.resolve("out.zip")).get("settings.json")).startsWith("not readable: java.");
    }

    @Test
    void whoeverCancelsFindsNoFile() {
        Path zip = folder.resolve("out.zip");
        SettingsStore settings = new SettingsStore(directory().settingsFile());
        DiagnosticsFile file = new DiagnosticsFile(directory(), settings, Shell.WORDS, "1.2.3");
        assertThatThrownBy(() -> file.write(zip, () -> true)).isInstanceOf(CancellationException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**out.zip").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whereNothingWasEverUsedThereIsStillAFile() throws IOException {
        Path zip = folder.resolve("out.zip");
        DataDirectory empty = new DataDirectory(folder.resolve("empty"));
        new DiagnosticsFile(empty, new SettingsStore(empty.settingsFile()), Shell.WORDS, "1").write(zip, () -> false);
        assertThat(unzipped(zip)).containsEntry("histories.txt", "none\n").containsEntry("settings.json", "{}\n");
        assertThat(empty.root()).doesNotExist();
    }
}
