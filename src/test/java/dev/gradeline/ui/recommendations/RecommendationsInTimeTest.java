package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.SeenWithin;
import dev.gradeline.ui.kit.Arriving;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recommendations while the day that is shown changes, and one of them is asked for by its identity. */
class RecommendationsInTimeTest {
    private static final Instant MARCH = Instant.parse("2026-03-12T12:00:00Z");

    @TempDir
    private Path folder;

    private PageSurroundings around(Posture posture) {
        return PageSurroundings.of(TestPages.firstVisit(posture), folder);
    }

    private static Situation of(Instant day, List<Recommendation> rows) {
        Posture full = Postures.northwind();
        return TestPages.firstVisit(new Posture(
                day,
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                rows,
                full.scans(),
                true,
                full.openCounts()));
    }

    @Test
    void timesThatAreOfferedAreToldFromTheDayShown() {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.choices().toggleTime(false, "CHANGED_30");
        model.choices().toggleTime(true, "AGE_OVER_90");
        around.pages.situation.set(of(MARCH, Postures.northwind().recommendations()));
        SeenWithin seen = around.context.filter().get().seen();
        assertThat(seen.changedFrom()).isEqualTo("2026-02-10T00:00:00Z");
        assertThat(seen.firstBefore()).isEqualTo("2025-12-12T00:00:00Z");
        assertThat(model.facets().get().changes())
                .filteredOn(choice -> choice.chosen())
                .singleElement()
                .extracting(choice -> choice.name())
                .isEqualTo("in the last 30 days");
        around.pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        assertThat(around.context.filter().get().seen().changedFrom()).isEqualTo("2026-10-24T00:00:00Z");
    }

    @Test
    void aFilterOfALaterDayIsToldInTheEmptyTable() {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        Instant later = Instant.parse("2026-10-03T10:00:00Z");
        around.context.filter().set(RecommendationFilter.ALL.withSeen(SeenWithin.ANY.withChanged(later)));
        List<Recommendation> then = Postures.northwind().recommendations().stream()
                .map(r -> new Recommendation(
                        r.id(),
                        r.title(),
                        r.priority(),
                        r.status(),
                        r.framework(),
                        r.category(),
                        r.rank(),
                        MARCH.minusSeconds(9),
                        MARCH.minusSeconds(5)))
                .toList();
        around.pages.situation.set(of(MARCH, then));
        assertThat(model.rows()).isEmpty();
        assertThat(model.placeholder().get())
                .isEqualTo(
                        "You are looking at 12 March 2026, and the filter asks for changes since 3 October 2026, which is"
                                + " later. Clear it, or go back to now.");
        around.context.filter().set(RecommendationFilter.ALL.withSeen(SeenWithin.ANY.withFirst(later, null)));
        assertThat(model.placeholder().get()).contains("first seen since 3 October 2026");
        around.context.filter().set(RecommendationFilter.ALL.withSearch("no such thing"));
        assertThat(model.placeholder().get()).isEqualTo("No recommendation passes these filters.");
    }

    @Test
    void oneIsOpenedByItsLineageThoughItHasAnotherIdMeanwhileAndNotByItsTitle() {
        Posture full = Postures.northwind();
        List<Recommendation> rows = new ArrayList<>(full.recommendations());
        Recommendation was = rows.get(4);
        Recommendation twin = rows.get(2);
        rows.set(2, renamed(twin, twin.id(), twin.lineage(), was.title()));
        rows.set(4, renamed(was, "reissued", was.lineage(), was.title()));
        PageSurroundings around = around(RecommendationsViewModelTest.with(full, rows));
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.open(was.lineage());
        assertThat(Objects.requireNonNull(model.selected().get()).recommendation())
                .isEqualTo(rows.get(4));
        assertThat(model.selection().reveals().get()).isEqualTo(1);
    }

    @Test
    void oneThatIsNotListedIsSaidToBe() {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.select(Postures.northwind().recommendations().getFirst().id());
        model.open("gone");
        assertThat(model.selected().get()).isNull();
        assertThat(around.pages.asked).contains("say This recommendation is not among those listed on the day shown.");
    }

    @Test
    void oneThatIsOpenedDuringAFirstReadingIsSelectedOnceItHasArrived() {
        PageSurroundings around = around(Postures.empty());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        List<Recommendation> all = Postures.northwind().recommendations();
        around.pages.arriving.set(new Arriving(true, List.of()));
        model.open(all.get(40).id());
        around.pages.arriving.set(new Arriving(true, all.subList(0, 20)));
        assertThat(model.selected().get()).isNull();
        assertThat(around.pages.asked).as("it may still come").isEmpty();
        around.pages.arriving.set(new Arriving(true, all.subList(0, 60)));
        assertThat(Objects.requireNonNull(model.selected().get()).recommendation())
                .isEqualTo(all.get(40));
        assertThat(model.selection().reveals().get()).isEqualTo(1);
    }

    @Test
    void whoeverSelectsAnotherMeanwhileIsNotTakenAway() {
        PageSurroundings around = around(Postures.empty());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        List<Recommendation> all = Postures.northwind().recommendations();
        around.pages.arriving.set(new Arriving(true, all.subList(0, 20)));
        model.open(all.get(40).id());
        model.selection().at(model.lines().get(3));
        around.pages.arriving.set(new Arriving(true, all));
        assertThat(Objects.requireNonNull(model.selected().get()).recommendation())
                .isEqualTo(all.get(3));
    }

    private static Recommendation renamed(Recommendation r, String id, String lineage, @Nullable String title) {
        return new Recommendation(
                id,
                lineage,
                title,
                r.priority(),
                r.status(),
                r.framework(),
                r.category(),
                r.rank(),
                r.firstSeen(),
                r.lastChanged(),
                r.own());
    }
}
