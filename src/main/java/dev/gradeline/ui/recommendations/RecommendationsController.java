package dev.gradeline.ui.recommendations;

import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.words.Words;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The recommendation page: filter bar, table, detail pane. */
public final class RecommendationsController {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final RecommendationsViewModel model;
    private final DetailViewModel detailModel;
    private final PageContext context;
    private final Words words;

    @FXML
    private TextField search;

    @FXML
    private MenuButton status;

    @FXML
    private MenuButton framework;

    @FXML
    private MenuButton category;

    @FXML
    private MenuButton priority;

    @FXML
    private Button clear;

    @FXML
    private Button ayliea;

    @FXML
    private Label count;

    @FXML
    private HBox notice;

    @FXML
    private Label noticeText;

    @FXML
    private TableView<RecommendationRow> table;

    @FXML
    private Label placeholder;

    @FXML
    private Button placeholderClear;

    @FXML
    private StackPane detail;

    public RecommendationsController(RecommendationsViewModel model, PageContext context) {
        this.model = model;
        this.detailModel = new DetailViewModel(context);
        this.context = context;
        this.words = context.words();
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.search());
        count.textProperty().bind(model.count());
        noticeText.textProperty().bind(model.notice());
        notice.visibleProperty().bind(model.notice().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        placeholder.textProperty().bind(model.placeholder());
        bindFilters();
        bindTable();
        detail.getChildren().add(Fxml.load(new DetailController(detailModel, model::select, this::closeDetail), words));
        detail.managedProperty().bind(detail.visibleProperty());
        detail.setVisible(false);
        model.selected().addListener(o -> selectionChanged());
        selectionChanged();
    }

    private void bindFilters() {
        FilterChip statuses = new FilterChip(status, words, model::toggleStatus);
        FilterChip frameworks = new FilterChip(framework, words, model::toggleFramework);
        FilterChip categories = new FilterChip(category, words, model::toggleCategory);
        FilterChip priorities = new FilterChip(priority, words, model::togglePriority);
        Runnable show = () -> {
            Facets facets = model.facets().get();
            statuses.show(model.chip("recommendations.status", facets.statuses()), facets.statuses());
            frameworks.show(model.chip("recommendations.framework", facets.frameworks()), facets.frameworks());
            categories.show(model.chip("recommendations.category", facets.categories()), facets.categories());
            priorities.show(model.chip("recommendations.priority", facets.priorities()), facets.priorities());
        };
        model.facets().addListener(o -> show.run());
        show.run();
        var filtered =
                Bindings.createBooleanBinding(() -> !context.filter().get().isAll(), context.filter());
        for (Button button : new Button[] {clear, placeholderClear}) {
            button.visibleProperty().bind(filtered);
            button.managedProperty().bind(filtered);
        }
        ayliea.visibleProperty().bind(model.order().isNotEqualTo(Order.AYLIEA));
        ayliea.managedProperty().bind(ayliea.visibleProperty());
    }

    private void bindTable() {
        table.getColumns()
                .setAll(new Columns(words, () -> context.situation().getValue().now()).make());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.rows());
        // The view model has sorted already, on a worker: the header's click only says how.
        table.setSortPolicy(view -> {
            model.order().set(orderOf(view));
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((observable, was, now) -> {
            if (now != null) {
                model.selected().set(now);
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private static Order orderOf(TableView<RecommendationRow> view) {
        if (view.getSortOrder().isEmpty()) {
            return Order.AYLIEA;
        }
        TableColumn<RecommendationRow, ?> first = view.getSortOrder().getFirst();
        return new Order(Order.Column.valueOf(first.getId()), first.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void selectionChanged() {
        RecommendationRow row = model.selected().get();
        detailModel.show(row);
        if (row == null) {
            table.getSelectionModel().clearSelection();
            detail.setVisible(false);
        } else {
            if (!row.equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(row);
                table.scrollTo(row);
            }
            detail.setVisible(true);
        }
    }

    private void key(KeyEvent event) {
        RecommendationRow row = model.selected().get();
        if (event.getCode() == KeyCode.ESCAPE) {
            closeDetail();
        } else if (event.getCode() == KeyCode.ENTER && row != null) {
            detail.setVisible(true);
        } else if (COPY.match(event) && row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(RecommendationsViewModel.text(row));
            Clipboard.getSystemClipboard().setContent(content);
        } else {
            return;
        }
        event.consume();
    }

    private void closeDetail() {
        detail.setVisible(false);
        table.requestFocus();
    }

    @FXML
    private void clearFilters() {
        model.clearFilters();
    }

    @FXML
    private void aylieaOrder() {
        table.getSortOrder().clear();
        model.order().set(Order.AYLIEA);
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
