package dev.gradeline.ui.discovery;

import dev.gradeline.report.TableExport;
import dev.gradeline.ui.discovery.DiscoveryViewModel.Earlier;
import dev.gradeline.ui.discovery.PlatformRow.Sighting;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The discovery page: figures, filter bar, platform table. */
public final class DiscoveryController {
    private final DiscoveryViewModel model;
    private final Words words;

    @FXML
    private Node figures;

    @FXML
    private Label domain;

    @FXML
    private Label scanned;

    @FXML
    private Label platforms;

    @FXML
    private Label platformsMoved;

    @FXML
    private Label shadow;

    @FXML
    private Label shadowMoved;

    @FXML
    private Label risk;

    @FXML
    private Label riskMoved;

    @FXML
    private TextField search;

    @FXML
    private MenuButton type;

    @FXML
    private MenuButton vendor;

    @FXML
    private MenuButton compare;

    @FXML
    private Button clear;

    @FXML
    private Label summary;

    @FXML
    private HBox notice;

    @FXML
    private Label noticeText;

    @FXML
    private TableView<PlatformRow> table;

    @FXML
    private Label placeholder;

    public DiscoveryController(DiscoveryViewModel model, PageContext context) {
        this.model = model;
        this.words = context.words();
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.search());
        summary.textProperty().bind(model.summary());
        placeholder.textProperty().bind(model.placeholder());
        noticeText.textProperty().bind(model.notice());
        notice.visibleProperty().bind(model.notice().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        figures.visibleProperty().bind(model.figures().isNotNull());
        figures.managedProperty().bind(figures.visibleProperty());
        model.figures().addListener(o -> refresh());
        model.summary().addListener(o -> refresh());
        for (ObjectProperty<?> choice : List.of(model.types(), model.vendors(), model.compareWith())) {
            choice.addListener(o -> refresh());
        }
        model.search().addListener(o -> refresh());
        table.getColumns().setAll(new PlatformColumns(words).make());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.rows());
        table.setSortPolicy(DiscoveryController::sort);
        table.setRowFactory(view -> row());
        refresh();
    }

    private static Boolean sort(TableView<PlatformRow> view) {
        Comparator<PlatformRow> order = view.getComparator();
        if (order != null) {
            Comparator<PlatformRow> goneLast = Comparator.comparing(row -> row.sighting() == Sighting.GONE);
            List<PlatformRow> sorted = new ArrayList<>(view.getItems());
            sorted.sort(goneLast.thenComparing(order));
            view.getItems().setAll(sorted);
        }
        return true;
    }

    private TableRow<PlatformRow> row() {
        MenuItem open = new MenuItem(words.of("discovery.open"));
        TableRow<PlatformRow> row = new TableRow<>();
        ContextMenu menu = new ContextMenu(open);
        open.setOnAction(event -> model.browse(row.getItem()));
        row.itemProperty().addListener((observable, was, now) -> {
            boolean can = now != null && DiscoveryViewModel.address(now) != null;
            row.setContextMenu(can ? menu : null);
        });
        return row;
    }

    private void refresh() {
        showFigures(model.figures().get());
        chip(type, "discovery.type", model.types(), PlatformRow::type);
        chip(vendor, "discovery.vendor", model.vendors(), PlatformRow::vendor);
        compareChip();
        clear.setVisible(model.filtered());
        clear.setManaged(model.filtered());
    }

    private void showFigures(@Nullable ScanFigures now) {
        if (now == null) {
            return;
        }
        domain.setText(now.domain());
        scanned.setText(now.scanned());
        platforms.setText(now.platforms());
        platformsMoved.setText(now.platformsMoved());
        shadow.setText(now.shadow());
        shadowMoved.setText(now.shadowMoved());
        shadowMoved.getStyleClass().removeAll("tone-bad", "tone-neutral");
        shadowMoved.getStyleClass().add(now.shadowRose() ? "tone-bad" : "tone-neutral");
        risk.setText(now.risk());
        riskMoved.setText(now.riskMoved());
    }

    private void chip(
            MenuButton button,
            String nameKey,
            ObjectProperty<Set<String>> chosen,
            Function<PlatformRow, String> column) {
        button.setText(model.chip(nameKey, chosen.get()));
        active(button, !chosen.get().isEmpty());
        List<MenuItem> items = new ArrayList<>();
        for (String value : model.choices(column)) {
            CheckMenuItem item = new CheckMenuItem(value);
            item.setSelected(chosen.get().contains(value));
            item.setOnAction(event -> DiscoveryViewModel.toggle(chosen, value));
            items.add(item);
        }
        button.getItems().setAll(items);
        button.setDisable(items.isEmpty());
    }

    private void compareChip() {
        compare.setText(model.compareLabel());
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        items.add(compareItem(group, words.of("discovery.compare.nothing"), null));
        for (Earlier scan : model.earlierScans()) {
            items.add(compareItem(group, scan.name(), scan.index()));
        }
        compare.getItems().setAll(items);
        compare.setDisable(items.size() == 1);
        active(compare, model.compareWith().get() != null && items.size() > 1);
    }

    private RadioMenuItem compareItem(ToggleGroup group, String name, @Nullable Integer index) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setToggleGroup(group);
        item.setSelected(Objects.equals(index, model.compareWith().get()));
        item.setOnAction(event -> model.compareWith().set(index));
        return item;
    }

    private static void active(MenuButton button, boolean active) {
        button.getStyleClass().remove("active");
        if (active) {
            button.getStyleClass().add("active");
        }
    }

    @FXML
    private void clearFilters() {
        model.clearFilters();
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
