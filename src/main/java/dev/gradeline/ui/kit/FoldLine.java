package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.beans.DefaultProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Controls in one line, whatever the room: buttons that find none are offered by a menu behind them, the last ones first, and
 * those that are kept after all others. Links stand behind the menu. Fields, labels and menus never fold, unless they are given
 * an item. JavaFX thread.
 */
@DefaultProperty("content")
public final class FoldLine extends Pane {
    private static final double GAP = 8;
    private static final int NAMINGS = 3;
    private static final String ITEM = "gradeline-fold-item";
    private static final String KEPT = "gradeline-fold-kept";

    private final ObservableList<Node> content = FXCollections.observableArrayList();
    private final ObservableList<MenuItem> items = FXCollections.observableArrayList();
    /** Not a {@code MenuButton}: with that its menu's window is made even if nobody opens it. */
    private final Button more = new Button();

    private @Nullable Supplier<? extends List<? extends MenuItem>> choices;
    private String moreText = "";
    private @Nullable IntFunction<String> keptText;
    private List<Node> folded = List.of();
    private boolean end;

    public FoldLine() {
        getStyleClass().add("fold-line");
        more.getStyleClass().add("more");
        more.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        more.setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        more.setContentDisplay(ContentDisplay.RIGHT);
        more.setManaged(false);
        more.setVisible(false);
        more.setOnAction(event -> open());
        more.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                open();
                event.consume();
            }
        });
        getChildren().add(more);
        content.addListener((ListChangeListener<Node>) change -> {
            // the keyboard goes from left to right
            getChildren().setAll(around(content, true));
            while (change.next()) {
                for (Node node : change.getAddedSubList()) {
                    if (node instanceof ToggleButton toggle) {
                        toggle.selectedProperty().subscribe(this::requestLayout);
                    }
                }
            }
        });
        items.addListener((ListChangeListener<MenuItem>) change -> requestLayout());
    }

    /** Lets a node fold that is no button. */
    public static void setItem(Node node, Supplier<? extends MenuItem> item) {
        node.getProperties().put(ITEM, item);
    }

    /** Whether a node folds only after all that are not kept: a line should say what it narrows by. */
    public static void setKept(Node node, boolean kept) {
        if (kept != isKept(node)) {
            node.getProperties().put(KEPT, kept);
            if (node.getParent() instanceof FoldLine line) {
                line.requestLayout();
            }
        }
    }

    private static boolean isKept(Node node) {
        return Boolean.TRUE.equals(node.getProperties().get(KEPT));
    }

    /** What stands in the line. */
    public ObservableList<Node> getContent() {
        return content;
    }

    /** What the menu offers in any case, after what found no room. */
    public ObservableList<MenuItem> getItems() {
        return items;
    }

    /** What the menu is called. */
    public String getMoreText() {
        return moreText;
    }

    public void setMoreText(String name) {
        moreText = name;
        more.setText(name);
    }

    /** Names the menu while so many that are kept, and are more than buttons, stand in it. */
    public void setKeptText(IntFunction<String> name) {
        keptText = name;
        requestLayout();
    }

    /** Whether the line ends at the right edge. */
    public boolean isEnd() {
        return end;
    }

    public void setEnd(boolean atEnd) {
        end = atEnd;
        requestLayout();
    }

    /** Replaces what stands in the line; the keyboard stays at its place. */
    public void fill(List<? extends Node> nodes) {
        Rows.fill(content, nodes);
    }

    /**
     * Gives the menu everything there is to choose from, made when it opens; it then always shows, and what finds no room
     * in the line needs no place of its own in it. Null gives it back.
     */
    public void setChoices(@Nullable Supplier<? extends List<? extends MenuItem>> all) {
        choices = all;
        requestLayout();
    }

    /** The button that a person used: itself where it shows, else the menu that it stands in. */
    public Node shown(Node button) {
        return button.isVisible() ? button : more;
    }

    private boolean hasMenu() {
        return choices != null || !items.isEmpty();
    }

    private void open() {
        ContextMenu opened = new ContextMenu();
        opened.getItems().setAll(menu());
        // the items that are always there are lent to it
        opened.setOnHidden(event -> opened.getItems().clear());
        opened.show(more, Side.BOTTOM, 0, 2);
    }

    private List<MenuItem> menu() {
        Supplier<? extends List<? extends MenuItem>> given = choices;
        if (given != null) {
            return List.copyOf(given.get());
        }
        List<MenuItem> all = new ArrayList<>();
        append(all, items(false));
        append(all, items(true));
        append(all, items);
        return all;
    }

    private List<MenuItem> items(boolean links) {
        return folded.stream()
                .filter(node -> isLink(node) == links)
                .map(FoldLine::item)
                .toList();
    }

    private static void append(List<MenuItem> menu, List<MenuItem> more) {
        if (!menu.isEmpty() && !more.isEmpty()) {
            menu.add(new SeparatorMenuItem());
        }
        menu.addAll(more);
    }

    /** The menu stands behind what it holds, and before the links: these are no part of that, and keep their place. */
    private List<Node> around(List<Node> nodes, boolean menu) {
        List<Node> line =
                new ArrayList<>(nodes.stream().filter(node -> !isLink(node)).toList());
        if (menu) {
            line.add(more);
        }
        nodes.stream().filter(FoldLine::isLink).forEach(line::add);
        return line;
    }

    private static boolean isLink(Node node) {
        return node.getStyleClass().contains("link-button");
    }

    /** What stands for a node in the menu. */
    static MenuItem item(Node node) {
        if (node.getProperties().get(ITEM) instanceof Supplier<?> given && given.get() instanceof MenuItem made) {
            return made;
        }
        MenuItem item = new MenuItem();
        if (node instanceof ToggleButton toggle) {
            CheckMenuItem check = new CheckMenuItem();
            check.setSelected(toggle.isSelected());
            item = check;
        }
        if (node instanceof ButtonBase button) {
            item.setText(button.getText());
            item.setDisable(button.isDisabled());
            item.setOnAction(event -> button.fire());
        }
        return item;
    }

    private static boolean folds(Node node) {
        return node.getProperties().containsKey(ITEM) || (node instanceof ButtonBase && !(node instanceof MenuButton));
    }

    private List<Node> managed() {
        return content.stream().filter(Node::isManaged).toList();
    }

    private double wide(Node node) {
        double least = node.minWidth(-1);
        return snapSizeX(Math.clamp(node.prefWidth(-1), least, Math.max(least, node.maxWidth(-1))));
    }

    private double tall(Node node) {
        return snapSizeY(Math.max(node.minHeight(-1), node.prefHeight(-1)));
    }

    private double wide(List<Node> nodes) {
        double width = 0;
        for (Node node : nodes) {
            width += (width > 0 ? GAP : 0) + wide(node);
        }
        return width;
    }

    /** It is measured only where it is needed: what was never shown costs nothing. */
    private double moreWidth() {
        if (!more.isVisible()) {
            more.setVisible(true);
            more.applyCss();
        }
        return wide(more);
    }

    /** What shows at a width. */
    private List<Node> fitting(double width) {
        List<Node> shown = new ArrayList<>(managed());
        if (!hasMenu() && wide(shown) <= width) {
            return shown;
        }
        boolean renamed = true;
        // its name tells what it holds, and what it holds depends on how long its name is
        for (int i = 0; renamed && i < NAMINGS; i++) {
            shown = new ArrayList<>(managed());
            double room = width - moreWidth() - GAP;
            fold(shown, room, false);
            // what is chosen folds last: a line should say what it shows
            fold(shown, room, true);
            renamed = name(kept(shown));
        }
        return shown;
    }

    private int kept(List<Node> shown) {
        return (int) managed().stream()
                .filter(node -> isKept(node) && node.getProperties().containsKey(ITEM) && !shown.contains(node))
                .count();
    }

    /** Changes nothing where it is so already: a change is another layout. */
    private boolean name(int kept) {
        IntFunction<String> own = keptText;
        String name = kept == 0 || own == null ? moreText : own.apply(kept);
        if (name.equals(more.getText())) {
            return false;
        }
        more.setText(name);
        more.getStyleClass().remove("active");
        if (kept > 0) {
            more.getStyleClass().add("active");
        }
        return true;
    }

    private void fold(List<Node> shown, double room, boolean chosen) {
        for (int i = shown.size() - 1; i >= 0 && wide(shown) > room; i--) {
            if (folds(shown.get(i)) && (chosen || !isChosen(shown.get(i)))) {
                shown.remove(i);
            }
        }
    }

    /** One of several that exclude each other, or what is kept. */
    private static boolean isChosen(Node node) {
        return isKept(node)
                || node instanceof ToggleButton toggle && toggle.getToggleGroup() != null && toggle.isSelected();
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computePrefWidth(double height) {
        double menu = hasMenu() ? moreWidth() + GAP : 0;
        return getInsets().getLeft() + getInsets().getRight() + wide(managed()) + menu;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = 0;
        for (Node node : managed()) {
            height = Math.max(height, tall(node));
        }
        return getInsets().getTop() + getInsets().getBottom() + height;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        List<Node> all = managed();
        List<Node> shown = fitting(width);
        folded = all.stream().filter(node -> !shown.contains(node)).toList();
        all.forEach(node -> node.setVisible(shown.contains(node)));
        more.setVisible(hasMenu() || !folded.isEmpty());
        List<Node> line = around(shown, more.isVisible());
        double x = insets.getLeft() + (end ? Math.max(0, width - wide(line)) : 0);
        for (Node node : line) {
            // what never folds is narrower where it has to be
            double wide = Math.min(wide(node), Math.max(0, insets.getLeft() + width - x));
            double tall = tall(node);
            node.resizeRelocate(snapPositionX(x), snapPositionY(insets.getTop() + (height - tall) / 2), wide, tall);
            x += wide + GAP;
        }
    }
}
