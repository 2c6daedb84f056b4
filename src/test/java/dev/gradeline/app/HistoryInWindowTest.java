package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell;
import dev.gradeline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and import in the program's own window, by keyboard, over a real server and real histories. */
@Timeout(300)
class HistoryInWindowTest {
    @TempDir
    Path folder;

    private TwoOrganisations api;
    private Computer mine;

    @BeforeEach
    void start() throws IOException {
        api = new TwoOrganisations();
        mine = new Computer(folder.resolve("mine"), api.baseUrl());
    }

    @AfterEach
    void close() {
        api.close();
    }

    private Path table(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("past.csv"),
                "framework_id,overall_score,grade,completed_at\n" + String.join("\n", lines) + "\n");
    }

    private static void press(LiveWindow window, String button) {
        window.tabTo(button);
        window.press(KeyCode.SPACE);
    }

    private static void openSettings(LiveWindow window) {
        window.await("#syncState");
        window.shortcut(KeyCode.COMMA);
        window.await("#backup");
    }

    @Test
    void whatWasImportedAndBackedUpIsThereAfterRestoringElsewhere() throws Exception {
        mine.add("northwind", "Northwind Health", NORTHWIND);
        Path backup = folder.resolve("northwind.db");
        try (LiveWindow window = mine.window()) {
            window.awaitText(".big-number", "49");
            openSettings(window);
            mine.chooser.file = table("hipaa,none,F,2024-02-01", "soc2,77,B,2024-13-01");
            press(window, "#importPast");
            window.awaitText("#historyMessage", Shell.WORDS.of("settings.history.import.refused", "past.csv"));
            assertThat(window.texts())
                    .contains("Line 2: overall_score “none” is no number from 0 to 100, written with a point.")
                    .anyMatch(text -> text.startsWith("Line 3: completed_at “2024-13-01” is neither a date"));

            mine.chooser.file = table("hipaa,31,F,2024-02-01", "soc2,77,B,2024-03-01");
            press(window, "#importPast");
            window.awaitText("#historyMessage", "From past.csv: 2 assessments were taken in; none was known already.");
            assertThat(window.text("#counts")).startsWith("3 assessments, one recommendation, one scan, seen in ");
            window.command("Trends");
            window.click(".toggle-button", Shell.WORDS.of("trends.range.all"));
            window.awaitText(".table-cell", "31");
            window.command("Overview");
            window.awaitText(".big-number", "77");

            mine.chooser.file = backup;
            window.command("Back up the");
            window.awaitText("#historyMessage", "The history was copied to " + backup + ".");
            assertThat(mine.chooser.asked.getLast()).matches("gradeline-northwind-\\d{4}-\\d{2}-\\d{2}\\.db");
        }
        Computer other = new Computer(folder.resolve("other"), api.baseUrl());
        other.add("northwind", "Northwind", NORTHWIND);
        try (LiveWindow window = other.window()) {
            window.awaitText(".big-number", "49");
            assertThat(window.texts()).doesNotContain("77");
            openSettings(window);
            other.chooser.file = backup;
            press(window, "#restore");
            window.awaitTextWith("#historyMessage", "2 assessments");
            assertThat(window.text("#historyMessage")).startsWith("From northwind.db: 3 answers, ");
            window.command("Overview");
            window.awaitText(".big-number", "77");
            window.command("Restore a backup");
            window.awaitText("#historyMessage", "Nothing new: everything in northwind.db is known here already.");
            window.picture("history-restored");
        }
        assertThat(other.settings().current().folders()).containsEntry("backup", folder.toString());
    }

    /** As an upgrade does under a window that stays open, when the timer synchronises with the newer version. */
    @Test
    void whatANewerVersionChangedUnderAnOpenWindowIsLeftToIt() throws Exception {
        mine.add("northwind", "Northwind Health", NORTHWIND);
        try (LiveWindow window = mine.window()) {
            window.awaitText(".big-number", "49");
            try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + mine.historyFile("northwind"));
                    Statement statement = newer.createStatement()) {
                statement.execute("PRAGMA user_version = 1000");
            }
            window.shortcut(KeyCode.R);
            window.awaitTextWith(".label", "Close Gradeline and start it again.");
        }
    }

    @Test
    void aBackupOfAnotherOrganisationIsRefusedAndKeptBesideIt() throws Exception {
        mine.add("contoso", "Contoso", CONTOSO);
        mine.synchronise("contoso");
        Path backup = mine.backup("contoso", folder.resolve("gradeline-contoso-clinics-2026-11-28.db"));
        Computer other = new Computer(folder.resolve("other"), api.baseUrl());
        other.add("northwind", "Northwind Health", NORTHWIND);
        try (LiveWindow window = other.window()) {
            window.awaitText(".big-number", "49");
            openSettings(window);
            other.chooser.file = backup;
            press(window, "#restore");
            window.awaitTextWith("#historyMessage", "of another organisation than “Northwind Health”");
            window.picture("history-other");
            press(window, "#keepApart");
            window.awaitText("#organisation", "Contoso");
            window.awaitText(".big-number", "91");
            window.awaitText("#syncNext", "No key: this is what is stored");
            assertThat(window.text("#keyLine")).isEqualTo("no key");
        }
        assertThat(other.names()).containsExactly("northwind", "contoso");
        assertThat(other.stored("northwind").organizationId()).isEqualTo("org-northwind");
        assertThat(other.stored("contoso").organizationId()).isEqualTo("org-contoso");
        assertThat(other.key("northwind")).isEqualTo(NORTHWIND);
        try (LiveWindow window = other.window()) {
            window.awaitText("#organisation", "Contoso");
            // once more: its organisation is here already, and no third one is made
            other.chooser.file = backup;
            window.command("Open a backup");
            window.awaitTextWith("#backupText", "Backup of Contoso, as of ");
            window.click("#keepBackup");
            window.awaitText("#messageText", Shell.WORDS.of("app.backup.known", "Contoso"));
        }
        assertThat(other.names()).containsExactly("northwind", "contoso");
    }

    private static List<String> filesBeside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
            return files.map(String::valueOf).sorted().toList();
        }
    }

    /** What the system's temporary directory holds of ours. */
    private static List<String> passing() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("gradeline-passing-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aColleaguesBackupIsLookedAtAndNothingOfItChangesOrStays() throws Exception {
        mine.add("northwind", "Northwind Health", NORTHWIND);
        mine.synchronise("northwind");
        Path backup = mine.backup(
                "northwind", Files.createDirectory(folder.resolve("post")).resolve("from-sam.db"));
        byte[] bytes = Files.readAllBytes(backup);
        List<String> before = passing();
        api.close();
        Computer auditors = new Computer(folder.resolve("auditors"), api.baseUrl());
        try (LiveWindow window = auditors.window()) {
            auditors.chooser.file =
                    Files.writeString(folder.resolve("notes.db"), "this is no history at all".repeat(9));
            window.clickButton(Shell.WORDS.of("settings.organisations.openBackup"));
            window.awaitTextWith("#verdict", "notes.db is damaged, or no history of Gradeline. Choose another file.");
            assertThat(auditors.names()).isEmpty();

            auditors.chooser.file = backup;
            window.clickButton(Shell.WORDS.of("settings.organisations.openBackup"));
            window.awaitText("#organisation", "Northwind Health");
            window.awaitText(".big-number", "49");
            window.awaitTextWith("#backupText", "Backup of Northwind Health, as of ");
            window.awaitText("#keyLine", "backup, read-only");
            assertThat(window.isDisabled("#refresh")).isTrue();
            assertThat(window.text("#syncNext")).isEmpty();
            window.press(KeyCode.F5);
            window.awaitText("#messageText", Shell.WORDS.of("shell.backup.why"));
            assertThat(window.text("#syncProblem")).as("nothing was tried").isEmpty();
            assertThat(window.shows(".part-notice")).as("nobody is nagged").isFalse();
            window.picture("backup-looked-at");
            window.command("Add a note");
            window.click("#nav-trends");
            window.awaitText("#title", "Trends");
            assertThat(window.shows("#addNote")).isTrue();
            assertThat(window.isDisabled("#addNote")).isTrue();
            assertThat(window.isDisabled("#setTarget")).isTrue();
            window.click("#nav-settings");
            window.awaitText("#title", "Settings");
            assertThat(window.isDisabled("#restore")).isTrue();
            assertThat(window.isDisabled("#importPast")).isTrue();
            assertThat(window.isDisabled("#interval")).isTrue();
            assertThat(window.isDisabled("#adding")).isTrue();
            window.picture("backup-settings");
            window.click("#closeBackup");
            window.await("#key");
        }
        assertThat(auditors.names()).isEmpty();
        assertThat(auditors.historyFile("northwind-health")).doesNotExist();
        assertThat(Files.readAllBytes(backup)).isEqualTo(bytes);
        assertThat(filesBeside(backup)).containsExactly(backup.toString());
        assertThat(passing()).isEqualTo(before);
    }

    @Test
    void whatIsLookedAtCanBeKept() throws Exception {
        mine.add("northwind", "Northwind Health", NORTHWIND);
        mine.synchronise("northwind");
        Path backup = mine.backup("northwind", folder.resolve("from-sam.db"));
        api.close();
        Computer auditors = new Computer(folder.resolve("auditors"), api.baseUrl());
        try (LiveWindow window = new LiveWindow(auditors.programs(), auditors.chooser, backup)) {
            window.awaitTextWith("#backupText", "Backup of Northwind Health, as of ");
            window.click("#keepBackup");
            window.awaitText("#syncNext", "No key: this is what is stored");
            window.awaitText("#organisation", "Northwind Health");
            window.awaitText(".big-number", "49");
            assertThat(window.shows("#backupBanner")).isFalse();
            window.tabTo("#giveKey");
            window.press(KeyCode.SPACE);
            window.await("#key");
            window.clickButton(Shell.WORDS.of("connect.back"));
            window.awaitText(".big-number", "49");
        }
        assertThat(auditors.settings().current().connections())
                .extracting(Settings.Connection::title)
                .containsExactly("Northwind Health");
        assertThat(auditors.settings().current().lastConnection()).isEqualTo("northwind-health");
    }

    @Test
    void aBackupThatTheProgramIsStartedWithOpensAtOnce() throws Exception {
        mine.add("northwind", "Northwind Health", NORTHWIND);
        mine.synchronise("northwind");
        Path backup = mine.backup("northwind", folder.resolve("from-sam.db"));
        Computer other = new Computer(folder.resolve("other"), api.baseUrl());
        try (LiveWindow window = new LiveWindow(other.programs(), other.chooser, backup)) {
            window.awaitText("#organisation", "Northwind Health");
            window.awaitText(".big-number", "49");
        }
        Path broken = Files.writeString(folder.resolve("notes.db"), "this is no history at all".repeat(9));
        try (LiveWindow window = new LiveWindow(other.programs(), other.chooser, broken)) {
            window.awaitTextWith("#verdict", "notes.db is damaged, or no history of Gradeline.");
        }
    }

    @Test
    void whatASecondStartBringsIsShownWhateverPageIsOpen() throws Exception {
        mine.add("northwind", "Northwind Health", NORTHWIND);
        mine.synchronise("northwind");
        mine.add("contoso", "Contoso", CONTOSO);
        mine.synchronise("contoso");
        Path backup = mine.backup("northwind", folder.resolve("from-sam.db"));
        Computer other = new Computer(folder.resolve("other"), api.baseUrl());
        try (LiveWindow window = other.window()) {
            // asked while the connect page is still being made
            window.raise(new OneWindow.Wish("", backup));
            window.awaitTextWith("#backupText", "Backup of Northwind Health");
            window.awaitText(".big-number", "49");
        }
        try (LiveWindow window = mine.window()) {
            window.await("#syncState");
            window.raise(new OneWindow.Wish("northwind", null));
            window.awaitText("#organisation", "Northwind Health");
            window.raise(new OneWindow.Wish("contoso", null));
            window.awaitText("#organisation", "Contoso");
            window.raise(new OneWindow.Wish("nobody", null));
            window.raise(OneWindow.Wish.NONE);
            window.awaitText("#organisation", "Contoso");
            // after an upgrade: what is open goes on, and says what is to be done
            window.raise(OneWindow.Wish.told("9.9.9"));
            window.awaitTextWith("#messageText", "Another version of Gradeline is installed: 9.9.9.");
            window.awaitText("#organisation", "Contoso");
        }
    }
}
