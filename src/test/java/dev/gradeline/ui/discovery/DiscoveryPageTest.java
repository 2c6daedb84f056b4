package dev.gradeline.ui.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Scan;
import dev.gradeline.ui.kit.ConfidenceBar;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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
    void comparesTwoScansNarrowsToWhatChangedAndSavesThat() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#compare", Node.class));
            page.shown().press(KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
            assertThat(page.shown().text("compare")).isEqualTo("Compare with: 1 Oct scan");
            assertThat(page.shown().text("summary")).isEqualTo("14 platforms · 2 new · 0 gone");
            page.shown().press(KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
            assertThat(page.shown().text("compare")).isEqualTo("Compare with: 1 Nov scan");
            page.shown().click("Changes only");
            assertThat(page.names()).containsExactly("Perplexity", "Cursor", "Jasper");
            page.shown().focus(page.shown().node("#export", Node.class));
            page.shown().press(KeyCode.SPACE, KeyCode.DOWN, KeyCode.ENTER);
            assertThat(page.around().pages.asked.getLast().lines().skip(2))
                    .as("the file has what the table shows")
                    .satisfiesExactly(
                            row -> assertThat(row).startsWith("Perplexity,").contains(",new,"),
                            row -> assertThat(row).startsWith("Cursor,").contains(",new,"),
                            row -> assertThat(row).startsWith("Jasper,").contains(",gone,"));
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

    @Test
    void groupsByTypeAndSortsWithinAndAFilterKeepsBoth() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#group", Node.class));
            page.shown().press(KeyCode.SPACE);
            assertThat(page.shown().menu()).containsExactly("Nothing", "Type", "Vendor");
            page.shown().press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
            assertThat(page.shown().text("group")).isEqualTo("Group: Type");
            page.shown().clickHeader("Platform");
            assertThat(page.names()).startsWith("code assistant  (2)", "Cursor", "GitHub Copilot");
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().write("assist");
            assertThat(page.names())
                    .containsSubsequence("code assistant  (2)", "Cursor", "GitHub Copilot", "writing assistant  (3)");
            assertThat(page.shown().text("summary")).startsWith("5 of 15 shown");
        }
    }

    @Test
    void aSecondColumnSettlesWhatTheFirstLeavesOpen() {
        try (Page page = open(Postures.northwind())) {
            page.shown().when(() -> {
                List<TableColumn<PlatformRow, ?>> columns = page.table().getColumns();
                columns.get(1).setSortType(TableColumn.SortType.DESCENDING);
                page.table().getSortOrder().setAll(List.of(columns.get(1), columns.get(0)));
            });
            List<PlatformRow> rows = Fx.get(() -> List.copyOf(page.table().getItems()));
            List<String> keys = rows.stream()
                    .filter(row -> !row.gone() && row.platform().type() != null)
                    .map(PlatformRow::type)
                    .toList();
            assertThat(keys).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
            assertThat(rows.stream()
                            .filter(row -> row.type().equals("llm chat"))
                            .map(PlatformRow::name))
                    .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        }
    }

    @Test
    void theTimelineLeadsFromScanToScanAndComparesWithOne() {
        try (Page page = open(Postures.northwind())) {
            assertThat(page.shown().isShown("timeline")).isFalse();
            page.shown().click("Timeline");
            Node chart = page.shown().node(".scan-timeline", Node.class);
            page.shown().focus(chart);
            assertThat(page.shown().focused()).startsWith("14 November 2026").contains(": 14 platforms · shadow AI 3");
            page.shown().press(KeyCode.HOME);
            assertThat(page.shown().text("timelineReadout")).startsWith("1 October 2026");
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().text("compare")).isEqualTo("Compare with: 1 Oct scan");
            assertThat(page.shown().text("summary")).startsWith("14 platforms · 2 new · 0 gone");
            page.shown().press(KeyCode.RIGHT, KeyCode.SPACE);
            assertThat(page.shown().text("compare")).isEqualTo("Compare with: 1 Nov scan");
            page.shown().click("Show as table");
            assertThat(page.shown().texts("#timelineTable")).contains("14", "13", "65", "61");
        }
    }

    @Test
    void timesAreToldInThePersonsOwnZoneAndInUtcOnHover() {
        TestPages elsewhere = new TestPages(TestPages.firstVisit(Postures.northwind()), ZoneId.of("America/New_York"));
        PageContext context = elsewhere.context();
        try (ShownPage page = ShownPage.of(
                () -> Fxml.load(new DiscoveryController(new DiscoveryViewModel(context), context), context.words()),
                900)) {
            assertThat(page.text("scanned")).isEqualTo("14 Nov, 09:00–09:30");
            page.click("Timeline");
            assertThat(page.text("timelineReadout")).startsWith("14 November 2026, 09:30 ");
            Labeled readout = page.node("#timelineReadout", Labeled.class);
            page.moveTo(4, 4, readout);
            assertThat(Fx.get(() -> readout.getTooltip().getText())).isEqualTo("2026-11-14T14:30:00Z");
            page.click("Show as table");
            assertThat(page.texts("#timelineTable")).anyMatch(text -> text.startsWith("14 November 2026, 09:30 "));
        }
    }

    @Test
    void aCrossClearsOneFilterAndTheSearchIsMarkedInNamesWithAndWithoutAPill() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#type", Node.class));
            page.shown().press(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE, KeyCode.ESCAPE);
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().write("cu");
            assertThat(page.names()).containsExactly("Cursor");
            page.shown().click(page.shown().node("#typeClear", Button.class));
            assertThat(page.shown().text("type")).isEqualTo("Type");
            assertThat(page.shown().node("#search", TextField.class).getText()).isEqualTo("cu");
            page.shown()
                    .when(() -> page.shown().node("#search", TextField.class).setText("jasp"));
            assertThat(page.names()).containsExactly("Jasper");
            assertThat(page.shown().text("summary")).startsWith("1 of 15 shown");
            assertThat(Fx.get(() -> page.table().lookupAll(".match").stream()
                            .filter(mark -> !((javafx.scene.shape.Path) mark)
                                    .getElements()
                                    .isEmpty())
                            .count()))
                    .as("the name beside its pill, and the vendor")
                    .isEqualTo(2);
            page.shown().click(page.shown().node(".search-clear", Button.class));
            assertThat(page.names()).hasSize(15);
        }
    }

    @Test
    void aNameTellsMoreOnlyWhileItIsCut() {
        try (Page page = open(Postures.northwind())) {
            assertThat(newNames(page)).as("there is room").hasSize(3).allMatch(String::isEmpty);
            page.shown().when(() -> page.table().getColumns().getFirst().setPrefWidth(60));
            page.shown().when(() -> page.table().setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY));
            page.shown().when(() -> page.table().getColumns().getFirst().setMaxWidth(60));
            assertThat(newNames(page)).contains("Perplexity", "Cursor", "Jasper");
            page.shown().when(() -> page.table().getColumns().getFirst().setMaxWidth(300));
            page.shown().when(() -> page.table().getColumns().getFirst().setMinWidth(250));
            assertThat(newNames(page)).as("there is room again").hasSize(3).allMatch(String::isEmpty);
        }
    }

    /** What the tooltips of those with a pill tell. */
    private static List<String> newNames(Page page) {
        return Fx.get(() -> page.table().lookupAll(".table-cell").stream()
                .filter(cell -> cell.lookup(".pill") != null)
                .map(cell -> {
                    cell.fireEvent(new MouseEvent(
                            MouseEvent.MOUSE_ENTERED,
                            1,
                            1,
                            1,
                            1,
                            MouseButton.NONE,
                            0,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            null));
                    Tooltip tooltip = ((TableCell<?, ?>) cell).getTooltip();
                    return tooltip == null ? "" : tooltip.getText();
                })
                .toList());
    }

    @Test
    void whereThereIsLittleRoomColumnsOfLowValueLeaveAndComeBack() {
        try (Page page = open(Postures.northwind())) {
            assertThat(titles(page))
                    .containsExactly("Platform", "Type", "Vendor", "Category", "Confidence", "First seen", "Address");
            page.shown().when(() -> page.table().getScene().getWindow().setWidth(560));
            assertThat(titles(page)).containsExactly("Platform", "Type", "Vendor", "Confidence");
            assertThat(Fx.get(() -> page.table().getColumns().getFirst().getWidth()))
                    .as("the name keeps a readable width")
                    .isGreaterThanOrEqualTo(11 * 13);
            assertThat(page.around().settings.current().tables())
                    .as("what leaves for lack of room is not hidden for good")
                    .doesNotContainKey("platforms");
            page.shown().when(() -> page.table().getScene().getWindow().setWidth(900));
            assertThat(titles(page)).hasSize(7);
        }
    }

    private static List<String> titles(Page page) {
        return Fx.get(() -> page.table().getVisibleLeafColumns().stream()
                .map(TableColumn::getText)
                .toList());
    }

    @Test
    void onlyWhatChangedOnRequest() {
        try (Page page = open(Postures.northwind())) {
            page.shown().click("Changes only");
            assertThat(page.names()).contains("Perplexity", "Cursor", "Jasper").doesNotContain("ChatGPT");
            page.shown().click(page.shown().node("#clear", Node.class));
            assertThat(page.names()).hasSize(15);
        }
    }

    @Test
    void anAddressIsOpenedOnRequestAndAScriptNever() {
        Platform script =
                new Platform("1", "Trap", "llm_chat", "V", null, "javascript:alert(1)", null, null, Postures.NOW);
        Platform plain = new Platform(
                "2", "Plain", "llm_chat", "V", null, "https://plain.example/start", null, null, Postures.NOW);
        Scan full = Objects.requireNonNull(Postures.northwind().scan());
        Scan scan = new Scan(
                "s",
                full.organizationId(),
                full.status(),
                full.domain(),
                full.startedAt(),
                full.completedAt(),
                2,
                1,
                null,
                List.of(script, plain),
                full.firstSeen());
        try (Page page = open(Scans.with(Postures.northwind(), List.of(scan)))) {
            page.shown().focus(page.table());
            Fx.run(() -> page.table().getSelectionModel().select(0));
            page.shown().press(KeyCode.ENTER);
            assertThat(page.around().pages.asked).isEmpty();
            List<Hyperlink> links = page.shown().nodes(".address-link", Hyperlink.class);
            assertThat(links).extracting(Hyperlink::getText).containsExactly("plain.example");
            page.shown().when(links.getFirst()::fire);
            assertThat(page.around().pages.asked).containsExactly("browse https://plain.example/start");
            Fx.run(() -> page.table().getSelectionModel().select(1));
            page.shown().focus(page.table());
            page.shown().press(KeyCode.ENTER);
            assertThat(page.around().pages.asked).hasSize(2);
        }
    }

    @Test
    void tenThousandPlatformsAreFilteredElsewhereAndTheNewestWordsWin() {
        List<Platform> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new Platform(
                    "p" + i,
                    "Platform " + i,
                    "llm_chat",
                    "Vendor " + i % 40,
                    "Category",
                    null,
                    null,
                    null,
                    Postures.NOW));
        }
        Scan full = Objects.requireNonNull(Postures.northwind().scan());
        Scan scan = new Scan("s", null, null, null, null, full.completedAt(), 10_000, 0, null, many, full.firstSeen());
        ManualTasks tasks = new ManualTasks();
        PageSurroundings around = new PageSurroundings(
                TestPages.firstVisit(Scans.with(Postures.northwind(), List.of(scan))), tasks, folder, Map.of());
        DiscoveryViewModel model = Fx.get(() -> new DiscoveryViewModel(around.context));
        assertThat(model.rows())
                .as("nothing is worked out on the thread that asks")
                .isEmpty();
        Fx.run(() -> {
            model.search().set("platform 77");
            model.search().set("platform 777");
            model.groups().set(PlatformGroups.VENDOR);
        });
        assertThat(model.rows()).isEmpty();
        Fx.run(() -> {
            while (tasks.waiting() > 0) {
                tasks.end(tasks.waiting() - 1);
            }
        });
        assertThat(model.rows().stream().filter(row -> !row.isHeading()).map(PlatformRow::name))
                .hasSize(19)
                .allMatch(name -> name.contains("777"));
    }
}
