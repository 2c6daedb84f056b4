package dev.gradeline.ui.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.ConfidenceBar;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The discovery page as a person uses it. */
class DiscoveryPageTest {
    @TempDir
    private Path folder;

    private record Page(ShownPage shown, PageSurroundings around, TableView<PlatformRow> table)
            implements AutoCloseable {
        List<String> names() {
            return Fx.get(() -> table.getItems().stream().map(PlatformRow::name).toList());
        }

        @Override
        public void close() {
            shown.close();
        }
    }

    @SuppressWarnings("unchecked")
    private Page open(Posture posture) {
        PageSurroundings around = PageSurroundings.of(TestPages.firstVisit(posture), folder);
        ShownPage shown = ShownPage.of(
                () -> Fxml.load(
                        new DiscoveryController(new DiscoveryViewModel(around.context), around.context),
                        around.context.words()),
                900);
        return new Page(shown, around, (TableView<PlatformRow>) shown.node("#table", TableView.class));
    }

    @Test
    void onlyTheRiseOfShadowAiIsMarkedBad() {
        try (Page page = open(Postures.northwind())) {
            assertThat(page.shown().text("shadow")).isEqualTo("3");
            assertThat(page.shown().text("shadowMoved")).isEqualTo("+1");
            assertThat(page.shown().node("#shadowMoved", Labeled.class).getStyleClass())
                    .contains("tone-bad");
            for (String neutral : List.of("platformsMoved", "riskMoved")) {
                assertThat(page.shown().node("#" + neutral, Labeled.class).getStyleClass())
                        .contains("tone-neutral")
                        .doesNotContain("tone-bad", "tone-good");
            }
        }
    }

    @Test
    void aPlatformOfTheOverviewIsSelectedHowever() {
        PageSurroundings around = PageSurroundings.of(TestPages.firstVisit(Postures.northwind()), folder);
        DiscoveryViewModel model = new DiscoveryViewModel(around.context);
        Platform last =
                Objects.requireNonNull(Postures.northwind().scan()).platforms().getLast();
        Fx.run(() -> model.show(last));
        try (ShownPage page = ShownPage.of(
                () -> Fxml.load(new DiscoveryController(model, around.context), around.context.words()), 900)) {
            assertThat(selected(page)).isEqualTo(last);
            Platform first = Objects.requireNonNull(Postures.northwind().scan())
                    .platforms()
                    .getFirst();
            page.when(() -> {
                model.search().set("nothing like it");
                model.show(first);
            });
            assertThat(selected(page)).isEqualTo(first);
        }
    }

    private static Platform selected(ShownPage page) {
        return Fx.get(() -> ((PlatformRow)
                        page.node("#table", TableView.class).getSelectionModel().getSelectedItem())
                .platform());
    }

    @Test
    void thoseGoneAreStruckThroughAndSaySo() {
        try (Page page = open(Postures.northwind())) {
            List<String> struck = Fx.get(() -> page.table().lookupAll(".text").stream()
                    .filter(node -> node instanceof Text text && text.isStrikethrough())
                    .map(node -> ((Text) node).getText())
                    .toList());
            assertThat(struck).containsExactly("Jasper");
            assertThat(Fx.get(() -> page.table().lookupAll(".pill.gone").stream()
                            .map(node -> ((Labeled) node).getText())
                            .toList()))
                    .containsExactly("gone");
        }
    }

    @Test
    void confidenceBarsAreEquallyLong() {
        try (Page page = open(Postures.northwind())) {
            List<Double> lengths = Fx.get(() -> page.table().lookupAll(".confidence-bar").stream()
                    .map(bar -> ((ConfidenceBar) bar).getWidth())
                    .toList());
            assertThat(lengths).hasSizeGreaterThanOrEqualTo(14).allMatch(length -> length.equals(lengths.getFirst()));
        }
    }

    @Test
    void aThirdClickOnAHeaderGivesBackTheScansOrderAndFilteringKeepsTheSort() {
        try (Page page = open(Postures.northwind())) {
            List<String> own = page.names();
            page.shown().clickHeader("Platform");
            assertThat(page.names().subList(0, 14)).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
            assertThat(page.names().getLast()).isEqualTo("Jasper");
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().press(KeyCode.A);
            assertThat(page.names().stream().filter(name -> !name.equals("Jasper")))
                    .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
            page.shown().press(KeyCode.BACK_SPACE);
            page.shown().clickHeader("Platform");
            page.shown().clickHeader("Platform");
            assertThat(page.names()).isEqualTo(own);
        }
    }

    @Test
    void comparesWithAnotherScanByKeyboard() {
        try (Page page = open(Postures.northwind())) {
            assertThat(page.shown().text("summary")).isEqualTo("14 platforms · 2 new · 1 gone");
            page.shown().focus(page.shown().node("#compare", Node.class));
            page.shown().press(KeyCode.SPACE);
            assertThat(page.shown().menu()).containsExactly("Nothing", "1 Nov scan", "1 Oct scan");
            page.shown().press(KeyCode.DOWN, KeyCode.ENTER);
            assertThat(page.shown().text("summary")).isEqualTo("14 platforms");
            assertThat(page.shown().text("compare")).isEqualTo("Compare with…");
        }
    }

    @Test
    void narrowsByTypeAndClears() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#type", Node.class));
            page.shown().press(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE, KeyCode.ESCAPE);
            assertThat(page.shown().text("type")).isEqualTo("Type: code assistant");
            assertThat(page.names()).containsExactly("GitHub Copilot", "Cursor");
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().press(KeyCode.X, KeyCode.X);
            assertThat(page.names()).isEmpty();
            page.shown().click(page.shown().node("#placeholderClear", Button.class));
            assertThat(page.names()).hasSize(15);
            assertThat(page.shown().text("type")).isEqualTo("Type");
        }
    }

    @Test
    void copiesTheRow() {
        try (Page page = open(Postures.northwind())) {
            Fx.run(() -> page.table().getSelectionModel().select(0));
            page.shown().focus(page.shown().node("#table", Node.class));
            page.shown().shortcut(KeyCode.C);
            assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
                    .startsWith("ChatGPT\tllm chat\tOpenAI\t95%\t14 Nov\t");
        }
    }

    @Test
    void withoutAScanThereAreNoFiguresAndNothingToChoose() {
        try (Page page = open(Postures.onePoint())) {
            assertThat(page.shown().isShown("figures")).isFalse();
            for (String chip : List.of("type", "vendor", "compare", "export")) {
                assertThat(page.shown().node("#" + chip, Labeled.class).isDisabled())
                        .as(chip)
                        .isTrue();
            }
            assertThat(page.shown().text("placeholder")).startsWith("Ayliea has no completed");
        }
    }
}
