package dev.gradeline.ui.shell;

import dev.gradeline.history.History;
import dev.gradeline.posture.LimitCheck;
import dev.gradeline.posture.LimitWatch;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.Settings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the limits in the present, whatever moment the window shows. Immutable.
 *
 * @param since the start of the period in which platforms count as new
 * @param watch what was watched; null where nothing is known yet, so that nothing can be said
 */
record Watched(
        List<LimitCheck> checks, Instant since, @Nullable LimitWatch watch) {
    Watched {
        checks = List.copyOf(checks);
    }

    static Watched nothing(Instant now) {
        return new Watched(List.of(), now, null);
    }

    /** Looks at the present. Blocking. */
    static Watched of(Posture present, History history, Settings settings, String connection) {
        if (present.isEmpty()) {
            return nothing(present.asOf());
        }
        LimitWatch watch = watch(settings, connection);
        if (!watch.limits().askForNewPlatforms()) {
            return new Watched(watch.limits().check(present, present), present.asOf(), watch);
        }
        Instant since = history.periodStart(History.Mark.LAST_REPORT, present.asOf());
        return new Watched(watch.limits().check(present, history.posture(since)), since, watch);
    }

    /** The limits of a connection. */
    static LimitWatch watch(Settings settings, String connection) {
        String text = settings.limits().get(connection);
        return text == null ? LimitWatch.DEFAULT : LimitWatch.parse(text);
    }
}
