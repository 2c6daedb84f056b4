package dev.gradeline.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field to search with: it shows what it is for, and is emptied by a click or Escape. JavaFX thread. */
public final class SearchField extends CustomTextField {
    private final Button clear = new Button();

    public SearchField() {
        getStyleClass().addAll("filter-field", "search");
        clear.getStyleClass().addAll("icon-button", "search-clear");
        clear.setGraphic(new FontIcon(Feather.X));
        // the keyboard empties it with Escape
        clear.setFocusTraversable(false);
        clear.setOnAction(event -> {
            clear();
            requestFocus();
        });
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        setLeft(beside(new FontIcon(Feather.SEARCH), "search-icon"));
        setRight(beside(clear, "search-end"));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    private static Node beside(Node node, String style) {
        StackPane pane = new StackPane(node);
        pane.getStyleClass().add(style);
        return pane;
    }

    /** What assistive technology calls the button that empties it. */
    public String getClearText() {
        return clear.getAccessibleText();
    }

    public void setClearText(String name) {
        clear.setAccessibleText(name);
        LateTooltip.on(clear, () -> name);
    }

    @Override
    public @Nullable String getUserAgentStylesheet() {
        // its own has Modena's colours; the theme knows it as the text field that it is
        return null;
    }
}
