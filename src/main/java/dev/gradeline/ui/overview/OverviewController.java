package dev.gradeline.ui.overview;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.chart.TextMeasure;
import dev.gradeline.ui.kit.ChartPane;
import dev.gradeline.ui.kit.Columns;
import dev.gradeline.ui.kit.FitRows;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.LinkPane;
import dev.gradeline.ui.kit.NoticeBox;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.kit.ShortPage;
import dev.gradeline.ui.kit.TileGrid;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Puts the overview's values into its cards. JavaFX thread. */
public final class OverviewController {
    /** More frameworks than this need a second row. */
    private static final int ONE_ROW = 5;

    private final OverviewViewModel model;
    /** Held, because it remembers: a chart is laid out anew at every size on the way to another one. */
    private final TextMeasure measure = ChartPane.textMeasure();

    @FXML
    private ScrollPane page;

    @FXML
    private VBox emptyState;

    @FXML
    private Label emptyTitle;

    @FXML
    private Label emptyText;

    @FXML
    private VBox emptyNotices;

    @FXML
    private NoticeBox scoresNotice;

    @FXML
    private Label scoresMessage;

    @FXML
    private TileGrid cards;

    @FXML
    private Columns columns;

    @FXML
    private Label changesTitle;

    @FXML
    private Label changesSince;

    @FXML
    private Label changesMessage;

    @FXML
    private FitRows changeLines;

    @FXML
    private Button allChanges;

    @FXML
    private Pane openCard;

    @FXML
    private Label openMessage;

    @FXML
    private ChartPane openChart;

    @FXML
    private Button openAsTable;

    @FXML
    private TableView<OpenTrend.Row> openRows;

    @FXML
    private TableColumn<OpenTrend.Row, String> openDay;

    @FXML
    private TableColumn<OpenTrend.Row, String> openNumber;

    @FXML
    private NoticeBox recommendationsNotice;

    @FXML
    private Label recommendationsMessage;

    @FXML
    private ShareBar shareBar;

    @FXML
    private FlowPane legend;

    @FXML
    private VBox byPriority;

    @FXML
    private HBox priorityBars;

    @FXML
    private Pane topCard;

    @FXML
    private Label topMessage;

    @FXML
    private FitRows topRows;

    @FXML
    private Pane discoveryCard;

    @FXML
    private NoticeBox discoveryNotice;

    @FXML
    private Label discoveryMessage;

    @FXML
    private FlowPane figures;

    @FXML
    private Label domain;

    @FXML
    private Label scanned;

    @FXML
    private Pane confidentCard;

    @FXML
    private FitRows platforms;

