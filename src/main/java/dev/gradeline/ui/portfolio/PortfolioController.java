package dev.gradeline.ui.portfolio;

import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.kit.TableMemory;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The portfolio: one row for each organisation; a click or Enter leads to its dashboard. JavaFX thread. */
public final class PortfolioController {
    /** The height of a row in em, as the stylesheet has it: two lines. */
    private static final double ROW_EMS = 4.6;
    /** The width of the page in em below which a table's cells would be mostly dots. */
    private static final double TABLE_EMS = 64;

    private final PortfolioViewModel model;
    private final PageContext context;

    @FXML
    private Label summary;

    @FXML
    private NoticeBox notice;

    @FXML
    private TableView<PortfolioRow> table;

    @FXML
    private Label placeholder;

    @FXML
    private VBox page;

    @FXML
    private StackPane wide;

    @FXML
    private ScrollPane narrow;

    @FXML
    private VBox cards;

    public PortfolioController(PortfolioViewModel model, PageContext context) {
        this.model = model;
        this.context = context;
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summary());
        placeholder.textProperty().bind(model.empty());
        model.notice().subscribe(shown -> notice.show(shown, context.words(), context.navigator()));
        table.getColumns().setAll(new PortfolioColumns(context.words()).make());
        table.setItems(model.rows());
        // the view model sorts: a click on a header only says how
        table.setSortPolicy(view -> {
            model.order().set(order());
            return true;
        });
        table.setRowFactory(made -> {
            TableRow<PortfolioRow> row = new TableRow<>();
            row.getStyleClass().add("portfolio-row");
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !row.isEmpty()) {
                    model.open(row.getItem());
                }
            });
            return row;
        });
        ColumnWidths<PortfolioRow> widths = ColumnWidths.install(table, ROW_EMS);
        widths.explain(count -> context.words().of("columns.crowded", count));
        TableMemory.install(table, widths, "portfolio", context.settings(), context.tasks());
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            PortfolioRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                model.open(row);
                event.consume();
            }
        });
        // the keyboard finds a row to begin with
        table.focusedProperty().subscribe(focused -> {
            if (focused && table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
        });
        PortfolioCards.fill(cards, model.rows(), context.words(), model::open);
        page.widthProperty().subscribe(this::fit);
        summary.fontProperty().subscribe(this::fit);
        model.rows().addListener((ListChangeListener<PortfolioRow>) change -> fit());
        model.look();
    }

    /** Where there is nothing, the table says so. */
    private void fit() {
        boolean few = page.getWidth() > 0
                && page.getWidth() < TABLE_EMS * summary.getFont().getSize()
                && !model.rows().isEmpty();
        boolean moves = few != narrow.isVisible();
        Node focused = page.getScene() == null ? null : page.getScene().getFocusOwner();
        boolean within = focused != null && (focused.equals(table) || isIn(focused, cards));
        Rows.show(wide, !few);
        Rows.show(narrow, few);
        if (moves && within) {
            (few ? cards.getChildren().getFirst() : table).requestFocus();
        }
    }

    private static boolean isIn(Node node, Node parent) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    private PortfolioOrder order() {
        return new PortfolioOrder(table.getSortOrder().stream()
                .map(column -> new PortfolioOrder.Key(
                        PortfolioOrder.Column.valueOf(column.getId()),
                        column.getSortType() == TableColumn.SortType.DESCENDING))
                .toList());
    }

    @FXML
    private void add() {
        model.add();
    }
}
