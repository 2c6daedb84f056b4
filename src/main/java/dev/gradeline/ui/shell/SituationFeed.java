package dev.gradeline.ui.shell;

import dev.gradeline.history.History;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Reads the situation from history off the JavaFX thread; the newest request wins. Properties change on that thread. */
final class SituationFeed {
    private final Services services;
    private final TaskRunner.Newest newest;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Situation> situation;
    private final ReadOnlyObjectWrapper<Posture> present;
    private final ReadOnlyObjectWrapper<Watched> watched;
    private @Nullable Instant firstSync;

    SituationFeed(Services services, Consumer<Exception> failed) {
        this.services = services;
        this.newest = new TaskRunner.Newest(services.tasks());
        this.failed = failed;
        Instant now = services.clock().instant();
        this.situation = new ReadOnlyObjectWrapper<>(Situation.empty(now));
        this.present = new ReadOnlyObjectWrapper<>(Posture.empty(now));
        this.watched = new ReadOnlyObjectWrapper<>(Watched.nothing(now));
    }

    /** What is known now, whatever moment the window shows: the status bar tells of the present. */
    ReadOnlyObjectProperty<Posture> present() {
        return present.getReadOnlyProperty();
    }

    /** Before this moment nothing was known; null when nothing was ever read. */
    @Nullable Instant firstSync() {
        return firstSync;
    }

    /** What came of the limits in the present, whatever moment the window shows. */
    ReadOnlyObjectProperty<Watched> watched() {
        return watched.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Situation> situation() {
        return situation.getReadOnlyProperty();
    }

    /**
     * Reads again: the present, or the posture as of a moment.
     *
     * @param from the start of “what changed”; null for the last visit
     */
    void load(@Nullable Instant asOf, @Nullable Instant from) {
        newest.run(
                () -> read(asOf, from),
                loaded -> {
                    present.set(loaded.present());
                    firstSync = loaded.firstSync();
                    watched.set(loaded.watched());
                    situation.set(loaded.situation());
                },
                failed);
    }

    private record Loaded(
            Situation situation,
            Posture present,
            Watched watched,
            @Nullable Instant firstSync) {}

    private static @Nullable Instant lastReport(History history, Posture posture) {
        Instant made = history.mark(History.Mark.LAST_REPORT);
        return made != null && made.isBefore(posture.asOf()) ? made : null;
    }

    /** Where damage took the last visit, too, it is not the first: what changed is told from the rescue on. */
    private static @Nullable Instant rescued(History history, @Nullable Instant visit) {
        History.Rescue rescue = visit == null ? history.rescue() : null;
        return rescue == null ? null : rescue.at();
    }

    private Loaded read(@Nullable Instant asOf, @Nullable Instant from) {
        History history = services.history();
        Instant now = services.clock().instant();
        Posture today = history.posture();
        Posture posture = asOf == null ? today : history.posture(asOf);
        Instant visit = history.mark(History.Mark.LAST_VISIT);
        Instant rescued = posture.isEmpty() ? null : rescued(history, visit);
        boolean nothingThen = asOf != null && posture.isEmpty();
        boolean visited = from != null || visit != null || rescued != null || nothingThen;
        Instant start = from != null
                ? from
                : rescued != null ? rescued : history.periodStart(History.Mark.LAST_VISIT, posture.asOf());
        // before the first answer there is nothing to compare: no period leads backwards
        Instant since = start.isAfter(posture.asOf()) ? posture.asOf() : start;
        int oldAfterDays = services.settings().current().oldAfterDays();
        List<Change> changes = visited ? history.changes(since, posture, Duration.ofDays(oldAfterDays)) : List.of();
        return new Loaded(
                new Situation(
                        posture,
                        asOf == null ? now : asOf,
                        visited ? since : null,
                        lastReport(history, posture),
                        changes,
                        from == null
                                && rescued == null
                                && !nothingThen
                                && (visit == null || visit.isBefore(posture.asOf())),
                        oldAfterDays,
                        asOf != null),
                today,
                Watched.of(
                        today,
                        history,
                        services.settings().current(),
                        services.connection().name()),
                history.firstSync());
    }
}