    public OverviewController(OverviewViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        openRows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        openDay.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().day()));
        openNumber.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().open()));
        model.emptiness().subscribe(this::showEmptiness);
        BooleanBinding isShort = ShortPage.of(page, changesTitle.fontProperty());
        model.scores().subscribe(scores -> showScores(scores, isCompact(scores, isShort.get())));
        isShort.subscribe((was, now) -> {
            OverviewViewModel.Scores scores = model.scores().get();
            if (isCompact(scores, was) != isCompact(scores, now)) {
                showScores(scores, isCompact(scores, now));
            }
        });
        model.changes().subscribe(this::showChanges);
        model.openTrend().subscribe(this::showOpenTrend);
        model.recommendations().subscribe(this::showRecommendations);
        model.discovery().subscribe(this::showDiscovery);
        LateTooltip.on(scanned, () -> model.discovery().get().scannedInFull());
    }

    private void showEmptiness(OverviewViewModel.Emptiness emptiness) {
        Rows.showLate(emptyState, emptiness.empty());
        emptyTitle.setText(emptiness.title());
        emptyText.setText(emptiness.text());
        Rows.showLate(columns, !emptiness.empty());
        Rows.fill(
                emptyNotices, emptiness.notices().stream().map(this::noticeBox).toList());
    }

    private NoticeBox noticeBox(PartNotice notice) {
        NoticeBox box = new NoticeBox();
        show(box, notice);
        return box;
    }

    private void show(NoticeBox box, @Nullable PartNotice notice) {
        box.show(notice, model.words(), model.navigator());
    }

    private static boolean isCompact(OverviewViewModel.Scores scores, boolean little) {
        return little || scores.cards().size() > ONE_ROW;
    }

    private void showScores(OverviewViewModel.Scores scores, boolean compact) {
        show(scoresNotice, scores.notice());
        message(scoresMessage, scores.message());
        Rows.showLate(cards, !scores.cards().isEmpty());
        Rows.fill(
                cards,
                scores.cards().stream()
                        .map(card -> frameworkCard(card, compact))
                        .toList());
    }

    private LinkPane frameworkCard(FrameworkCard card, boolean compact) {
        LinkPane pane = OverviewNodes.frameworkCard(card, compact, () -> model.openTrends(card.framework()));
        CardMenu.on(pane, card, model);
        return pane;
    }

    private void showChanges(ChangeDigest digest) {
        changesTitle.setText(digest.title());
        message(changesSince, digest.since());
        message(changesMessage, digest.message());
        Rows.showLate(changeLines, !digest.lines().isEmpty());
        changeLines.fill(digest.lines().stream()
                .map(line -> OverviewNodes.change(line, () -> model.open(line.line())))
                .toList());
        allChanges.setText(digest.all());
    }

    private void showOpenTrend(OpenTrend trend) {
        boolean drawn = !trend.counts().isEmpty();
        Rows.showLate(openCard, drawn || !trend.message().isEmpty());
        stretch(openCard, drawn);
        message(openMessage, trend.message());
        openRows.getItems().setAll(trend.rows(model.words()));
        Rows.show(openAsTable, drawn);
        showOpenAsTable(drawn && isOpenAsTable());
        openChart.setAccessibleText(trend.summary());
        openChart.setChart((width, height) -> trend.shapes(width, height, model.words(), measure));
    }

    private void showOpenAsTable(boolean asTable) {
        boolean drawn = !model.openTrend().get().counts().isEmpty();
        Rows.show(openChart, drawn && !asTable);
        if (!asTable) {
            openCard.getChildren().remove(openRows);
        } else if (!isOpenAsTable()) {
            openCard.getChildren().add(openRows);
        }
        openAsTable.setText(model.words().of(asTable ? "overview.open.asChart" : "overview.open.asTable"));
    }

    @FXML
    private void toggleOpenTable() {
        showOpenAsTable(!isOpenAsTable());
    }

    /** A table costs what twenty labels do: it is in the card only while somebody wants it. */
    private boolean isOpenAsTable() {
        return openRows.getParent() != null;
    }

    private void showRecommendations(RecommendationSummary summary) {
        show(recommendationsNotice, summary.notice());
        message(recommendationsMessage, summary.message());
        List<RecommendationSummary.Share> shares = summary.shares();
        shareBar.show(shares);
        Rows.showLate(shareBar, !shares.isEmpty());
        Rows.showLate(legend, !shares.isEmpty());
        Rows.fill(legend, shares.stream().map(this::legendEntry).toList());
        Rows.showLate(byPriority, !summary.priorities().isEmpty());
        Rows.fill(
                priorityBars,
                summary.priorities().stream().map(this::priorityBar).toList());
        Rows.showLate(topCard, !summary.top().isEmpty() || !summary.topMessage().isEmpty());
        stretch(topCard, !summary.top().isEmpty());
        message(topMessage, summary.topMessage());
        Rows.showLate(topRows, !summary.top().isEmpty());
        topRows.fill(summary.top().stream()
                .map(top -> OverviewNodes.priority(top, () -> model.openRecommendations(top.filter())))
                .toList());
    }

    private Pane legendEntry(RecommendationSummary.Share share) {
        RecommendationFilter filter = share.filter();
        return OverviewNodes.share(share, filter == null ? null : () -> model.openRecommendations(filter));
    }

    private Pane priorityBar(PriorityCount priority) {
        RecommendationFilter filter = priority.filter();
        return OverviewNodes.priorityBar(priority, filter == null ? null : () -> model.openRecommendations(filter));
    }

    private void showDiscovery(DiscoverySummary summary) {
        show(discoveryNotice, summary.notice());
        message(discoveryMessage, summary.message());
        Rows.showLate(figures, !summary.figures().isEmpty());
        Rows.fill(
                figures,
                summary.figures().stream()
                        .map(figure -> OverviewNodes.figure(figure, model::openDiscovery))
                        .toList());
        message(domain, summary.domain());
        message(scanned, summary.scanned());
        scanned.setAccessibleHelp(summary.scannedInFull());
        stretch(discoveryCard, !summary.platforms().isEmpty());
        Rows.showLate(confidentCard, !summary.platforms().isEmpty());
        platforms.fill(summary.platforms().stream()
                .map(platform -> OverviewNodes.platform(platform, () -> model.openPlatform(platform.platform())))
                .toList());
    }

    /** A card with nothing to fill it is no taller than what it says. */
    private static void stretch(Region card, boolean filled) {
        card.setMaxHeight(filled ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
    }

    private static void message(Label label, String text) {
        label.setText(text);
        Rows.showLate(label, !text.isEmpty());
    }

    @FXML
    private void openChanges() {
        model.openChanges();
    }

    @FXML
    private void openDiscovery() {
        model.openDiscovery();
    }

    @FXML
    private void openStillOpen() {
        model.openRecommendations(RecommendationFilter.STILL_OPEN);
    }
}
