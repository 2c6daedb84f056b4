package dev.gradeline.ui.shell;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.sync.SyncSchedule;
import dev.gradeline.sync.SyncSchedule.State;
import dev.gradeline.ui.kit.Arriving;
import dev.gradeline.ui.kit.KeyStanding;
import dev.gradeline.ui.kit.KeyWords;
import dev.gradeline.words.ClockWords;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The status bar's words on synchronisation, and the schedule behind them. Properties change on the JavaFX thread. */
public final class SyncStatus {
    /** What the state amounts to; the words beside it always say it, too. */
    public enum Tone {
        /** Never synchronised. */
        NONE,
        GOOD,
        /** Not everything was read, which another try may mend. */
        WARN,
        /** Not everything was read, and a person has to do something about it. */
        BAD;

        String style() {
            return "tone-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Services services;
    private final Words words;
    private final TimeWords times;
    private final OutcomeWords outcomes;
    private final ObservableValue<Posture> present;
    private final ObservableValue<KeyStanding> key;
    private final Runnable stored;
    private final SyncSchedule schedule;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper budget = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.NONE);
    private final ReadOnlyObjectWrapper<Arriving> arriving = new ReadOnlyObjectWrapper<>(Arriving.NOTHING);
    private final ReadOnlyBooleanWrapper resting = new ReadOnlyBooleanWrapper();
    private @Nullable State latest;
    private boolean started;

    /**
     * @param present what is known now
     * @param key whether there is one to read with
     * @param stored told after each run
     */
    SyncStatus(Services services, ObservableValue<Posture> present, ObservableValue<KeyStanding> key, Runnable stored) {
        this.services = services;
        this.words = services.words();
        this.times = new TimeWords(words);
        this.outcomes = new OutcomeWords(words);
        this.present = present;
        this.key = key;
        this.stored = stored;
        this.schedule = new SyncSchedule(
                services.synchroniser(),
                interval(services),
                services.clock(),
                told -> services.ui().execute(() -> show(told)));
        present.addListener((observable, was, now) -> {
            arriving.set(firstReading());
            tick();
        });
        key.addListener((observable, was, now) -> tick());
        tick();
    }

    void start() {
        if (services.backup() != null) {
            return;
        }
        boolean rested = resting.get();
        resting.set(false);
        if (rested) {
            intervalChanged();
        }
        if (!started) {
            started = true;
            schedule.start();
        } else {
            schedule.runNow();
        }
        tick();
    }

    /** Reads nothing until the person asks: without a key there is only what is stored. */
    void rest() {
        resting.set(true);
        schedule.setInterval(Duration.ZERO);
        tick();
    }

    /** Whether nothing is read because there is no key. */
    public ReadOnlyBooleanProperty resting() {
        return resting.getReadOnlyProperty();
    }

    void close() {
        schedule.close();
    }

    /** Synchronises now, or, while a run is under way, ends it. */
    public void refreshOrCancel() {
        if (running.get()) {
            schedule.cancelRun();
        } else if (!started || resting.get()) {
            start();
        } else {
            schedule.runNow();
        }
    }

    private static Duration interval(Services services) {
        String connection = services.connection().name();
        return Duration.ofMinutes(services.settings().current().syncMinutes(connection));
    }

    /** Takes another interval from the settings. */
    public void intervalChanged() {
        if (resting.get()) {
            return;
        }
        schedule.setInterval(interval(services));
    }

