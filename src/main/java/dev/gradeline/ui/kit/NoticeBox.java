package dev.gradeline.ui.kit;

import dev.gradeline.words.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PartNotice} on the page, with the way out where there is one and the details on demand; takes no room without a
 * notice. JavaFX thread.
 */
public final class NoticeBox extends VBox {
    private static final PseudoClass MARK = PseudoClass.getPseudoClass("mark");

    private final Label text = new Label();
    private final Button key = link();
    private final Button connect = link();
    private final Button again = link();
    private final Button cancel = link();
    private final Button more = link();
    private final Button copy = link();
    private final Label details = new Label();
    private final FlowPane ways;
    private @Nullable PartNotice shown;

    public NoticeBox() {
        getStyleClass().addAll("notice", "part-notice");
        setAlignment(Pos.CENTER_LEFT);
        wrap(text);
        wrap(details);
        details.getStyleClass().add("small");
        ways = new FlowPane(again, key, connect, cancel, more, copy);
        ways.getStyleClass().add("notice-ways");
        getChildren().addAll(text, details, ways);
        Rows.show(this, false);
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }

    private static Button link() {
        Button button = new Button();
        button.getStyleClass().add("link-button");
        return button;
    }

    /** Shows a notice; null hides the box. */
    public void show(@Nullable PartNotice notice, Words words, Navigator navigator) {
        // last where there is one: what it does not offer stays out of the scene too
        if (notice != null && !notice.equals(shown)) {
            fill(notice, words, navigator);
        }
        // a notice that is shown already keeps its details open
        shown = notice;
        Rows.showLate(this, notice != null);
    }

    private void fill(PartNotice notice, Words words, Navigator navigator) {
        text.setText(notice.text());
        text.setAccessibleText(notice.details());
        pseudoClassStateChanged(MARK, notice.way() == PartNotice.Way.TOLD);
        key.setText(words.of("shell.news.connect"));
        key.setOnAction(event -> navigator.connect());
        Rows.showLate(key, notice.way() == PartNotice.Way.KEY);
        connect.setText(words.of("notice.connect"));
        connect.setOnAction(event -> navigator.connect());
        Rows.showLate(connect, notice.way() == PartNotice.Way.CONNECT);
        again.setText(words.of("notice.tryAgain"));
        again.setOnAction(event -> navigator.refresh());
        Rows.showLate(again, notice.way() == PartNotice.Way.AGAIN);
        cancel.setText(words.of("notice.cancel"));
        cancel.setOnAction(event -> navigator.cancel());
        Rows.showLate(cancel, notice.way() == PartNotice.Way.CANCEL);
        details.setText(notice.details());
        copy.setText(words.of("notice.copy"));
        copy.setOnAction(event -> copy(notice.details()));
        Rows.showLate(ways, notice.way() != PartNotice.Way.TOLD);
        more.setOnAction(event -> showDetails(!details.isVisible(), words));
        Rows.showLate(more, !notice.details().equals(notice.text()));
        showDetails(false, words);
    }

    private void showDetails(boolean open, Words words) {
        Rows.showLate(details, open);
        Rows.showLate(copy, open);
        more.setText(words.of(open ? "notice.lessDetails" : "notice.details"));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
