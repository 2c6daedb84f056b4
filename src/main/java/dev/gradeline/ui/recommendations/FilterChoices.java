package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.SeenWithin;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.ui.kit.Situation;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** The one filter as the filter bar changes it. JavaFX thread. */
final class FilterChoices {
    private final ObjectProperty<RecommendationFilter> filter;
    private final StringProperty search;
    private final ObservableValue<Situation> situation;
    private final ZoneId zone;
    private boolean following;

    FilterChoices(ObjectProperty<RecommendationFilter> filter, ObservableValue<Situation> situation, ZoneId zone) {
        this.filter = filter;
        this.situation = situation;
        this.zone = zone;
        this.search = new SimpleStringProperty(filter.get().search());
        search.addListener((observable, was, now) -> filter.set(filter.get().withSearch(now == null ? "" : now)));
        filter.addListener((observable, was, now) -> {
            // The filter keeps its words stripped; what is being typed keeps its spaces.
            String typed = search.get();
            if (typed == null || !typed.strip().equals(now.search())) {
                search.set(now.search());
            }
        });
        situation.addListener((observable, was, now) -> {
            following = true;
            try {
                filter.set(moved(filter.get(), was, now));
            } finally {
                following = false;
            }
        });
    }

    /** Whether the filter changes only because another day is shown, and nobody asked for another one. */
    boolean isFollowing() {
        return following;
    }

    /**
     * Times that are offered are told from the day that is shown: “the last 30 days” stays that when another day is. Others
     * stay what they are.
     */
    private RecommendationFilter moved(RecommendationFilter asked, Situation was, Situation now) {
        SeenWithin seen = asked.seen();
        TimeChoice age = TimeChoice.chosen(true, seen, was, zone);
        TimeChoice changed = TimeChoice.chosen(false, seen, was, zone);
        if (age != null) {
            seen = age.in(seen, now, zone);
        }
        if (changed != null && changed.isOffered(now)) {
            seen = changed.in(seen, now, zone);
        }
        return asked.withSeen(seen);
    }

    /** What is typed; follows the filter. */
    StringProperty search() {
        return search;
    }

    void toggleStatus(String id) {
        filter.set(filter.get().withStatuses(Choice.toggled(filter.get().statuses(), id)));
    }

    void toggleFramework(String id) {
        filter.set(filter.get().withFrameworks(Choice.toggled(filter.get().frameworks(), id)));
    }

    void toggleCategory(String name) {
        filter.set(filter.get().withCategories(Choice.toggled(filter.get().categories(), name)));
    }

    /** Shows priorities up to this one; the same one again shows all, and so does the range that is chosen. */
    void togglePriority(String priority) {
        RecommendationFilter now = filter.get();
        Integer wanted = priority.equals(Facets.RANGE) ? null : Integer.valueOf(priority);
        boolean again = now.minPriority() == null && Objects.equals(wanted, now.maxPriority());
        filter.set(now.withMaxPriority(again ? null : wanted));
    }

    /** Asks for a time that is offered; the same one again for any, and so does another one that is chosen. */
    void toggleTime(boolean age, String id) {
        SeenWithin seen = filter.get().seen();
        TimeChoice wanted = id.equals(Facets.RANGE) ? null : TimeChoice.valueOf(id);
        boolean again = wanted == null || wanted.isChosen(seen, situation.getValue(), zone);
        SeenWithin without = age ? seen.withFirst(null, null) : seen.withChanged(null);
        filter.set(filter.get()
                .withSeen(again || wanted == null ? without : wanted.in(without, situation.getValue(), zone)));
    }

    void anyStatus() {
        filter.set(filter.get().withStatuses(Set.of()));
    }

    void anyFramework() {
        filter.set(filter.get().withFrameworks(Set.of()));
    }

    void anyCategory() {
        filter.set(filter.get().withCategories(Set.of()));
    }

    void anyPriority() {
        filter.set(filter.get().withMaxPriority(null));
    }

    /** @param age whether any age will do, and not any change */
    void anyTime(boolean age) {
        SeenWithin seen = filter.get().seen();
        filter.set(filter.get().withSeen(age ? seen.withFirst(null, null) : seen.withChanged(null)));
    }

    /** Lets go of all. */
    void clear() {
        filter.set(RecommendationFilter.ALL);
    }
}
