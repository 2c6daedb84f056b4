package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recommendations in the whole window, over a real history. */
class RecommendationsInWindowTest {
    @TempDir
    private Path folder;

    private LiveShell live;

    @BeforeEach
    void open() throws IOException {
        live = new LiveShell(GrownDemo.get().copyTo(folder.resolve("data")));
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void aViewIsOpenedFromThePaletteOnWhateverPage() {
        live.page.shortcut(KeyCode.K);
        live.page.write("view: open p1");
        live.page.press(KeyCode.ENTER);
        assertThat(live.current()).isEqualTo(PageId.RECOMMENDATIONS);
        assertThat(live.page.text("views")).isEqualTo("View: Open P1");
        assertThat(Fx.get(() -> live.shell.model().filter().get().maxPriority()))
                .isEqualTo(1);
    }

    @Test
    void aDrillDownGoesBeforeTheViewThatIsShownFirst() throws IOException {
        live.settings.update(all -> all.withViews("demo", "default=#OPEN_P1"));
        live.page.shortcut(KeyCode.K);
        live.page.write("view: ");
        live.page.press(KeyCode.ESCAPE);
        live.page.when(() -> live.shell.openRecommendations(RecommendationFilter.STILL_OPEN));
        assertThat(live.current()).isEqualTo(PageId.RECOMMENDATIONS);
        assertThat(Fx.get(() -> live.shell.model().filter().get())).isEqualTo(RecommendationFilter.STILL_OPEN);
        assertThat(live.page.text("views")).isEqualTo("Views");
    }

    @Test
    void allOfThemAreShownWhereAllAreAskedFor() throws IOException {
        live.settings.update(all -> all.withViews("demo", "default=#OPEN_P1"));
        live.page.when(() -> live.shell.openRecommendations(RecommendationFilter.ALL));
        assertThat(Fx.get(() -> live.shell.model().filter().get())).isEqualTo(RecommendationFilter.ALL);
    }

    @Test
    void theViewThatIsShownFirstIsThereAfterALookAtThePalette() throws IOException {
        live.settings.update(all -> all.withViews("demo", "default=#OPEN_P1"));
        live.page.shortcut(KeyCode.K);
        live.page.press(KeyCode.ESCAPE);
        live.open(PageId.RECOMMENDATIONS);
        assertThat(live.page.text("views")).isEqualTo("View: Open P1");
    }

    @Test
    void oneIsOpenedByExactlyItsIdEvenWhereAnotherFilterWouldHideIt() {
        String id = live.history.posture().recommendations().get(40).id();
        live.page.when(() -> live.shell.openRecommendation(id));
        assertThat(live.page.text("id")).isEqualTo(id);
        live.page.when(() -> live.shell.model().filter().set(RecommendationFilter.ALL.withSearch("no such thing")));
        live.open(PageId.OVERVIEW);
        String other = live.history.posture().recommendations().get(70).id();
        live.page.when(() -> live.shell.openRecommendation(other));
        assertThat(live.page.text("id")).isEqualTo(other);
        TableView<?> table = live.page.node("#table", TableView.class);
        assertThat(Fx.get(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(70);
        assertThat(Fx.get(() -> table.lookupAll(".table-row-cell").stream()
                        .anyMatch(row -> row instanceof javafx.scene.control.TableRow<?> shown
                                && shown.getIndex() == 70
                                && shown.isVisible())))
                .isTrue();
    }

    @Test
    void aNoteGoesIntoHistoryTheFilterAndTheExports() throws IOException {
        live.open(PageId.RECOMMENDATIONS);
        TableView<?> table = live.page.node("#table", TableView.class);
        live.page.focus(table);
        live.page.when(() -> table.getSelectionModel().select(2));
        live.page.focus(live.page.node("#tags", Node.class));
        live.page.write("waiting");
        live.page.press(KeyCode.ENTER);
        assertThat(live.history.posture().recommendations().get(2).own()).isEqualTo(OwnNote.of("", "waiting"));

        live.page.focus(live.page.node("#search", Node.class));
        live.page.write("tag:waiting");
        assertThat(live.page.text("count")).startsWith("1 of ");
        live.chosen = folder.resolve("noted.csv");
        export(0);
        assertThat(Files.readAllLines(folder.resolve("noted.csv")))
                .hasSize(2)
                .last()
                .asString()
                .endsWith(",waiting,");
    }

    @Test
    void thePdfListsWhatTheTableShowsInItsOrder() throws IOException {
        live.open(PageId.RECOMMENDATIONS);
        live.page.focus(live.page.node("#search", Node.class));
        live.page.write("\"in progress\"");
        live.page.clickHeader("Recommendation");
        live.page.clickHeader("Recommendation");
        live.chosen = folder.resolve("shown.csv");
        export(0);
        live.chosen = folder.resolve("shown.pdf");
        export(2);
        live.page.press(KeyCode.ENTER);
        List<String> ids = Files.readAllLines(folder.resolve("shown.csv"));
        assertThat(ids).hasSizeGreaterThan(3);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("shown.pdf").toFile())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("containing “in progress”");
            int before = 0;
            for (String line : ids.subList(1, ids.size())) {
                // the first words of a title: the table on paper breaks it
                String[] words = line.split(",")[1].replace("\"", "").split(" ");
                int at = text.indexOf(words[0] + " " + words[1], before);
                assertThat(at).as(line).isPositive();
                before = at;
            }
        }
    }

    private void export(int item) {
        live.page.when(() -> live.page
                .node("#content", Node.class)
                .lookupAll("#export")
                .forEach(button -> ((MenuButton) button).getItems().get(item).fire()));
    }
}
