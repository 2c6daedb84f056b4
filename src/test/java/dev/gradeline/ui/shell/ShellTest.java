package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Part;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.SyncProgress;
import dev.gradeline.sync.Synchroniser;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Picture;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.kit.Typing;
import dev.gradeline.ui.settings.Inert;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The frame of the window, driven by keys and clicks over a real history. */
class ShellTest {
    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private final DemoClock clock = DemoClock.at(Story.END);
    private final FxRobot robot = new FxRobot();
    private final List<Settings> dressed = new ArrayList<>();
    private @Nullable Path chosen;
    private @Nullable RuntimeException outside;

    @TempDir
    Path folder;

    private DemoServer server;
    private RateLimiter limiter;
    private KeyVault vault;
    private AyliaClient client;
    private History history;
    private Synchroniser synchroniser;
    private SettingsStore settings;

    @SuppressWarnings("NullAway.Init") // on the JavaFX thread, in open()
    private Shell shell;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Theme dress;

    @BeforeEach
    void open() throws IOException {
        server = DemoServer.start(Story.northwind(), clock);
        vault = new KeyVault(new Absent(), "test", Map.of());
        vault.keepForSession(DemoServer.KEY);
        limiter = RateLimiter.forAyliea(clock);
        client = new AyliaClient(
                server.baseUrl(),
                () -> ApiKey.of(String.valueOf(vault.find().secret())),
                limiter,
                clock,
                Duration.ZERO);
        history = History.open(folder.resolve("test.db"), clock);
        synchroniser = new Synchroniser(client, history, clock);
        settings = new SettingsStore(folder.resolve("settings.json"));
        Services services = services(false, true);
        Exits exits = new Exits() {
            @Override
            public void connect() {}

            @Override
            public void leaveDemo() {}
        };
        shell = Fx.get(() -> new Shell(
                services,
                new Shell.Surroundings(
                        exits, dressed::add, address -> start(), folder -> start(), (name, last) -> chosen)));
        stage = Fx.get(this::show);
    }

    private Services services(boolean demo, boolean kept) {
        return new Services(
                words,
                clock,
                settings,
                new DataDirectory(folder),
                new Settings.Connection(
                        "test", "Northwind Health", server.baseUrl().toString()),
                demo,
                kept,
                history,
                synchroniser,
                vault,
                limiter,
                TaskRunner.direct(),
                Runnable::run,
                "0.0-test",
                Inert.outward(),
                Inert.diagnostics(),
                null);
    }

