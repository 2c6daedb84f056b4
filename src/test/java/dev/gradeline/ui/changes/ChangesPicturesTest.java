package dev.gradeline.ui.changes;

import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
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

    private static Parent page(Situation situation, Consumer<ChangesViewModel> before) {
        TestPages pages = new TestPages(situation);
        ChangesViewModel model = new ChangesViewModel(pages.context());
        before.accept(model);
        return Fxml.load(new ChangesController(model), pages.words);
    }
}
