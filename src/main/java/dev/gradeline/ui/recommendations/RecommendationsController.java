package dev.gradeline.ui.recommendations;

import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.FilterChip;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/** The recommendation page: filter bar, table, detail pane. JavaFX thread. */
public final class RecommendationsController {
    private final RecommendationsViewModel model;
    private final DetailViewModel detailModel;
    private final PageContext context;
    private final Words words;

    @FXML
    private TextField search;

    @FXML
    private MenuButton views;

    @FXML
    private HBox viewLine;

    @FXML
    private MenuButton status;

    @FXML
    private MenuButton framework;

    @FXML
    private MenuButton category;

    @FXML
    private MenuButton priority;

    @FXML
    private MenuButton age;

    @FXML
    private MenuButton changed;

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
    private Pane content;

    @FXML
    private TableView<TableLine> table;

    @FXML
    private Label placeholder;

    @FXML
    private Button placeholderClear;

    @FXML
    private Pane detail;

    private RecommendationTable rows;

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
        count.textProperty().bind(model.count());
        placeholder.textProperty().bind(model.placeholder());
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
        detail.getChildren().add(Fxml.load(new DetailController(detailModel, this::follow, this::closeDetail), words));
        model.selected().subscribe(row -> {
            detailModel.show(row);
            showDetail();
        });
        model.detailOpen().subscribe(open -> showDetail());
        content.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && detail.isVisible()) {
                closeDetail();
                event.consume();
            }
        });
        detail.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean down = event.getCode() == KeyCode.DOWN;
            if (event.isAltDown() && (down || event.getCode() == KeyCode.UP)) {
                rows.move(down ? 1 : -1);
                event.consume();
            }
        });
    }

    private void bindChips() {
        FilterChoices choices = model.choices();
        FilterChip statuses = new FilterChip(status, words, choices::toggleStatus);
        FilterChip frameworks = new FilterChip(framework, words, choices::toggleFramework);
        FilterChip categories = new FilterChip(category, words, choices::toggleCategory);
        FilterChip priorities = new FilterChip(priority, words, choices::togglePriority);
        FilterChip ages = new FilterChip(age, words, id -> choices.toggleTime(true, id));
        FilterChip changes = new FilterChip(changed, words, id -> choices.toggleTime(false, id));
        model.facets().subscribe(facets -> {
            statuses.show(words.of("recommendations.status"), facets.statuses());
            frameworks.show(words.of("recommendations.framework"), facets.frameworks());
            categories.show(words.of("recommendations.category"), facets.categories());
            priorities.show(words.of("recommendations.priority"), facets.priorities());
            ages.show(words.of("recommendations.age.chip"), facets.ages());
            changes.show(words.of("recommendations.changed.chip"), facets.changes());
        });
    }

    private void showDetail() {
        Rows.show(detail, model.selected().get() != null && model.detailOpen().get());
    }

    private void follow(String id) {
        model.select(id);
        rows.reveal();
    }

    private void closeDetail() {
        detailModel.own().keep();
        model.detailOpen().set(false);
        table.requestFocus();
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
