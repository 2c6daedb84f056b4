package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view that is shown first and needs to know of the last report, before history is read. */
class FirstViewTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private PageSurroundings around;

    @BeforeEach
    void completedSinceTheLastReportIsShownFirst() throws Exception {
        around = PageSurroundings.of(Situation.empty(Postures.NOW), folder);
        around.settings.update(all -> all.withViews("northwind", "default=#COMPLETED"));
    }

    /** What was completed since the last report. */
    private static List<String> expected() {
        Posture posture = Postures.northwind();
        Situation situation = TestPages.northwind();
        return posture.recommendations().stream()
                .filter(r -> r.status() != null
                        && r.status().id().equals("completed")
                        && r.lastChanged().isAfter(Objects.requireNonNull(situation.lastReport())))
                .map(Recommendation::id)
                .toList();
    }

    @Test
    void itWaitsUntilThereIsAReportToTellFrom() {
        ShownPage page = ShownPage.of(() -> {
            RecommendationsViewModel model = new RecommendationsViewModel(around.context);
            return Fxml.load(new RecommendationsController(model, around.context), around.context.words());
        });
        try (page) {
            assertThat(page.text("views")).isEqualTo("Views");
            page.when(() -> around.pages.situation.set(TestPages.northwind()));
            assertThat(page.text("views")).isEqualTo("View: Completed since last report");
            assertThat(page.text("count")).isEqualTo(expected().size() + " of 115");
            assertThat(Fx.get(() -> around.context.filter().get().seen().changedFrom()))
                    .isNotNull();
        }
    }

    @Test
    void itIsLetGoWhereThereIsNoReportOrWhereOneFiltersMeanwhile() {
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        assertThat(model.takeView()).isNull();
        assertThat(model.openView().get()).as("still waits").isNotNull();
        around.pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        assertThat(model.takeView()).isNull();
        assertThat(model.openView().get()).as("there is no report").isNull();

        around.pages.situation.set(Situation.empty(Postures.NOW));
        RecommendationsViewModel other = new RecommendationsViewModel(around.context);
        other.choices().search().set("mfa");
        around.pages.situation.set(TestPages.northwind());
        assertThat(other.takeView()).as("the newest wish counts").isNull();
    }

    @Test
    void aFilterThatOnlyFollowsTheDayShownIsNoNewerWish() {
        around.pages.situation.set(TestPages.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.choices().toggleTime(false, "CHANGED_30");
        model.showView("#OPEN_P1");
        around.pages.situation.set(TestPages.firstVisit(Postures.northwindEarlier()));
        assertThat(model.takeView()).isNotNull();
    }
}
