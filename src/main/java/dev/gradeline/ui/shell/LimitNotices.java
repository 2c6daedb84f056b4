package dev.gradeline.ui.shell;

import dev.gradeline.posture.Alarms;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Limit;
import dev.gradeline.posture.LimitCheck;
import dev.gradeline.posture.LimitWatch;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.words.LimitWords;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The limits that were crossed and not left behind, as notices. They speak of the present, so they are silent while the
 * window shows the past. What was raised and what was dismissed is remembered across restarts. JavaFX thread.
 */
public final class LimitNotices {
    /** A grade before all else, then kind by kind; of one kind the farthest off first, and last what nobody knows. */
    private static final Comparator<LimitCheck> GRAVEST = Comparator.comparing(
                    (LimitCheck check) -> check.limit().kind())
            .thenComparing(LimitCheck::by, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));

    private final Services services;
    private final LimitWords words;
    private final ObservableValue<Watched> watched;
    private final ObservableValue<Boolean> past;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<List<Notice>> notices = new ReadOnlyObjectWrapper<>(List.of());
    private Alarms alarms;
    /** Read by whichever task writes last: of two quick steps the later one stays. */
    private volatile String kept;

    /** Whether the last writing failed: then the next look writes again. */
    private boolean unwritten;

    /** One limit, in a sentence. */
    public record Notice(String text, LimitCheck check) {}

    /**
     * @param past whether the window shows a moment that is over
     * @param failed told when what was raised could not be kept
     */
    LimitNotices(
            Services services,
            ObservableValue<Watched> watched,
            ObservableValue<Boolean> past,
            Consumer<Exception> failed) {
        this.services = services;
        this.words = new LimitWords(services.words());
        this.watched = watched;
        this.past = past;
        this.failed = failed;
        this.kept = services.settings().current().alarms().getOrDefault(connection(), "");
        this.alarms = Alarms.parse(kept);
        // each time it is watched, even when nothing has moved: what could not be kept is written then
        watched.addListener((InvalidationListener) changed -> look(watched.getValue()));
        look(watched.getValue());
        past.subscribe(now -> show());
    }

    /** Those that the person should see, the gravest first. */
    public ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    /** Silences a notice until its limit is crossed anew. */
    public void dismiss(Notice notice) {
        keep(alarms.dismiss(List.of(notice.check())));
        show();
    }

    /** Silences every notice. */
    public void dismissAll() {
        keep(alarms.dismiss(notices.get().stream().map(Notice::check).toList()));
        show();
    }

    /** Opens the page that shows what a notice speaks of. */
    public void open(Notice notice, Navigator navigator) {
        LimitCheck check = notice.check();
        Framework framework = check.framework();
        switch (check.limit().kind()) {
            case MIN_GRADE, MIN_SCORE, MAX_AGE -> {
                if (framework == null) {
                    navigator.open(PageId.OVERVIEW);
                } else {
                    navigator.openTrends(framework);
                }
            }
            case MAX_OPEN -> navigator.openRecommendations(open(check.limit(), framework));
            case NO_NEW_PLATFORMS -> navigator.open(PageId.DISCOVERY);
        }
    }

    private static RecommendationFilter open(Limit limit, @Nullable Framework framework) {
        return RecommendationFilter.ALL
                .withStatuses(Set.of(Status.OPEN.id()))
                .withFrameworks(framework == null ? Set.of() : Set.of(framework.id()))
                .withMaxPriority(limit.maxPriority());
    }

    private void look(Watched now) {
        LimitWatch watch = now.watch();
        if (watch != null) {
            keep(alarms.next(now.checks(), watch.points()));
        }
        show();
    }

    private void show() {
        Watched now = watched.getValue();
        notices.set(
                past.getValue()
                        ? List.of()
                        : now.checks().stream()
                                .filter(alarms::sound)
                                .sorted(GRAVEST)
                                .map(check -> new Notice(words.sentence(check, now.since()), check))
                                .toList());
    }

    private void keep(Alarms next) {
        alarms = next;
        String text = next.text();
        if (text.equals(kept) && !unwritten) {
            return;
        }
        kept = text;
        String connection = connection();
        services.tasks()
                .run(
                        () -> services.settings().update(now -> now.withAlarms(connection, kept)),
                        written -> unwritten = false,
                        trouble -> {
                            unwritten = true;
                            failed.accept(trouble);
                        });
    }

    private String connection() {
        return services.connection().name();
    }
}
