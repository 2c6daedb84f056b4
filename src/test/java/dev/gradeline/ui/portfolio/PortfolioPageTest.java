package dev.gradeline.ui.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.LinkPane;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.kit.WholeTexts;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portfolio as a person uses it. */
class PortfolioPageTest {
    @TempDir
    private Path folder;

    private final Few few = Few.ofEachKind();
    private TestPages pages;
    private ShownPage page;
    private PortfolioViewModel model;

    @BeforeEach
    void show() {
        PageSurroundings around = PageSurroundings.of(TestPages.northwind(), folder);
        pages = around.pages;
        PageContext context = around.context;
        model = new PortfolioViewModel(context, few);
        page = ShownPage.of(() -> Fxml.load(new PortfolioController(model, context), context.words()));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private TableView<?> table() {
        return page.node("#table", TableView.class);
    }

    @Test
    void theKeyboardFindsARowAndEnterOpensIt() {
        page.focus(table());
        page.press(KeyCode.ENTER);
        assertThat(pages.asked).containsExactly("open OVERVIEW");
        page.press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(few.asked).containsExactly("open Contoso Clinics, Laboratories and Pharmacies of the North");
        page.press(KeyCode.UP, KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(few.asked).as("the first way leads away").hasSize(1);
        assertThat(pages.asked).hasSize(1);
    }

    @Test
    void aFailureToListIsToldOverTheRows() {
        assertThat(page.isShown("notice")).isFalse();
        few.unlisted = true;
        page.when(model::look);
        assertThat(page.texts("#notice")).anyMatch(text -> text.contains("could not be listed again"));
        few.unlisted = false;
        page.when(model::look);
        assertThat(page.isShown("notice")).isFalse();
    }

    @Test
    void aClickOpensAndAHeaderSorts() {
        page.clickHeader("Organisation");
        assertThat(Fx.get(() -> ((PortfolioRow) table().getItems().getFirst()).title()))
                .isEqualTo("Adatum");
        assertThat(few.asked).as("a header opens nothing").isEmpty();
        Node first = page.nodes(".portfolio-row", TableRow.class).stream()
                .filter(row -> Fx.get(() -> row.getItem() instanceof PortfolioRow shown
                        && shown.title().equals("Adatum")))
                .findFirst()
                .orElseThrow();
        page.clickAt(40, 20, first);
        assertThat(few.asked).containsExactly("open Adatum");
        page.click("Add an organisation…");
        assertThat(few.asked).endsWith("add");
    }

    @Test
    void aNarrowWindowHasACardForEachWithEveryTextWhole() {
        page.close();
        PageSurroundings around = PageSurroundings.of(TestPages.northwind(), folder.resolve("narrow"));
        model = new PortfolioViewModel(around.context, few);
        page = ShownPage.of(
                () -> Fxml.load(new PortfolioController(model, around.context), around.context.words()), 712, 550, 150);
        assertThat(page.isShown("wide")).isFalse();
        List<LinkPane> cards = page.nodes(".portfolio-entry", LinkPane.class);
        assertThat(cards).hasSize(few.looks.size());
        assertThat(page.texts("#cards"))
                .contains("HIPAA", "CIS Controls v8", "history cannot be read", "not synchronised yet")
                .contains("Contoso Clinics, Laboratories and Pharmacies of the North");
        assertThat(cards)
                .anySatisfy(card -> assertThat(card.getAccessibleText())
                        .contains("HIPAA, grade D", "AI Security rose from 66 to 72"));
        assertThat(Fx.get(() -> WholeTexts.gravest(page.node("#cards", VBox.class))))
                .isEmpty();
        page.focus(cards.get(1));
        page.press(KeyCode.ENTER);
        assertThat(few.asked).containsExactly("open Contoso Clinics, Laboratories and Pharmacies of the North");
    }

    @Test
    void whatFindsNoRoomIsCountedAndEachCellIsSpokenInFull() {
        assertThat(page.texts("#table")).contains("HIPAA", "D").anyMatch(text -> text.matches("\\+\\d+"));
        List<String> spoken = Fx.get(() -> table().lookupAll(".table-cell").stream()
                .map(cell -> ((TableCell<?, ?>) cell).getAccessibleText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
        assertThat(spoken)
                .anyMatch(text -> text.contains("HIPAA, grade D") && text.contains("CIS Controls v8, grade A"))
                .anyMatch(text -> text.startsWith("Fabrikam, history cannot be read"))
                .anyMatch(text -> text.contains("AI Security rose from 66 to 72"));
    }
}
