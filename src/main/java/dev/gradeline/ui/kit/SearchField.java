package dev.gradeline.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field to search with: it shows what it is for, and is emptied by a click or Escape. JavaFX thread. */
public final class SearchField extends CustomTextField {
    private final Button clear = new Button();
    /** The prompt as it was given, and as there was room for it. */
    private String whole = "";

    private String shown = "";

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

    /** Where the whole prompt finds no room, what it adds behind two spaces is left out. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        String prompt = getPromptText() == null ? "" : getPromptText();
        if (!prompt.equals(shown)) {
            whole = prompt;
        }
        int addition = whole.lastIndexOf("  ");
        if (addition < 0) {
            return;
        }
        Text text = new Text(whole);
        text.setFont(getFont());
        boolean fits = text.getLayoutBounds().getWidth() <= room();
        shown = fits ? whole : whole.substring(0, addition).strip();
        if (!shown.equals(prompt)) {
            setPromptText(shown);
        }
    }

    private double room() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        for (Node side : List.of(getLeft(), getRight())) {
            room -= side.prefWidth(-1);
        }
        return room;
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
