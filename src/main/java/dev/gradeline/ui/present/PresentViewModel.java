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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slides, and which of them is shown. Follows the situation, so a moment of the past shows the slides of then; the slide
 * that is shown stays while it exists. JavaFX thread.
 */
public final class PresentViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PresentViewModel.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final PageContext context;
    private final String organisation;
    private final TaskRunner.Newest newest;
    private final TaskRunner.Newest reading;
    private final ReadOnlyObjectWrapper<Slide> slide = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper keysShown = new ReadOnlyBooleanWrapper();
    private final Subscription following;
    private List<Slide> slides = List.of();
    private Slides.News news = new Slides.News(null, Slides.News.Period.VISIT, List.of());
    private Slides.Beside beside = Slides.Beside.NOTHING;
    /** Whether all slides are there: until what changed is read, nobody can count them. */
    private boolean whole;

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

    /**
     * What a meeting has not seen yet: since the last report or the last visit, whichever lies further back. Who looked or
     * made a report just before the meeting would find that nothing changed; then it is the last month.
     */
    private void situationChanged(Situation situation) {
        Instant asOf = situation.posture().asOf();
        Instant report = situation.lastReport();
        readAlongside(situation);
        Instant visit = situation.since();
        boolean sinceReport = report != null && (visit == null || report.isBefore(visit));
        Instant seen = sinceReport ? report : visit;
        if (seen == null) {
            newest.run(() -> true, done -> {}, error -> {});
            show(situation, new Slides.News(null, Slides.News.Period.VISIT, List.of()));
            return;
        }
        boolean fresh = seen.plus(DAY).isAfter(asOf);
        Instant from = fresh ? asOf.minus(MONTH) : seen;
        Slides.News.Period period =
                fresh ? Slides.News.Period.MONTH : sinceReport ? Slides.News.Period.REPORT : Slides.News.Period.VISIT;
        if (slides.isEmpty()) {
            // the first slide need not wait for what the later ones say
            whole = false;
            news = new Slides.News(null, period, List.of());
            draw(situation);
        }
        Callable<List<Change>> read = () -> context.memory().changes(from, asOf);
        newest.run(
                read,
                changes -> show(situation, new Slides.News(from, period, changes)),
                // what changed since the visit stays: the slide says since when
                error -> show(situation, new Slides.News(visit, Slides.News.Period.VISIT, situation.changes())));
    }

    /** What the charts show beside the scores; those of before stay until it is known. */
    private void readAlongside(Situation situation) {
        Notebook notebook = context.memory().notebook();
        Instant asOf = situation.posture().asOf();
        reading.run(
                () -> new Alongside(notebook.annotations(), notebook.unread(Part.SCORES, asOf)),
                read -> show(situation, new Slides.Beside(read, false)),
                error -> {
                    LOG.error("notes and targets could not be read", error);
                    show(situation, new Slides.Beside(beside.shown(), true));
                });
    }

    private void show(Situation situation, Slides.Beside read) {
        boolean other = !read.equals(beside);
        beside = read;
        if (other && !slides.isEmpty()) {
            draw(situation);
        }
    }

    private void show(Situation situation, Slides.News told) {
        whole = true;
        news = told;
        draw(situation);
    }

    private void draw(Situation situation) {
        slides = Slides.of(situation, news, beside, context.words());
        go(index);
    }

    private void go(int wanted) {
        index = Math.clamp(wanted, 0, slides.size() - 1);
        place.set(
                whole
                        ? context.words().of("present.place", index + 1, slides.size())
                        : context.words().of("present.place.first", index + 1));
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

    /** “3 / 7”; “3” alone until it is known how many there are. */
    ReadOnlyStringProperty place() {
        return place.getReadOnlyProperty();
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
