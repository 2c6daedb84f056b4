package dev.gradeline.ui.overview;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** Every state of the overview gets drawn without a fault; the pictures are for people. */
class OverviewPicturesTest {
    @Test
    void ordinary() throws Exception {
        PagePictures.all("overview", () -> page(TestPages.northwind()));
        PagePictures.tall("overview-tall", 100, () -> page(TestPages.northwind()));
        PagePictures.tall("overview-tall-150", 150, () -> page(TestPages.northwind()));
    }

    @Test
    void firstVisitWithOnePoint() throws Exception {
        PagePictures.light("overview-one-point", () -> page(TestPages.firstVisit(Postures.onePoint())));
    }

    @Test
    void nothingYet() throws Exception {
        PagePictures.light("overview-empty", () -> page(TestPages.firstVisit(Postures.empty())));
    }

    @Test
    void refused() throws Exception {
        Freshness refused = new Freshness(Part.DISCOVERY, null, Postures.LAST_SYNC, Outcome.REFUSED, "403");
        Posture onlyScores = Postures.onePoint();
        Posture posture = new Posture(
                Postures.NOW,
                Postures.LAST_SYNC,
                null,
                Map.of(
                        Part.SCORES,
                        onlyScores.freshness(Part.SCORES),
                        Part.DISCOVERY,
                        refused,
                        Part.RECOMMENDATIONS,
                        new Freshness(Part.RECOMMENDATIONS, null, Postures.LAST_SYNC, Outcome.REFUSED, "403")),
                Postures.northwind().standings(),
                List.of(),
                List.of(),
                false,
                List.of());
        PagePictures.light("overview-scores-only", () -> page(TestPages.firstVisit(posture)));
        Freshness offline = new Freshness(
                Part.SCORES, Postures.LAST_VISIT, Postures.LAST_SYNC, Outcome.UNREACHABLE, "no route to host");
        PagePictures.light(
                "overview-offline",
                () -> page(TestPages.since(Postures.northwindWith(offline), Postures.LAST_VISIT, List.of())));
    }

    @Test
    void twentyFrameworks() throws Exception {
        PagePictures.all("overview-twenty", () -> page(TestPages.firstVisit(ManyFrameworks.of(20))));
        PagePictures.all("overview-six", () -> page(TestPages.firstVisit(ManyFrameworks.of(6))));
    }

    @Test
    void sevenFirstAssessments() throws Exception {
        PagePictures.all("overview-first", () -> page(TestPages.firstVisit(ManyFrameworks.onlyFirst())));
    }

    @Test
    void firstVisitWithAHistory() throws Exception {
        PagePictures.light("overview-first-visit", () -> page(TestPages.firstVisit(Postures.northwind())));
    }

    @Test
    void withoutRecommendationsOrWithAllOfThemDone() throws Exception {
        PagePictures.light("overview-no-recommendations", () -> page(with(List.of())));
        List<Recommendation> done = Postures.northwind().recommendations().stream()
                .map(r -> new Recommendation(
                        r.id(),
                        r.title(),
                        r.priority(),
                        Status.COMPLETED,
                        r.framework(),
                        r.category(),
                        r.rank(),
                        r.firstSeen(),
                        r.lastChanged()))
                .toList();
        PagePictures.light("overview-all-completed", () -> page(with(done)));
    }

    @Test
    void restated() throws Exception {
        Posture full = Postures.northwind();
        List<Standing> standings = full.standings().stream()
                .map(s -> new Standing(
                        s.framework(),
                        s.assessments().stream()
                                .map(a -> new Assessment(
                                        a.framework(),
                                        a.overallScore(),
                                        a.grade(),
                                        a.completedAt(),
                                        a.firstSeen(),
                                        a.equals(s.current())))
                                .toList(),
                        !s.framework().equals(Postures.CIS)))
                .toList();
        PagePictures.light("overview-restated", () -> page(TestPages.firstVisit(ManyFrameworks.with(full, standings))));
    }

    private static Situation with(List<Recommendation> rows) {
        Posture full = Postures.northwind();
        return TestPages.since(
                new Posture(
                        full.asOf(),
                        full.lastSync(),
                        full.organizationId(),
                        full.freshness(),
                        full.standings(),
                        rows,
                        full.scans(),
                        true,
                        rows.isEmpty() ? List.of() : full.openCounts()),
                Postures.LAST_VISIT,
                List.of());
    }

    private static Parent page(Situation situation) {
        TestPages pages = new TestPages(situation);
        return Fxml.load(new OverviewController(new OverviewViewModel(pages.context())), pages.words);
    }
}
