package dev.gradeline.ui.discovery;

import dev.gradeline.ui.discovery.PlatformRow.Sighting;
import dev.gradeline.ui.kit.ConfidenceBar;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The columns of the platform table. Those that are gone stay last, however it is sorted. JavaFX thread. */
final class PlatformColumns {
    private final Words words;

    PlatformColumns(Words words) {
        this.words = words;
    }

    List<TableColumn<PlatformRow, PlatformRow>> make() {
        return List.of(
                column("discovery.column.name", 230, byText(PlatformRow::name), this::name),
                text("discovery.column.type", 150, PlatformRow::type),
                text("discovery.column.vendor", 150, PlatformRow::vendor),
                column("discovery.column.confidence", 230, byConfidence(), PlatformColumns::confidence),
                column("discovery.column.detected", 130, byDetected(), (cell, row) -> plain(cell, row, row.detected())),
                column(
                        "discovery.column.firstSeen",
                        110,
                        Comparator.comparing(row -> row.platform().firstSeen()),
                        (cell, row) -> plain(cell, row, row.firstSeen())));
    }

    private TableColumn<PlatformRow, PlatformRow> text(String key, double width, Function<PlatformRow, String> text) {
        return column(key, width, byText(text), (cell, row) -> plain(cell, row, text.apply(row)));
    }

    private TableColumn<PlatformRow, PlatformRow> column(
            String key,
            double width,
            Comparator<PlatformRow> order,
            BiConsumer<TableCell<PlatformRow, PlatformRow>, PlatformRow> show) {
        TableColumn<PlatformRow, PlatformRow> column = new TableColumn<>(words.of(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order);
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable PlatformRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(null);
                getStyleClass().remove("gone");
                if (!empty && row != null) {
                    show.accept(this, row);
                }
            }
        });
        return column;
    }

    private static void plain(TableCell<PlatformRow, PlatformRow> cell, PlatformRow row, String text) {
        cell.setText(text);
        if (row.sighting() == Sighting.GONE) {
            cell.getStyleClass().add("gone");
        }
    }

    private void name(TableCell<PlatformRow, PlatformRow> cell, PlatformRow row) {
        Text name = new Text(row.name());
        name.getStyleClass().add("platform-name");
        HBox line = new HBox(8, name);
        line.setAlignment(Pos.CENTER_LEFT);
        if (row.sighting() != Sighting.KNOWN) {
            boolean gone = row.sighting() == Sighting.GONE;
            name.setStrikethrough(gone);
            name.getStyleClass().add(gone ? "muted" : "fresh");
            Label pill = new Label(words.of(gone ? "discovery.gone" : "discovery.new"));
            pill.getStyleClass().addAll("pill", gone ? "gone" : "new");
            line.getChildren().add(pill);
        }
        cell.setGraphic(line);
    }

    private static void confidence(TableCell<PlatformRow, PlatformRow> cell, PlatformRow row) {
        if (row.sighting() == Sighting.GONE) {
            return;
        }
        ConfidenceBar bar = new ConfidenceBar();
        bar.setConfidence(row.platform().confidence());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label percent = new Label(row.confidence());
        percent.getStyleClass().add("figures");
        percent.setMinWidth(44);
        percent.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(10, bar, percent);
        line.setAlignment(Pos.CENTER_LEFT);
        cell.setGraphic(line);
    }

    private static Comparator<PlatformRow> byText(Function<PlatformRow, String> field) {
        return Comparator.comparing(field, String.CASE_INSENSITIVE_ORDER);
    }

    private static Comparator<PlatformRow> byConfidence() {
        return Comparator.comparing(row -> row.platform().confidence(), Comparator.nullsFirst(BigDecimal::compareTo));
    }

    private static Comparator<PlatformRow> byDetected() {
        return Comparator.comparing(row -> row.platform().createdAt(), Comparator.nullsFirst(Instant::compareTo));
    }
}
