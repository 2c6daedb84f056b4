package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Scan;
import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ScanChart;
import dev.gradeline.ui.kit.MarkedChart;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The scans over time. Left and right lead from scan to scan, Enter or a click compares with it. JavaFX thread.
 */
final class ScanTimeline extends MarkedChart {
    private final Words words;
    private final Consumer<Scan> look;
    private final Consumer<Scan> compare;
    private List<Scan> scans = List.of();
    private @Nullable Scan compared;
    private @Nullable ScanChart chart;
    private int current = -1;

    /**
     * @param look told the scan that is looked at
     * @param compare told the scan to compare with
     */
    ScanTimeline(Words words, Consumer<Scan> look, Consumer<Scan> compare) {
        super("scan-timeline");
        this.words = words;
        this.look = look;
        this.compare = compare;
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> look(at(event)));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            int at = at(event);
            if (event.getButton() == MouseButton.PRIMARY && at >= 0) {
                look(at);
                compare.accept(scans.get(at));
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Shows the scans.
     *
     * @param now oldest first
     * @param with the one that the newest is compared with; null for none
     * @param lanes the names of the three lanes
     */
    void show(List<Scan> now, @Nullable Scan with, List<String> lanes) {
        compared = with;
        if (!now.equals(scans)) {
            scans = now;
            current = now.size() - 1;
            show((width, height) -> {
                ScanChart laid = ScanChart.layout(width, height, now, lanes, words.zone(), words.locale(), measure());
                chart = laid;
                return laid.shapes();
            });
            if (current >= 0) {
                look.accept(scans.get(current));
            }
        }
        mark();
    }

    private int at(MouseEvent event) {
        ScanChart laid = chart;
        return laid == null ? -1 : laid.nearest(x(event));
    }

    private void look(int at) {
        if (at >= 0 && at < scans.size() && at != current) {
            current = at;
            look.accept(scans.get(at));
            mark();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> look(Math.max(0, current - 1));
            case RIGHT -> look(Math.min(scans.size() - 1, current + 1));
            case HOME -> look(0);
            case END -> look(scans.size() - 1);
            case ENTER, SPACE -> {
                if (current >= 0) {
                    compare.accept(scans.get(current));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** A line through the scan that is looked at, and a dashed one through that compared with. */
    @Override
    protected List<ChartShape> marks() {
        ScanChart laid = chart;
        List<ChartShape> marks = new ArrayList<>();
        if (laid == null || laid.points().size() != scans.size()) {
            return marks;
        }
        if (compared != null && scans.contains(compared)) {
            marks.add(line(laid, scans.indexOf(compared), Role.ACCENT, true));
        }
        if (current >= 0) {
            marks.add(line(laid, current, Role.TEXT, false));
        }
        return marks;
    }

    private static ChartShape line(ScanChart laid, int at, Role role, boolean dashed) {
        double x = laid.points().get(at);
        return new ChartShape.Polyline(List.of(x, laid.top(), x, laid.bottom()), Ink.of(role), 1.25, dashed);
    }
}
