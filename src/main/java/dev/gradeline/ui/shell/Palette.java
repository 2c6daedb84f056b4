package dev.gradeline.ui.shell;

import dev.gradeline.ui.shell.ShellActions.Command;
import dev.gradeline.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The command palette: type a few letters, press Enter. */
final class Palette {
    private static final String STYLE = "palette";
    private static final Insets MARGIN = new Insets(90, 0, 90, 0);

    private static final int MOST_ROWS = 12;

    /** Above the first row and below the last. */
    private static final double EDGES = 4;

    /** What a line leaves free of its row. */
    private static final double BESIDE = 24;

    private final List<Command> commands;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Overlay overlay;

    private Palette(StackPane window, List<Command> commands, Words words) {
        this.commands = commands;
        field.setPromptText(words.of("shell.palette.hint"));
        field.setAccessibleText(words.of("shell.palette.hint"));
        field.setId("palette-field");
        list.setId("palette-list");
        list.setCellFactory(view -> new CommandCell(this::runSelected));
        list.setFocusTraversable(false);
        Label nothing = new Label(words.of("shell.palette.nothing"));
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.prefHeightProperty()
                .bind(Bindings.size(list.getItems())
                        .map(size -> Math.clamp(size.intValue(), 1, MOST_ROWS))
                        .flatMap(rows -> list.fixedCellSizeProperty().map(cell -> rows * cell.doubleValue() + EDGES)));
        VBox box = new VBox(field, list);
        // no emptiness below the last command
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.getStyleClass().add(STYLE);
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().addListener(o -> narrow());
        narrow();
        overlay = Overlay.open(window, box, MARGIN);
        field.requestFocus();
    }

    /** Shows the palette over the window, or takes it away when it is open already. */
    static void toggle(StackPane window, List<Command> commands, Words words) {
        if (Overlay.isOpen(window, STYLE)) {
            Overlay.closeAny(window);
        } else {
            new Palette(window, commands, words);
        }
    }

    private void narrow() {
        String typed = field.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems().setAll(matches(commands, typed));
        list.getSelectionModel().selectFirst();
    }

    /** Those with these letters in them: first where they are a word, then where a word begins with them, then all others. */
    static List<Command> matches(List<Command> commands, String typed) {
        return commands.stream()
                .filter(command -> command.name().toLowerCase(Locale.ROOT).contains(typed))
                .sorted(Comparator.comparingInt(command -> rank(command.name().toLowerCase(Locale.ROOT), typed)))
                .toList();
    }

    private static int rank(String name, String typed) {
        if (typed.isEmpty()) {
            return 0;
        }
        int best = 2;
        for (int at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1)) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
            int end = at + typed.length();
            boolean ends = end == name.length() || !Character.isLetterOrDigit(name.charAt(end));
            best = Math.min(best, begins ? ends ? 0 : 1 : 2);
        }
        return best;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> runSelected();
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void runSelected() {
        Command command = list.getSelectionModel().getSelectedItem();
        overlay.close();
        if (command != null) {
            command.action().run();
        }
    }

    /** Its words, and at the far side the keys that do the same. */
    private static HBox line(Command command, ReadOnlyDoubleProperty width) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(new Label(command.name()), gap);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(width.subtract(BESIDE));
        if (!command.keys().isEmpty()) {
            Label keys = new Label(command.keys());
            keys.setMinWidth(Region.USE_PREF_SIZE);
            keys.getStyleClass().add("key-cap");
            line.getChildren().add(keys);
        }
        return line;
    }

    private static final class CommandCell extends ListCell<Command> {
        CommandCell(Runnable run) {
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    run.run();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                setGraphic(line(command, widthProperty()));
                setAccessibleText(
                        String.join(" ", command.name(), command.keys()).strip());
            }
        }
    }
}
