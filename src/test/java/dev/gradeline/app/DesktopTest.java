package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Closing the window at moments when something is being opened behind it. */
@Timeout(180)
class DesktopTest {
    private static final GlobalOptions REAL =
            new GlobalOptions(null, null, null, false, GlobalOptions.DEFAULT_MAX_WAIT);
    private static final GlobalOptions SAMPLE =
            new GlobalOptions(null, null, null, true, GlobalOptions.DEFAULT_MAX_WAIT);

    @TempDir
    private Path folder;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    private Programs programs(boolean slow) {
        return new Programs(
                new Surroundings(Map.of(), new DataDirectory(folder), InstantSource.system(), () -> {
                    asked.countDown();
                    if (slow) {
                        await(answer);
                    }
                    return new FakeKeychain();
                }),
                Shell.WORDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Window(Stage stage, Desktop desktop) {}

    private static Window shown(CurrentProgram current, Program first) {
        return shown(current, first, Shell.WORDS, SAMPLE);
    }

    private static Window shown(CurrentProgram current, Program first, Words words, GlobalOptions options) {
        return Fx.get(() -> {
            Stage stage = new Stage();
            Desktop desktop =
                    new Desktop(current, words, options, stage, first.settings().current(), null);
            desktop.open();
            return new Window(stage, desktop);
        });
    }

    /** Waits until something with this selector is in the window, and gives it. */
    private static Node await(Stage stage, String selector) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < end) {
            Node found = Fx.get(
                            () -> Optional.ofNullable(stage.getScene().getRoot().lookup(selector)))
                    .orElse(null);
            if (found != null) {
                return found;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(selector + " never came");
    }

    private static String text(Stage stage, String selector) {
        return ((Labeled) await(stage, selector)).getText();
    }

    private static void pressClose(Stage stage) {
        Fx.run(() -> stage.getOnCloseRequest().handle(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void closingWhileSampleDataGrowsEndsTheGrowthAndLeavesNothing() throws Exception {
        Programs programs = programs(false);
        Program first = programs.open(SAMPLE);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first);
            await(window.stage(), "#progress");
            pressClose(window.stage());
            pressClose(window.stage());

            assertThat(window.desktop().ended().get(30, TimeUnit.SECONDS)).isZero();
            assertThat(first.directory().root()).doesNotExist();
            assertThat(Fx.get(window.stage()::isShowing)).isFalse();
        }
    }

    @Test
    void closingWhileSampleDataGrowsStopsItEarly() throws Exception {
        Programs programs = programs(false);
        GlobalOptions kept =
                new GlobalOptions(folder.resolve("kept"), null, null, true, GlobalOptions.DEFAULT_MAX_WAIT);
        Program first = programs.open(kept);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first, Shell.WORDS, kept);
            await(window.stage(), "#progress");
            pressClose(window.stage());
            assertThat(window.desktop().ended().get(50, TimeUnit.SECONDS)).isZero();
        }
        try (Program again = programs.open(kept)) {
            Instant last = again.history().posture().lastSync();
            assertThat(last == null || last.isBefore(Story.northwind().moments().getLast()))
                    .as("grown no further than to %s", last)
                    .isTrue();
        }
    }

    @Test
    void closingTheDashboardKeepsTheVisitAndTheWindowsPlace() throws Exception {
        Programs programs = programs(false);
        try (Program before = programs.open(REAL)) {
            before.history();
        }
        Program first = programs.open(REAL);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first, Shell.WORDS, REAL);
            await(window.stage(), "#syncState");
            Fx.run(() -> {
                window.stage().setX(17);
                window.stage().setWidth(950);
            });
            pressClose(window.stage());
            assertThat(window.desktop().ended().get(50, TimeUnit.SECONDS)).isZero();
        }
        try (Program after = programs.open(REAL)) {
            assertThat(after.history().mark(History.Mark.LAST_VISIT)).isNotNull();
            Settings.WindowPlace place =
                    Objects.requireNonNull(after.settings().current().window());
            assertThat(place.x()).isEqualTo(17);
            assertThat(place.width()).isEqualTo(950);
        }
    }

    @Test
    void closingWaitsForWhatIsUnderWay() throws Exception {
        FakeKeychain slow = new FakeKeychain() {
            @Override
            public KeychainResult<Boolean> check() {
                asked.countDown();
                await(answer);
                return super.check();
            }
        };
        Programs programs = new Programs(
                new Surroundings(Map.of(), new DataDirectory(folder), InstantSource.system(), () -> slow), Shell.WORDS);
        Program first = programs.open(REAL);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first, Shell.WORDS, REAL);
            await(asked);
            pressClose(window.stage());
            CompletableFuture<Integer> ended = window.desktop().ended();
            assertThatThrownBy(() -> ended.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            answer.countDown();
            assertThat(ended.get(30, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void aPageThatCannotBeBuiltIsTold() throws Exception {
        Programs programs = programs(false);
        try (Program before = programs.open(REAL)) {
            before.history();
        }
        Program first = programs.open(REAL);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Words broken = new Words(Locale.of("zz"), ZoneOffset.UTC);
            Window window = shown(current, first, broken, REAL);
            assertThat(text(window.stage(), "#title")).isEqualTo(Shell.WORDS.of("shell.wait.trouble"));
            pressClose(window.stage());
            assertThat(window.desktop().ended().get(30, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void aHistoryThatNobodyCanReadIsNoDeadEnd() throws Exception {
        Programs programs = programs(false);
        Program first = programs.open(REAL);
        Path file = first.directory().historyFile("default");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "not a history");
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first, Shell.WORDS, REAL);
            assertThat(text(window.stage(), "#detail")).doesNotContain("Exception", "gradeline restore");
            press(window.stage(), "#more");
            assertThat(((TextInputControl) await(window.stage(), "#technical")).getText())
                    .contains(file.toString());
            await(window.stage(), "#restoreBackup");
            Node tried = press(window.stage(), "#tryAgain");
            // trying shows the page anew; what is pressed too early is pressed on the page that goes
            awaitGone(tried);
            press(window.stage(), "#beginAnew");
            assertThat(file).hasContent("not a history");
            press(window.stage(), "#confirmAnew");
            await(window.stage(), "#syncState");
            pressClose(window.stage());
            assertThat(window.desktop().ended().get(50, TimeUnit.SECONDS)).isZero();
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files.filter(each -> each.toString().contains(".db.damaged-")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside).hasContent("not a history"));
        }
    }

    private static Node press(Stage stage, String selector) {
        Node button = await(stage, selector);
        Fx.run(((Button) button)::fire);
        return button;
    }

    private static void awaitGone(Node node) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (Fx.get(() -> node.getScene() != null)) {
            assertThat(System.nanoTime() - end).as("%s stayed", node).isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    void whatNobodyCatchesInAnEventIsToldInTheWindow() throws Exception {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Programs programs = programs(true);
        Program first = programs.open(SAMPLE);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first);
            await(window.stage(), ".status-line");
            Windows.tellUncaught(window.desktop()::uncaught);
            Platform.runLater(() -> {
                throw new IllegalStateException("a control that does nothing");
            });
            Fx.frames(2);
            assertThat(text(window.stage(), "#messageText")).startsWith("Something went wrong in Gradeline");
            press(window.stage(), "#messageMore");
            assertThat(text(window.stage(), "#messageDetails")).contains("a control that does nothing");
            pressClose(window.stage());
            assertThat(window.desktop().ended().get(30, TimeUnit.SECONDS)).isZero();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void whatNobodyCatchesGoesToTheLog() throws Exception {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        try (Logs logs = new Logs(folder.resolve("log"))) {
            assertThat(logs).isNotNull();
            Windows.logUncaught();
            Thread thrower = Thread.ofPlatform().start(() -> {
                throw new IllegalStateException("nobody was there");
            });
            thrower.join();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            assertThat(files.findFirst().orElseThrow()).content().contains("nobody was there");
        }
    }

    @Test
    void closingWhileAnotherConnectionIsOpenedClosesThatOneToo() throws Exception {
        Programs programs = programs(true);
        Program first = programs.open(SAMPLE);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first);
            Fx.run(window.desktop()::leaveDemo);
            pressClose(window.stage());
            answer.countDown();

            assertThat(window.desktop().ended().get(30, TimeUnit.SECONDS)).isZero();
            assertThat(first.directory().root()).doesNotExist();
            assertThatThrownBy(() -> current.with(Program::history)).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void closingWaitsForWhatIsBeingOpenedAndClosesIt() {
        Programs programs = programs(true);
        CurrentProgram current = new CurrentProgram(programs, programs.open(SAMPLE));
        CompletableFuture<Program> opened = CompletableFuture.supplyAsync(() -> current.change(REAL, () -> {}));
        await(asked);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(current::close);

        assertThat(closed).isNotDone();
        answer.countDown();
        closed.orTimeout(30, TimeUnit.SECONDS).join();

        Program late = opened.join();
        assertThatThrownBy(late::history).isInstanceOf(IllegalStateException.class);
        assertThat(late.directory().historyFile("default")).doesNotExist();
    }

    @Test
    void afterClosingNothingIsOpened() {
        Programs programs = programs(false);
        CurrentProgram current = new CurrentProgram(programs, programs.open(SAMPLE));
        current.close();

        assertThatThrownBy(() -> current.change(REAL, () -> {})).isInstanceOf(CancellationException.class);

        assertThat(asked.getCount()).isEqualTo(1);
    }

    @Test
    void whatIsWorkedWithIsNotClosedMeanwhile() {
        Programs programs = programs(false);
        CurrentProgram current = new CurrentProgram(programs, programs.open(SAMPLE));
        CompletableFuture<Boolean> work = CompletableFuture.supplyAsync(() -> current.with(program -> {
            History history = program.history();
            asked.countDown();
            await(answer);
            return history.posture().isEmpty();
        }));
        await(asked);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(current::close);
        assertThatThrownBy(() -> closed.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        answer.countDown();

        assertThat(work.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
        closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void aConnectionThatCannotBeOpenedLeavesTheOneBefore() {
        Programs programs = programs(false);
        Program first = programs.open(SAMPLE);
        GlobalOptions bad = new GlobalOptions(null, "../x", null, false, GlobalOptions.DEFAULT_MAX_WAIT);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            assertThatThrownBy(() -> current.change(bad, () -> {})).isInstanceOf(RuntimeException.class);

            Program still = current.with(program -> program);
            assertThat(still).isSameAs(first);
            assertThat(first.history().posture().isEmpty()).isTrue();
        }
    }

    @Test
    void aKeyForThisSessionGoesAlongByWayOfTheDemo() {
        Programs programs = programs(false);
        try (CurrentProgram current = new CurrentProgram(programs, programs.open(REAL))) {
            current.with(program -> program.vault().keepForSession("a key"));
            assertThat(current.change(SAMPLE, () -> {}).vault().find().secret()).isNotEqualTo("a key");
            assertThat(current.change(REAL, () -> {}).vault().find().secret()).isEqualTo("a key");
        }
    }

    @Test
    void aKeyForThisSessionIsNeverTakenToAnotherAddress() {
        Programs programs = programs(false);
        GlobalOptions elsewhere = new GlobalOptions(
                null, null, "https://elsewhere.example/api/v1", false, GlobalOptions.DEFAULT_MAX_WAIT);
        try (CurrentProgram current = new CurrentProgram(programs, programs.open(REAL))) {
            current.with(program -> program.vault().keepForSession("a key"));
            assertThat(current.change(elsewhere, () -> {}).vault().find().secret())
                    .isNull();
        }
    }

    @Test
    void aSwitchAsksNoKeychain() {
        FakeKeychain broken = new FakeKeychain() {
            @Override
            public KeychainResult<@Nullable String> read(String account) {
                throw new IllegalStateException("no keychain today");
            }
        };
        Programs programs = new Programs(
                new Surroundings(Map.of(), new DataDirectory(folder), InstantSource.system(), () -> broken),
                Shell.WORDS);
        Program first = programs.open(REAL);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Program opened = current.change(REAL, () -> {});
            assertThat(current.<Program>with(program -> program)).isSameAs(opened);
            assertThatThrownBy(first::history).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aKeyForThisSessionStaysWithItsConnection() {
        GlobalOptions elsewhere = new GlobalOptions(null, "other", null, false, GlobalOptions.DEFAULT_MAX_WAIT);
        Programs programs = programs(false);
        try (CurrentProgram current = new CurrentProgram(programs, programs.open(REAL))) {
            current.with(program -> program.vault().keepForSession("a key"));
            Program other = current.change(elsewhere, () -> {});
            assertThat(other.vault().find().secret())
                    .as("of another connection at the same address")
                    .isNull();
            other.vault().keepForSession("another key");
            assertThat(current.change(REAL, () -> {}).vault().find().secret()).isEqualTo("a key");
            assertThat(current.change(elsewhere, () -> {}).vault().find().secret())
                    .isEqualTo("another key");
        }
    }

    @Test
    void aProgramThatIsTurnedDownIsClosedAndTheOneBeforeStays() {
        GlobalOptions elsewhere = new GlobalOptions(null, "other", null, false, GlobalOptions.DEFAULT_MAX_WAIT);
        Programs programs = programs(false);
        Program first = programs.open(REAL);
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Program refused = current.beside(elsewhere, program -> program, program -> false);
            assertThatThrownBy(refused::history).isInstanceOf(IllegalStateException.class);
            assertThat(current.<Program>with(program -> program)).isSameAs(first);

            assertThatThrownBy(() -> current.beside(
                            elsewhere,
                            program -> {
                                throw new IllegalArgumentException("no");
                            },
                            program -> true))
                    .hasMessage("no");
            assertThat(current.<Program>with(program -> program)).isSameAs(first);

            Program taken = current.beside(elsewhere, program -> program, program -> true);
            assertThat(current.<Program>with(program -> program)).isSameAs(taken);
            assertThatThrownBy(first::history).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatIsStillToBeDoneIsDoneBeforeTheProgramIsClosed() {
        Programs programs = programs(false);
        try (CurrentProgram current = new CurrentProgram(programs, programs.open(REAL))) {
            current.close(program -> program.settings().update(settings -> settings.withTextPercent(125)));
        }
        assertThat(new SettingsStore(folder.resolve("settings.json")).current().textPercent())
                .isEqualTo(125);
    }

    @Test
    void theWindowsPlaceIsKeptLastAndTakenAgain() throws Exception {
        Programs programs = programs(false);
        Program first = programs.open(REAL);
        first.history();
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first, Shell.WORDS, REAL);
            await(window.stage(), "#syncState");
            Fx.run(() -> {
                window.stage().setX(31);
                window.stage().setY(27);
                window.stage().setWidth(970);
                window.stage().setHeight(690);
            });
            // what else is kept meanwhile does not put an older place back
            current.with(program -> program.settings().update(settings -> settings.withTextPercent(110)));
            pressClose(window.stage());
            assertThat(window.desktop().ended().get(50, TimeUnit.SECONDS)).isZero();
        }
        Settings kept = new SettingsStore(folder.resolve("settings.json")).current();
        assertThat(kept.window()).isEqualTo(new Settings.WindowPlace(31, 27, 970, 690, false));
        assertThat(kept.textPercent()).isEqualTo(110);
        Program again = programs.open(REAL);
        try (CurrentProgram current = new CurrentProgram(programs, again)) {
            Window window = shown(current, again, Shell.WORDS, REAL);
            await(window.stage(), "#syncState");
            assertThat(Fx.get(() -> new Settings.WindowPlace(
                            window.stage().getX(),
                            window.stage().getY(),
                            window.stage().getWidth(),
                            window.stage().getHeight(),
                            window.stage().isMaximized())))
                    .isEqualTo(kept.window());
            pressClose(window.stage());
            assertThat(window.desktop().ended().get(50, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void aSecondStartBringsTheWindowBackOutOfTheTaskBar() throws Exception {
        Programs programs = programs(false);
        Program first = programs.open(REAL);
        first.history();
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            Window window = shown(current, first, Shell.WORDS, REAL);
            await(window.stage(), "#syncState");
            Fx.run(() -> window.stage().setIconified(true));
            assertThat(Fx.get(window.stage()::isIconified)).isTrue();
            Fx.run(() -> window.desktop().raise(OneWindow.Wish.NONE));
            assertThat(Fx.get(window.stage()::isIconified)).isFalse();
            pressClose(window.stage());
            assertThat(window.desktop().ended().get(50, TimeUnit.SECONDS)).isZero();
        }
    }
}
