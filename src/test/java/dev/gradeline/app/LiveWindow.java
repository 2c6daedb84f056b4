package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Picture;
import dev.gradeline.ui.kit.Typing;
import dev.gradeline.ui.shell.ChooserSaver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/** The program's own window over one connection, from start to close, driven as a person would: click, type, press. */
final class LiveWindow implements AutoCloseable {
    /** As many as the longest page has stops, and some. */
    private static final int MOST_TABS = 100;

    private final FxRobot robot = new FxRobot();
    private final CurrentProgram current;
    private final Stage stage;
    private final Desktop desktop;

    LiveWindow(Programs programs) {
        this(programs, (name, last) -> null);
    }

    /** @param chooser stands for the person at the system's file dialogs */
    LiveWindow(Programs programs, ChooserSaver.Chooser chooser) {
        this(programs, chooser, null);
    }

    /** @param backup what the program was started with; null for nothing */
    LiveWindow(Programs programs, ChooserSaver.Chooser chooser, @Nullable Path backup) {
        this(programs, chooser, backup, new GlobalOptions(null, null, null, false, GlobalOptions.DEFAULT_MAX_WAIT));
    }

    /** @param options what the program was started with beside that */
    LiveWindow(Programs programs, ChooserSaver.Chooser chooser, @Nullable Path backup, GlobalOptions options) {
        Program first = programs.open(options);
        current = new CurrentProgram(programs, first);
        stage = Fx.get(Stage::new);
        desktop = Fx.get(() -> {
            Desktop shown = new Desktop(
                    current, Shell.WORDS, options, stage, first.settings().current(), null, chooser);
            shown.open(backup);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1000);
            stage.setHeight(900);
            return shown;
        });
    }

    /** Has something done as soon as the window begins to close. */
    void whenLeaving(Runnable told) {
        Fx.run(() -> desktop.whenLeaving(told));
    }

    /** Waits until something that a selector finds can be seen, and gives it. */
    Node await(String selector) {
        return await(selector, node -> true);
    }

    /** Waits for the text of what a selector finds. */
    void awaitText(String selector, String text) {
        await(selector, node -> node instanceof Labeled label && text.equals(label.getText()));
    }

    /** Waits for a part of the text of something that a selector finds. */
    void awaitTextWith(String selector, String part) {
        await(
                selector,
                node -> node instanceof Labeled label
                        && String.valueOf(label.getText()).contains(part));
    }

    /** Waits until something that a selector finds has the focus. */
    void awaitFocus(String selector) {
        await(selector, Node::isFocused);
    }

    private Node await(String selector, Predicate<Node> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < end) {
            Node found = Fx.get(() -> find(selector, wanted)).orElse(null);
            if (found != null) {
                return found;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(selector + " never came; the focus is on "
                + Fx.get(() -> String.valueOf(stage.getScene().getFocusOwner())) + "; there are " + texts());
    }

    private Optional<Node> find(String selector, Predicate<Node> wanted) {
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        return root.lookupAll(selector).stream()
                .filter(LiveWindow::isSeen)
                .filter(wanted)
                .findFirst();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    boolean shows(String selector) {
        return Fx.get(() -> find(selector, node -> true)).isPresent();
    }

    String text(String selector) {
        Node node = await(selector);
        return Fx.get(() ->
                node instanceof TextInputControl field ? String.valueOf(field.getText()) : ((Labeled) node).getText());
    }

    void click(String selector) {
        robot.clickOn(await(selector));
    }

    /** Clicks the button that shows this text. */
    void clickButton(String text) {
        click(".button", text);
    }

    /** Clicks the one of those that a selector finds that shows this text. */
    void click(String selector, String text) {
        robot.clickOn(await(selector, node -> node instanceof Labeled label && text.equals(label.getText())));
    }

    void type(String text) {
        Typing.into(stage.getScene(), text);
    }

    void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
        }
    }

    void shortcut(KeyCode key) {
        robot.push(KeyCode.SHORTCUT, key);
    }

    /** Goes on with Tab until what a selector finds has the focus; fails when that never happens. */
    void tabTo(String selector) {
        Node wanted = await(selector);
        for (int i = 0; i < MOST_TABS; i++) {
            if (Fx.get(wanted::isFocused)) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError(selector + " is not reached by keyboard");
    }

    /** Has the program look now which of the organisations that are not shown is due. */
    void lookAtOthers() {
        Fx.run(desktop::othersChanged);
    }

    /** As the system does when the person logs out. */
    void sessionEnds() {
        desktop.sessionEnds();
    }

    /** As a second start does. */
    void raise(OneWindow.Wish wish) {
        Fx.run(() -> desktop.raise(wish));
    }

    /** The texts of the menu that is open. */
    List<String> menu() {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(each -> ((ContextMenu) each).getItems().stream())
                .map(item -> String.valueOf(item.getText()))
                .toList());
    }

    /** Runs a command of the palette by some letters of its name. */
    void command(String letters) {
        shortcut(KeyCode.K);
        awaitFocus("#palette-field");
        type(letters);
        await("#palette-field", field -> field instanceof TextInputControl typed && letters.equals(typed.getText()));
        press(KeyCode.ENTER);
    }

    /** Whether the window looks as the settings say. */
    boolean hasStyle(String styleClass) {
        return Fx.get(() -> stage.getScene().getRoot().getStyleClass().contains(styleClass));
    }

    /** The window's place and size. */
    List<Double> place() {
        return Fx.get(() -> List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }

    boolean isDisabled(String selector) {
        return Fx.get(await(selector)::isDisabled);
    }

    boolean isFocused(String selector) {
        return Fx.get(await(selector)::isFocused);
    }

    List<String> texts() {
        return texts(".label", LiveWindow::isSeen);
    }

    /** The texts of all that a selector finds, seen or not. */
    List<String> allTexts(String selector) {
        return texts(selector, node -> true);
    }

    private List<String> texts(String selector, Predicate<Node> wanted) {
        return Fx.get(() -> {
            List<String> found = new ArrayList<>();
            stage.getScene().getRoot().lookupAll(selector).stream()
                    .filter(wanted)
                    .map(node -> ((Labeled) node).getText())
                    .forEach(found::add);
            return found;
        });
    }

    /** What the window looks like now, for people. */
    void picture(String name) throws IOException {
        Picture.write(
                Fx.get(() -> Picture.take(stage.getScene())).join(),
                Path.of("target", "pictures").resolve(name + ".png"));
    }

    @Override
    public void close() {
        Fx.run(() -> stage.getOnCloseRequest().handle(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(desktop.ended().orTimeout(90, TimeUnit.SECONDS).join()).isZero();
        current.close();
    }
}
