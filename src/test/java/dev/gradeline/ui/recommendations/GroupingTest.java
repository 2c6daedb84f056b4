package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Postures;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.words.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows in their groups, and where rows and heads stand. */
class GroupingTest {
    @ParameterizedTest
    @EnumSource(Grouping.class)
    void everyLineIsFoundInItsPlaceAndClosedRowsStandNowhere(Grouping grouping) {
        RecommendationRows all = new RecommendationRows(
                Postures.northwind().recommendations(), TestPages.northwind(), new Words(Locale.UK, ZoneOffset.UTC));
        RecommendationRows.Shown open =
                all.shown(new RecommendationRows.Wish(RecommendationFilter.ALL, Order.AYLIEA, grouping, Set.of()));
        assertThat(open.lines().stream().filter(RecommendationRow.class::isInstance))
                .as("in their groups")
                .containsExactlyElementsOf(open.rows());
        Set<String> first = open.lines().getFirst() instanceof GroupLine head ? Set.of(head.key()) : Set.of();
        RecommendationRows.Shown closed =
                all.shown(new RecommendationRows.Wish(RecommendationFilter.ALL, Order.AYLIEA, grouping, first));
        assertThat(closed.rows()).as("those of closed groups, too").isEqualTo(open.rows());
        for (int i = 0; i < closed.lines().size(); i++) {
            switch (closed.lines().get(i)) {
                case GroupLine head ->
                    assertThat(closed.places().lineOfGroup(head.key())).isEqualTo(i);
                case RecommendationRow row ->
                    assertThat(closed.places().line(row)).isEqualTo(i);
            }
        }
        assertThat(closed.places().lineOfGroup("no such group")).isEqualTo(-1);
        assertThat(closed.rows().stream().filter(row -> closed.places().line(row) < 0))
                .hasSize(open.lines().size() - closed.lines().size())
                .allMatch(closed.places()::has);
    }
}
