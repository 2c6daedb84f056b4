package dev.gradeline.ui.flow;

import dev.gradeline.posture.Flow;
import dev.gradeline.ui.kit.PartNotice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the table.
 *
 * @param months those shown, oldest first; empty while there is nothing to show
 * @param table the same, newest first
 * @param medians how long recommendations were open, all together first
 * @param figure which figure the table explains
 * @param heading the same in words, with how many there are
 * @param meaning what is to be known of that figure; empty when nothing is
 * @param chosen that figure's bar in words; empty when it is no bar
 * @param summary the months in a sentence
 * @param notes what the figures do not know
 * @param notice why recommendations are not fresh; null when they are
 * @param empty what to say where there is nothing; empty when there is something
 */
record FlowView(
        List<Flow.Month> months,
        List<MonthRow> table,
        List<MedianRow> medians,
        Figure figure,
        String heading,
        String meaning,
        String chosen,
        String summary,
        List<String> notes,
        @Nullable PartNotice notice,
        String empty) {
    /** Before anything was read. */
    static FlowView nothing(String why) {
        return new FlowView(List.of(), List.of(), List.of(), new Figure.Oldest(), "", "", "", "", List.of(), null, why);
    }

    /** The same beside another notice: what is shown stays. */
    FlowView withNotice(PartNotice other) {
        return new FlowView(months, table, medians, figure, heading, meaning, chosen, summary, notes, other, empty);
    }

    /**
     * A month in numbers.
     *
     * @param note what is to be known of it; empty when nothing is
     */
    record MonthRow(Flow.Month month, String name, Map<Figure.Count, String> counts, String note) {}

    /** How long the recommendations of a group were open, those closed and those still open, each with how many they are. */
    record MedianRow(
            String name,
            Figure.DaysOpen closedFigure,
            String closed,
            String closedCount,
            Figure.DaysOpen openFigure,
            String open,
            String openCount) {}
}
