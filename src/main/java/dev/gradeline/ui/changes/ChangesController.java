package dev.gradeline.ui.changes;

import dev.gradeline.report.TableExport.Format;
import dev.gradeline.ui.kit.DayField;
import dev.gradeline.ui.kit.FilterChip;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.kit.SearchField;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Puts the changes into their list, and the person's choices into the model. JavaFX thread. */
public final class ChangesController {
    private final ChangesViewModel model;
    private final Tooltip whyNoExport = new Tooltip();
    private @Nullable FilterChip kindChip;

    @FXML
    private ToggleGroup spans;

    @FXML
    private ToggleButton lastVisit;

    @FXML
    private ToggleButton lastReport;

    @FXML
    private DayField first;

    @FXML
    private DayField last;

    @FXML
    private Pane dates;

    @FXML
    private SearchField search;

    @FXML
    private ToggleButton scores;

    @FXML
    private ToggleButton recommendations;

    @FXML
    private ToggleButton discovery;

    @FXML
    private MenuButton kinds;

    @FXML
    private Label count;

    @FXML
    private ProgressIndicator loading;

    @FXML
    private Pane exportBox;

    @FXML
    private MenuButton export;

    @FXML
    private ListView<ChangeRow> list;

    @FXML
    private Pane emptyState;

    @FXML
    private Label emptyTitle;

    @FXML
    private Label emptyText;

    @FXML
    private Button clearFilters;

    @FXML
    private Button tryAgain;

    public ChangesController(ChangesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        whyNoExport.setText(model.words().of("changesPage.export.nothing"));
        list.setCellFactory(view -> new ChangeCell(model::open));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::openOnEnter);
        EntryWalk.on(list);
        search.textProperty().bindBidirectional(model.search());
        lastVisit.textProperty().bind(model.lastVisit());
        lastReport.textProperty().bind(model.lastReport());
        lastReport.textProperty().subscribe(text -> Rows.show(lastReport, !text.isEmpty()));
        loading.visibleProperty().bind(model.loading());
        spans.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                spans.selectToggle(before);
            } else if (now.getUserData() != model.period().get().span()) {
                choose((ChangeSpan) now.getUserData());
            }
        });
        first.use(model.words(), model::latest, false, model::from);
        last.use(model.words(), model::latest, false, model::until);
        model.period().subscribe(this::showPeriod);
        kindChip = new FilterChip(kinds, model.words(), model::toggleKind);
        model.filter().subscribe(filter -> showGroups(filter.groups()));
        model.listing().subscribe(this::show);
    }

    private void choose(ChangeSpan span) {
        if (span == ChangeSpan.DATE) {
            model.dates();
            first.requestFocus();
        } else {
            model.choose(span);
        }
    }

    private void showPeriod(ChangePeriod period) {
        Rows.show(dates, period.span() == ChangeSpan.DATE);
        first.show(period.first());
        last.show(period.last());
        showSpan(period.span());
    }

    private void showSpan(ChangeSpan span) {
        spans.selectToggle(spans.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == span)
                .findFirst()
                .orElse(null));
    }

    private void showGroups(Set<ChangeGroup> chosen) {
        chips().forEach((group, chip) -> chip.setSelected(chosen.contains(group)));
    }

    private Map<ChangeGroup, ToggleButton> chips() {
        return Map.of(
                ChangeGroup.SCORES,
                scores,
                ChangeGroup.RECOMMENDATIONS,
                recommendations,
                ChangeGroup.DISCOVERY,
                discovery);
    }

    private void show(Listing listing) {
        list.setItems(FXCollections.observableArrayList(listing.rows()));
        Rows.show(list, !listing.rows().isEmpty());
        count.setText(listing.count());
        export.setDisable(listing.shown().isEmpty());
        // a disabled control hears no mouse: the reason stands on what is around it
        Tooltip.uninstall(exportBox, whyNoExport);
        if (listing.shown().isEmpty()) {
            Tooltip.install(exportBox, whyNoExport);
        }
        chips().forEach((group, chip) -> chip.setText(model.title(group)));
        if (kindChip != null) {
            kindChip.show(model.words().of("changesPage.kinds"), listing.kinds());
        }
        Listing.Emptiness emptiness = listing.emptiness();
        Rows.show(emptyState, emptiness != null);
        if (emptiness != null) {
            emptyTitle.setText(emptiness.title());
            emptyText.setText(emptiness.text());
            Rows.show(clearFilters, emptiness.way() == Listing.Way.CLEAR_FILTERS);
            Rows.show(tryAgain, emptiness.way() == Listing.Way.TRY_AGAIN);
        }
    }

    private void openOnEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && list.getSelectionModel().getSelectedItem() instanceof ChangeRow.Entry entry) {
            model.open(entry);
            event.consume();
        }
    }

    @FXML
    private void toggleScores() {
        model.toggle(ChangeGroup.SCORES);
    }

    @FXML
    private void toggleRecommendations() {
        model.toggle(ChangeGroup.RECOMMENDATIONS);
    }

    @FXML
    private void toggleDiscovery() {
        model.toggle(ChangeGroup.DISCOVERY);
    }

    @FXML
    private void clearFilters() {
        model.clearFilters();
    }

    @FXML
    private void tryAgain() {
        model.load();
    }

    @FXML
    private void exportCsv() {
        model.export(Format.CSV);
    }

    @FXML
    private void exportJson() {
        model.export(Format.JSON);
    }
}
