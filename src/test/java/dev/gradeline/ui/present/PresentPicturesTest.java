package dev.gradeline.ui.present;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** Every kind of slide gets drawn without a fault; the pictures are for people. */
class PresentPicturesTest {
    @Test
    void everySlide() throws Exception {
        List<String> names = List.of(
                "grades", "framework", "framework-old", "framework-rose", "b", "a", "news", "urgent", "discovery");
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).length() > 1) {
                int slide = i;
                PagePictures.whole("present-" + names.get(i), () -> page(TestPages.northwind(), slide));
            }
        }
    }

    @Test
    void manyAndFew() throws Exception {
        PagePictures.whole("present-twenty", () -> page(TestPages.firstVisit(ManyFrameworks.of(20)), 0));
        PagePictures.whole("present-seven", () -> page(TestPages.firstVisit(ManyFrameworks.onlyFirst()), 0));
        PagePictures.whole("present-first", () -> page(TestPages.firstVisit(ManyFrameworks.onlyFirst()), 3));
        PagePictures.whole("present-one", () -> page(TestPages.firstVisit(Postures.onePoint()), 0));
        PagePictures.whole("present-none", () -> page(TestPages.firstVisit(Postures.empty()), 0));
        Freshness offline = new Freshness(
                Part.SCORES, Postures.LAST_VISIT, Postures.LAST_SYNC, Outcome.UNREACHABLE, "no route to host");
        PagePictures.whole(
                "present-offline",
                () -> page(TestPages.since(Postures.northwindWith(offline), Postures.LAST_VISIT, List.of()), 0));
    }

    @Test
    void keys() throws Exception {
        PagePictures.whole("present-keys", () -> {
            TestPages pages = new TestPages(TestPages.northwind());
            PresentViewModel model = new PresentViewModel(pages.context(), "Northwind Health");
            model.toggleKeys();
            return Fxml.load(new PresentController(model, () -> {}), pages.words);
        });
    }

    private static Parent page(Situation situation, int slide) {
        TestPages pages = new TestPages(situation);
        pages.remembered = TestPages.northwindChanges();
        PresentViewModel model = new PresentViewModel(pages.context(), "Northwind Health");
        for (int i = 0; i < slide; i++) {
            model.next();
        }
        return Fxml.load(new PresentController(model, () -> {}), pages.words);
    }
}
