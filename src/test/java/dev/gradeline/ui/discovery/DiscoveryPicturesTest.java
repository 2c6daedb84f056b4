package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Scan;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the discovery page in its states; they show that each can be drawn, and people look at them. */
class DiscoveryPicturesTest {
    @TempDir
    private Path folder;

    @Test
    void comparedWithTheScanBefore() throws Exception {
        PagePictures.all("discovery", () -> page(Postures.northwind(), model -> {}));
    }

    @Test
    void theTimelineAndGroups() throws Exception {
        PagePictures.all("discovery-timeline", () -> {
            Parent page = page(Postures.northwind(), model -> model.groups().set(PlatformGroups.TYPE));
            ((ToggleButton) ((ScrollPane) page).getContent().lookup("#showTimeline")).setSelected(true);
            return page;
        });
    }

    @Test
    void awkwardTexts() throws Exception {
        Scan full = Objects.requireNonNull(Postures.northwind().scan());
        List<Platform> platforms = List.of(
                awkward("\u05e9\u05d5\u05dc\u05d7\u05df \u05e2\u05d1\u05d5\u05d3\u05d4 AI", "https://ai.example/"),
                awkward("Word ".repeat(2000), "javascript:alert(1)"),
                awkward("Twice", "https://" + "long.".repeat(40) + "example/"),
                awkward("Twice", null));
        Scan scan = new Scan(
                full.id(),
                full.organizationId(),
                full.status(),
                "a-very-long-domain-name.of-an-organisation.example",
                full.startedAt(),
                full.completedAt(),
                4,
                1,
                null,
                platforms,
                full.firstSeen());
        PagePictures.light(
                "discovery-awkward", () -> page(Scans.with(Postures.northwind(), List.of(scan)), model -> {}));
    }

    private static Platform awkward(String name, @Nullable String url) {
        return new Platform(null, name, "llm_chat", name, null, url, null, null, Postures.NOW);
    }

    @Test
    void noScanYet() throws Exception {
        PagePictures.light("discovery-none", () -> page(Postures.onePoint(), model -> {}));
    }

    @Test
    void refused() throws Exception {
        Posture refused =
                Postures.northwindWith(new Freshness(Part.DISCOVERY, null, Postures.LAST_SYNC, Outcome.REFUSED, "403"));
        PagePictures.light("discovery-refused", () -> page(refused, model -> {}));
    }

    @Test
    void oneScanOnly() throws Exception {
        PagePictures.light("discovery-one", () -> page(Scans.only(Postures.northwind(), 1), model -> {}));
    }

    @Test
    void emptyAfterFiltering() throws Exception {
        PagePictures.light(
                "discovery-filtered",
                () -> page(Postures.northwind(), model -> model.search().set("no such words")));
    }

    private Parent page(Posture posture, Consumer<DiscoveryViewModel> prepare) {
        PageSurroundings around = PageSurroundings.of(TestPages.firstVisit(posture), folder);
        DiscoveryViewModel model = new DiscoveryViewModel(around.context);
        prepare.accept(model);
        return Fxml.load(new DiscoveryController(model, around.context), around.context.words());
    }
}
