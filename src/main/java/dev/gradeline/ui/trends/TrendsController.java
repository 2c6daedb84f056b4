package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.ui.kit.FoldLine;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.Rows;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Puts lines, chips and rows on the trends page. */
public final class TrendsController {
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
    private FoldLine chips;

    @FXML
    private Button showAll;

    @FXML
    private ToggleGroup ranges;

    @FXML
    private Pane tools;

    @FXML
    private FoldLine actions;

    @FXML
    private DaysLine days;

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
            } else if (now.getUserData() == TrendRange.FREE) {
                model.free();
                days.enter();
            } else {
                model.choose((TrendRange) now.getUserData());
            }
        });
        model.range().subscribe(this::showRange);
        model.notice().subscribe(shown -> notice.show(shown, model.words(), model.navigator()));
        FrameworkChips frameworks = new FrameworkChips(chips, model);
        model.chips().subscribe(all -> showChips(all, frameworks));
        days.follow(model, this::focusRange);
        table.follow(model, page, this::openWaiting);
        chart.follow(model);
        notes.follow(model);
        model.notes().writable().subscribe(this::showWritable);
        comparison.follow(model);
        model.drawing().subscribe(this::showDrawing);
        model.inFront().subscribe(front -> Rows.show(showAll, model.canShowAll()));
        asTable.selectedProperty()
                .subscribe(selected -> showDrawing(model.drawing().get()));
    }

    private void openWaiting(TrendRow row) {
        model.navigator().openRecommendations(TrendRows.waiting(row.framework()));
    }

    private void showRange(TrendRange range) {
        settling = true;
        ranges.selectToggle(ranges.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == range)
                .findFirst()
                .orElse(null));
        settling = false;
    }

    private void focusRange() {
        if (ranges.getSelectedToggle() instanceof Node chosen) {
            chosen.requestFocus();
        }
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

    /** A disabled button shows no tooltip: what is around it says why nothing can be written. */
    private void showWritable(boolean writable) {
        addNote.setDisable(!writable);
        setTarget.setDisable(!writable);
        String why = writable ? "" : model.words().of("trends.notes.readOnly");
        addNote.setAccessibleHelp(why);
        setTarget.setAccessibleHelp(why);
        if (!writable) {
            Tooltip.install(actions, new Tooltip(why));
        }
    }

    @FXML
    private void addNote() {
        notes.write(model, model.lastDay(), actions.shown(addNote));
    }

    @FXML
    private void setTarget() {
        notes.aim(model, actions.shown(setTarget));
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

    private void showChips(List<TrendsViewModel.Chip> all, FrameworkChips frameworks) {
        Rows.show(emptyState, all.isEmpty());
        Rows.show(controls, !all.isEmpty());
        Rows.show(tools, !all.isEmpty());
        Rows.show(chartCard, !all.isEmpty());
        frameworks.show(all);
        Rows.show(showAll, model.canShowAll());
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
