package dev.gradeline.ui.overview;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
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

    private static Parent page(Situation situation) {
        TestPages pages = new TestPages(situation);
        return Fxml.load(new OverviewController(new OverviewViewModel(pages.context())), pages.words);
    }
}
