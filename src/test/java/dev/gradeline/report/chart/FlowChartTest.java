package dev.gradeline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Flow;
import dev.gradeline.report.chart.ChartShape.Box;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.FlowChart.Bar;
import dev.gradeline.report.chart.FlowChart.Series;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How the bars of the flow are laid out. */
class FlowChartTest {
    private static final TextMeasure SIX = (text, size, bold) -> 6.0 * text.length();

    private static FlowChart chart(double width, List<Flow.Month> months) {
        return FlowChart.layout(width, 240, months, Locale.UK, SIX);
    }

    private static Flow.Month month(int index, int opened, int completed, int dismissed, boolean read) {
        YearMonth at = YearMonth.of(2025, 11).plusMonths(index);
        return new Flow.Month(at, Instant.EPOCH, Instant.EPOCH, opened, 0, completed, dismissed, 0, 0, 0, null, read);
    }

    private static List<Flow.Month> months(int count) {
        List<Flow.Month> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(month(i, 10 + i % 7, i % 5, i % 2, true));
        }
        return months;
    }

    private static List<String> names(FlowChart chart) {
        return chart.shapes().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.anchor() == Label.Anchor.MIDDLE)
                .map(Label::text)
                .toList();
    }

    @Test
    void threeBarsForEachMonthInOrderAsTallAsTheyCount() {
        FlowChart chart = chart(600, List.of(month(0, 8, 4, 2, true), month(1, 0, 1, 0, true)));
        assertThat(chart.bars()).extracting(Bar::count).containsExactly(8, 4, 2, 0, 1, 0);
        assertThat(chart.bars()).extracting(Bar::series).startsWith(Series.values());
        Bar opened = chart.bars().get(0);
        Bar completed = chart.bars().get(1);
        assertThat(opened.bottom() - opened.top()).isEqualTo(2 * (completed.bottom() - completed.top()));
        for (int i = 1; i < chart.bars().size(); i++) {
            assertThat(chart.bars().get(i).left())
                    .isGreaterThanOrEqualTo(chart.bars().get(i - 1).right());
        }
    }

    @Test
    void noBarIsToldByColourAlone() {
        FlowChart chart = chart(600, List.of(month(0, 8, 4, 2, true)));
        assertThat(chart.shapes().stream()
                        .filter(Box.class::isInstance)
                        .map(shape -> ((Box) shape).fill().role()))
                .containsExactly(Role.ACCENT, Role.ACCENT_SOFT, Role.SURFACE);
        assertThat(chart.shapes().stream()
                        .filter(Polyline.class::isInstance)
                        .filter(shape -> ((Polyline) shape).points().size() == 8))
                .as("an outline around the second and the third")
                .hasSize(2);
    }

    @Test
    void namesOfMonthsDoNotTouchAndEachYearIsNamedOnce() {
        assertThat(names(chart(900, months(12))))
                .containsExactly(
                        "Nov 2025", "Dec", "Jan 2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct");
        assertThat(names(chart(600, months(24))))
                .containsExactly("Jan 2026", "Apr", "Jul", "Oct", "Jan 2027", "Apr", "Jul", "Oct");
        assertThat(names(chart(500, months(240))).size()).isBetween(2, 7);
    }

    @Test
    void aMonthInWhichNobodyLookedHasADashedLineAndNoBar() {
        FlowChart chart = chart(600, List.of(month(0, 8, 4, 2, true), month(1, 0, 0, 0, false)));
        assertThat(chart.shapes().stream()
                        .filter(Polyline.class::isInstance)
                        .filter(shape -> ((Polyline) shape).dashed()))
                .hasSize(1);
    }

    @Test
    void allZeroesStillHaveAScaleAndNothingIsDrawnWithoutRoom() {
        FlowChart zeroes = chart(600, List.of(month(0, 0, 0, 0, true)));
        assertThat(zeroes.bars()).hasSize(3).allMatch(bar -> bar.top() == bar.bottom());
        assertThat(chart(20, months(3)).shapes()).isEmpty();
        assertThat(chart(600, List.of()).bars()).isEmpty();
    }

    @Test
    void manyMonthsStayWithinThePlot() {
        FlowChart chart = chart(400, months(1200));
        assertThat(chart.bars()).hasSize(3600).allMatch(bar -> bar.left() >= 0 && bar.right() <= 400);
    }

    @Test
    void whatIsPointedAtIsTheBarThereOrNextToIt() {
        FlowChart chart = chart(600, List.of(month(0, 8, 4, 0, true), month(1, 1, 1, 1, true)));
        Bar none = chart.bars().get(2);
        assertThat(chart.at((none.left() + none.right()) / 2, 30))
                .as("a bar of no height is found above its place")
                .isEqualTo(none);
        assertThat(chart.at(none.left(), -5)).isNull();
        assertThat(chart.at(599, 30)).as("far from any").isNull();
    }
}
