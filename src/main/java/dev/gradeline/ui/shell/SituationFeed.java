package dev.gradeline.ui.shell;

import dev.gradeline.posture.Posture;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import java.time.Instant;
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

    /** @param first what was read already; null for nothing */
    SituationFeed(Services services, @Nullable Reading first, Consumer<Exception> failed) {
        this.services = services;
        this.newest = new TaskRunner.Newest(services.tasks());
        this.failed = failed;
        Instant now = services.clock().instant();
        this.situation = new ReadOnlyObjectWrapper<>(first == null ? Situation.empty(now) : first.situation());
        this.present = new ReadOnlyObjectWrapper<>(first == null ? Posture.empty(now) : first.present());
        this.firstSync = first == null ? null : first.firstSync();
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
                () -> Reading.of(
                        services.history(), services.clock(), services.settings(), services.connection(), asOf, from),
                this::show,
                failed);
    }

    /** Takes what was read. */
    void show(Reading read) {
        present.set(read.present());
        firstSync = read.firstSync();
        watched.set(read.watched());
        situation.set(read.situation());
    }
}
