package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.PaperNotebook;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.words.PostureWords;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A note of one's own, while history fails or takes its time. */
class OwnNoteViewModelTest {
    @TempDir
    private Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    /** Whether work waits until {@link #work} is called. */
    private boolean slow;

    @SuppressWarnings("NullAway.Init") // made with the model
    private PageSurroundings around;

    private PaperNotebook notebook() {
        return (PaperNotebook) around.pages.notebook;
    }

    private OwnNoteViewModel model() {
        around = new PageSurroundings(
                TestPages.firstVisit(Postures.northwind()),
                new TaskRunner() {
                    @Override
                    public <T extends @Nullable Object> void run(
                            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
                        Runnable now = () -> TaskRunner.direct().run(work, done, failed);
                        if (slow) {
                            waiting.add(now);
                        } else {
                            now.run();
                        }
                    }
                },
                folder,
                Map.of());
        return new OwnNoteViewModel(around.context);
    }

    /** The newest task first: nothing says that workers begin in order. */
    private void work() {
        while (!waiting.isEmpty()) {
            waiting.removeLast().run();
        }
    }

    private RecommendationRow row(int place, OwnNote own) {
        Recommendation recommendation =
                Postures.northwind().recommendations().get(place).with(own);
        return new RecommendationRow.Maker(new PostureWords(around.context.words()), Postures.NOW)
                .make(place, recommendation);
    }

    private RecommendationRow row(int place) {
        return row(place, OwnNote.NONE);
    }

    @Test
    void whatCouldNotBeKeptIsToldAndStandsThereAgain() {
        OwnNoteViewModel model = model();
        model.show(row(0));
        model.text().set("ask the vendor");
        model.tags().set("waiting");
        notebook().full = true;
        model.show(row(1));
        assertThat(model.text().get()).isEmpty();
        assertThat(model.state().get()).isEmpty();
        assertThat(around.pages.asked.getLast())
                .startsWith("say The note on “" + row(0).title() + "” could not be kept");

        model.show(row(0));
        assertThat(model.text().get()).isEqualTo("ask the vendor");
        assertThat(model.tags().get()).isEqualTo("waiting");
        assertThat(model.state().get()).startsWith("This could not be kept");
        model.show(row(1));
        assertThat(around.pages.asked.getLast()).as("tried again").startsWith("say ");

        notebook().full = false;
        model.show(row(0));
        model.show(row(1));
        assertThat(notebook().own).containsEntry(row(0).recommendation().id(), OwnNote.of("ask the vendor", "waiting"));
        model.show(row(0, OwnNote.of("ask the vendor", "waiting")));
        assertThat(model.state().get()).as("nothing is lost any more").isEmpty();
    }

    @Test
    void ofTwoQuickOnesTheLaterOneWins() {
        OwnNoteViewModel model = model();
        model.show(row(0));
        slow = true;
        model.text().set("first");
        model.keep();
        model.text().set("second");
        model.keep();
        work();
        assertThat(notebook().own).containsEntry(row(0).recommendation().id(), OwnNote.of("second", ""));
        assertThat(model.state().get()).isEqualTo("Kept.");
        model.undo();
        work();
        assertThat(notebook().own).containsEntry(row(0).recommendation().id(), OwnNote.of("first", ""));
    }

    @Test
    void whatIsOnItsWayIsShownAndNotTakenAwayByARefresh() {
        OwnNoteViewModel model = model();
        model.show(row(0));
        slow = true;
        model.text().set("on its way");
        model.show(row(1));
        model.show(row(0));
        assertThat(model.text().get()).isEqualTo("on its way");
        model.show(row(0));
        assertThat(model.text().get()).isEqualTo("on its way");
        work();
        assertThat(notebook().own)
                .containsExactly(Map.entry(row(0).recommendation().id(), OwnNote.of("on its way", "")));
    }

    @Test
    void lookingAtANoteWritesNothing() {
        OwnNoteViewModel model = model();
        OwnNote odd = new OwnNote("a\tb\r\nc\u202ed", java.util.List.of("x\u202ey"));
        model.show(row(0, odd));
        assertThat(model.text().get()).isEqualTo("a b\ncd");
        model.keep();
        model.show(row(1));
        assertThat(notebook().own).isEmpty();
        assertThat(OwnNote.of("a\tb\r\nc\u202ed", "").text()).isEqualTo("a b\ncd");
    }

    @Test
    void aHistoryThatCannotBeWrittenIsToldBeforehand() {
        OwnNoteViewModel model = model();
        notebook().closed = true;
        model.show(row(0));
        assertThat(model.writable().get()).isFalse();
        assertThat(model.state().get()).startsWith("This history can only be read");
        notebook().closed = false;
        model.show(row(1));
        assertThat(model.writable().get()).isTrue();
        assertThat(model.state().get()).isEmpty();
    }
}
