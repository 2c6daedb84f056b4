package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.words.PostureWords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailViewModelTest {
    private static final Instant FIRST = Instant.parse("2026-10-14T10:30:00Z");

    @TempDir
    private Path folder;

    private final ManualTasks tasks = new ManualTasks();

    private PageSurroundings around(Map<String, List<Recommendation>> versions) {
        return new PageSurroundings(TestPages.firstVisit(Postures.northwind()), tasks, folder, versions);
    }

    private static Recommendation version(
            @Nullable String title,
            @Nullable Integer priority,
            @Nullable Status status,
            @Nullable Framework framework,
            @Nullable String category,
            String changed) {
        return new Recommendation(
                "x", title, priority, status, framework, category, 1, FIRST, Instant.parse(changed + "T10:30:00Z"));
    }

    private static RecommendationRow row(PageSurroundings around, Recommendation r) {
        return new RecommendationRow.Maker(new PostureWords(around.context.words()), Postures.NOW).make(0, r);
    }

    private static List<String> texts(DetailViewModel model) {
        return model.life().stream().map(LifeStory.Line::text).toList();
    }

    @Test
    void tellsWhatHappenedOldestFirst() {
        Recommendation last = version("New title", 1, new Status("parked"), Postures.HIPAA, "Other", "2026-11-06");
        List<Recommendation> versions = List.of(
                version("Old title", 2, Status.OPEN, Postures.AI, "Data", "2026-10-14"),
                version("Old title", 2, Status.IN_PROGRESS, Postures.AI, "Data", "2026-10-29"),
                version("Old title", 1, Status.IN_PROGRESS, Postures.AI, "Data", "2026-11-02"),
                version("New title", 1, new Status("parked"), Postures.AI, "Data", "2026-11-04"),
                last);
        PageSurroundings around = around(Map.of("x", versions));
        DetailViewModel model = new DetailViewModel(around.context);
        model.show(row(around, last));
        assertThat(model.life()).isEmpty();
        tasks.endAll();
        assertThat(texts(model))
                .containsExactly(
                        "14 Oct · first seen, open",
                        "29 Oct · open → in progress",
                        "2 Nov · priority P2 → P1",
                        "4 Nov · in progress → parked",
                        "4 Nov · title changed, was “Old title”",
                        "6 Nov · category changed, was Data",
                        "6 Nov · framework changed, was AI Security");
        assertThat(model.life().getFirst().moment()).contains("2026-10-14T10:30:00Z");
    }

    @Test
    void aNewIdIsToldAndKeepsTheLifeShownMeanwhile() {
        Recommendation first = version("T", 2, Status.OPEN, Postures.AI, "Data", "2026-10-14");
        Recommendation now = new Recommendation(
                "y",
                "x",
                "T",
                2,
                Status.COMPLETED,
                Postures.AI,
                "Data",
                1,
                FIRST,
                Instant.parse("2026-11-02T10:30:00Z"));
        PageSurroundings around = around(Map.of("x", List.of(first), "y", List.of(first, now)));
        DetailViewModel model = new DetailViewModel(around.context);
        model.show(row(around, first));
        tasks.endAll();
        model.show(row(around, now));
        assertThat(texts(model)).as("while it is being read").containsExactly("14 Oct · first seen, open");
        tasks.endAll();
        assertThat(texts(model))
                .containsExactly(
                        "14 Oct · first seen, open", "2 Nov · came under a new id", "2 Nov · open → completed");
    }

    @Test
    void whatTheServerLeftOutIsCalledUnknown() {
        Recommendation last = version(null, null, null, null, null, "2026-10-29");
        PageSurroundings around =
                around(Map.of("x", List.of(version("T", 2, Status.OPEN, Postures.AI, "Data", "2026-10-14"), last)));
        DetailViewModel model = new DetailViewModel(around.context);
        model.show(row(around, last));
        tasks.endAll();
        assertThat(texts(model)).contains("29 Oct · open → unknown", "29 Oct · priority P2 → –");
    }

    @Test
    void oneLifeNeverStandsUnderAnotherTitle() {
        List<Recommendation> all = Postures.northwind().recommendations();
        Recommendation one = all.get(0);
        Recommendation two = all.get(1);
        PageSurroundings around = around(Map.of(one.id(), List.of(one), two.id(), List.of(two)));
        DetailViewModel model = new DetailViewModel(around.context);
        model.show(row(around, one));
        model.show(row(around, two));
        // each is preceded by a look whether notes can be kept
        tasks.end(3);
        List<String> lifeOfTwo = texts(model);
        tasks.end(1);
        assertThat(texts(model))
                .as("the first one's came late")
                .isEqualTo(lifeOfTwo)
                .isNotEmpty();
        model.show(row(around, one));
        assertThat(model.life()).as("while it is being read").isEmpty();
        model.show(null);
        tasks.endAll();
        assertThat(model.life()).as("closed meanwhile").isEmpty();
        assertThat(model.shown().get()).isNull();
    }

    @Test
    void aRefreshKeepsTheLifeUntilTheNewOneIsRead() {
        Recommendation one = Postures.northwind().recommendations().getFirst();
        PageSurroundings around = around(Map.of(one.id(), List.of(one)));
        DetailViewModel model = new DetailViewModel(around.context);
        model.show(row(around, one));
        tasks.endAll();
        model.show(row(around, one));
        assertThat(model.life()).isNotEmpty();
    }

    @Test
    void othersOfTheCategoryThatAreStillOpen() {
        PageSurroundings around = around(Map.of());
        List<Recommendation> all = Postures.northwind().recommendations();
        Recommendation chosen = all.stream()
                .filter(r -> r.id().equals("d290f1ee-6c54-4b01-90e6-d701748f0851"))
                .findFirst()
                .orElseThrow();
        DetailViewModel model = new DetailViewModel(around.context);
        model.show(row(around, chosen));
        assertThat(model.neighbours()).as("sought on a worker").isEmpty();
        tasks.endAll();
        List<String> expected = all.stream()
                .filter(r -> "Data Protection in AI".equals(r.category()) && r.stillOpen())
                .map(Recommendation::id)
                .filter(id -> !id.equals(chosen.id()))
                .limit(5)
                .toList();
        assertThat(model.neighbours())
                .extracting(DetailViewModel.Neighbour::id)
                .containsExactlyElementsOf(expected)
                .isNotEmpty();
        Recommendation beside = all.stream()
                .filter(r -> r.id().equals(expected.getFirst()))
                .findFirst()
                .orElseThrow();
        model.show(row(around, beside));
        assertThat(model.neighbours()).as("of the same category, meanwhile").isNotEmpty();
        tasks.endAll();
        assertThat(model.neighbours()).extracting(DetailViewModel.Neighbour::id).doesNotContain(beside.id());
        model.show(row(
                around,
                all.stream()
                        .filter(r -> !Objects.equals(r.category(), chosen.category()))
                        .findFirst()
                        .orElseThrow()));
        assertThat(model.neighbours()).as("of another one").isEmpty();
    }
}
