package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A title as long as a page leaves room for the rest of the details. */
class LongTitleTest {
    @TempDir
    private Path folder;

    @Test
    void aLongTitleTakesAFewLinesUntilAllOfItIsAskedFor() {
        Posture full = Postures.northwind();
        List<Recommendation> rows = new ArrayList<>(full.recommendations());
        Recommendation first = rows.getFirst();
        String title = "Very long title ".repeat(600).strip();
        rows.set(
                0,
                new Recommendation(
                        first.id(),
                        title,
                        first.priority(),
                        first.status(),
                        first.framework(),
                        "Category ".repeat(600),
                        first.rank(),
                        first.firstSeen(),
                        first.lastChanged()));
        PageSurroundings around =
                PageSurroundings.of(TestPages.firstVisit(RecommendationsViewModelTest.with(full, rows)), folder);
        RecommendationsViewModel model = Fx.get(() -> new RecommendationsViewModel(around.context));
        ShownPage page = ShownPage.of(
                () -> Fxml.load(new RecommendationsController(model, around.context), around.context.words()),
                1240,
                714,
                100);
        try (page) {
            page.when(model::enter);
            page.picture("recommendations-long-title");
            Region note = page.node("#note", Region.class);
            double above = Fx.get(() -> page.node("#scroll", Region.class)
                    .sceneToLocal(note.localToScene(0, 0))
                    .getY());
            assertThat(above).as("the note is in sight").isBetween(100.0, 500.0);
            page.click(page.node("#titleMore", Button.class));
            assertThat(page.text("title")).isEqualTo(title);
            page.when(() -> model.selection().at(model.lines().get(1)));
            assertThat(page.isShown("titleMore")).as("a short one").isFalse();
            page.when(() -> model.selection().at(model.lines().getFirst()));
            assertThat(page.text("title")).as("folded again").hasSizeLessThan(300);
        }
    }
}