    private Stage show() {
        Scene scene = new Scene(shell.root(), 1000, 700);
        dress = new Theme(scene);
        dress.choose(Settings.Theme.LIGHT, 100);
        Stage shown = new Stage();
        shown.setScene(scene);
        shown.show();
        shown.requestFocus();
        shell.model().open();
        return shown;
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            shell.dispose();
            stage.close();
        });
        history.close();
        client.close();
        server.close();
    }

    private PageId page() {
        return Fx.get(() -> shell.model().page().get());
    }

    private String text(String selector) {
        return Fx.get(() -> ((Labeled) shell.root().lookup(selector)).getText());
    }

    private void synchronise() {
        synchroniser.run(new Call(), SyncProgress.NONE);
        Fx.run(() -> shell.model().reload());
    }

    private void write(String text) {
        Typing.into(stage.getScene(), text);
    }

    @Test
    void saysThatNothingWasSynchronisedYet() {
        assertThat(text("#syncState")).isEqualTo("Not synchronised yet");
        assertThat(text("#keyLine")).isEqualTo("key a1b2c3d4… · session only");
        assertThat(text("#organisation")).isEqualTo("Northwind Health");
    }

    @Test
    void aRescuedHistoryIsToldUntilThePersonHasTakenNote() throws IOException {
        synchronise();
        close();
        Path file = folder.resolve("test.db");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        open();
        assertThat(text("#rescueText"))
                .startsWith("The stored history was damaged.")
                .contains(".damaged-");
        for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            Fx.run(() -> dress.choose(theme, theme == Settings.Theme.DARK ? 150 : 100));
            Path picture =
                    Path.of("target", "pictures", "rescued-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            Picture.write(Fx.get(() -> Picture.take(stage.getScene())).join(), picture);
        }
        Fx.run(() -> ((ButtonBase) shell.root().lookup("#rescueDismiss")).fire());
        assertThat(Fx.get(() -> shell.root().lookup("#rescueBanner").isVisible()))
                .isFalse();
        assertThat(history.rescue()).isNull();
    }

    @Test
    void keysLeadToEveryPage() {
        List<PageId> seen = new ArrayList<>();
        for (KeyCode digit : List.of(
                KeyCode.DIGIT2,
                KeyCode.DIGIT3,
                KeyCode.DIGIT4,
                KeyCode.DIGIT5,
                KeyCode.DIGIT6,
                KeyCode.DIGIT7,
                KeyCode.DIGIT1,
                KeyCode.COMMA)) {
            robot.push(KeyCode.CONTROL, digit);
            seen.add(page());
        }
        assertThat(seen)
                .containsExactly(
                        PageId.TRENDS,
                        PageId.RECOMMENDATIONS,
                        PageId.FLOW,
                        PageId.DISCOVERY,
                        PageId.CHANGES,
                        PageId.PORTFOLIO,
                        PageId.OVERVIEW,
                        PageId.SETTINGS);
    }

    @Test
    void thePortfolioHasNoEntryWhereThereIsNothingToLaySideBySide() {
        assertThat(Fx.get(() -> shell.root().lookup("#nav-portfolio") == null)).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        assertThat(Fx.get(() -> shell.root().lookup("#nav-portfolio").isVisible()))
                .as("who is there sees where they are")
                .isTrue();
    }

    @Test
    void thePaletteFindsACommandByAFewLettersAndGivesTheFocusBack() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        write("disc");
        ListView<?> list = Fx.get(() -> (ListView<?>) shell.root().lookup("#palette-list"));
        assertThat(list.getItems()).hasSize(1);
        robot.push(KeyCode.ENTER);
        assertThat(page()).isEqualTo(PageId.DISCOVERY);
        assertThat(Fx.get(() -> shell.root().lookup(".palette") == null)).isTrue();
    }

    @Test
    void thePaletteFindsMomentsAndNotesAndTeachesTheKeys() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        ListView<?> list = Fx.get(() -> (ListView<?>) shell.root().lookup("#palette-list"));
        assertThat(Fx.get(() -> list.lookupAll(".key-cap").stream()
                        .map(cap -> ((Label) cap).getText())
                        .toList()))
                .contains("Ctrl+1", "Ctrl+5", "F5");
        write("as of");
        assertThat(list.getItems()).hasSize(1);
        robot.eraseText(5);
        write("note");
        assertThat(list.getItems()).hasSize(1);
        robot.push(KeyCode.ENTER);
        assertThat(page()).isEqualTo(PageId.TRENDS);
    }

    @Test
    void beforeTheFirstSynchronisationExportSaysWhyItCannot() {
        Fx.run(() -> shell.model().asOf().set(Instant.parse("2000-01-01T00:00:00Z")));
        Fx.frames(2);
        Button export = Fx.get(() -> (Button) shell.root().lookup("#export"));
        assertThat(export.isDisabled()).isTrue();
        assertThat(export.getAccessibleHelp()).startsWith("There is nothing to export");
    }

    @Test
    void escapeLeavesThePaletteWithoutDoingAnything() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.ESCAPE);
        assertThat(page()).isEqualTo(PageId.OVERVIEW);
        assertThat(Fx.get(() -> shell.root().lookup(".palette") == null)).isTrue();
    }

    @Test
    void aQuestionMarkListsTheKeysAndEscapeGivesTheFocusBack() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Node table = Fx.get(() -> shell.root().lookup(".table-view"));
        Fx.run(table::requestFocus);
        type("?");
        assertThat(sheet())
                .contains("Everywhere", "Commands", "Ctrl+K", "F5", "Ctrl+R", "Ctrl+E", "Ctrl+F", "?")
                .contains("Pages", "Overview", "Ctrl+1", "Flow", "Ctrl+4", "Changes", "Ctrl+6", "Settings", "Ctrl+,")
                .contains("Tables and lists", "Enter", "Ctrl+C", "Esc", "↑", "↓")
                .contains("Charts", "←", "→");
        robot.push(KeyCode.ESCAPE);
        assertThat(sheet()).isEmpty();
        assertThat(Fx.get(() -> stage.getScene().getFocusOwner())).isSameAs(table);
    }

    @Test
    void nothingBehindTheSheetTakesTheKeyboard() {
        Fx.run(() -> shell.root().lookup("#keyList").requestFocus());
        type("?");
        Node cross = Fx.get(() -> shell.root().lookup("#keys-close"));
        for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.UP, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.TAB, KeyCode.END)) {
            robot.push(key);
            assertThat(Fx.get(() -> stage.getScene().getFocusOwner()))
                    .as(key.toString())
                    .isSameAs(cross);
        }
        Fx.run(() -> shell.root().lookup("#keyList").requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(sheet()).as("wherever the focus went").isEmpty();
    }

    @Test
    void aQuestionMarkInATextFieldIsText() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        type("?");
        assertThat(sheet()).isEmpty();
        assertThat(Fx.get(() -> shell.model().filter().get().search())).isEqualTo("?");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        Fx.run(() -> shell.root().lookupAll(".chip").stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(chip -> chip.getText().equals(words.of("changesPage.span.dates")))
                .forEach(ToggleButton::fire));
        Fx.run(() -> shell.root().lookup("#first").requestFocus());
        type("?");
        assertThat(sheet()).isEmpty();
    }

    @Test
    void theKeysAreListedFromThePaletteAndTheStatusBarToo() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        write("keys");
        robot.push(KeyCode.ENTER);
        assertThat(sheet()).contains("Keys");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(page()).isEqualTo(PageId.TRENDS);
        assertThat(sheet()).as("after going to another page").isEmpty();
        robot.clickOn("#keyList");
        assertThat(sheet()).contains("Keys");
        robot.clickOn("#keys-close");
        assertThat(sheet()).isEmpty();
    }

    @Test
    void theSheetOfKeysCanBeLookedAt() throws IOException {
        for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            for (int percent : List.of(100, 150)) {
                Fx.run(() -> dress.choose(theme, percent));
                robot.clickOn("#keyList");
                Path picture = Path.of(
                        "target", "pictures", "keys-" + theme.name().toLowerCase(Locale.ROOT) + "-" + percent + ".png");
                Picture.write(Fx.get(() -> Picture.take(stage.getScene())).join(), picture);
                assertThat(picture).isNotEmptyFile();
                robot.push(KeyCode.ESCAPE);
            }
        }
    }

    @Test
    void presentingTakesTheScreenAndGivesTheWindowBackAsItWas() throws IOException {
        synchronise();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Node table = Fx.get(() -> shell.root().lookup(".table-view"));
        Fx.run(table::requestFocus);
        robot.push(KeyCode.F11);
        assertThat(Fx.get(stage::isFullScreen)).isTrue();
        assertThat(presented()).contains("Where we stand", "HIPAA", "49");
        assertThat(text("#whose")).contains("Northwind Health · as of 23 November 2026");
        assertThat(text("#place")).isEqualTo("1 / 10");
        Picture.write(
                Fx.get(() -> Picture.take(stage.getScene())).join(),
                Path.of("target", "pictures", "shell-present.png"));

        for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.SPACE, KeyCode.PAGE_DOWN, KeyCode.LEFT, KeyCode.PAGE_UP)) {
            robot.push(key);
        }
        assertThat(text("#place")).isEqualTo("2 / 10");
        assertThat(presented()).contains("iso-27001", "iso-27001 first assessed: 76, B");
        robot.push(KeyCode.END);
        assertThat(text("#place")).isEqualTo("10 / 10");
        assertThat(presented()).contains("AI platforms found");

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(page()).as("no key reaches what lies behind").isEqualTo(PageId.RECOMMENDATIONS);
        type("?");
        assertThat(presented()).contains("Esc – back to the window");
        robot.push(KeyCode.ESCAPE);
        assertThat(presented()).doesNotContain("Esc – back to the window").isNotEmpty();

        robot.push(KeyCode.ESCAPE);
        assertThat(presented()).isEmpty();
        assertThat(Fx.get(stage::isFullScreen)).isFalse();
        assertThat(page()).isEqualTo(PageId.RECOMMENDATIONS);
        assertThat(Fx.get(() -> stage.getScene().getFocusOwner())).isSameAs(table);
    }

    @Test
    void slidesAreOfTheMomentThatTheWindowShows() {
        synchronise();
        Fx.run(() -> shell.model().asOf().set(Story.END.minus(Duration.ofDays(30))));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        write("present");
        robot.push(KeyCode.ENTER);
        assertThat(text("#whose")).contains("as of 24 October 2026");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertThat(presented()).isEmpty();
    }

    /** What stands on the slide; empty when none is shown. */
    private List<String> presented() {
        return Fx.get(() -> {
            shell.root().applyCss();
            shell.root().layout();
            Node slide = shell.root().lookup(".present");
            return slide == null
                    ? List.of()
                    : slide.lookupAll(".label").stream()
                            .filter(label -> label.getParent().isVisible() && label.isVisible())
                            .map(label -> ((Labeled) label).getText())
                            .toList();
        });
    }

    @Test
    void titleAndStateAreWholeInTheNarrowestWindow() throws IOException {
        Fx.run(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
            dress.choose(Settings.Theme.LIGHT, 150);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        Picture.write(
                Fx.get(() -> Picture.take(stage.getScene())).join(), Path.of("target", "pictures", "shell-least.png"));
        for (String id : List.of("#title", "#syncState")) {
            Labeled label = robot.lookup(id).queryLabeled();
            assertThat(robot.from(label).lookup(".text").queryText().getText())
                    .as(id)
                    .isEqualTo(label.getText());
        }
        assertThat(robot.lookup("#syncBudget").queryLabeled().isVisible()).isFalse();
    }

    /** A character, as a keyboard of any layout gives it. */
    private void type(String character) {
        Fx.run(() -> {
            Node target = Objects.requireNonNull(stage.getScene().getFocusOwner());
            Event.fireEvent(
                    target,
                    new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        });
    }

    /** What stands on the sheet of keys; empty when there is none. */
    private List<String> sheet() {
        return Fx.get(() -> {
            // what scrolls takes its content in with the next layout
            shell.root().applyCss();
            shell.root().layout();
            Node sheet = shell.root().lookup(".key-sheet");
            return sheet == null
                    ? List.of()
                    : sheet.lookupAll(".label").stream()
                            .map(label -> ((Labeled) label).getText())
                            .toList();
        });
    }

    @Test
    void controlFGoesToThePagesFilter() {
        synchronise();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        write("zebra");
        assertThat(Fx.get(() -> shell.model().filter().get().search())).isEqualTo("zebra");
    }

    @Test
    void theThemeCanBeChosenFromThePaletteAndIsKept() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        write("dark");
        robot.push(KeyCode.ENTER);
        assertThat(settings.current().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(dressed).last().extracting(Settings::theme).isEqualTo(Settings.Theme.DARK);
    }

    @Test
    void aRefusedPartIsToldInTheStatusBarWhileTheOthersShow() {
        String narrow = "ayliea_pk_" + "ab12cd34".repeat(8);
        server.allow(narrow, Set.of(Part.SCORES.scope(), Part.RECOMMENDATIONS.scope()));
        vault.keepForSession(narrow);
        synchronise();
        assertThat(text("#syncProblem")).containsIgnoringCase("discovery");
        assertThat(Fx.get(() -> shell.model().badge(PageId.RECOMMENDATIONS))).isEqualTo("218");
        assertThat(Fx.get(() -> shell.model().badge(PageId.DISCOVERY))).isEmpty();
    }

    @Test
    void aPdfThatCannotBeWrittenIsToldAndLeavesTheOldFile() throws IOException {
        synchronise();
        Path taken = Files.createDirectory(folder.resolve("taken.pdf"));
        Files.writeString(taken.resolve("inside"), "kept");
        chosen = taken;
        robot.push(KeyCode.CONTROL, KeyCode.E);
        robot.push(KeyCode.ENTER);
        assertThat(text("#message")).contains("Could not save");
        assertThat(taken.resolve("inside")).hasContent("kept");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void theBannerOverSampleDataTellsWhetherItIsKept() {
        assertThat(Fx.get(() -> new ShellViewModel(services(true, false)).demoBanner()))
                .contains("does not exist", "Nothing here is kept");
        assertThat(Fx.get(() -> new ShellViewModel(services(true, true)).demoBanner()))
                .contains("does not exist", "It is kept in " + folder);
    }

    @Test
    void theVisitIsRememberedWhenItEndsAndNotWhenThePageIsLeft() {
        Fx.run(() -> shell.model().close());
        assertThat(history.mark(History.Mark.LAST_VISIT)).isNull();
        shell.model().endVisit();
        assertThat(history.mark(History.Mark.LAST_VISIT)).isEqualTo(Story.END);
    }

    @Test
    void aBrowserOrFolderThatDoesNotOpenIsTold() {
        outside = new UncheckedIOException(new IOException("no such program"));
        Fx.run(() -> shell.browse(URI.create("https://northwind.example/")));
        assertThat(text("#messageText")).contains("browser", "no such program");
        Fx.run(() -> shell.browse(URI.create("https://northwind.example/")));
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        Fx.run(() -> ((ButtonBase) shell.root().lookup("#openFolder")).fire());
        assertThat(text("#messageText")).contains("folder", "no such program");
    }

    private void start() {
        if (outside != null) {
            throw outside;
        }
    }
}
