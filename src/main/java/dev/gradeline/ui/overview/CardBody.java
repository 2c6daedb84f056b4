package dev.gradeline.ui.overview;

import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.TileGrid;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A framework's grade, name and score, and beside them what fits: the trend where all cards have room for it, the movement and
 * when. Grade, score and name are never cut. Without room, the others give way in this order: the trend, “/100”, the words for a missing movement (a
 * tooltip then says them), and at last movement and date go below. A name too long even then wraps. JavaFX thread.
 */
final class CardBody extends Pane {
    /** What stands beside grade, name and score. */
    record Beside(Node trend, Label latest, boolean latestIsWords, Region when) {}

    private static final double GAP = 10;
    /** In em; a narrower line tells nothing. */
    private static final double LEAST_TREND = 4.7;

    private final Region badge;
    private final Label name;
    private final Label score;
    private final Label outOf;
    private final @Nullable Beside beside;
    private final double leastEms;
    private boolean roomy;

    /** @param leastEms the least width, in em; the card is wider where grade and score need it */
    CardBody(GradeBadge badge, Label name, Label score, Label outOf, @Nullable Beside beside, double leastEms) {
        this.badge = badge;
        this.name = name;
        this.score = score;
        this.outOf = outOf;
        this.beside = beside;
        this.leastEms = leastEms;
        name.setWrapText(true);
        LateTooltip.tell(name, name.getText());
        if (beside != null && beside.latestIsWords()) {
            LateTooltip.around(this, beside.latest()::getText);
        }
        getStyleClass().add("card-body");
        getChildren().addAll(badge, name, score, outOf);
        if (beside != null) {
            getChildren().addAll(beside.trend(), beside.latest(), beside.when());
        }
    }

    /** What shows at a width, and where the texts' column begins and how wide it is. */
    private record Plan(double x, double room, boolean trend, boolean outOf, boolean latest, boolean below) {}

    private Plan plan(double width) {
        double x = wide(badge) + GAP;
        double room = Math.max(0, width - x);
        double points = wide(score);
        double scored = points + wide(outOf);
        if (beside == null) {
            return new Plan(x, room, false, scored <= room, false, false);
        }
        double latest = wide(beside.latest());
        double when = wide(beside.when());
        if (roomy) {
            return new Plan(x, room, true, true, true, false);
        }
        double gap = when > 0 ? GAP : 0;
        boolean whole = scored + gap + when <= room;
        boolean together = wide(name) + GAP + latest <= room;
        boolean dated = points + gap + when <= room;
        if (dated && (together || beside.latestIsWords())) {
            return new Plan(x, room, false, whole, together, false);
        }
        return new Plan(x, room, false, scored <= room, latest + gap + when <= room, true);
    }

    /** What the grid asks of the card that it stands in. */
    TileGrid.Roomy within(Region card) {
        return new TileGrid.Roomy() {
            @Override
            public double roomyWidth() {
                return card.getInsets().getLeft() + whole() + card.getInsets().getRight();
            }

            @Override
            public void setRoomy(boolean everything) {
                if (roomy != everything) {
                    roomy = everything;
                    requestLayout();
                }
            }
        };
    }

    /** The least width with the trend. */
    private double whole() {
        if (beside == null) {
            return minWidth(-1);
        }
        double left = Math.max(wide(name), wide(score) + wide(outOf));
        double right = Math.max(wide(beside.latest()), wide(beside.when()));
        Insets insets = getInsets();
        return insets.getLeft()
                + wide(badge)
                + left
                + snapSizeX(LEAST_TREND * em())
                + right
                + 3 * GAP
                + insets.getRight();
    }

    private double wide(Region part) {
        return snapSizeX(Math.max(part.minWidth(-1), part.prefWidth(-1)));
    }

    /** The name is set in the small size, a share of the body's that the stylesheet gives. */
    private double em() {
        return name.getFont().getSize() / 0.923;
    }

    private double nameWidth(Plan plan) {
        if (beside == null || plan.below() || !plan.latest()) {
            return plan.room();
        }
        return Math.max(0, plan.room() - wide(beside.latest()) - GAP);
    }

    private double belowHeight() {
        return beside == null ? 0 : Math.max(tall(beside.latest()), tall(beside.when()));
    }

    private double tall(Region part) {
        return snapSizeY(Math.max(part.minHeight(-1), part.prefHeight(-1)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        Insets insets = getInsets();
        double least = wide(badge) + GAP + wide(score);
        return insets.getLeft() + insets.getRight() + Math.max(least, snapSizeX(leastEms * em()));
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        double least = wide(badge) + GAP + Math.max(wide(name), wide(score) + wide(outOf));
        return insets.getLeft() + insets.getRight() + Math.max(least, snapSizeX(leastEms * em()));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        Plan plan = plan((width < 0 ? computePrefWidth(-1) : width) - insets.getLeft() - insets.getRight());
        double texts = snapSizeY(name.prefHeight(nameWidth(plan))) + tall(score) + (plan.below() ? belowHeight() : 0);
        return insets.getTop() + insets.getBottom() + Math.max(texts, tall(badge));
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double left = insets.getLeft();
        double top = insets.getTop();
        double width = getWidth() - left - insets.getRight();
        double height = getHeight() - top - insets.getBottom();
        Plan plan = plan(width);
        badge.resizeRelocate(left, snapPositionY(top + (height - tall(badge)) / 2), wide(badge), tall(badge));
        double nameHeight = snapSizeY(name.prefHeight(nameWidth(plan)));
        double texts = nameHeight + tall(score) + (plan.below() ? belowHeight() : 0);
        double x = left + plan.x();
        double y = snapPositionY(top + Math.max(0, (height - texts) / 2));
        name.resizeRelocate(x, y, nameWidth(plan), nameHeight);
        double second = y + nameHeight;
        score.resizeRelocate(x, second, wide(score), tall(score));
        outOf.setVisible(plan.outOf());
        double base = second + score.getBaselineOffset();
        outOf.resizeRelocate(x + wide(score), base - outOf.getBaselineOffset(), wide(outOf), tall(outOf));
        if (beside != null) {
            layoutBeside(beside, plan, x, y, second);
        }
    }

    private void layoutBeside(Beside shown, Plan plan, double x, double y, double second) {
        double right = x + plan.room();
        double third = second + tall(score);
        Label latest = shown.latest();
        Region when = shown.when();
        latest.setVisible(plan.latest());
        double whenAt = plan.below() ? third : second + (tall(score) - tall(when)) / 2;
        when.resizeRelocate(right - wide(when), snapPositionY(whenAt), wide(when), tall(when));
        double latestAt = plan.below() ? x : right - wide(latest);
        latest.resizeRelocate(latestAt, plan.below() ? third : y, wide(latest), tall(latest));
        shown.trend().setVisible(plan.trend());
        if (plan.trend()) {
            double from = x + Math.max(wide(name), wide(score) + wide(outOf)) + GAP;
            double to = right - Math.max(wide(latest), wide(when)) - GAP;
            double height = Math.min(getHeight(), shown.trend().prefHeight(to - from));
            shown.trend().resizeRelocate(from, snapPositionY((getHeight() - height) / 2), to - from, height);
        }
    }
}
