package dev.gradeline.ui.trends;

import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
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
