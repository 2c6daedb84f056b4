package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.posture.Status;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.words.DayWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Window;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person goes back in time, reads the numbers of then, exports and returns: over the sample's two years, in Tokyo. */
class AsOfTest {
    /** The end of 30 June 2026 in Tokyo. */
    private static final Instant THEN = Instant.parse("2026-06-30T14:59:59.999Z");

    private static final String BANNER = "You are looking at what was known on 30 June 2026, 23:59 JST.";

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

    /** A control in the menu, whatever window it lies in. */
    private <N extends Node> N inMenu(String selector, Class<N> type) {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow());
    }

    private void goTo(String day) {
        live.page.focus(live.page.node("#asOf", Button.class));
        live.page.press(KeyCode.SPACE);
        DatePicker picker = inMenu("#as-of-date", DatePicker.class);
        live.page.focus(picker);
        live.page.write(Fx.get(() -> picker.getConverter().toString(LocalDate.parse(day))));
        live.page.press(KeyCode.ENTER);
    }

    @Test
    void byKeyboardThereAndBack() {
        live.page.focus(live.page.node("#asOf", Button.class));
        live.page.press(KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(live.page.text("asOf")).isEqualTo("As of: 24 Oct");
        assertThat(live.page.texts())
                .anyMatch(text -> text.startsWith("You are looking at what was known on 24 October"));
        assertThat(Fx.get(() -> live.shell.root().getScene().getFocusOwner()))
                .as("where one was")
                .isSameAs(live.page.node("#asOf", Button.class));
        live.page.press(KeyCode.SPACE, KeyCode.ENTER);
        assertThat(live.page.text("asOf")).isEqualTo("As of: now");
        assertThat(live.page.texts()).noneMatch(text -> text.startsWith("You are looking at"));
    }

    @Test
    void everyPageShowsTheNumbersOfThenUnderTheBanner() {
        goTo("2026-06-30");
        var then = live.history.posture(THEN);
        for (PageId id : PageId.values()) {
            live.open(id);
            assertThat(live.page.texts()).as(id.id()).contains(BANNER, "Back to now");
        }
        live.open(PageId.RECOMMENDATIONS);
        assertThat(live.page.texts()).contains(String.valueOf(then.count(Status.OPEN)));
        live.open(PageId.OVERVIEW);
        assertThat(live.page.texts())
                .contains("What had changed")
                .contains(String.valueOf(Objects.requireNonNull(
                                then.standings().getFirst().current().overallScore())
                        .toBigInteger()));
        live.page.picture("as-of-overview");
        live.page.click("Back to now");
        assertThat(live.page.texts()).doesNotContain(BANNER).doesNotContain("What had changed");
        assertThat(live.page.texts())
                .contains(String.valueOf(live.history.posture().count(Status.OPEN)));
    }

    @Test
    void thePastLooksLikeNothingElse() {
        goTo("2026-06-30");
        Node banner = live.page.node("#asOfBanner", Node.class);
        Node content = live.page.node("#content", Node.class);
        live.page.when(() -> live.shell.model().say("Saved something"));
        Node message = live.page.node("#messageBanner", Node.class);
        assertThat(fill(banner)).isNotEqualTo(fill(message));
        assertThat(bottom(banner))
                .as("next to the page")
                .isEqualTo(top(content))
                .isGreaterThan(bottom(message));
        assertThat(Fx.get(() -> ((Region) content).getBorder())).isNotNull();
        live.page.click("Back to now");
        assertThat(Fx.get(() -> ((Region) content).getBorder())).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Settings.Theme.class,
            names = {"LIGHT", "DARK"})
    void theBannerOfThePastCanBeRead(Settings.Theme theme) {
        goTo("2026-06-30");
        live.page.when(() -> new Theme(live.shell.root().getScene()).choose(theme, 100));
        Color back = (Color) fill(live.page.node("#asOfBanner", Node.class));
        Color text =
                (Color) Fx.get(() -> live.page.node("#asOfText", Label.class).getTextFill());
        double light = Math.max(luminance(back), luminance(text)) + 0.05;
        double dark = Math.min(luminance(back), luminance(text)) + 0.05;
        assertThat(light / dark).isGreaterThanOrEqualTo(4.5);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Paint fill(Node node) {
        return Fx.get(() -> ((Region) node).getBackground().getFills().getLast().getFill());
    }

    private static double top(Node node) {
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()).getMinY());
    }

    private static double bottom(Node node) {
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()).getMaxY());
    }

    @Test
    void datesOfThePastAreNotToldFromThen() {
        live.page.when(() -> live.shell.model().asOf().set(Story.END.minus(Duration.ofDays(3))));
        for (PageId id : List.of(PageId.OVERVIEW, PageId.TRENDS, PageId.DISCOVERY, PageId.CHANGES)) {
            live.open(id);
            Node page = live.page.node("#content", Node.class);
            assertThat(Fx.get(() -> page.lookupAll(".label").stream()
                            .filter(Label.class::isInstance)
                            .map(label -> ((Label) label).getText())
                            .filter(text -> text != null && text.endsWith(" ago"))
                            .toList()))
                    .as(id.id())
                    .isEmpty();
        }
    }

    @Test
    void exportsAndPdfFollowAndNothingOfThePresentIsMarked() throws IOException {
        goTo("2026-06-30");
        live.chosen = folder.resolve("then.pdf");
        live.page.shortcut(KeyCode.E);
        live.page.press(KeyCode.ENTER);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("then.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("30 June 2026")
                    .doesNotContain("November 2026");
        }
        assertThat(live.history.mark(History.Mark.LAST_REPORT)).isNull();

        live.open(PageId.CHANGES);
        live.page.click("30 days");
        live.chosen = folder.resolve("then.csv");
        live.page.when(() -> live.page
                .node("#content", Node.class)
                .lookupAll("#export")
                .forEach(button -> ((MenuButton) button).getItems().getFirst().fire()));
        assertThat(Files.readAllLines(folder.resolve("then.csv")).stream().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.compareTo("2026-05-") > 0 && line.compareTo("2026-07-01") < 0);

        live.page.click("Back to now");
        live.chosen = folder.resolve("now.pdf");
        live.page.shortcut(KeyCode.E);
        live.page.press(KeyCode.ENTER);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("now.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("November 2026");
        }
        assertThat(live.history.mark(History.Mark.LAST_REPORT)).isNotNull();
    }

    @Test
    void beforeTheFirstSynchronisationNothingWasKnownAndNothingIsExported() {
        goTo("2020-02-01");
        Instant first = Objects.requireNonNull(live.history.firstSync());
        for (PageId id : PageId.values()) {
            live.open(id);
            assertThat(live.page.texts())
                    .as(id.id())
                    .anyMatch(
                            text -> text.startsWith("Nothing was known yet on 1 February 2020, 23:59 JST: the first"));
            live.page.picture("as-of-nothing-" + id.id());
        }
        assertThat(Fx.get(() -> live.shell.model().badge(PageId.CHANGES)))
                .as("what came later is not gone")
                .isEmpty();
        assertThat(first).isAfter(Instant.parse("2020-02-01T00:00:00Z"));
        live.chosen = folder.resolve("nothing.pdf");
        live.page.shortcut(KeyCode.E);
        live.page.press(KeyCode.ENTER);
        assertThat(folder.resolve("nothing.pdf")).doesNotExist();
        assertThat(live.page.texts()).contains("There is nothing to export: nothing was known at this moment.");
    }

    @Test
    void whatIsReadMeanwhileStaysOutOfThePast() {
        goTo("2026-06-30");
        live.page.when(() -> live.shell.model().reload());
        assertThat(live.page.texts()).contains(BANNER);
        assertThat(Fx.get(() -> live.shell.model().situation().get().posture().asOf()))
                .isEqualTo(THEN);
    }

    @Test
    void todayMeansNowAndADayToComeIsRefused() {
        goTo("2026-06-30");
        goTo("2099-01-01");
        assertThat(Fx.get(() -> Window.getWindows().stream()
                        .filter(Tooltip.class::isInstance)
                        .map(told -> ((Tooltip) told).getText())
                        .toList()))
                .containsExactly("The last day that can be chosen is " + today() + ".");
        assertThat(live.page.text("asOf")).isEqualTo("As of: 30 Jun");
        live.page.press(KeyCode.ESCAPE);
        goTo(LocalDate.ofInstant(live.clock.instant(), live.words.zone()).toString());
        assertThat(live.page.text("asOf")).isEqualTo("As of: now");
    }

    private String today() {
        return new DayWords(live.words).day(LocalDate.ofInstant(live.clock.instant(), live.words.zone()));
    }
}
