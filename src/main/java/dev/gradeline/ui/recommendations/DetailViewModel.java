package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Cleaning;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One recommendation in full, with its life from history. The newest selection wins. JavaFX thread. */
public final class DetailViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DetailViewModel.class);
    private static final int NEIGHBOURS = 5;
    /** Of a neighbour, in characters: about three lines. */
    private static final int LONGEST_TITLE = 120;

    /** Another recommendation of the same category. */
    record Neighbour(String id, String title) {}

    /** What is found on a worker. */
    private record Around(List<LifeStory.Line> life, List<Neighbour> neighbours) {
        static final Around NOTHING = new Around(List.of(), List.of());
    }

    private final PageContext context;
    private final PostureWords words;
    private final TaskRunner.Newest newest;
    private final ReadOnlyObjectWrapper<@Nullable RecommendationRow> shown = new ReadOnlyObjectWrapper<>();
    private final ObservableList<LifeStory.Line> life = FXCollections.observableArrayList();
    private final OwnNoteViewModel own;
    private final ObservableList<Neighbour> neighbours = FXCollections.observableArrayList();

    DetailViewModel(PageContext context) {
        this.context = context;
        this.words = new PostureWords(context.words());
        this.newest = new TaskRunner.Newest(context.tasks());
        this.own = new OwnNoteViewModel(context);
    }

    /** Shows a row; null shows none. */
    void show(@Nullable RecommendationRow row) {
        RecommendationRow before = shown.get();
        boolean same = row != null
                && before != null
                && row.recommendation().lineage().equals(before.recommendation().lineage());
        if (!same) {
            // One recommendation's life must not stand under the title of another while its own is being read.
            life.clear();
        }
        if (row == null || before == null || !areNeighbours(row.recommendation(), before.recommendation())) {
            // those of its own category stay meanwhile: the keyboard may be on one
            neighbours.clear();
        }
        shown.set(row);
        own.show(row);
        if (row == null) {
            newest.run(() -> Around.NOTHING, this::show, error -> life.clear());
            return;
        }
        Recommendation chosen = row.recommendation();
        Situation situation = context.situation().getValue();
        newest.run(() -> around(chosen, situation), this::show, error -> {
            LOG.error("what is around a recommendation could not be found", error);
            show(new Around(List.of(failed()), List.of()));
        });
    }

    private void show(Around around) {
        life.setAll(around.life());
        neighbours.setAll(around.neighbours());
    }

    private LifeStory.Line failed() {
        return new LifeStory.Line(context.words().of("recommendations.detail.lifeFailed"), "");
    }

    private Around around(Recommendation chosen, Situation situation) {
        List<Neighbour> neighbours = neighbours(chosen, situation.posture());
        try {
            return new Around(life(chosen, situation), neighbours);
        } catch (RuntimeException unreadable) {
            // the neighbours are at hand all the same
            LOG.error("the life of a recommendation could not be read", unreadable);
            return new Around(List.of(failed()), neighbours);
        }
    }

    private List<LifeStory.Line> life(Recommendation chosen, Situation situation) {
        List<Recommendation> versions =
                context.memory().versions(chosen.id(), situation.posture().asOf());
        return new LifeStory(context.words(), situation.now()).of(versions);
    }

    private List<Neighbour> neighbours(Recommendation chosen, Posture posture) {
        return posture.recommendations().stream()
                .filter(r -> areNeighbours(r, chosen) && !r.id().equals(chosen.id()) && r.stillOpen())
                .limit(NEIGHBOURS)
                .map(r -> new Neighbour(r.id(), Cleaning.shorten(words.title(r.title()), LONGEST_TITLE)))
                .toList();
    }

    private static boolean areNeighbours(Recommendation one, Recommendation other) {
        return Objects.equals(one.category(), other.category()) && Objects.equals(one.framework(), other.framework());
    }

    ReadOnlyObjectProperty<@Nullable RecommendationRow> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The note and tags of one's own. */
    OwnNoteViewModel own() {
        return own;
    }

    /** Rank, first seen, last changed, in one line; empty while none is shown. */
    String facts() {
        RecommendationRow row = shown.get();
        if (row == null) {
            return "";
        }
        Recommendation r = row.recommendation();
        Instant now = context.situation().getValue().now();
        TimeWords times = new TimeWords(context.words());
        return context.words()
                .of(
                        "recommendations.detail.facts",
                        r.rank(),
                        times.day(r.firstSeen(), now),
                        row.ageDays(),
                        times.day(r.lastChanged(), now));
    }

    /** What happened to it, oldest first; empty while it is being read. */
    ObservableList<LifeStory.Line> life() {
        return life;
    }

    /** Others of the same framework and category that are still open; empty, or those of the one before, while they are sought. */
    ObservableList<Neighbour> neighbours() {
        return neighbours;
    }
}
