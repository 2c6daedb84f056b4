package dev.gradeline.ui.recommendations;

import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.BesideOrBelow;
import dev.gradeline.ui.kit.ClearableChip;
import dev.gradeline.ui.kit.FilterChip;
import dev.gradeline.ui.kit.FoldLine;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The recommendation page: filter bar, table, detail pane. JavaFX thread. */
public final class RecommendationsController {
    private final RecommendationsViewModel model;
    private final DetailViewModel detailModel;
    private final PageContext context;
    private final Words words;

    @FXML
    private Pane page;

    @FXML
    private TextField search;

    @FXML
    private MenuButton views;

    @FXML
    private HBox viewLine;

    @FXML
    private ClearableChip statusChip;

    @FXML
    private ClearableChip frameworkChip;

    @FXML
    private ClearableChip categoryChip;

    @FXML
    private ClearableChip priorityChip;

    @FXML
    private ClearableChip ageChip;

    @FXML
    private ClearableChip changedChip;

    @FXML
    private Button clear;

    @FXML
    private Button ayliea;

    @FXML
    private Label count;

    @FXML
    private MenuButton arrange;

    @FXML
    private MenuButton export;

    @FXML
    private NoticeBox notice;

    @FXML
    private FoldLine filters;

    @FXML
    private BesideOrBelow content;

    @FXML
    private Pane list;

    @FXML
    private Pane empty;

    @FXML
    private TableView<TableLine> table;

    @FXML
    private Label placeholder;

    @FXML
    private Button placeholderClear;

    @FXML
    private Pane detail;

    @FXML
    private Pane detailBar;

    private RecommendationTable rows;
    private DetailPlace detailPlace;

    @SuppressWarnings("NullAway.Init") // the table's part is made once FXML has filled in the table
    public RecommendationsController(RecommendationsViewModel model, PageContext context) {
        this.model = model;
        this.detailModel = new DetailViewModel(context);
        this.context = context;
        this.words = context.words();
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.choices().search());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::enterTable);
        count.textProperty().bind(model.count());
        placeholder.textProperty().bind(model.placeholder());
        // not the table's own: what stands in that is out of the keyboard's reach
        table.setPlaceholder(new Region());
        model.rowsProperty().subscribe(rows -> Rows.show(empty, rows.isEmpty()));
        export.disableProperty()
                .bind(model.rowsProperty()
                        .map(List::isEmpty)
                        .flatMap(none -> model.complete().map(whole -> none || !whole)));
        model.notice().subscribe(shown -> notice.show(shown, words, context.navigator()));
        model.filter().subscribe(filter -> {
            Rows.show(clear, !filter.isAll());
            Rows.show(placeholderClear, !filter.isAll());
        });
        model.order().subscribe(order -> Rows.show(ayliea, !order.equals(Order.AYLIEA)));
        bindChips();
        rows = new RecommendationTable(table, model, context);
        new ArrangeMenu(arrange, table, rows, model, words);
        new ViewsMenu(views, viewLine, model, rows.memory(), context);
        DetailController details = new DetailController(detailModel, words, this::follow, this::closeDetail);
        Node shown = Fxml.load(details, words);
        VBox.setVgrow(shown, Priority.ALWAYS);
        detail.getChildren().add(shown);
        model.selected().subscribe(detailModel::show);
        detailPlace = new DetailPlace(page, content, list, detail, detailBar, table, rows, model, details);
    }

    /** From the field, Down and Enter lead on to what was found. */
    private void enterTable(KeyEvent event) {
        boolean on = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER;
        if (on && !event.isAltDown() && !event.isShiftDown() && !event.isShortcutDown() && model.enter()) {
            detailPlace.showList();
            table.requestFocus();
            event.consume();
        }
    }

    private void bindChips() {
        FilterChoices choices = model.choices();
        FilterChip statuses = new FilterChip(statusChip, words, choices::toggleStatus, choices::anyStatus);
        FilterChip frameworks = new FilterChip(frameworkChip, words, choices::toggleFramework, choices::anyFramework);
        FilterChip categories = new FilterChip(categoryChip, words, choices::toggleCategory, choices::anyCategory);
        FilterChip priorities = new FilterChip(priorityChip, words, choices::togglePriority, choices::anyPriority);
        FilterChip ages =
                new FilterChip(ageChip, words, id -> choices.toggleTime(true, id), () -> choices.anyTime(true));
        FilterChip changes =
                new FilterChip(changedChip, words, id -> choices.toggleTime(false, id), () -> choices.anyTime(false));
        FoldLine.setKept(clear, true);
        FoldLine.setKept(ayliea, true);
        filters.setKeptText(active -> words.of("recommendations.more.active", active));
        model.facets().subscribe(facets -> {
            statuses.show(words.of("recommendations.status"), facets.statuses());
            frameworks.show(words.of("recommendations.framework"), facets.frameworks());
            categories.show(words.of("recommendations.category"), facets.categories());
            priorities.show(words.of("recommendations.priority"), facets.priorities());
            ages.show(words.of("recommendations.age.chip"), facets.ages());
            changes.show(words.of("recommendations.changed.chip"), facets.changes());
        });
    }

    private void follow(String id) {
        model.select(id);
        rows.reveal();
    }

    @FXML
    private void closeDetail() {
        detailPlace.close();
    }

    @FXML
    private void previous() {
        rows.move(-1);
    }

    @FXML
    private void next() {
        rows.move(1);
    }

    @FXML
    private void clearFilters() {
        model.choices().clear();
    }

    @FXML
    private void aylieaOrder() {
        rows.unsort();
    }

    @FXML
    private void exportCsv() {
        model.export(TableExport.Format.CSV);
    }

    @FXML
    private void exportPdf() {
        model.exportPdf();
    }

    @FXML
    private void exportJson() {
        model.export(TableExport.Format.JSON);
    }
}
