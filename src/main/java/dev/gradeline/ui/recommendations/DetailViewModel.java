package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Another recommendation of the same category. */
    record Neighbour(String id, String title) {}

    private final PageContext context;
    private final Words words;
    private final PostureWords postureWords;
    private final TimeWords times;
    private final TaskRunner.Newest newest;
    private final ReadOnlyObjectWrapper<@Nullable RecommendationRow> shown = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> life = FXCollections.observableArrayList();
    private final ObservableList<Neighbour> neighbours = FXCollections.observableArrayList();

    DetailViewModel(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.postureWords = new PostureWords(words);
        this.times = new TimeWords(words);
        this.newest = new TaskRunner.Newest(context.tasks());
    }

    /** Shows a row; null shows none. */
    void show(@Nullable RecommendationRow row) {
        shown.set(row);
        if (row == null) {
            life.clear();
            neighbours.clear();
            return;
        }
        Recommendation chosen = row.recommendation();
        Posture posture = context.situation().getValue().posture();
        neighbours.setAll(posture.recommendations().stream()
                .filter(r -> Objects.equals(r.category(), chosen.category())
                        && Objects.equals(r.framework(), chosen.framework())
                        && !r.id().equals(chosen.id())
                        && r.stillOpen())
                .limit(NEIGHBOURS)
                .map(r -> new Neighbour(r.id(), postureWords.clean(r.title())))
                .toList());
        newest.run(() -> lines(context.memory().versions(chosen.id(), posture.asOf())), life::setAll, error -> {
            LOG.error("the life of a recommendation could not be read", error);
            life.setAll(words.of("recommendations.detail.lifeFailed"));
        });
    }

    private List<String> lines(List<Recommendation> versions) {
        List<String> lines = new ArrayList<>();
        Recommendation before = null;
        for (Recommendation version : versions) {
            if (before == null) {
                lines.add(line(
                        version.lastChanged(),
                        words.of("recommendations.life.first", postureWords.status(version.status()))));
            } else {
                difference(before, version, lines);
            }
            before = version;
        }
        return lines;
    }

    private void difference(Recommendation was, Recommendation now, List<String> lines) {
        Instant at = now.lastChanged();
        if (!Objects.equals(was.status(), now.status())) {
            lines.add(line(
                    at,
                    words.of(
                            "recommendations.life.moved",
                            postureWords.status(was.status()),
                            postureWords.status(now.status()))));
        }
        if (!Objects.equals(was.priority(), now.priority())) {
            lines.add(line(
                    at,
                    words.of(
                            "recommendations.life.priority",
                            postureWords.priority(was.priority()),
                            postureWords.priority(now.priority()))));
        }
        if (!Objects.equals(was.title(), now.title())) {
            lines.add(line(at, words.of("recommendations.life.title", postureWords.clean(was.title()))));
        }
        if (!Objects.equals(was.category(), now.category()) || !Objects.equals(was.framework(), now.framework())) {
            lines.add(line(at, words.of("recommendations.life.category", postureWords.clean(was.category()))));
        }
    }

    private String line(Instant at, String text) {
        return words.of(
                "recommendations.life.line",
                times.day(at, context.situation().getValue().now()),
                text);
    }

    ReadOnlyObjectProperty<@Nullable RecommendationRow> shown() {
        return shown.getReadOnlyProperty();
    }

    /** “14 Oct · first seen, open”, oldest first. */
    ObservableList<String> life() {
        return life;
    }

    /** Others of the same framework and category that are still open. */
    ObservableList<Neighbour> neighbours() {
        return neighbours;
    }
}
