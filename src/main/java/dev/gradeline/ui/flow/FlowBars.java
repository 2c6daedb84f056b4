package dev.gradeline.ui.flow;

import dev.gradeline.posture.Flow;
import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.FlowChart;
import dev.gradeline.report.chart.FlowChart.Bar;
import dev.gradeline.report.chart.FlowChart.Series;
import dev.gradeline.ui.kit.MarkedChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The months' bars, to be chosen by mouse or by keyboard: left and right lead to other months, up and down to the other bars of
 * a month. JavaFX thread.
 */
public final class FlowBars extends MarkedChart {
    private static final double REACH = 3;

    private Consumer<Figure.InMonth> choose = figure -> {};
    private Locale locale = Locale.ROOT;
    private List<Flow.Month> months = List.of();
    private @Nullable FlowChart chart;
    private Figure chosen = new Figure.Oldest();
    private String summary = "";
    private @Nullable Bar pointed;

    public FlowBars() {
        super("flow-bars");
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(at(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(null));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** @param taker takes the bar that the person chose */
    void onChoose(Locale dates, Consumer<Figure.InMonth> taker) {
        locale = dates;
        choose = taker;
    }

    /**
     * Shows these months.
     *
     * @param figure what is chosen, bar or not
     * @param about all of it in a sentence
     * @param chosenBar the chosen bar in words; empty for none
     */
    void show(List<Flow.Month> now, Figure figure, String about, String chosenBar) {
        chosen = figure;
        summary = about;
        setAccessibleText(chosenBar.isEmpty() ? about : chosenBar);
        setAccessibleHelp(summary);
        if (now.equals(months)) {
            mark();
            return;
        }
        months = now;
        show((width, height) -> {
            FlowChart laid = FlowChart.layout(width, height, months, locale, measure());
            chart = laid;
            return laid.shapes();
        });
    }

    private @Nullable Bar at(MouseEvent event) {
        FlowChart laid = chart;
        return laid == null ? null : laid.at(x(event), y(event));
    }

    private void point(@Nullable Bar bar) {
        if (bar == null ? pointed != null : !bar.equals(pointed)) {
            pointed = bar;
            mark();
        }
    }

    private void click(MouseEvent event) {
        requestFocus();
        Bar bar = at(event);
        if (event.getButton() == MouseButton.PRIMARY && bar != null) {
            choose(bar);
        }
    }

    private void choose(Bar bar) {
        choose.accept(new Figure.InMonth(bar.month(), count(bar.series())));
    }

    private static Figure.Count count(Series series) {
        return switch (series) {
            case OPENED -> Figure.Count.OPENED;
            case COMPLETED -> Figure.Count.COMPLETED;
            case DISMISSED -> Figure.Count.DISMISSED;
        };
    }

    private void key(KeyEvent event) {
        FlowChart laid = chart;
        if (laid == null || laid.bars().isEmpty()) {
            return;
        }
        List<Bar> bars = laid.bars();
        int each = Series.values().length;
        Bar now = chosenBar();
        // the last month is where one begins
        int at = now == null ? -1 : bars.indexOf(now);
        int first = bars.size() - each;
        int next = switch (event.getCode()) {
            case LEFT -> at < 0 ? first : at >= each ? at - each : at;
            case RIGHT -> at < 0 ? first : at + each < bars.size() ? at + each : at;
            case UP -> at < 0 ? first : at % each > 0 ? at - 1 : at;
            case DOWN -> at < 0 ? first : at % each < each - 1 ? at + 1 : at;
            case HOME -> Math.max(at, 0) % each;
            case END -> first + Math.max(at, 0) % each;
            default -> -1;
        };
        if (next >= 0) {
            choose(bars.get(next));
            event.consume();
        }
    }

    private @Nullable Bar chosenBar() {
        FlowChart laid = chart;
        if (laid == null || !(chosen instanceof Figure.InMonth in)) {
            return null;
        }
        return laid.bars().stream()
                .filter(bar -> bar.month().equals(in.month()) && count(bar.series()) == in.count())
                .findFirst()
                .orElse(null);
    }

    /** A frame around the chosen bar, and a fainter one around that under the mouse. */
    @Override
    protected List<ChartShape> marks() {
        List<ChartShape> marks = new ArrayList<>();
        if (pointed != null) {
            marks.add(frame(pointed, Role.AXIS, 1));
        }
        Bar bar = chosenBar();
        if (bar != null) {
            marks.add(frame(bar, Role.TEXT, 2));
        }
        return marks;
    }

    private static ChartShape frame(Bar bar, Role role, double width) {
        double left = bar.left() - REACH;
        double right = bar.right() + REACH;
        double top = bar.top() - REACH;
        double bottom = bar.bottom() + REACH;
        return new ChartShape.Polyline(
                List.of(left, bottom, left, top, right, top, right, bottom, left, bottom), Ink.of(role), width, false);
    }

    /** What is drawn, in a plane of {@code width() / scale()}; null before the first layout. */
    @Nullable FlowChart chart() {
        return chart;
    }
}
