package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Parent;
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
