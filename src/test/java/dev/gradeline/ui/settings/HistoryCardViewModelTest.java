package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.history.History;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and import over a real history, without a window. */
class HistoryCardViewModelTest {
    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private SettingsCards cards;
    private History history;

    @BeforeEach
    void open() {
        cards = new SettingsCards(words, folder);
        history = cards.history();
    }

    @AfterEach
    void close() {
        history.close();
    }

    private HistoryCardViewModel model(TaskRunner tasks) {
        HistoryCardViewModel model = cards.history(history, tasks, false);
        model.look();
        return model;
    }

    private Path backupOfAnother(int score) {
        Path backup = folder.resolve("backup.db");
        try (History other = History.open(folder.resolve("other.db"), java.time.InstantSource.system())) {
            SettingsCards.store(other, "soc2", score);
            other.backup(backup);
        }
        return backup;
    }

    @Test
    void whatCannotBeDoneNowSaysWhy() {
        HistoryCardViewModel model = model(TaskRunner.direct());
        assertThat(model.reason().get()).isEmpty();
        assertThat(model.backupReason().get()).startsWith("Nothing is stored yet");
        assertThat(model.size().get()).endsWith("not synchronised yet");
        model.backUp();
        assertThat(cards.asked).isEmpty();

        SettingsCards.store(history, "hipaa", 49);
        model.look();
        assertThat(model.backupReason().get()).isEmpty();
        assertThat(model.size().get()).matches("\\d+ kB on this computer, first synchronised on .*");
        assertThat(model.counts().get())
                .isEqualTo("One assessment, no recommendations, no scans, seen in one synchronisation");

        model.showing(Instant.EPOCH);
        model.backUp();
        model.restore();
        model.importPast();
        assertThat(cards.asked).isEmpty();
        assertThat(model.reason().get()).startsWith("You are looking at an earlier date.");
        model.showing(null);
        model.backUp();
        assertThat(cards.asked).containsExactly("save gradeline-northwind-2026-11-28.db");
        assertThat(cards.history(history, TaskRunner.direct(), true).reason().get())
                .startsWith("Sample data needs no backup.");
    }

    @Test
    void aCancelledRestoreLeavesEverythingAsItWas() {
        SettingsCards.store(history, "hipaa", 49);
        cards.chosen = backupOfAnother(77);
        ManualTasks tasks = new ManualTasks();
        HistoryCardViewModel model = model(tasks);
        tasks.endAll();
        model.restore();
        assertThat(model.busy().get()).isTrue();
        assertThat(model.doing().get()).isEqualTo("Taking in what the backup knows…");
        model.cancel();
        tasks.endAll();

        assertThat(model.message().get()).isEqualTo("Cancelled: everything is as it was before.");
        assertThat(history.contents().assessments()).isEqualTo(1);
        assertThat(cards.asked).doesNotContain("stored");
        model.restore();
        tasks.endAll();
        assertThat(model.message().get()).contains("no past in common");
        assertThat(model.apart().get()).isEqualTo(cards.chosen);
        assertThat(model.perhaps().get()).isEqualTo(cards.chosen);
        assertThat(history.contents().assessments()).isEqualTo(1);
        model.restoreAsSame();
        tasks.endAll();
        assertThat(model.perhaps().get()).isNull();
        assertThat(model.message().get())
                .isEqualTo("From backup.db: one answer, one assessment and no recommendation more than before.");
        assertThat(model.good().get()).isTrue();
        assertThat(cards.asked).endsWith("stored");
        assertThat(history.contents().assessments()).isEqualTo(2);
        assertThat(model.counts().get()).startsWith("2 assessments");
    }

    @Test
    void noBackupGoesWhereTheHistoriesLive() {
        SettingsCards.store(history, "hipaa", 49);
        HistoryCardViewModel model = model(TaskRunner.direct());
        cards.chosen = folder.resolve("history").resolve("contoso.db");
        model.backUp();
        assertThat(model.message().get()).endsWith("is where Gradeline keeps its histories. Choose another folder.");
        assertThat(cards.chosen).doesNotExist();
        cards.chosen = backupOfAnother(77);
        model.backUp();
        assertThat(model.message().get())
                .startsWith("No backup was made. ")
                .contains("another organisation")
                .endsWith("Choose another name.");
        cards.chosen = folder.resolve("no-such-folder").resolve("backup.db");
        model.backUp();
        assertThat(model.message().get())
                .isEqualTo("No backup was made. " + cards.chosen + " cannot be written. Choose another place.");
        assertThat(model.good().get()).isFalse();
    }

