package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.DayField;
import dev.gradeline.ui.kit.MarkerForms;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.Rows;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
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

    private final TrendsViewModel model;
    private boolean settling;
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
    private DayField from;

    @FXML
    private DayField to;

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
    private ScrollPane page;

    @FXML
    private TableCard table;

    public TrendsController(TrendsViewModel model) {
        this.model = model;
    }

    /** Brings one framework to the front. */
    public void show(Framework framework) {
        model.show(framework);
    }

    @FXML
    private void initialize() {
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
        table.follow(model, page, this::openWaiting);
        chart.follow(model);
        notes.follow(model);
        comparison.follow(model);
        model.drawing().subscribe(this::showDrawing);
        model.inFront().subscribe(front -> Rows.show(showAll, model.canShowAll()));
        from.use(model.words(), model::latest, true, day -> chooseDays());
        to.use(model.words(), model::latest, true, day -> chooseDays());
        model.span().subscribe(this::showSpan);
        asTable.selectedProperty()
                .subscribe(selected -> showDrawing(model.drawing().get()));
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
        from.show(model.day(span.from()));
        to.show(model.lastDay());
    }

    private void chooseDays() {
        if (from.getValue() != null && to.getValue() != null) {
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
        }
        if (made != null && listed) {
            made.show(drawing, model.words());
        }
    }

    @FXML
    private void showAll() {
        model.showAll();
    }
}
