package dev.gradeline.ui.overview;

import dev.gradeline.ui.kit.ChartPane;
import dev.gradeline.ui.kit.Columns;
import dev.gradeline.ui.kit.ConfidenceBar;
import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.ui.kit.IconLabel;
import dev.gradeline.ui.kit.LinkPane;
import dev.gradeline.ui.kit.MovementLabel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The cards and rows of the overview as nodes. JavaFX thread. */
final class OverviewNodes {
    private OverviewNodes() {}

    /** @param compact everything in one line, the trend only where there is room for it */
    static LinkPane frameworkCard(FrameworkCard card, boolean compact, Runnable open) {
        GradeBadge badge = new GradeBadge();
        badge.setLarge(true);
        badge.setGrade(card.grade());
        HBox score = new HBox(label(card.score(), "big-number"), label(card.outOf(), "muted", "out-of"));
        score.setAlignment(Pos.BASELINE_LEFT);
        VBox naming = new VBox(label(card.name(), "muted", "small"), score);
        HBox.setHgrow(naming, Priority.ALWAYS);
        HBox head = new HBox(badge, naming);
        head.getStyleClass().add("card-head");

        ChartPane trend = new ChartPane();
        trend.getStyleClass().add("sparkline");
        trend.setMouseTransparent(true);
        trend.setChart(card.trend()::shapes);
        HBox.setHgrow(trend, Priority.ALWAYS);
        Pane content = compact ? line(head, trend, latest(card)) : tile(head, trend, latest(card));
        LinkPane pane = link(content, card.spoken(), open);
        pane.getStyleClass().addAll("card", "card-link", "framework-card");
        if (compact) {
            pane.getStyleClass().add("compact");
        }
        return pane;
    }

    private static Pane line(Node head, Node trend, Node latest) {
        HBox line = new HBox(head, trend, latest);
        line.getStyleClass().add("card-line");
        return line;
    }

    /** Side by side in a wide card, below each other in a narrow one. */
    private static Pane tile(Node head, Node trend, Node latest) {
        HBox foot = new HBox(trend, latest);
        foot.getStyleClass().add("card-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        Columns tile = new Columns();
        tile.getChildren().addAll(head, foot);
        Columns.setWeight(foot, 3);
        tile.setGap(12);
        tile.setMinWidth(0);
        return tile;
    }

    private static Node latest(FrameworkCard card) {
        MovementLabel movement = new MovementLabel();
        movement.setMovement(card.movement());
        Label assessed = withTooltip(label(card.assessed(), "muted", "small"), card.assessedInFull());
        HBox when = new HBox(assessed);
        for (FrameworkCard.Mark mark : card.marks()) {
            when.getChildren()
                    .add(when.getChildren().size() - 1, withTooltip(label(mark.word(), "mark"), mark.meaning()));
        }
        when.getStyleClass().add("card-when");
        when.setAlignment(Pos.CENTER_RIGHT);
        VBox latest = new VBox(card.movement().known() ? movement : label(card.unmoved(), "muted", "small"), when);
        latest.setAlignment(Pos.CENTER_RIGHT);
        latest.getStyleClass().add("card-latest");
        latest.setMinWidth(Region.USE_PREF_SIZE);
        return latest;
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
        title.setTooltip(new Tooltip(top.title()));
        if (top.untitled()) {
            title.getStyleClass().add("muted");
        }
        Label framework = label(top.framework(), "muted", "small");
        framework.setMinWidth(Region.USE_PREF_SIZE);
        // beside the title where both have room, else below it: a title says more than a framework
        Columns naming = new Columns();
        naming.setRowGap(1);
        naming.getChildren().addAll(title, framework);
        Columns.setWeight(framework, 0.001);
        naming.setMinWidth(0);
        HBox.setHgrow(naming, Priority.ALWAYS);
        return row(open, String.join(", ", top.priority(), top.title(), top.framework()), pill, naming);
    }

    static Node figure(DiscoverySummary.Figure figure) {
        MovementLabel movement = new MovementLabel();
        movement.setMovement(figure.movement());
        HBox number = new HBox(label(figure.number(), "big-number"), movement);
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setAlignment(Pos.BASELINE_LEFT);
        number.getStyleClass().add("figure-number");
        VBox box = new VBox(number, label(figure.name(), "muted", "small"));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(figure.spoken());
        return box;
    }

    static Node platform(DiscoverySummary.Sighting sighting) {
        Label name = fill(label(sighting.name()));
        name.setTooltip(new Tooltip(sighting.name()));
        Label percent = label(sighting.percent(), "muted", "figures");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        ConfidenceBar bar = new ConfidenceBar();
        bar.setConfidence(sighting.confidence());
        VBox box = new VBox(new HBox(name, percent), bar);
        box.getStyleClass().add("sighting");
        box.setAccessibleText(sighting.name() + ", " + sighting.percent());
        return box;
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
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }
}
