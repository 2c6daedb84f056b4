package dev.gradeline.ui.discovery;

import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.ClearableChip;
import dev.gradeline.ui.kit.FilterChip;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.kit.SearchField;
import dev.gradeline.ui.kit.ShortPage;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
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
    private SearchField search;

    @FXML
    private ClearableChip typeChip;

    @FXML
    private ClearableChip vendorChip;

    @FXML
    private MenuButton compare;

    @FXML
    private MenuButton group;

    @FXML
    private ToggleButton changed;

    @FXML
    private ToggleButton showTimeline;

    @FXML
    private TimelineCard timeline;

    @FXML
    private Label organisation;

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
        FilterChip types = new FilterChip(typeChip, words, model::toggleType, model::anyType);
        FilterChip vendors = new FilterChip(vendorChip, words, model::toggleVendor, model::anyVendor);
        OneOfChip scans = new OneOfChip(compare);
        OneOfChip groups = new OneOfChip(group);
        timeline.follow(model);
        LateTooltip.on(changed, () -> words.of("discovery.changed.hint", PlatformRow.POINTS));
        changed.setAccessibleHelp(words.of("discovery.changed.hint", PlatformRow.POINTS));
        LateTooltip.on(organisation, organisation::getText);
        LateTooltip.on(scanned, () -> {
            ScanFigures now = model.view().get().figures();
            return now == null ? "" : now.moment();
        });
        changed.setOnAction(event -> model.showChangedOnly(changed.isSelected()));
        showTimeline.selectedProperty().subscribe(shown -> Rows.show(timeline, shown));
        model.groups().subscribe(by -> showGroups(groups, by));
        new PlatformTable(table, model, context);
        // a domain is known for one without being told
        BooleanBinding low = ShortPage.of(page, search.fontProperty());
        low.subscribe(now -> Rows.show(domainCaption, !now));
        // a low page has room for the figures or for their past, which ends with them
        showTimeline
                .selectedProperty()
                .subscribe(shown -> showFigures(model.view().get().figures(), low.get()));
        low.subscribe(now -> showFigures(model.view().get().figures(), now));
        model.filter().subscribe(filter -> {
            Rows.show(clear, !filter.isAll());
            changed.setSelected(filter.changedOnly());
            Rows.show(placeholderClear, !filter.isAll());
        });
        model.view().subscribe(view -> {
            showFigures(view.figures(), low.get());
            types.show(words.of("discovery.type"), view.types());
            vendors.show(words.of("discovery.vendor"), view.vendors());
            showScans(scans, view);
            summary.setText(view.summary());
            notice.show(view.notice(), words, context.navigator());
            placeholder.setText(view.empty());
        });
    }

    private void showScans(OneOfChip chip, DiscoveryViewModel.View view) {
        boolean comparing = view.earlier().stream().anyMatch(DiscoveryViewModel.Earlier::chosen);
        List<OneOfChip.Option> options = new ArrayList<>();
        options.add(option(words.of("discovery.compare.nothing"), !comparing, new Comparison.Nothing()));
        view.earlier().forEach(scan -> options.add(option(scan.name(), scan.chosen(), scan.choice())));
        chip.show(view.comparedWith(), comparing, options);
        changed.setDisable(!comparing && !changed.isSelected());
        showTimeline.setDisable(view.scans().isEmpty());
        Rows.show(summary, !view.summary().isEmpty());
    }

    private OneOfChip.Option option(String name, boolean chosen, Comparison choice) {
        return new OneOfChip.Option(name, chosen, () -> model.comparison().set(choice));
    }

    private void showGroups(OneOfChip chip, PlatformGroups by) {
        List<OneOfChip.Option> options = new ArrayList<>();
        for (PlatformGroups each : PlatformGroups.values()) {
            options.add(new OneOfChip.Option(
                    groupName(each), each == by, () -> model.groups().set(each)));
        }
        boolean grouped = by != PlatformGroups.NOTHING;
        chip.show(
                grouped ? words.of("discovery.group.by", groupName(by)) : words.of("discovery.group"),
                grouped,
                options);
    }

    private String groupName(PlatformGroups by) {
        return words.of(
                switch (by) {
                    case NOTHING -> "discovery.compare.nothing";
                    case TYPE -> "discovery.type";
                    case VENDOR -> "discovery.vendor";
                });
    }

    private void showFigures(@Nullable ScanFigures now, boolean low) {
        Rows.show(figures, now != null && !(low && showTimeline.isSelected()));
        if (now == null) {
            return;
        }
        domain.setText(now.domain());
        organisation.setText(now.organisation());
        Rows.show(organisation, !now.organisation().isEmpty());
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