    /** What a first reading of the recommendations has brought so far. */
    ReadOnlyObjectProperty<Arriving> arriving() {
        return arriving.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** “Synced 2 min ago”, “Reading recommendations: 300 so far”. */
    public ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** “Next in 13 min”; empty when nothing is planned. */
    public ReadOnlyStringProperty next() {
        return next.getReadOnlyProperty();
    }

    /** “58 of 60 requests left this minute”. */
    public ReadOnlyStringProperty budget() {
        return budget.getReadOnlyProperty();
    }

    /** Why the last run did not read everything; empty when it did. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tone> tone() {
        return tone.getReadOnlyProperty();
    }

    /** Works the relative times out again. Call it now and then. */
    public void tick() {
        Instant now = services.clock().instant();
        budget.set(
                services.backup() != null
                        ? ""
                        : words.of(
                                "shell.budget",
                                services.limiter().left(),
                                services.limiter().permits()));
        switch (latest) {
            case State.Running run -> {
                state.set(words.of("shell.sync.running", outcomes.name(run.part()), run.rows()));
                next.set("");
            }
            case State.Waiting waiting -> {
                state.set(lastSync(now));
                next.set(planned(waiting.next(), now));
            }
            case State.Failed failed -> {
                state.set(lastSync(now));
                next.set(nextRun(failed.next(), now));
                problem.set(words.of("shell.sync.failed", FaultText.of(failed.cause())));
                tone.set(Tone.BAD);
                return;
            }
            case null -> {
                state.set(lastSync(now));
                next.set(resting.get() ? atRest() : "");
            }
        }
        String notFresh = notFresh();
        String behind = new ClockWords(words).behind(present.getValue(), now);
        boolean clockAlone = notFresh.isEmpty() && !behind.isEmpty();
        problem.set(clockAlone ? behind : notFresh);
        tone.set(clockAlone ? Tone.WARN : toneOfParts());
    }

    private String planned(@Nullable Instant at, Instant now) {
        return resting.get() ? atRest() : nextRun(at, now);
    }

    private String atRest() {
        return words.of(key.getValue() == KeyStanding.ABSENT ? "shell.sync.noKeychain" : "shell.sync.noKey");
    }

    private Tone toneOfParts() {
        switch (key.getValue()) {
            case THERE -> {}
            case NONE, ABSENT -> {
                return resting.get() ? Tone.NONE : Tone.BAD;
            }
            case LOCKED, SLOW -> {
                return Tone.WARN;
            }
            case TWICE, BROKEN -> {
                return Tone.BAD;
            }
        }
        Posture posture = present.getValue();
        Tone worst = posture.lastSync() == null ? Tone.NONE : Tone.GOOD;
        for (Freshness freshness : posture.freshness().values()) {
            Tone tone = switch (freshness.outcome()) {
                case null -> worst;
                // of a time when there was no key: now there is one, and the next run tells
                case OK, NO_KEY -> worst;
                case RATE_LIMITED, UNREACHABLE, SERVER_FAULT, CANCELLED -> Tone.WARN;
                // what the key was not made for is missing; the rest is as it should be
                case REFUSED -> posture.allRefused() ? Tone.BAD : Tone.WARN;
                case KEY_REJECTED, NOT_UNDERSTOOD, OTHER_ORGANISATION, UNKNOWN_ORGANISATION -> Tone.BAD;
            };
            worst = tone.compareTo(worst) > 0 ? tone : worst;
        }
        return worst;
    }

    private void show(State told) {
        boolean ended = latest instanceof State.Running && !(told instanceof State.Running);
        latest = told;
        running.set(told instanceof State.Running);
        if (running.get()) {
            arriving.set(firstReading());
        }
        tick();
        if (ended) {
            stored.run();
        }
    }

    /** What has arrived stays in sight after a run until history tells how that ended. */
    private Arriving firstReading() {
        if (!(latest instanceof State.Running run) || isKnown(Part.RECOMMENDATIONS)) {
            return Arriving.NOTHING;
        }
        return new Arriving(true, run.arrived());
    }

    private boolean isKnown(Part part) {
        return present.getValue().freshness(part).refreshedAt() != null;
    }

    private String lastSync(Instant now) {
        Instant last = present.getValue().lastSync();
        return last == null ? words.of("shell.sync.never") : words.of(synced(), times.ago(last, now));
    }

    /** “Synced” is said of a run that read everything that was asked for. */
    private String synced() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Freshness freshness : present.getValue().freshness().values()) {
            if (freshness.outcome() != null) {
                outcomes.add(freshness.outcome());
            }
        }
        boolean all = outcomes.stream().allMatch(outcome -> outcome == Outcome.OK);
        if (all && key.getValue() == KeyStanding.THERE) {
            return "shell.sync.last";
        }
        return !all && outcomes.contains(Outcome.OK) ? "shell.sync.partly" : "shell.sync.lastGood";
    }

    private String nextRun(@Nullable Instant at, Instant now) {
        return at == null ? words.of("shell.sync.off") : words.of("shell.sync.next", times.in(at, now));
    }

    private String notFresh() {
        if (key.getValue() != KeyStanding.THERE) {
            return resting.get() ? "" : new KeyWords(words).brief(key.getValue());
        }
        Posture posture = present.getValue();
        for (Part part : Part.values()) {
            Freshness freshness = posture.freshness(part);
            Outcome outcome = freshness.outcome();
            if (outcome == Outcome.KEY_REJECTED) {
                return outcomes.reason(outcome);
            }
            if (outcome == Outcome.REFUSED && !posture.allRefused()) {
                return words.of("shell.sync.part", outcomes.name(part), outcomes.reason(outcome));
            }
            if (outcome != null && outcome != Outcome.OK && outcome != Outcome.NO_KEY) {
                return outcomes.notice(part, outcome, freshness.detail(), posture.allRefused())
                        .what();
            }
        }
        return "";
    }
}
