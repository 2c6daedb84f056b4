package dev.gradeline.ui.portfolio;

import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.TableMemory;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** The portfolio: one row for each organisation; a click or Enter leads to its dashboard. JavaFX thread. */
public final class PortfolioController {
    /** The height of a row in em, as the stylesheet has it: two lines. */
    private static final double ROW_EMS = 4.6;

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
        model.look();
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
