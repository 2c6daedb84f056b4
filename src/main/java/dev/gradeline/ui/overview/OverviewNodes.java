package dev.gradeline.ui.overview;

import dev.gradeline.ui.kit.ChartPane;
import dev.gradeline.ui.kit.Columns;
import dev.gradeline.ui.kit.ConfidenceBar;
import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.ui.kit.IconLabel;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.LinkPane;
import dev.gradeline.ui.kit.MovementLabel;
import dev.gradeline.ui.kit.ScanFigure;
import dev.gradeline.ui.kit.StandingWords;
import dev.gradeline.ui.kit.TileGrid;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The cards and rows of the overview as nodes. JavaFX thread. */
final class OverviewNodes {
    /** The least widths of what a framework's card holds, in em. */
    private static final double TILE_EMS = 12;

    private static final double COMPACT_EMS = 14.6;

    private OverviewNodes() {}

    /** @param compact everything in one line, the trend only where there is room for it */
    static LinkPane frameworkCard(FrameworkCard card, boolean compact, Runnable open) {
        GradeBadge badge = new GradeBadge();
        badge.setLarge(true);
        badge.setGrade(card.grade());
        Label name = label(card.name(), "muted", "small");
        Label score = label(card.score(), "big-number");
        Label outOf = label(card.outOf(), "muted", "out-of");

        ChartPane trend = new ChartPane();
        trend.getStyleClass().add("sparkline");
        trend.setMouseTransparent(true);
        trend.setChart(card.trend()::shapes);
        HBox.setHgrow(trend, Priority.ALWAYS);
        LinkPane pane;
        if (compact) {
            CardBody body = new CardBody(badge, name, score, outOf, beside(card, trend), COMPACT_EMS);
            pane = link(body, card.spoken(), open);
            TileGrid.setRoomy(pane, body.within(pane));
        } else {
            CardBody head = new CardBody(badge, name, score, outOf, null, TILE_EMS);
            pane = link(tile(head, trend, latest(card)), card.spoken(), open);
        }
        pane.getStyleClass().addAll("card", "card-link", "framework-card");
        if (compact) {
            pane.getStyleClass().add("compact");
        }
        return pane;
    }

    private static CardBody.Beside beside(FrameworkCard card, Node trend) {
        return new CardBody.Beside(trend, movement(card), !card.movement().known(), when(card));
    }

    /** Side by side in a wide card, below each other in a narrow one; never narrower than grade and score. */
    private static Pane tile(CardBody head, Node trend, Node latest) {
        HBox foot = new HBox(trend, latest);
        foot.getStyleClass().add("card-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        Columns columns = new Columns();
        columns.getChildren().addAll(head, foot);
        Columns.setWeight(foot, 3);
        columns.setGap(12);
        columns.setMinWidth(0);
        return new StackPane(columns) {
            @Override
            protected double computeMinWidth(double height) {
                return head.minWidth(height);
            }
        };
    }

    private static Node latest(FrameworkCard card) {
        VBox latest = new VBox(movement(card), when(card));
        latest.setAlignment(Pos.CENTER_RIGHT);
        latest.getStyleClass().add("card-latest");
        latest.setMinWidth(Region.USE_PREF_SIZE);
        return latest;
    }

    private static Label movement(FrameworkCard card) {
        if (!card.movement().known()) {
            return label(card.unmoved(), "muted", "small");
        }
        MovementLabel movement = new MovementLabel();
        movement.setMovement(card.movement());
        return movement;
    }

    private static HBox when(FrameworkCard card) {
        Label assessed = withTooltip(label(card.assessed(), "muted", "small"), card.assessedInFull());
        HBox when = new HBox(assessed);
        for (StandingWords.Mark mark : card.marks()) {
            when.getChildren()
                    .add(when.getChildren().size() - 1, withTooltip(label(mark.word(), "mark"), mark.meaning()));
        }
        when.getStyleClass().add("card-when");
        when.setAlignment(Pos.CENTER_RIGHT);
        return when;
    }

    static LinkPane change(ChangeDigest.Line line, Runnable open) {
        IconLabel icon = new IconLabel();
        icon.show(line.line());
        Label day = withTooltip(label(line.day(), "muted"), line.inFull());
        day.setMinWidth(Region.USE_PREF_SIZE);
        return row(open, line.text() + ", " + line.day(), icon, fill(label(line.text())), day);
    }

    static LinkPane share(RecommendationSummary.Share share, @Nullable Runnable open) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", share.style());
        HBox content = new HBox(swatch, label(share.text(), "small", "muted"));
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("legend-content");
        LinkPane pane = link(content, share.text(), open);
        pane.getStyleClass().addAll("row-link", "legend-entry");
        return pane;
    }

