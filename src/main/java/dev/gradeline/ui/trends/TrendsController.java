package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.MarkerForms;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.Rows;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Puts lines, chips and rows on the trends page. */
public final class TrendsController {
    /** Half a chip's marker, in pixels. */
    private static final double SWATCH = 4.5;

    private static final double SCROLL_BAR = 14;

    private final TrendsViewModel model;
    private boolean settling;
    private boolean looked;
    private @Nullable PointsTable points;

    @FXML
    private NoticeBox notice;

    @FXML
    private Pane emptyState;

    @FXML
    private Pane controls;

    @FXML
    private FlowPane chips;

    @FXML
    private Button showAll;

    @FXML
    private ToggleGroup ranges;

    @FXML
    private Pane tools;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker to;

    @FXML
    private Button reset;

    @FXML
    private ToggleButton compare;

    @FXML
    private Button addNote;

    @FXML
    private Button setTarget;

    @FXML
    private ToggleButton asTable;

    @FXML
    private NotesPane notes;

    @FXML
    private ComparePane comparison;

    @FXML
    private TrendView chart;

    @FXML
    private Pane noneShown;

    @FXML
    private VBox chartCard;

    @FXML
    private ScrollPane tableCard;

    @FXML
    private TableView<TrendRow> table;

    public TrendsController(TrendsViewModel model) {
        this.model = model;
    }

    /** Brings one framework to the front. */
    public void show(Framework framework) {
        model.show(framework);
    }

