package dev.gradeline.ui.kit;

import dev.gradeline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A page on a stage, to be driven as a person would: click, type, press. */
public final class ShownPage implements AutoCloseable {
    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final Parent root;

    private ShownPage(Stage stage, Parent root) {
        this.stage = stage;
        this.root = root;
    }

    /** Shows a page as large as the Headless screen lets the mouse reach, in light. */
    public static ShownPage of(Supplier<Parent> page) {
        return of(page, 714);
    }

    /** Shows a page at another height. */
    public static ShownPage of(Supplier<Parent> page, double height) {
        return of(page, 1000, height, 100);
    }

    /**
     * Shows a page at another size.
     *
     * @param textPercent how large its text is
     */
    public static ShownPage of(Supplier<Parent> page, double width, double height, int textPercent) {
        ShownPage shown = Fx.get(() -> {
            Parent root = new StackPane(page.get());
            Scene scene = new Scene(root, width, height);
            new Theme(scene).choose(Settings.Theme.LIGHT, textPercent);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new ShownPage(stage, root);
        });
        // what a page puts off until it was first drawn is there afterwards
        Fx.frames(2);
        shown.settle();
        return shown;
    }

    /** Runs on the JavaFX thread and lets the page lay itself out. */
    public void when(Runnable work) {
        Fx.run(work);
        settle();
    }

    public void click(Node node) {
        scrollTo(node);
        robot.clickOn(node);
        settle();
    }

    /** As a person turns the wheel until it is in sight; does nothing where it is, or where nothing scrolls. */
    private void scrollTo(Node node) {
        Node above = node.getParent();
        while (above != null && !(above instanceof ScrollPane)) {
            above = above.getParent();
        }
        if (above instanceof ScrollPane pane && pane.getContent() != null) {
            when(() -> {
                Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double height = pane.getContent().getBoundsInLocal().getHeight();
                double seen = pane.getViewportBounds().getHeight();
                double top = pane.getVvalue() * (height - seen);
                if (place.getMinY() < top || place.getMaxY() > top + seen) {
                    pane.setVvalue(Math.clamp((place.getCenterY() - seen / 2) / (height - seen), 0, 1));
                }
            });
        }
    }

    /** Clicks what shows this text. */
    public void click(String text) {
        click(find(text));
    }

    public void moveTo(double x, double y, Node within) {
        robot.moveTo(Fx.get(() -> within.localToScreen(x, y)));
        settle();
    }

