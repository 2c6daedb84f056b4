package dev.gradeline.ui.flow;

import dev.gradeline.report.TableExport;
import dev.gradeline.ui.flow.FlowView.MedianRow;
import dev.gradeline.ui.flow.FlowView.MonthRow;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The flow page: bars, medians, and the recommendations behind the figure that is chosen. JavaFX thread. */
public final class FlowController {
    private final FlowViewModel model;
    private final Words words;

    @FXML
    private NoticeBox notice;

    @FXML
    private VBox emptyState;

    @FXML
    private Label empty;

    @FXML
    private Node controls;

    @FXML
    private ToggleGroup ranges;

    @FXML
    private ToggleButton asTable;

    @FXML
    private Node chartCard;

    @FXML
    private Label summary;

    @FXML
    private Node keys;

    @FXML
    private FlowBars bars;

    @FXML
    private TableView<MonthRow> months;

    @FXML
    private VBox notes;

    @FXML
    private Node details;

    @FXML
    private ToggleGroup bys;

    @FXML
    private TableView<MedianRow> medians;

    @FXML
    private Label heading;

    @FXML
    private Label meaning;

    @FXML
    private Button oldest;

    @FXML
    private MenuButton export;

    @FXML
    private TableView<FlowRow> behind;

    public FlowController(FlowViewModel model) {
        this.model = model;
        this.words = model.words();
    }

    @FXML
    private void initialize() {
        FlowTables tables = new FlowTables(model);
        tables.months(months);
        tables.medians(medians);
        tables.behind(behind);
        bars.onChoose(words.locale(), model.figure()::set);
        export.disableProperty().bind(Bindings.isEmpty(model.rows()));
        stay(ranges, toggle -> model.range().set((FlowRange) toggle.getUserData()));
        stay(bys, toggle -> model.by().set((FlowBy) toggle.getUserData()));
        select(ranges, model.range().get());
        select(bys, model.by().get());
        asTable.selectedProperty().subscribe(table -> {
            Rows.show(months, table);
            Rows.show(bars, !table);
            Rows.show(keys, !table);
        });
        model.view().subscribe(this::show);
    }

    /** One of them is always chosen. */
    private static void stay(ToggleGroup group, Consumer<Toggle> chosen) {
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else if (before != null) {
                chosen.accept(now);
            }
        });
    }

    private static void select(ToggleGroup group, Object value) {
        group.getToggles().stream()
                .filter(toggle -> value.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }

    private void show(FlowView view) {
        boolean some = !view.months().isEmpty();
        notice.show(view.notice(), words, model.context().navigator());
        empty.setText(view.empty());
        Rows.show(emptyState, !some && !empty.getText().isEmpty());
        for (Node part : new Node[] {controls, chartCard, details}) {
            Rows.show(part, some);
        }
        bars.show(view.months(), view.figure(), view.summary(), view.chosen());
        summary.setText(view.summary());
        refill(months, view.table());
        refill(medians, view.medians());
        heading.setText(view.heading());
        meaning.setText(view.meaning());
        Rows.show(meaning, !view.meaning().isEmpty());
        Rows.show(oldest, !(view.figure() instanceof Figure.Oldest));
        Rows.fill(notes, view.notes().stream().map(FlowController::note).toList());
        Rows.show(notes, !view.notes().isEmpty());
    }

    /** A table whose rows are the same keeps its selection. */
    private static <R> void refill(TableView<R> table, List<R> rows) {
        if (!table.getItems().equals(rows)) {
            table.getItems().setAll(rows);
        }
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.getStyleClass().addAll("muted", "small");
        return note;
    }

    @FXML
    private void showOldest() {
        months.getSelectionModel().clearSelection();
        medians.getSelectionModel().clearSelection();
        model.figure().set(new Figure.Oldest());
    }

    @FXML
    private void exportCsv() {
        model.export(TableExport.Format.CSV);
    }

    @FXML
    private void exportJson() {
        model.export(TableExport.Format.JSON);
    }
}