    @FXML
    private void initialize() {
        table.getColumns().setAll(TrendTable.columns(model.words(), this::openWaiting));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.fixedCellSizeProperty().subscribe(size -> resizeTable());
        tableCard.widthProperty().subscribe(width -> resizeTable());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::clearOnEscape);
        ranges.selectedToggleProperty().subscribe((before, now) -> {
            if (settling) {
                return;
            }
            if (now == null) {
                ranges.selectToggle(before);
            } else {
                model.choose((TrendRange) now.getUserData());
            }
        });
        model.range().subscribe(this::showRange);
        model.notice().subscribe(shown -> notice.show(shown, model.words(), model.navigator()));
        model.chips().subscribe(this::showChips);
        model.rows().subscribe(this::showRows);
        chart.follow(model);
        notes.follow(model);
        comparison.follow(model);
        model.drawing().subscribe(this::showDrawing);
        model.inFront().subscribe(this::showFront);
        model.span().subscribe(this::showSpan);
        for (DatePicker day : List.of(from, to)) {
            day.valueProperty().subscribe(this::chooseDays);
        }
        asTable.selectedProperty()
                .subscribe(selected -> showDrawing(model.drawing().get()));
        table.sceneProperty().subscribe(scene -> {
            if (scene != null && !looked) {
                fillOnceLookedAt(scene);
            }
        });
        table.setRowFactory(made -> hovering(new TableRow<>()));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.show(row.framework());
            }
        });
    }

    private void clearOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.inFront().get() != null) {
            model.show(null);
            event.consume();
        }
    }

    private TableRow<TrendRow> hovering(TableRow<TrendRow> row) {
        row.hoverProperty()
                .subscribe(
                        on -> hover(row.getItem() == null ? null : row.getItem().framework(), on));
        return row;
    }

    private void hover(@Nullable Framework framework, boolean on) {
        model.hover(on ? framework : null);
    }

    private void openWaiting(TrendRow row) {
        model.navigator().openRecommendations(TrendRows.waiting(row.framework()));
    }

    private void showRange(TrendRange range) {
        reset.setDisable(range != TrendRange.FREE);
        settling = true;
        ranges.selectToggle(ranges.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == range)
                .findFirst()
                .orElse(null));
        settling = false;
    }

    private void showSpan(Span span) {
        settling = true;
        from.setValue(model.day(span.from()));
        to.setValue(model.lastDay());
        settling = false;
    }

    private void chooseDays() {
        if (!settling && from.getValue() != null && to.getValue() != null) {
            model.choose(from.getValue(), to.getValue());
        }
    }

    @FXML
    private void reset() {
        model.reset();
    }

    @FXML
    private void compare() {
        if (compare.isSelected()) {
            Span span = model.span().get();
            model.compare(model.day(span.from()), model.lastDay());
        } else {
            model.stopComparing();
        }
    }

    @FXML
    private void addNote() {
        notes.write(model, model.lastDay(), addNote);
    }

    @FXML
    private void setTarget() {
        notes.aim(model, setTarget);
    }

    @FXML
    private void copyPicture() {
        pictures().copy();
    }

    @FXML
    private void savePng() {
        pictures().png();
    }

    @FXML
    private void saveSvg() {
        pictures().svg();
    }

    private ChartFiles pictures() {
        return new ChartFiles(chart, model);
    }

    private void showChips(List<TrendsViewModel.Chip> all) {
        Rows.show(emptyState, all.isEmpty());
        Rows.show(controls, !all.isEmpty());
        Rows.show(tools, !all.isEmpty());
        Rows.show(chartCard, !all.isEmpty());
        Rows.fill(chips, all.stream().map(this::chip).toList());
        Rows.show(showAll, model.canShowAll());
    }

    private ToggleButton chip(TrendsViewModel.Chip chip) {
        ToggleButton button = new ToggleButton(chip.name(), marker(chip.line()));
        button.getStyleClass().addAll("chip", "framework-chip");
        button.setTooltip(new Tooltip(chip.name()));
        button.setSelected(chip.shown());
        button.setOnAction(event -> model.toggle(chip.framework()));
        button.hoverProperty().subscribe(on -> hover(chip.framework(), on));
        return button;
    }

    private static Shape marker(TrendChart.Line line) {
        Shape marker = MarkerForms.shape(line.form(), 0, 0, SWATCH);
        marker.getStyleClass()
                .addAll(
                        "chart-shape",
                        "chart-marker",
                        "chart-stroke",
                        "ink-line-" + line.ink().index());
        marker.setStrokeWidth(2);
        return marker;
    }

    private void showDrawing(TrendDrawing drawing) {
        boolean some = !drawing.lines().isEmpty();
        boolean listed = asTable.isSelected();
        Rows.show(chart, some && !listed);
        Rows.show(noneShown, !some);
        PointsTable made = points;
        if (listed && made == null) {
            made = new PointsTable();
            VBox.setVgrow(made, Priority.ALWAYS);
            chartCard.getChildren().add(made);
            points = made;
        }
        if (made != null) {
            Rows.show(made, some && listed);
            made.show(drawing, model.words());
        }
    }

    private void showRows(List<TrendRow> rows) {
        Rows.show(tableCard, !rows.isEmpty());
        if (looked) {
            fill(rows);
        } else {
            resizeTable();
        }
    }

    /** The chart stands first: the rows of many frameworks take longer than all else on the page, and lie below it. */
    private void fillOnceLookedAt(Scene scene) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(() -> {
                    looked = true;
                    fill(model.rows().get());
                });
            }
        });
    }

    private void fill(List<TrendRow> rows) {
        // not setItems: it would forget the order that the person chose
        table.getItems().setAll(rows);
        table.sort();
        showFront(model.inFront().get());
        resizeTable();
    }

    private void showFront(@Nullable Framework front) {
        Rows.show(showAll, model.canShowAll());
        table.getItems().stream()
                .filter(row -> Objects.equals(row.framework(), front))
                .findFirst()
                .ifPresentOrElse(
                        row -> table.getSelectionModel().select(row),
                        () -> table.getSelectionModel().clearSelection());
    }

    /** As tall as its rows: the page scrolls, not a table in it. */
    private void resizeTable() {
        double height = table.getFixedCellSize() * (model.rows().get().size() + 1) + 4;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        boolean tooWide = table.minWidth(-1)
                > tableCard.getWidth() - tableCard.getPadding().getLeft() * 2;
        double bar = tooWide ? SCROLL_BAR : 0;
        tableCard.setMinHeight(height + tableCard.getPadding().getTop() * 2 + bar);
    }

    @FXML
    private void showAll() {
        model.showAll();
    }
}
