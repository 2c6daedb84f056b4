package dev.gradeline.ui.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.history.Glance.Look;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.portfolio.PortfolioOrder.Column;
import dev.gradeline.ui.portfolio.PortfolioRow.Mark;
import dev.gradeline.ui.portfolio.PortfolioRow.Move;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioViewModelTest {
    private final TestPages pages = new TestPages(TestPages.northwind());
    private final Few few = Few.ofEachKind();

    private PortfolioViewModel model() {
        PortfolioViewModel model = new PortfolioViewModel(pages.context(), few);
        model.look();
        return model;
    }

    private static PortfolioRow row(PortfolioViewModel model, String title) {
        return model.rows().stream()
                .filter(row -> row.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(PortfolioViewModel model) {
        return model.rows().stream().map(row -> row.title().split(" ", 2)[0]).toList();
    }

    @Test
    void oneRowForEachOrganisationInTheOrderInWhichTheyCame() {
        PortfolioViewModel model = model();
        assertThat(titles(model)).containsExactly("Northwind", "Contoso", "Adatum", "Fabrikam", "Litware", "Tailspin");
        assertThat(model.summary().get()).isEqualTo("6 organisations");
        assertThat(model.rows())
                .extracting(PortfolioRow::open)
                .containsExactly(true, false, false, false, false, false);
    }

    @Test
    void theWorstGradeStandsFirstAndWhatMovedIsToldWithItsDirection() {
        PortfolioRow row = row(model(), "Northwind");
        assertThat(row.grades()).extracting(Mark::name).startsWith("HIPAA").endsWith("CIS Controls v8");
        assertThat(row.grades().getFirst().spoken()).startsWith("HIPAA, grade D");
        assertThat(row.since()).isEqualTo("since 8 Nov (report)");
        assertThat(row.moves()).isNotEmpty();
        Move first = row.moves().getFirst();
        assertThat(first.movement().direction()).isEqualTo(1);
        assertThat(first.movement().text()).isEqualTo("+6 AI Security");
        assertThat(first.spoken()).isEqualTo("AI Security rose from 66 to 72 — still C");
        assertThat(row.moves().getLast().movement().known()).isFalse();
        assertThat(row.syncedText()).isEqualTo("2 min ago");
        assertThat(row.syncedHint()).contains("2026-11-23T06:38:00Z");
        assertThat(row.assessed()).startsWith("assessed 15 Nov");
        long urgent = Postures.northwind().recommendations().stream()
                .filter(each -> Integer.valueOf(1).equals(each.priority())
                        && each.status() != null
                        && each.status().id().equals("open"))
                .count();
        assertThat(urgent).isPositive();
        assertThat(row.urgent()).isEqualTo(urgent);
    }

    @Test
    void aBrokenOneSaysSoInItsRowAndHarmsNoOther() {
        PortfolioViewModel model = model();
        PortfolioRow broken = row(model, "Fabrikam");
        assertThat(broken.trouble()).isEqualTo("history cannot be read");
        assertThat(broken.hint()).isEqualTo("The history fabrikam.db is damaged.");
        assertThat(broken.grades()).isEmpty();
        assertThat(broken.urgent()).as("not known is not none").isNull();
        assertThat(broken.since()).isEmpty();
        assertThat(row(model, "Tailspin").grades()).isNotEmpty();
    }

    @Test
    void anEmptyOneIsNotSynchronisedYetAndAnOlderOneWaitsToBeOpened() {
        PortfolioViewModel model = model();
        assertThat(row(model, "Adatum").syncedText()).isEqualTo("not synchronised yet");
        assertThat(row(model, "Adatum").trouble()).isEmpty();
        assertThat(row(model, "Litware").trouble()).isEqualTo("written by an earlier version");
        assertThat(row(model, "Tailspin").since()).isEqualTo("since 8 Nov");
    }

    @Test
    void aRefusedKeyIsToldAndWhereTheKeyIsElse() {
        few.keys.put("northw", new KeySight(KeyVault.Place.KEYCHAIN, "ayliea_pk_a1b2c3d4…", null));
        few.keys.put("adatum", new KeySight(KeyVault.Place.NOWHERE, null, new KeychainResult.Absent<>("none")));
        PortfolioViewModel model = model();
        assertThat(row(model, "Contoso").trouble()).isEqualTo("Scores: key not accepted");
        assertThat(row(model, "Contoso").below()).isEqualTo("Scores: key not accepted");
        assertThat(row(model, "Contoso").hint()).contains("did not accept this key");
        assertThat(row(model, "Northwind").below()).isEqualTo("key a1b2c3d4… · keychain");
        assertThat(row(model, "Adatum").below()).isEqualTo("no keychain");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, false, Adatum, Tailspin",
        "NAME, true, Tailspin, Adatum",
        "URGENT, true, Northwind, Litware",
        "SYNCED, false, Tailspin, Litware",
        "SYNCED, true, Northwind, Litware",
        "MOVED, false, Northwind, Tailspin"
    })
    void isSortedByAColumnAndWhatIsUnknownComesLast(Column column, boolean descending, String first, String last) {
        PortfolioViewModel model = model();
        model.order().set(new PortfolioOrder(List.of(new PortfolioOrder.Key(column, descending))));
        assertThat(titles(model)).startsWith(first).endsWith(last);
        model.order().set(PortfolioOrder.OWN);
        assertThat(titles(model)).startsWith("Northwind").endsWith("Tailspin");
    }

    @Test
    void gradesAreSortedByTheWorst() {
        PortfolioViewModel model = model();
        model.order().set(new PortfolioOrder(List.of(new PortfolioOrder.Key(Column.GRADES, false))));
        List<String> worst = model.rows().stream()
                .filter(row -> !row.grades().isEmpty())
                .map(row ->
                        Objects.requireNonNull(row.grades().getFirst().grade()).letter())
                .toList();
        assertThat(worst).hasSizeGreaterThan(1).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(titles(model).subList(3, 6)).doesNotContain("Northwind", "Contoso", "Tailspin");
    }

    @Test
    void opensAnotherOneAndTheOpenOneAtItsOverview() {
        PortfolioViewModel model = model();
        model.open(row(model, "Northwind"));
        model.add();
        // a double click is two clicks, and each leads there
        model.open(row(model, "Tailspin"));
        model.open(row(model, "Tailspin"));
        model.open(row(model, "Contoso"));
        assertThat(few.asked).containsExactly("add", "open Tailspin");
        assertThat(pages.asked).containsExactly("open OVERVIEW");
    }

    @Test
    void rowsShowAtOnceFillOneByOneAndWhatAnOlderLookFindsIsDropped() {
        ManualTasks tasks = new ManualTasks();
        PortfolioViewModel model = new PortfolioViewModel(new TestPages(TestPages.northwind(), tasks).context(), few);
        model.look();
        tasks.end(0);
        assertThat(model.rows()).hasSize(6).allMatch(row -> row.syncedText().equals("reading…"));
        few.looks.put("Northwind Health", Look.Nothing::new);
        tasks.end(0);
        assertThat(row(model, "Northwind").syncedText()).isEqualTo("not synchronised yet");
        assertThat(row(model, "Contoso").syncedText()).isEqualTo("reading…");
        model.look();
        few.looks.remove("Adatum");
        while (tasks.waiting() > 0) {
            tasks.end(tasks.waiting() - 1);
        }
        assertThat(titles(model)).containsExactly("Northwind", "Contoso", "Fabrikam", "Litware", "Tailspin");
        assertThat(model.rows()).noneMatch(row -> row.syncedText().equals("reading…"));
    }

    @Test
    void aFailureToListIsToldOverTheRowsWhichGoOnFillingAndAnOlderOneIsDropped() {
        ManualTasks tasks = new ManualTasks();
        PortfolioViewModel model = new PortfolioViewModel(new TestPages(TestPages.northwind(), tasks).context(), few);
        few.unlisted = true;
        model.look();
        tasks.endAll();
        assertThat(model.empty().get()).isEqualTo("The organisations could not be listed: the folder is gone");
        assertThat(model.notice().get())
                .as("it stands in the place of the rows")
                .isNull();

        few.unlisted = false;
        model.look();
        tasks.end(0);
        few.unlisted = true;
        model.look();
        tasks.endAll();
        PartNotice notice = Objects.requireNonNull(model.notice().get());
        assertThat(notice.text()).contains("from before");
        assertThat(notice.details()).endsWith("the folder is gone");
        assertThat(model.rows()).hasSize(6).noneMatch(row -> row.syncedText().equals("reading…"));

        model.look();
        model.look();
        few.unlisted = false;
        tasks.end(1);
        few.unlisted = true;
        tasks.endAll();
        assertThat(model.notice().get()).as("the older failure came later").isNull();
    }

    @Test
    void whereTheKeysAreIsAsTheNewestLookFoundThem() {
        ManualTasks tasks = new ManualTasks();
        PortfolioViewModel model = new PortfolioViewModel(new TestPages(TestPages.northwind(), tasks).context(), few);
        few.looks.keySet().retainAll(List.of("Adatum"));
        model.look();
        tasks.end(0);
        tasks.end(0);
        // the older look's keys wait still
        model.look();
        tasks.end(1);
        tasks.end(1);
        tasks.end(1);
        assertThat(row(model, "Adatum").below()).isEmpty();
        few.keys.put("adatum", new KeySight(KeyVault.Place.NOWHERE, null, new KeychainResult.Absent<>("none")));
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.endAll();
        assertThat(row(model, "Adatum").below()).as("an older answer").isEmpty();
    }

    @Test
    void withoutAnyItSaysSo() {
        PortfolioViewModel model = new PortfolioViewModel(pages.context(), Holdings.NONE);
        model.look();
        assertThat(model.empty().get()).isEqualTo("There is no organisation on this computer yet.");
    }
}
