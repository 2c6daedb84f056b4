package dev.gradeline.ui.flow;

import dev.gradeline.posture.Lifetime;
import dev.gradeline.posture.Lifetimes;
import dev.gradeline.posture.Unread;
import dev.gradeline.ui.flow.FlowPages.Around;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.TaskRunner;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the flow page in its states; they show that each can be drawn, and people look at them. */
class FlowPicturesTest {
    @TempDir
    private Path folder;

    @Test
    void aYear() throws Exception {
        PagePictures.all(
                "flow",
                () -> page(
                        asOf -> FlowPages.busy(asOf, 400),
                        model ->
                                model.figure().set(new Figure.InMonth(YearMonth.of(2026, 9), Figure.Count.COMPLETED))));
    }

    @Test
    void asManyNotesAsThereCanBeStandInTheirCard() throws Exception {
        Unread second = new Unread(Instant.parse("2026-06-02T09:00:00Z"), Instant.parse("2026-06-24T09:00:00Z"));
        Lifetime bornDone = FlowPages.life("born done", 2, "cis-v8", "completed 2026-10-20");
        PagePictures.all(
                "flow-notes",
                () -> page(
                        asOf -> {
                            Lifetimes busy = FlowPages.busy(asOf, 400);
                            List<Lifetime> lives = new ArrayList<>(busy.lives());
                            lives.add(bornDone);
                            return FlowPages.seen(asOf, List.of(busy.unread().getFirst(), second), lives);
                        },
                        model -> {}));
    }

    @Test
    void nothingReadYet() throws Exception {
        PagePictures.light("flow-none", () -> page(Lifetimes::none, model -> {}));
    }

    private Parent page(Function<Instant, Lifetimes> lives, Consumer<FlowViewModel> prepare) {
        Around around = new Around(folder, TaskRunner.direct(), lives);
        FlowViewModel model = new FlowViewModel(around.context);
        prepare.accept(model);
        return Fxml.load(new FlowController(model), around.context.words());
    }
}
