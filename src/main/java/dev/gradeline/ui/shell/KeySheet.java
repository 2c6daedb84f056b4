package dev.gradeline.ui.shell;

import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All keys on one sheet over the window, in groups, written as the system writes them. JavaFX thread. */
final class KeySheet {
    private static final String STYLE = "key-sheet";
    /** What one press of an arrow scrolls, in pixels. */
    private static final double LINE = 40;

    private static final Insets MARGIN = new Insets(24);

    private final Words words;
    private final KeyNames names;
    private final Button close = new Button();

    /** Keys and what they do. */
    private record Line(List<String> keys, String name) {}

    private KeySheet(StackPane window, ShellKeys keys, Words words) {
        this.words = words;
        this.names = new KeyNames(words);
        VBox left = column(
                group("shell.keys.everywhere", everywhere(keys)),
                group(
                        "shell.keys.chart",
                        List.of(
                                line("shell.keys.along", KeyCode.LEFT, KeyCode.RIGHT),
                                line("shell.keys.across", KeyCode.UP, KeyCode.DOWN),
                                held("shell.keys.dateLine", KeyCombination.SHORTCUT_DOWN),
                                line("shell.keys.dateEnds", KeyCode.HOME, KeyCode.END),
                                held("shell.keys.rangeMove", KeyCombination.SHIFT_DOWN),
                                line("shell.keys.rangeZoom", KeyCode.PLUS, KeyCode.MINUS),
                                line("shell.keys.openChosen", KeyCode.ENTER),
                                line("shell.keys.letGo", KeyCode.ESCAPE))));
        VBox right = column(
                group("shell.keys.pages", keys.pages().stream().map(this::line).toList()),
                group(
                        "shell.keys.tables",
                        List.of(
                                line("shell.keys.toRows", KeyCode.DOWN),
                                line("shell.keys.rows", KeyCode.UP, KeyCode.DOWN),
                                line("shell.keys.open", KeyCode.ENTER),
                                line("shell.keys.group", KeyCode.LEFT, KeyCode.RIGHT),
                                new Line(List.of(names.of(ShellKeys.shortcut(KeyCode.C))), words.of("shell.keys.copy")),
                                new Line(
                                        List.of(names.of(new KeyCodeCombination(
                                                KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))),
                                        words.of("shell.keys.copyCsv")),
                                new Line(
                                        List.of(
                                                names.of(new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN)),
                                                names.of(
                                                        new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN))),
                                        words.of("shell.keys.detailsMove")),
                                line("shell.keys.closeDetails", KeyCode.ESCAPE),
                                line("shell.keys.clearFilter", KeyCode.DELETE),
                                line("shell.keys.turn", KeyCode.LEFT, KeyCode.RIGHT))));
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("key-columns");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        // what wraps is higher than the pane is told beforehand: as high as it came out, where the window has the room
        columns.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(Math.ceil(height.doubleValue())));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("detail-scroll");
        VBox box = new VBox(head(), scroll);
        box.getStyleClass().add(STYLE);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setAccessibleText(words.of("shell.keys.title"));
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> move(event, scroll));
        Overlay overlay = Overlay.open(window, box, MARGIN);
        close.setOnAction(event -> overlay.close());
        close.requestFocus();
    }

    /** Shows the sheet over the window, or takes it away when it lies there already. */
    static void toggle(StackPane window, ShellKeys keys, Words words) {
        if (Overlay.isOpen(window, STYLE)) {
            Overlay.closeAny(window);
        } else {
            new KeySheet(window, keys, words);
        }
    }

    /** The cross keeps the focus: nothing behind the sheet may take the keyboard, and what is longer scrolls by key. */
    private static void move(KeyEvent event, ScrollPane scroll) {
        double page = scroll.getViewportBounds().getHeight();
        double hidden = Math.max(1, scroll.getContent().getLayoutBounds().getHeight() - page);
        double way = switch (event.getCode()) {
            case UP -> -LINE;
            case DOWN -> LINE;
            case PAGE_UP -> -page;
            case PAGE_DOWN -> page;
            case HOME -> -hidden;
            case END -> hidden;
            case LEFT, RIGHT, TAB -> 0;
            default -> Double.NaN;
        };
        if (!Double.isNaN(way)) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + way / hidden, 0, 1));
            event.consume();
        }
    }

    private Node head() {
        Label title = new Label(words.of("shell.keys.title"));
        title.getStyleClass().add("page-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        close.setId("keys-close");
        close.setGraphic(new FontIcon(Feather.X));
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(words.of("shell.keys.close"));
        close.setTooltip(new Tooltip(words.of("shell.keys.close")));
        HBox head = new HBox(title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private List<Line> everywhere(ShellKeys keys) {
        List<Line> lines = new ArrayList<>();
        keys.everywhere().forEach(shortcut -> lines.add(line(shortcut)));
        lines.add(new Line(List.of(ShellKeys.QUESTION_MARK), words.of("shell.keys.list")));
        lines.add(new Line(
                List.of(
                        names.of(KeyCode.TAB),
                        names.of(new KeyCodeCombination(KeyCode.TAB, KeyCombination.SHIFT_DOWN))),
                words.of("shell.keys.move")));
        lines.add(line("shell.keys.leave", KeyCode.ESCAPE));
        return lines;
    }

    private Line line(ShellKeys.Shortcut shortcut) {
        return new Line(shortcut.keys().stream().map(names::of).toList(), shortcut.name());
    }

    private Line line(String text, KeyCode... codes) {
        List<String> keys = new ArrayList<>();
        for (KeyCode code : codes) {
            keys.add(names.of(code));
        }
        return new Line(keys, words.of(text));
    }

    /** Left and right while another key is down. */
    private Line held(String text, KeyCombination.Modifier key) {
        List<String> keys = new ArrayList<>();
        for (KeyCode code : List.of(KeyCode.LEFT, KeyCode.RIGHT)) {
            keys.add(names.of(new KeyCodeCombination(code, key)));
        }
        return new Line(keys, words.of(text));
    }

    private VBox group(String title, List<Line> lines) {
        Label heading = new Label(words.of(title));
        heading.getStyleClass().addAll("card-title", "key-heading");
        VBox group = new VBox(heading);
        lines.forEach(line -> group.getChildren().add(row(line)));
        return group;
    }

    private static Node row(Line line) {
        Label name = new Label(line.name());
        // words wrap, keys never: they are what the sheet teaches
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(name);
        for (String key : line.keys()) {
            Label cap = new Label(key);
            cap.setMinWidth(Region.USE_PREF_SIZE);
            cap.getStyleClass().add("key-cap");
            row.getChildren().add(cap);
        }
        row.getStyleClass().addAll("key-row", "row-line");
        row.setAccessibleText(line.name() + ", " + String.join(", ", line.keys()));
        return row;
    }

    private static VBox column(Node... groups) {
        VBox column = new VBox(groups);
        column.getStyleClass().add("key-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }
}