    /** Presses the mouse at one place of a node, moves it to another one, and lets go. */
    public void drag(double fromX, double fromY, double toX, double toY, Node within) {
        robot.moveTo(Fx.get(() -> within.localToScreen(fromX, fromY)));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(Fx.get(() -> within.localToScreen((fromX + toX) / 2, (fromY + toY) / 2)));
        robot.moveTo(Fx.get(() -> within.localToScreen(toX, toY)));
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    /** Clicks a place of a node. */
    public void clickAt(double x, double y, Node within) {
        robot.clickOn(Fx.get(() -> within.localToScreen(x, y)));
        settle();
    }

    /** Clicks a place of a node twice, fast. */
    public void doubleClickAt(double x, double y, Node within) {
        robot.doubleClickOn(Fx.get(() -> within.localToScreen(x, y)));
        settle();
    }

    /** Clicks a place of a node with the mouse's other button. */
    public void otherClickAt(double x, double y, Node within) {
        robot.clickOn(Fx.get(() -> within.localToScreen(x, y)), MouseButton.SECONDARY);
        settle();
    }

    /** Presses a key while another one is down. */
    public void held(KeyCode down, KeyCode key) {
        robot.press(down).type(key).release(down);
        settle();
    }

    public void focus(Node node) {
        Fx.run(node::requestFocus);
        settle();
    }

    /** Presses and releases keys, one after the other. */
    public void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
            settle();
        }
    }

    /** Presses a key while the shortcut key is down. */
    public void shortcut(KeyCode key) {
        KeyCode held = System.getProperty("os.name").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;
        robot.press(held).type(key).release(held);
        settle();
    }

    /** The items of the menu that is open; empty when none is. */
    public List<String> menu() {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .filter(Window::isShowing)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .map(MenuItem::getText)
                .toList());
    }

    /** Chooses from the menu that is open, which closes. */
    public void choose(String item) {
        when(() -> {
            ContextMenu open = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .filter(Window::isShowing)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no menu is open"));
            MenuItem chosen = open.getItems().stream()
                    .filter(each -> item.equals(each.getText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the menu has no " + item));
            open.hide();
            chosen.fire();
        });
    }

    /**
     * Clicks the header of the column with this title. Not by the robot: to a header, each click of the Headless
     * platform's mouse asks for a context menu.
     */
    public void clickHeader(String title) {
        clickHeader(title, false);
    }

    /** The same with the shift key down: to sort by one column more. */
    public void shiftClickHeader(String title) {
        clickHeader(title, true);
    }

    private void clickHeader(String title, boolean shift) {
        Node header = nodes(".column-header", Node.class).stream()
                // the row of all headers is a header, too
                .filter(each -> !each.getStyleClass().contains("nested-column-header"))
                .filter(each -> texts(each).contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no header " + title));
        Fx.run(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                Event.fireEvent(header, primary(type, shift));
            }
        });
        settle();
    }

    private static MouseEvent primary(EventType<MouseEvent> type, boolean shift) {
        boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
        return new MouseEvent(
                type,
                4,
                4,
                4,
                4,
                MouseButton.PRIMARY,
                1,
                shift,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /** What assistive technology says of the control that has the focus. */
    public String focused() {
        return Fx.get(() -> {
            Node owner = root.getScene().getFocusOwner();
            if (owner == null) {
                return "";
            }
            String said = owner.getAccessibleText();
            return said == null && owner instanceof Labeled labeled ? labeled.getText() : said == null ? "" : said;
        });
    }

    /** The text of the node of this id. */
    public String text(String id) {
        return Fx.get(node("#" + id, Labeled.class)::getText);
    }

    public boolean isShown(String id) {
        return !nodes("#" + id, Node.class).isEmpty();
    }

    public void write(String text) {
        Typing.into(stage.getScene(), text);
        settle();
    }

    /** The texts that can be seen, from top to bottom of the scene graph. */
    public List<String> texts() {
        return labels(root).stream().map(Labeled::getText).toList();
    }

    /** The texts that can be seen within the node of this selector. */
    public List<String> texts(String selector) {
        return texts(node(selector, Node.class));
    }

    private static List<String> texts(Node top) {
        return labels(top).stream().map(Labeled::getText).toList();
    }

    /** The first node of a type that a selector finds. */
    public <N extends Node> N node(String selector, Class<N> type) {
        return robot.from(root).lookup(selector).queryAs(type);
    }

    /** Every node of a type that a selector finds and that can be seen. */
    public <N extends Node> List<N> nodes(String selector, Class<N> type) {
        return robot.from(root).lookup(selector).queryAllAs(type).stream()
                .filter(ShownPage::isSeen)
                .toList();
    }

    /** Writes the page as it stands now to {@code target/pictures}, for people to look at. */
    public void picture(String name) {
        try {
            Picture.write(
                    Fx.get(() -> Picture.take(root.getScene())).join(), PagePictures.FOLDER.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Labeled find(String text) {
        return labels(root).stream()
                .filter(label -> text.equals(label.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing shows “" + text + "”, but: " + texts()));
    }

    private static List<Labeled> labels(Node top) {
        return Fx.get(() -> {
            List<Labeled> found = new ArrayList<>();
            collect(top, found);
            return found;
        });
    }

    private static void collect(Node node, List<Labeled> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled label
                && label.getText() != null
                && !label.getText().isEmpty()) {
            found.add(label);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        Fx.run(() -> {
            root.applyCss();
            root.layout();
        });
    }

    @Override
    public void close() {
        Fx.run(stage::close);
    }
}