    @Test
    void aFileThatIsNoBackupIsRefusedInWords() throws IOException {
        HistoryCardViewModel model = model(TaskRunner.direct());
        cards.chosen = Files.writeString(folder.resolve("notes.db"), "no history at all ".repeat(20));
        model.restore();
        assertThat(model.message().get())
                .isEqualTo("Nothing was taken in. " + cards.chosen
                        + " is damaged, or no history of Gradeline. Choose another file.");
        cards.chosen = folder.resolve("gone.csv");
        model.importPast();
        assertThat(model.message().get())
                .isEqualTo("Nothing was taken in. " + cards.chosen
                        + " cannot be read. Check that it is there and may be read.");
        assertThat(cards.asked).doesNotContain("stored");
    }

    @Test
    void ofManyFlawsTheFirstAreToldAndTheRestCounted() throws IOException {
        HistoryCardViewModel model = model(TaskRunner.direct());
        cards.chosen = Files.writeString(
                folder.resolve("past.csv"),
                "framework_id,overall_score,grade,completed_at\n" + "hipaa,101,A,2025-01-01\n".repeat(12));
        model.importPast();
        assertThat(model.flaws())
                .hasSize(11)
                .startsWith("Line 2: overall_score “101” is no number from 0 to 100, written with a point.")
                .endsWith("2 more lines are wrong.");
        model.dismiss();
        assertThat(model.flaws()).isEmpty();
        assertThat(model.message().get()).isEmpty();
    }

    @Test
    void removingAsksForTheNameAndTellsWhatTheKeychainKept() {
        OrganisationsViewModel model = cards.organisations();
        model.look();
        OrganisationsViewModel.Row contoso = model.rows().get(1);
        assertThat(contoso.key()).isEqualTo("key c0c0c0c0… · keychain");
        model.askToRemove(contoso);
        assertThat(model.removal().question()).isEqualTo("Remove “Contoso Clinics” from this computer?");
        model.removal().removeAll();
        model.removal().typedName().set("Contoso");
        model.removal().removeAll();
        assertThat(cards.asked).as("nobody typed the name").containsExactly("show");
        model.removal().typedName().set(" contoso clinics ");
        model.removal().removeAll();
        assertThat(cards.asked).containsExactly("show", "remove contoso");
        assertThat(model.message().get()).contains("The keychain did not let its key be removed");
        model.askToRemove(model.rows().get(2));
        model.removal().removeKey();
        assertThat(cards.asked).as("it has no key").doesNotContain("forget key of from-sam");
        model.askToRemove(model.rows().getFirst());
        model.removal().typedName().set("Northwind Health");
        model.removal().removeAll();
        assertThat(cards.asked).endsWith("leave and remove northwind");
    }

    @Test
    void aBackupBeforeRemovingCanBeCancelledAndNothingIsRemovedMeanwhile() {
        ManualTasks tasks = new ManualTasks();
        OrganisationsViewModel model = cards.organisations(tasks);
        model.look();
        tasks.endAll();
        cards.chosen = folder.resolve("contoso.db");
        model.askToRemove(model.rows().get(1));
        RemovalViewModel removal = model.removal();
        removal.typedName().set("Contoso Clinics");
        removal.backUpFirst();
        assertThat(removal.busy().get()).isTrue();
        assertThat(removal.confirmed().get()).isFalse();
        removal.removeAll();
        removal.backUpFirst();
        removal.cancel();
        tasks.endAll();
        assertThat(model.message().get()).isEqualTo("Cancelled: everything is as it was before.");
        assertThat(removal.busy().get()).isFalse();
        assertThat(cards.asked).containsExactly("show", "save gradeline-contoso-2026-11-28.db");
        removal.backUpFirst();
        tasks.endAll();
        assertThat(cards.asked).endsWith("back up contoso");
        assertThat(model.message().get()).contains("contoso.db");
        assertThat(removal.confirmed().get()).isTrue();
    }
}
