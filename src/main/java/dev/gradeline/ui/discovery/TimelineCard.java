package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Scan;
import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.RowCell;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The scans over time, as a chart or as a table; a scan that is chosen is the one to compare with. JavaFX thread. */
public final class TimelineCard extends VBox {
    private final Label readout = new Label();
    private final ToggleButton asTable = new ToggleButton();
    private final TableView<Scan> table = new TableView<>();
    private @Nullable ScanTimeline chart;
    private @Nullable Words words;
    private String utc = "";

    public TimelineCard() {
        getStyleClass().addAll("card", "timeline-card");
    }

    /** Follows a view model. Call once. */
    void follow(DiscoveryViewModel model) {
        Words said = model.words();
        words = said;
        ScanTimeline timeline = new ScanTimeline(said, this::look, scan -> compare(scan, model));
        chart = timeline;
        asTable.setText(said.of("discovery.timeline.asTable"));
        asTable.setMinWidth(USE_PREF_SIZE);
        asTable.setId("timelineAsTable");
        readout.setId("timelineReadout");
        readout.getStyleClass().add("figures");
        readout.setWrapText(true);
        readout.setMinWidth(0);
        LateTooltip.on(readout, () -> utc);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(readout, gap, asTable);
        head.getStyleClass().addAll("timeline-head", "tools-right");
        VBox.setVgrow(timeline, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        fillTable(model);
        getChildren().setAll(head, timeline, table);
        asTable.selectedProperty().subscribe(selected -> {
            Rows.show(table, selected);
            Rows.show(timeline, !selected);
        });
        model.view().subscribe(view -> show(view, model));
    }

    private void show(DiscoveryViewModel.View view, DiscoveryViewModel model) {
        ScanTimeline timeline = chart;
        Words said = words;
        if (timeline == null || said == null) {
            return;
        }
        List<Scan> scans = view.scans();
        timeline.show(
                scans,
                model.comparedScan(),
                List.of(said.of("discovery.platforms"), said.of("discovery.shadow"), said.of("discovery.risk")));
        timeline.setAccessibleHelp(said.of("discovery.timeline.help", scans.size()));
        if (!table.getItems().equals(scans.reversed())) {
            table.getItems().setAll(scans.reversed());
        }
    }

    private void look(Scan scan) {
        Words said = words;
        if (said != null && chart != null) {
            PostureWords posture = new PostureWords(said);
            String text = said.of(
                    "discovery.timeline.scan",
                    new TimeWords(said).dateTime(scan.effectiveAt()),
                    posture.number(decimal(scan.platformsDiscovered())),
                    posture.number(decimal(scan.shadowAiCount())),
                    posture.number(scan.overallRiskScore()));
            readout.setText(text);
            utc = new TimeWords(said).utc(scan.effectiveAt());
            chart.setAccessibleText(text);
        }
    }

    private static void compare(Scan scan, DiscoveryViewModel model) {
        model.compareWith(scan);
    }

    private void fillTable(DiscoveryViewModel model) {
        Words said = model.words();
        PostureWords posture = new PostureWords(said);
        TimeWords times = new TimeWords(said);
        table.setId("timelineTable");
        table.setAccessibleText(said.of("discovery.timeline"));
        var when = RowCell.<Scan>column("WHEN", said.of("discovery.timeline.when"), "plain", (cell, scan) -> {
            cell.showText(times.dateTime(scan.effectiveAt()));
            cell.showHint(times.utc(scan.effectiveAt()));
        });
        var platforms = column(
                "PLATFORMS",
                said.of("discovery.platforms"),
                "number",
                s -> posture.number(decimal(s.platformsDiscovered())));
        var shadow = column(
                "SHADOW", said.of("discovery.shadow"), "number", s -> posture.number(decimal(s.shadowAiCount())));
        var risk = column("RISK", said.of("discovery.risk"), "number", s -> posture.number(s.overallRiskScore()));
        ColumnWidths.flexible(when, 18, 12);
        for (var each : List.of(platforms, shadow, risk)) {
            ColumnWidths.flexible(each, 9, 7);
        }
        table.getColumns().setAll(List.of(when, platforms, shadow, risk));
        table.getColumns().forEach(column -> column.setSortable(false));
        ColumnWidths.install(table);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen(model);
                event.consume();
            }
        });
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                chosen(model);
            }
        });
    }

    private void chosen(DiscoveryViewModel model) {
        Scan scan = table.getSelectionModel().getSelectedItem();
        if (scan != null) {
            look(scan);
            compare(scan, model);
        }
    }

    private static TableColumn<Scan, Scan> column(String id, String title, String style, Function<Scan, String> text) {
        return RowCell.column(id, title, style, (cell, scan) -> cell.showText(text.apply(scan)));
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
