package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.history.History;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.DayField;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot chosen, looked at and saved as a person does, over the sample's two years. */
class SnapshotSheetTest {
    @TempDir
    private Path folder;

    private Path data;
    private LiveShell live;

    @BeforeEach
    void open() throws IOException {
        data = GrownDemo.get().copyTo(folder.resolve("data"));
        live = new LiveShell(data);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static String text(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private boolean isOpen() {
        return Fx.get(() -> live.shell.root().lookup(".snapshot-sheet") != null);
    }

    private void choose(String selector) {
        live.page.focus(live.page.node(selector, Node.class));
        live.page.press(KeyCode.SPACE);
    }

    @Test
    void whatIsChosenIsSavedAndRememberedForTheNextTime() throws IOException {
        live.chosen = folder.resolve("first.pdf");
        live.page.shortcut(KeyCode.E);
        assertThat(live.page.text("pageOf")).matches("Page 1 of [2-9]\\d*");
        live.page.picture("snapshot-sheet");
        choose("#section-recommendations");
        choose("#section-discovery");
        choose("#letter");
        live.page.press(KeyCode.ENTER);
        assertThat(isOpen()).isFalse();
        assertThat(live.page.texts()).contains("Saved " + live.chosen);
        assertThat(live.page.node("#messageBanner", Node.class).getPseudoClassStates())
                .as("no warning")
                .contains(PseudoClass.getPseudoClass("good"));
        assertThat(live.history.mark(History.Mark.LAST_REPORT)).isNotNull();
        assertThat(text(live.chosen)).contains("Northwind Health").doesNotContain("AI discovery");
        try (PDDocument pdf = Loader.loadPDF(live.chosen.toFile())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
        }

        live.close();
        live = new LiveShell(data);
        live.page.shortcut(KeyCode.E);
        assertThat(Fx.get(live.page.node("#section-discovery", CheckBox.class)::isSelected))
                .isFalse();
        assertThat(Fx.get(live.page.node("#section-grades", CheckBox.class)::isSelected))
                .isTrue();
        assertThat(Fx.get(live.page.node("#letter", RadioButton.class)::isSelected))
                .isTrue();
    }

    @Test
    void pagesAreTurnedByKey() {
        live.page.shortcut(KeyCode.E);
        var first = Fx.get(live.page.node("#picture", ImageView.class)::getImage);
        live.page.focus(live.page.node("#pages", Node.class));
        live.page.press(KeyCode.PAGE_DOWN);
        assertThat(live.page.text("pageOf")).startsWith("Page 2 of ");
        assertThat(Fx.get(live.page.node("#picture", ImageView.class)::getImage))
                .isNotSameAs(first);
        live.page.press(KeyCode.PAGE_UP, KeyCode.PAGE_UP);
        assertThat(live.page.text("pageOf")).startsWith("Page 1 of ");
    }

    @Test
    void aSectionIsMovedAndTheKeyboardStaysThere() throws IOException {
        live.chosen = folder.resolve("moved.pdf");
        live.page.shortcut(KeyCode.E);
        for (int i = 0; i < 3; i++) {
            Button up = live.page.node("#up-bands", Button.class);
            live.page.focus(up);
            live.page.press(KeyCode.SPACE);
            assertThat(Fx.get(() -> live.shell.root().getScene().getFocusOwner().getId()))
                    .isEqualTo("up-bands");
        }
        live.page.focus(live.page.node("#save", Button.class));
        live.page.press(KeyCode.SPACE);
        String text = text(live.chosen);
        assertThat(text.lastIndexOf("How grades are banded")).isLessThan(text.lastIndexOf("AI discovery"));
    }

    @Test
    void changesAreToldFromTheDayThatIsWritten() throws IOException {
        live.chosen = folder.resolve("since.pdf");
        live.page.shortcut(KeyCode.E);
        DayField since = live.page.node("#since", DayField.class);
        live.page.focus(since);
        Fx.run(() -> since.getEditor().clear());
        live.page.write("3 March 2026");
        live.page.press(KeyCode.ENTER);
        assertThat(isOpen()).as("the day was written, nothing more").isTrue();
        live.page.focus(live.page.node("#save", Button.class));
        live.page.press(KeyCode.SPACE);
        // in a PDF times are told in UTC, wherever it is made; here it is Tokyo
        assertThat(text(live.chosen)).contains("What changed since 2 March 2026, 15:00 UTC");
    }

    @Test
    void aFilterOfAnotherPageIsToldAndCanBeLeftOut() throws IOException {
        live.page.when(() -> live.shell
                .model()
                .filter()
                .set(RecommendationFilter.ALL.withFrameworks(Set.of("hipaa")).withMaxPriority(1)));
        live.chosen = folder.resolve("filtered.pdf");
        live.page.shortcut(KeyCode.E);
        assertThat(live.page.texts("#filterBox")).anyMatch(text -> text.contains("HIPAA"));
        live.page.press(KeyCode.ENTER);
        assertThat(text(live.chosen)).contains("of 1,203");
        live.chosen = folder.resolve("whole.pdf");
        live.page.shortcut(KeyCode.E);
        choose("#everyRow");
        live.page.press(KeyCode.ENTER);
        assertThat(text(live.chosen)).contains("Recommendations (1,203)");
    }

    @Test
    void whoCancelsKeepsNothingForTheNextTime() {
        live.page.shortcut(KeyCode.E);
        choose("#redacted");
        live.page.press(KeyCode.ESCAPE);
        live.page.shortcut(KeyCode.E);
        assertThat(Fx.get(live.page.node("#redacted", CheckBox.class)::isSelected))
                .isFalse();
    }

    @Test
    void escapeLeavesEverythingAsItWas() {
        live.open(PageId.TRENDS);
        live.page.shortcut(KeyCode.E);
        assertThat(isOpen()).isTrue();
        live.page.press(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        assertThat(live.current()).isEqualTo(PageId.TRENDS);
        assertThat(live.history.mark(History.Mark.LAST_REPORT)).isNull();
    }

    @Test
    void withoutAnyPartThereIsNothingToSave() {
        live.page.shortcut(KeyCode.E);
        live.page
                .nodes(".snapshot-section CheckBox", CheckBox.class)
                .forEach(box -> Fx.run(() -> box.setSelected(false)));
        assertThat(live.page.text("message")).startsWith("Choose at least one part");
        assertThat(Fx.get(live.page.node("#save", Button.class)::isDisabled)).isTrue();
    }
}
