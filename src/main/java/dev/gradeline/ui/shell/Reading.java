package dev.gradeline.ui.shell;

import dev.gradeline.history.History;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.Situation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the window shows, as one reading of history gave it. Immutable; read before there is a window, or behind one. */
public final class Reading {
    private final Situation situation;
    private final Posture present;
    private final Watched watched;
    private final @Nullable Instant firstSync;

    private Reading(Situation situation, Posture present, Watched watched, @Nullable Instant firstSync) {
        this.situation = situation;
        this.present = present;
        this.watched = watched;
        this.firstSync = firstSync;
    }

    Situation situation() {
        return situation;
    }

    /** What is known now, whatever moment the situation is of. */
    Posture present() {
        return present;
    }

    Watched watched() {
        return watched;
    }

    /** Before this moment nothing was known; null when nothing was ever read. */
    @Nullable Instant firstSync() {
        return firstSync;
    }

    private static @Nullable Instant lastReport(History history, Posture posture) {
        Instant made = history.mark(History.Mark.LAST_REPORT);
        return made != null && made.isBefore(posture.asOf()) ? made : null;
    }

    /** Where damage took the last visit, too, it is not the first: what changed is told from the rescue on. */
    private static @Nullable Instant rescued(History history, @Nullable Instant visit) {
        History.Rescue rescue = visit == null ? history.rescue() : null;
        return rescue == null ? null : rescue.at();
    }

    /** Reads the present, with what changed since the last visit. Blocking. */
    public static Reading of(
            History history, InstantSource clock, SettingsStore settings, Settings.Connection connection) {
        return of(history, clock, settings, connection, null, null);
    }

    /**
     * Reads the present, or the posture as of a moment. Blocking.
     *
     * @param from the start of “what changed”; null for the last visit
     */
    static Reading of(
            History history,
            InstantSource clock,
            SettingsStore settings,
            Settings.Connection connection,
            @Nullable Instant asOf,
            @Nullable Instant from) {
        Instant now = clock.instant();
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
        int oldAfterDays = settings.current().oldAfterDays();
        List<Change> changes = visited ? history.changes(since, posture, Duration.ofDays(oldAfterDays)) : List.of();
        return new Reading(
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
                Watched.of(today, history, settings.current(), connection.name()),
                history.firstSync());
    }
}
