package dev.gradeline.ui.recommendations;

import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.Words;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pane beside the table. JavaFX thread. */
public final class DetailController {
    /** In characters: about six lines. */
    private static final int LONGEST_TITLE = 240;

    private final DetailViewModel model;
    private final Words words;
    private final Consumer<String> select;
    private final Runnable close;
    /** Whether all of a long title shows. */
    private boolean titleWhole;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Button cross;

    @FXML
    private Label where;

    @FXML
    private Label title;

    @FXML
    private Button titleMore;

    @FXML
    private Label priority;

    @FXML
    private Label status;

    @FXML
    private Label facts;

    @FXML
    private TextArea note;

    @FXML
    private TextField tags;

    @FXML
    private Label noteState;

    @FXML
    private Button noteUndo;

    @FXML
    private VBox life;

    @FXML
    private Label id;

    @FXML
    private VBox neighbourBox;

    @FXML
    private VBox neighbours;

    /**
     * @param select shows another recommendation, by id
     * @param close closes the pane
     */
    DetailController(DetailViewModel model, Words words, Consumer<String> select, Runnable close) {
        this.model = model;
        this.words = words;
        this.select = select;
        this.close = close;
    }

    @FXML
    private void initialize() {
        model.shown().addListener(o -> show());
        model.life().addListener((ListChangeListener<LifeStory.Line>) change -> showLife());
        model.neighbours().addListener((ListChangeListener<DetailViewModel.Neighbour>) change -> showNeighbours());
        OwnNoteViewModel own = model.own();
        note.textProperty().bindBidirectional(own.text());
        tags.textProperty().bindBidirectional(own.tags());
        tags.setOnAction(event -> endTag());
        keepWhenLeft(note);
        keepWhenLeft(tags);
        note.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // a note is no place for tabulators: the key leads on, as everywhere
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                note.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        own.state().subscribe(state -> {
            noteState.setText(state);
            Rows.show(noteState, !state.isEmpty());
        });
        own.writable().subscribe(writable -> {
            // still to be read and copied
            note.setEditable(writable);
            tags.setEditable(writable);
        });
        own.undoable().subscribe(undoable -> Rows.show(noteUndo, undoable));
        show();
        showLife();
        showNeighbours();
    }

    private void show() {
        RecommendationRow row = model.shown().get();
        if (row != null) {
            if (!row.shownId().equals(id.getText())) {
                scroll.setVvalue(0);
                titleWhole = false;
            }
            where.setText(Cleaning.shorten(row.framework() + " · " + row.category(), LONGEST_TITLE));
            showTitle(row.title());
            title.getStyleClass().remove("muted");
            if (row.untitled()) {
                title.getStyleClass().add("muted");
            }
            priority.setText(row.priority());
            status.setText(row.status());
            facts.setText(model.facts());
            id.setText(row.shownId());
        }
    }

    /** A long one would bury everything else. */
    private void showTitle(String text) {
        boolean isLong = text.length() > LONGEST_TITLE;
        title.setText(titleWhole ? text : Cleaning.shorten(text, LONGEST_TITLE));
        Rows.show(titleMore, isLong);
        titleMore.setText(
                words.of(titleWhole ? "recommendations.detail.titleLess" : "recommendations.detail.titleAll"));
    }

    @FXML
    private void titleMore() {
        titleWhole = !titleWhole;
        RecommendationRow row = model.shown().get();
        if (row != null) {
            showTitle(row.title());
        }
    }

    /** Whether it shows a way to close it; what is around it may have one. */
    void closable(boolean own) {
        Rows.show(cross, own);
    }

    /** Keeps what was written. */
    void keep() {
        model.own().keep();
    }

    private void keepWhenLeft(Node field) {
        field.focusedProperty().addListener((observable, was, now) -> {
            if (!now) {
                model.own().keep();
                model.own().tidyTags("");
            }
        });
    }

    /** Enter keeps the tags and ends the one that was written: what is typed next is another one. */
    private void endTag() {
        model.own().keep();
        model.own().tidyTags(OwnNoteViewModel.BETWEEN);
        tags.end();
    }

    @FXML
    private void undoNote() {
        model.own().undo();
    }

    private void showLife() {
        life.getChildren()
                .setAll(model.life().stream()
                        .map(line -> {
                            Label label = new Label(line.text());
                            label.setWrapText(true);
                            label.setMinHeight(Region.USE_PREF_SIZE);
                            if (!line.moment().isEmpty()) {
                                label.setTooltip(new Tooltip(line.moment()));
                            }
                            label.getStyleClass().addAll("muted", "small");
                            return label;
                        })
                        .toList());
    }

    private void showNeighbours() {
        boolean any = !model.neighbours().isEmpty();
        Rows.show(neighbourBox, any);
        Rows.fill(neighbours, model.neighbours().stream().map(this::link).toList());
    }

    private Button link(DetailViewModel.Neighbour neighbour) {
        Button link = new Button(neighbour.title());
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.getStyleClass().addAll("link-button", "small");
        link.setWrapText(true);
        link.setOnAction(event -> select.accept(neighbour.id()));
        return link;
    }

    @FXML
    private void copyId() {
        RecommendationRow row = model.shown().get();
        if (row != null) {
            ClipboardContent content = new ClipboardContent();
            // as it is, and not as it is shown: it is meant for a search elsewhere
            content.putString(row.recommendation().id());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @FXML
    private void close() {
        close.run();
    }
}
