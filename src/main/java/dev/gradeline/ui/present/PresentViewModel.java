package dev.gradeline.ui.present;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Part;
import dev.gradeline.report.Alongside;
import dev.gradeline.ui.kit.Notebook;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * The slides, and which of them is shown. Follows the situation, so a moment of the past shows the slides of then; the slide
 * that is shown stays while it exists. JavaFX thread.
 */
public final class PresentViewModel {
    private final PageContext context;
    private final String organisation;
    private final TaskRunner.Newest newest;
    private final TaskRunner.Newest reading;
    private final ReadOnlyObjectWrapper<Slide> slide = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper keysShown = new ReadOnlyBooleanWrapper();
    private final Subscription following;
    private List<Slide> slides = List.of();
    private Slides.News news = new Slides.News(null, false, List.of());
    private Alongside alongside = Alongside.NONE;
    private int index;

    /** @param organisation whose posture it is, as the dashboard names it */
    public PresentViewModel(PageContext context, String organisation) {
        this.context = context;
        this.organisation = organisation;
        this.newest = new TaskRunner.Newest(context.tasks());
        this.reading = new TaskRunner.Newest(context.tasks());
        this.following = context.situation().subscribe(this::situationChanged);
    }

    /** Ends following the situation. */
    public void close() {
        following.unsubscribe();
    }

    /** A report is what a meeting saw last; without one, the last visit is what there is to compare with. */
    private void situationChanged(Situation situation) {
        Instant report = situation.lastReport();
        readAlongside(situation);
        show(situation, new Slides.News(situation.since(), false, situation.changes()));
        if (report != null) {
            Callable<List<Change>> read =
                    () -> context.memory().changes(report, situation.posture().asOf());
            newest.run(
                    read,
                    changes -> show(situation, new Slides.News(report, true, changes)),
                    // what changed since the visit stays: the slide says since when
                    error -> {});
        } else {
            newest.run(() -> true, done -> {}, error -> {});
        }
    }

    /** What the charts show beside the scores; those of before stay until it is known. */
    private void readAlongside(Situation situation) {
        Notebook notebook = context.memory().notebook();
        Instant asOf = situation.posture().asOf();
        reading.run(
                () -> new Alongside(notebook.annotations(), notebook.unread(Part.SCORES, asOf)),
                read -> {
                    if (!read.equals(alongside)) {
                        alongside = read;
                        show(situation, news);
                    }
                },
                // the scores stand without them; the trends say why
                error -> {});
    }

    private void show(Situation situation, Slides.News told) {
        news = told;
        slides = Slides.of(situation, told, alongside, context.words());
        go(index);
    }

    private void go(int wanted) {
        index = Math.clamp(wanted, 0, slides.size() - 1);
        slide.set(slides.get(index));
    }

    ReadOnlyObjectProperty<Slide> slide() {
        return slide.getReadOnlyProperty();
    }

    /** Whether the keys are listed. */
    ReadOnlyBooleanProperty keysShown() {
        return keysShown.getReadOnlyProperty();
    }

    void toggleKeys() {
        keysShown.set(!keysShown.get());
    }

    void next() {
        go(index + 1);
    }

    void previous() {
        go(index - 1);
    }

    void first() {
        go(0);
    }

    void last() {
        go(slides.size() - 1);
    }

    /** “3 / 7”. */
    String place() {
        return context.words().of("present.place", index + 1, slides.size());
    }

    /** Whose posture it is, and of when. */
    String whose() {
        Instant asOf = context.situation().getValue().posture().asOf();
        return context.words().of("present.whose", organisation, new TimeWords(context.words()).dateTime(asOf));
    }

    Words words() {
        return context.words();
    }
}
