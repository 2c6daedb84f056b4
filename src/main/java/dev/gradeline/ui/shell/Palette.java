package dev.gradeline.ui.shell;

import dev.gradeline.ui.shell.ShellActions.Command;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The command palette: type a few letters, press Enter. Lies over the window until Escape or a click beside it. */
final class Palette {
    private final StackPane window;
    private final List<Command> commands;
    private final @Nullable Node before;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final StackPane overlay = new StackPane();

    private Palette(StackPane window, List<Command> commands, Words words) {
        this.window = window;
        this.commands = commands;
        this.before = window.getScene() == null ? null : window.getScene().getFocusOwner();
        field.setPromptText(words.of("shell.palette.hint"));
        field.setAccessibleText(words.of("shell.palette.hint"));
        field.setId("palette-field");
        list.setId("palette-list");
        list.setCellFactory(view -> new CommandCell(this::runSelected));
        list.setFocusTraversable(false);
        Label nothing = new Label(words.of("shell.palette.nothing"));
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        overlay.getStyleClass().add("overlay");
        overlay.getChildren().add(box);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new Insets(90, 0, 90, 0));
        overlay.setOnMouseClicked(event -> {
            if (overlay.equals(event.getTarget())) {
                close();
            }
        });
        overlay.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().addListener(o -> narrow());
        narrow();
    }

    /** Shows the palette over the window; does nothing while it is open already. */
    static void open(StackPane window, List<Command> commands, Words words) {
        if (window.lookup(".palette") == null) {
            Palette palette = new Palette(window, commands, words);
            window.getChildren().add(palette.overlay);
            palette.field.requestFocus();
        }
    }

    private void narrow() {
        String typed = field.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(commands.stream()
                        .filter(command ->
                                command.name().toLowerCase(Locale.ROOT).contains(typed))
                        .toList());
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
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
        close();
        if (command != null) {
            command.action().run();
        }
    }

    private void close() {
        window.getChildren().remove(overlay);
        if (before != null) {
            before.requestFocus();
        }
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
            setText(empty || command == null ? null : command.name());
        }
    }
}
