package dev.gradeline.ui.changes;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** Every state of the changes gets drawn without a fault; the pictures are for people. */
class ChangesPicturesTest {
    @Test
    void ordinary() throws Exception {
        PagePictures.all("changes", () -> page(TestPages.northwind(), model -> {}));
    }

    @Test
    void filteredOut() throws Exception {
        PagePictures.light(
                "changes-filtered",
                () -> page(TestPages.northwind(), model -> model.search().set("no such words")));
    }

    @Test
    void firstVisitAndNothing() throws Exception {
        PagePictures.light("changes-first-visit", () -> page(TestPages.firstVisit(Postures.northwind()), model -> {}));
        PagePictures.light(
                "changes-nothing",
                () -> page(TestPages.since(Postures.northwind(), Postures.LAST_VISIT, List.of()), model -> {}));
    }

    @Test
    void oneAndFiveThousand() throws Exception {
        List<Change> all = TestPages.northwindChanges();
        PagePictures.light(
                "changes-one",
                () -> page(TestPages.since(Postures.northwind(), Postures.LAST_VISIT, all.subList(0, 1)), model -> {}));
        List<Change> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            Change.OfRecommendation like = all.stream()
                    .filter(Change.OfRecommendation.class::isInstance)
                    .map(Change.OfRecommendation.class::cast)
                    .findFirst()
                    .orElseThrow();
            many.add(new Change.OfRecommendation(
                    Postures.NOW.minusSeconds(i * 997L),
                    i % 3 == 0 ? Change.Kind.RECOMMENDATION_OPENED : Change.Kind.RECOMMENDATION_COMPLETED,
                    like.recommendation(),
                    "open",
                    "completed"));
        }
        many.addAll(all);
        PagePictures.all(
                "changes-many",
                () -> page(TestPages.since(Postures.northwind(), Postures.LAST_VISIT, many), model -> {}));
    }

    private static Parent page(Situation situation, Consumer<ChangesViewModel> before) {
        TestPages pages = new TestPages(situation);
        ChangesViewModel model = new ChangesViewModel(pages.context());
        before.accept(model);
        return Fxml.load(new ChangesController(model), pages.words);
    }
}