    static LinkPane priority(RecommendationSummary.Top top, Runnable open) {
        Label pill = label(top.priority(), "pill", "figures");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        Label title = fill(label(top.title(), "top-title"));
        withTooltip(title, top.title());
        if (top.untitled()) {
            title.getStyleClass().add("muted");
        }
        Label framework = label(top.framework(), "muted", "small");
        // below each other in every row alike: a title says more than a framework, and needs the width
        VBox naming = new VBox(1, title, framework);
        naming.setMinWidth(0);
        HBox.setHgrow(naming, Priority.ALWAYS);
        return row(open, String.join(", ", top.priority(), top.title(), top.framework()), pill, naming);
    }

    static LinkPane priorityBar(PriorityCount priority, @Nullable Runnable open) {
        Label count = label(priority.counted(), "small", "figures");
        Label name = label(priority.name(), "muted", "small", "figures");
        VBox column = new VBox(count, new CountBar(priority.share()), name);
        column.getStyleClass().add("priority-bar");
        column.setAlignment(Pos.BOTTOM_CENTER);
        LinkPane pane = link(column, priority.spoken(), open);
        pane.getStyleClass().add("row-link");
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }

    static LinkPane figure(ScanFigure figure, Runnable open) {
        MovementLabel movement = new MovementLabel();
        movement.setMovement(figure.movement());
        HBox number = new HBox(label(figure.number(), "big-number"), movement);
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setAlignment(Pos.BASELINE_LEFT);
        number.getStyleClass().add("figure-number");
        VBox box = new VBox(number, label(figure.name(), "muted", "small"));
        LinkPane pane = link(box, figure.spoken(), open);
        pane.getStyleClass().add("row-link");
        pane.setMinWidth(Region.USE_PREF_SIZE);
        return pane;
    }

    static LinkPane platform(DiscoverySummary.Sighting sighting, Runnable open) {
        Label name = fill(label(sighting.name()));
        withTooltip(name, sighting.name());
        Label percent = label(sighting.percent(), "muted", "figures");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        ConfidenceBar bar = new ConfidenceBar();
        bar.setConfidence(sighting.confidence());
        VBox box = new VBox(new HBox(name, percent), bar);
        box.getStyleClass().add("sighting");
        LinkPane pane = link(box, sighting.name() + ", " + sighting.percent(), open);
        pane.getStyleClass().add("row-link");
        return pane;
    }

    private static LinkPane row(Runnable open, String spoken, Node... cells) {
        HBox content = new HBox(cells);
        content.getStyleClass().add("list-row");
        content.setAlignment(Pos.CENTER_LEFT);
        LinkPane pane = link(content, spoken, open);
        pane.getStyleClass().addAll("row-line", "row-link");
        return pane;
    }

    private static LinkPane link(Node content, String spoken, @Nullable Runnable open) {
        LinkPane pane = new LinkPane(content);
        pane.setAction(open);
        pane.setAccessibleText(spoken);
        return pane;
    }

    private static Label fill(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Label withTooltip(Label label, String text) {
        if (!text.isEmpty()) {
            LateTooltip.tell(label, text);
        }
        return label;
    }
}
