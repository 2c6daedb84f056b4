package dev.gradeline.ui.discovery;

import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.FilterChip;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.kit.ShortPage;
import dev.gradeline.words.Words;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The discovery page: figures, filter bar, platform table. JavaFX thread. */
public final class DiscoveryController {
    private final DiscoveryViewModel model;
    private final PageContext context;
    private final Words words;

    @FXML
    private Region page;

    @FXML
    private Node figures;

    @FXML
    private Label domainCaption;

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
    private MenuButton export;

    @FXML
    private NoticeBox notice;

    @FXML
    private TableView<PlatformRow> table;

    @FXML
    private Label placeholder;

    @FXML
    private Button placeholderClear;

    public DiscoveryController(DiscoveryViewModel model, PageContext context) {
        this.model = model;
        this.context = context;
        this.words = context.words();
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.search());
        export.disableProperty().bind(Bindings.isEmpty(model.rows()));
        FilterChip types = new FilterChip(type, words, model::toggleType);
        FilterChip vendors = new FilterChip(vendor, words, model::toggleVendor);
        CompareChip scans = new CompareChip(compare, words, model.comparison()::set);
        new PlatformTable(table, model, context);
        // a domain is known for one without being told
        ShortPage.of(page, search.fontProperty()).subscribe(now -> Rows.show(domainCaption, !now));
        model.filter().subscribe(filter -> {
            Rows.show(clear, !filter.isAll());
            Rows.show(placeholderClear, !filter.isAll());
        });
        model.view().subscribe(view -> {
            showFigures(view.figures());
            types.show(words.of("discovery.type"), view.types());
            vendors.show(words.of("discovery.vendor"), view.vendors());
            scans.show(view.comparedWith(), view.earlier());
            summary.setText(view.summary());
            notice.show(view.notice(), words, context.navigator());
            placeholder.setText(view.empty());
        });
    }

    private void showFigures(@Nullable ScanFigures now) {
        Rows.show(figures, now != null);
        if (now == null) {
            return;
        }
        domain.setText(now.domain());
        scanned.setText(now.scanned());
        scanned.setTooltip(now.moment().isEmpty() ? null : new Tooltip(now.moment()));
        platforms.setText(now.platforms());
        platformsMoved.setText(now.platformsMoved());
        shadow.setText(now.shadow());
        shadowMoved.setText(now.shadowMoved());
        shadowMoved.getStyleClass().removeAll("tone-bad", "tone-neutral");
        shadowMoved.getStyleClass().add(now.shadowRose() ? "tone-bad" : "tone-neutral");
        risk.setText(now.risk());
        riskMoved.setText(now.riskMoved());
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
