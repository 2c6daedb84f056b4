package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.Arriving;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the recommendation page in its states; they show that each can be drawn, and people look at them. */
class RecommendationsPicturesTest {
    private static final String CHOSEN = "d290f1ee-6c54-4b01-90e6-d701748f0851";

    @TempDir
    private Path folder;

    @Test
    void openOnesWithOneInDetail() throws Exception {
        PagePictures.all(
                "recommendations",
                () -> page(Postures.northwind(), model -> {
                    model.choices().toggleStatus("open");
                    model.choices().toggleStatus("in_progress");
                    model.select(CHOSEN);
                }));
    }

    @Test
    void allWithoutDetail() throws Exception {
        PagePictures.all("recommendations-plain", () -> page(Postures.northwind(), model -> {}));
    }

    @Test
    void groupedByFramework() throws Exception {
        PagePictures.all(
                "recommendations-groups",
                () -> page(Postures.northwind(), model -> {
                    model.grouping().set(Grouping.FRAMEWORK);
                    model.toggle((GroupLine) model.lines().getFirst());
                }));
    }

    @Test
    void whatIsSoughtIsMarked() throws Exception {
        PagePictures.all(
                "recommendations-marked",
                () -> page(
                        Postures.northwind(), model -> model.choices().search().set("data ai -upload")));
    }

    @Test
    void nothingYet() throws Exception {
        PagePictures.light("recommendations-none", () -> page(Postures.empty(), model -> {}));
    }

    @Test
    void firstReading() throws Exception {
        Arriving arriving =
                new Arriving(true, Postures.northwind().recommendations().subList(0, 100));
        PagePictures.all("recommendations-arriving", () -> page(Postures.empty(), arriving, model -> {}));
    }

    @Test
    void refused() throws Exception {
        Posture refused = Postures.northwindWith(new Freshness(
                Part.RECOMMENDATIONS,
                Postures.NOW.minus(Duration.ofDays(9)),
                Postures.LAST_SYNC,
                Outcome.REFUSED,
                "403"));
        PagePictures.light("recommendations-refused", () -> page(refused, model -> {}));
    }

    @Test
    void emptyAfterFiltering() throws Exception {
        PagePictures.light(
                "recommendations-filtered",
                () -> page(
                        Postures.northwind(), model -> model.choices().search().set("no such words")));
    }

    @Test
    void longAndRightToLeft() throws Exception {
        Posture full = Postures.northwind();
        List<Recommendation> rows = new ArrayList<>();
        rows.add(row("long", "Very long title ".repeat(700)));
        rows.add(row("hebrew", "הפעלת אימות רב-שלבי לכל המנהלים במערכת"));
        rows.add(row("arabic", "تشفير النسخ الاحتياطية"));
        rows.add(row("none", null));
        rows.add(row("again", "The same title twice"));
        rows.add(row("again-2", "The same title twice"));
        rows.addAll(full.recommendations());
        Posture odd = new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                rows,
                full.scans(),
                true,
                full.openCounts());
        PagePictures.light(
                "recommendations-odd",
                () -> page(odd, model -> {
                    model.select("long");
                    model.choices().search().set("e");
                    model.choices().search().set("");
                }));
        PagePictures.light(
                "recommendations-odd-marked",
                () -> page(odd, model -> model.choices().search().set("רב")));
    }

    private static Recommendation row(String id, @Nullable String title) {
        return new Recommendation(
                id, title, title == null ? null : 1, null, null, null, 1, Postures.LAST_VISIT, Postures.LAST_VISIT);
    }

    private Parent page(Posture posture, Consumer<RecommendationsViewModel> prepare) {
        return page(posture, Arriving.NOTHING, prepare);
    }

    private Parent page(Posture posture, Arriving arriving, Consumer<RecommendationsViewModel> prepare) {
        Recommendation now = new Recommendation(
                CHOSEN, "t", 1, Status.IN_PROGRESS, Postures.AI, "c", 1, at("2026-10-14"), at("2026-11-02"));
        Recommendation first = new Recommendation(
                CHOSEN, "t", 2, Status.OPEN, Postures.AI, "c", 1, at("2026-10-14"), at("2026-10-14"));
        Recommendation second = new Recommendation(
                CHOSEN, "t", 2, Status.IN_PROGRESS, Postures.AI, "c", 1, at("2026-10-14"), at("2026-10-29"));
        PageSurroundings around = new PageSurroundings(
                TestPages.firstVisit(posture),
                TaskRunner.direct(),
                folder,
                Map.of(CHOSEN, List.of(first, second, now)));
        around.pages.arriving.set(arriving);
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        prepare.accept(model);
        return Fxml.load(new RecommendationsController(model, around.context), around.context.words());
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T10:30:00Z");
    }
}
