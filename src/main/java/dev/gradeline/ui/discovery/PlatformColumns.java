package dev.gradeline.ui.discovery;

import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.ConfidenceBar;
import dev.gradeline.ui.kit.RowCell;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The columns of the platform table. JavaFX thread. */
final class PlatformColumns {
    private final Words words;
    private final TimeWords times;
    private final ObservableValue<List<String>> sought;
    private final Consumer<PlatformRow> browse;

    /**
     * @param sought what is to be marked, folded
     * @param browse opens a row's address
     */
    PlatformColumns(Words words, ObservableValue<List<String>> sought, Consumer<PlatformRow> browse) {
        this.sought = sought;
        this.browse = browse;
        this.words = words;
        this.times = new TimeWords(words);
    }

    List<TableColumn<PlatformRow, ?>> make() {
        var name = column(PlatformOrder.Column.NAME, "discovery.column.name", this::name);
        var type = text(PlatformOrder.Column.TYPE, "discovery.column.type", PlatformRow::type);
        var vendor = text(PlatformOrder.Column.VENDOR, "discovery.column.vendor", PlatformRow::vendor);
        var category = text(PlatformOrder.Column.CATEGORY, "discovery.column.category", PlatformRow::category);
        var confidence = column(PlatformOrder.Column.CONFIDENCE, "discovery.column.confidence", this::confidence);
        var address = column(PlatformOrder.Column.ADDRESS, "discovery.column.address", this::address);
        var detected = column(PlatformOrder.Column.DETECTED, "discovery.column.detected", this::detected);
        var firstSeen = column(
                PlatformOrder.Column.FIRST_SEEN,
                "discovery.column.firstSeen",
                (cell, row) -> moment(cell, row, row.firstSeen(), row.platform().firstSeen()));
        ColumnWidths.flexible(name, 15, 11);
        ColumnWidths.flexible(type, 10.5, 6.5);
        ColumnWidths.flexible(vendor, 9.5, 6);
        ColumnWidths.flexible(category, 9.5, 6.5);
        ColumnWidths.flexible(confidence, 14, 8.2);
        ColumnWidths.fixed(detected, 7.6);
        ColumnWidths.fixed(firstSeen, 7.6);
        ColumnWidths.flexible(address, 11.5, 7);
        // the address can be opened from its row, and a type mostly tells the category
        List<TableColumn<PlatformRow, ?>> yielding =
                List.of(address, category, detected, firstSeen, vendor, type, confidence);
        for (int turn = 0; turn < yielding.size(); turn++) {
            ColumnWidths.yields(yielding.get(turn), turn);
        }
        return List.of(name, type, vendor, category, confidence, detected, firstSeen, address);
    }

    private TableColumn<PlatformRow, PlatformRow> text(
            PlatformOrder.Column by, String key, Function<PlatformRow, String> text) {
        return column(by, key, (cell, row) -> plain(cell, row, text.apply(row)));
    }

    private TableColumn<PlatformRow, PlatformRow> column(
            PlatformOrder.Column by, String key, BiConsumer<RowCell<PlatformRow>, PlatformRow> show) {
        String style = by == PlatformOrder.Column.NAME ? "title" : "plain";
        // the search looks into these, and into an address, which is a link
        boolean searched = by == PlatformOrder.Column.NAME
                || by == PlatformOrder.Column.TYPE
                || by == PlatformOrder.Column.VENDOR
                || by == PlatformOrder.Column.CATEGORY;
        return searched
                ? RowCell.column(by.name(), words.of(key), style, show, sought, false)
                : RowCell.column(by.name(), words.of(key), style, show);
    }

    private static void plain(RowCell<PlatformRow> cell, PlatformRow row, String text) {
        cell.showText(text);
        if (row.gone()) {
            cell.getStyleClass().add("gone");
        }
    }

    private void detected(RowCell<PlatformRow> cell, PlatformRow row) {
        if (!row.gone() && !row.isHeading()) {
            moment(cell, row, row.detected(), row.detectedAt());
        }
    }

    /** Opened on request alone, and only where a browser may be sent. */
    private void address(RowCell<PlatformRow> cell, PlatformRow row) {
        String whole = new PostureWords(words).clean(row.platform().url());
        if (row.isHeading() || row.platform().url() == null) {
            return;
        }
        if (row.address() == null) {
            cell.showText(row.place(whole));
            cell.getStyleClass().add("gone");
            cell.showHint(words.of("discovery.address.refused", whole));
            return;
        }
        Hyperlink link = new Hyperlink(row.place(whole));
        link.setFocusTraversable(false);
        link.setMinWidth(0);
        link.getStyleClass().add("address-link");
        link.setOnAction(event -> browse.accept(row));
        cell.setGraphic(link);
        cell.setAccessibleText(whole);
        cell.showHint(words.of("discovery.address.hint", whole));
    }

    private void moment(RowCell<PlatformRow> cell, PlatformRow row, String day, Instant at) {
        if (row.isHeading()) {
            return;
        }
        plain(cell, row, day);
        cell.showHint(words.of("discovery.moment", times.dateTime(at), times.utc(at)));
    }

    private void name(RowCell<PlatformRow> cell, PlatformRow row) {
        cell.showText(row.name());
        if (row.isHeading() || row.sighting() == PlatformRow.Sighting.KNOWN) {
            return;
        }
        if (row.gone()) {
            cell.getStyleClass().add("gone");
        }
        String word = words.of(
                switch (row.sighting()) {
                    case GONE -> "discovery.gone";
                    case RETURNED -> "discovery.returned";
                    case NEW, KNOWN, HEADING -> "discovery.new";
                });
        Label pill = new Label(word);
        pill.setMinWidth(Label.USE_PREF_SIZE);
        pill.getStyleClass().addAll("pill", row.gone() ? "gone" : "new");
        // the name stays the cell's own text: so it is shortened, told in full and marked as any other
        cell.setContentDisplay(ContentDisplay.RIGHT);
        cell.setGraphicTextGap(8);
        cell.setGraphic(pill);
        cell.setAccessibleText(words.of("discovery.sighting", row.name(), word));
    }

    private void confidence(RowCell<PlatformRow> cell, PlatformRow row) {
        if (row.isHeading()) {
            return;
        }
        if (row.gone()) {
            plain(cell, row, row.detected());
            return;
        }
        ConfidenceBar bar = new ConfidenceBar();
        bar.setConfidence(row.platform().confidence());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label percent = new Label(row.confidence());
        percent.getStyleClass().addAll("figures", "percent");
        Label moved = new Label(row.confidenceMoved());
        moved.getStyleClass().addAll("figures", "muted", "confidence-moved");
        HBox line = new HBox(8, bar, percent, moved);
        line.setAlignment(Pos.CENTER_LEFT);
        cell.setGraphic(line);
        cell.setAccessibleText(
                row.confidenceMoved().isEmpty()
                        ? row.confidence()
                        : words.of("discovery.confidence.moved", row.confidence(), row.confidenceMoved()));
    }
}
