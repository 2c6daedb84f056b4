package dev.gradeline.ui.kit;

import dev.gradeline.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A {@link PartNotice} on the page, with the way out where there is one; takes no room without a notice. JavaFX thread. */
public final class NoticeBox extends VBox {
    private final Label text = new Label();
    private final Button settings = new Button();

    public NoticeBox() {
        getStyleClass().addAll("notice", "part-notice");
        setAlignment(Pos.CENTER_LEFT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        settings.getStyleClass().add("link-button");
        getChildren().addAll(text, settings);
        Rows.show(this, false);
    }

    /** Shows a notice; null hides the box. */
    public void show(@Nullable PartNotice notice, Words words, Navigator navigator) {
        Rows.show(this, notice != null);
        if (notice != null) {
            text.setText(notice.text());
            text.setTooltip(new Tooltip(notice.details()));
            text.setAccessibleText(notice.details());
            settings.setText(words.of("notice.openSettings"));
            settings.setOnAction(event -> navigator.open(PageId.SETTINGS));
            Rows.show(settings, notice.keyHelps());
        }
    }
}
