package dev.gradeline.ui.trends;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** Every state of the trends gets drawn without a fault; the pictures are for people. */
class TrendsPicturesTest {
    @Test
    void ordinary() throws Exception {
        PagePictures.all("trends", () -> page(TestPages.northwind(), false));
        PagePictures.tall("trends-tall-150", 150, () -> page(TestPages.northwind(), false));
    }

    @Test
    void oneInFront() throws Exception {
        PagePictures.light("trends-front", () -> page(TestPages.northwind(), true));
    }

    @Test
    void few() throws Exception {
        PagePictures.light("trends-one-point", () -> page(TestPages.firstVisit(Postures.onePoint()), false));
        PagePictures.light("trends-empty", () -> page(TestPages.firstVisit(Postures.empty()), false));
    }

    @Test
    void many() throws Exception {
        PagePictures.light("trends-twenty", () -> page(TestPages.firstVisit(ManyFrameworks.of(20)), false));
    }

    @Test
    void tenYearsOfTwenty() throws Exception {
        PagePictures.light("trends-ten-years", () -> {
            TestPages pages = new TestPages(TestPages.firstVisit(TrendsBenchmark.posture()));
            TrendsViewModel model = new TrendsViewModel(pages.context());
            model.choose(TrendRange.ALL);
            return Fxml.load(new TrendsController(model), pages.words);
        });
    }

    @Test
    void twoOnADayAndLinesThatMeet() throws Exception {
        PagePictures.all("trends-marked", () -> {
            TestPages pages = new TestPages(TestPages.firstVisit(ManyFrameworks.with(Postures.northwind(), meeting())));
            pages.notebook.keep(new DayNote("a", LocalDate.of(2026, 6, 15), "MFA roll-out"));
            pages.notebook.keep(
                    new DayNote("b", LocalDate.of(2026, 6, 29), "New CISO, and a note that is rather long"));
            pages.notebook.keep(new DayNote("c", LocalDate.of(2026, 11, 20), "Audit"));
            pages.notebook.setTarget(new Framework("one"), new BigDecimal("80"));
            pages.notebook.setTarget(new Framework("two"), new BigDecimal("80"));
            return Fxml.load(new TrendsController(new TrendsViewModel(pages.context())), pages.words);
        });
    }

    /** Four that end at one score; the first has two assessments on one day, one of them restated. */
    private static List<Standing> meeting() {
        List<Standing> standings = new ArrayList<>();
        for (String name : List.of("one", "two", "three", "four")) {
            Framework framework = new Framework(name);
            List<Assessment> assessments = new ArrayList<>();
            int start = 50 + 5 * standings.size();
            assessments.add(at(framework, start, "2026-01-20T09:00:00Z", false));
            if (standings.isEmpty()) {
                assessments.add(at(framework, 62, "2026-05-04T09:00:00Z", false));
                assessments.add(at(framework, 68, "2026-05-04T15:00:00Z", true));
            }
            assessments.add(at(framework, 74, "2026-09-0" + (1 + standings.size()) + "T09:00:00Z", false));
            standings.add(new Standing(framework, assessments, standings.size() != 3));
        }
        return standings;
    }

    private static Assessment at(Framework framework, int score, String moment, boolean restated) {
        Instant at = Instant.parse(moment);
        return new Assessment(framework, BigDecimal.valueOf(score), new Grade("C"), at, at, restated);
    }

    private static Parent page(Situation situation, boolean front) {
        TestPages pages = new TestPages(situation);
        TrendsController controller = new TrendsController(new TrendsViewModel(pages.context()));
        Parent page = Fxml.load(controller, pages.words);
        if (front) {
            controller.show(Postures.HIPAA);
        }
        return page;
    }
}
