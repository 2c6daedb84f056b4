package dev.gradeline.app;

import dev.gradeline.ayliea.Call;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.sync.SyncProgress;
import dev.gradeline.sync.SyncReport;
import dev.gradeline.sync.Synchroniser;
import java.time.Instant;
import java.util.List;

/**
 * Grows the demo's history as the real thing would have grown: the clock is moved from moment to moment of the story, and
 * at each a real synchronisation runs. What is grown already is not grown again. Blocking: call it from a worker thread.
 */
public final class DemoHistory {
    /** When the sample person last looked: after it something differs on every front. */
    private static final Instant LAST_VISIT = Instant.parse("2026-11-08T08:00:00Z");

    private final Story story;
    private final DemoClock clock;
    private final History history;
    private final Synchroniser synchroniser;

    /** Hears how the growth goes, on the thread that grows. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many synchronisations are done; told first with none. */
        void grown(int done, int total);
    }

    DemoHistory(Story story, DemoClock clock, History history, Synchroniser synchroniser) {
        this.story = story;
        this.clock = clock;
        this.history = history;
        this.synchroniser = synchroniser;
    }

    /**
     * Grows up to the story's end; the clock then stands there, or at the last synchronisation if that was later.
     *
     * @param call ends the growth when cancelled: what has grown stays, and a later call goes on from there
     */
    public void grow(Call call, Progress progress) {
        grow(missing(), call, progress);
    }

    /** Grows up to the last moment but one and sets the clock to the last, for a synchronisation that finds something. */
    public void growBarTheLast(Call call, Progress progress) {
        List<Instant> missing = missing();
        grow(missing.isEmpty() ? missing : missing.subList(0, missing.size() - 1), call, progress);
    }

    /** Lets the demo's clock run on with real time, for a window that stays open. */
    public void live() {
        clock.tick();
    }

    private List<Instant> missing() {
        Instant last = history.posture().lastSync();
        return story.moments().stream()
                .filter(moment -> last == null || moment.isAfter(last))
                .toList();
    }

    private void grow(List<Instant> moments, Call call, Progress progress) {
        progress.grown(0, moments.size());
        for (int i = 0; i < moments.size() && !call.isCancelled(); i++) {
            clock.moveTo(moments.get(i));
            SyncReport report = synchroniser.run(call, SyncProgress.NONE);
            if (!report.complete() && !call.isCancelled()) {
                throw new IllegalStateException("the embedded API failed: " + report.parts());
            }
            progress.grown(i + 1, moments.size());
        }
        if (!call.isCancelled() && history.mark(History.Mark.LAST_VISIT) == null) {
            history.setMark(History.Mark.LAST_VISIT, LAST_VISIT);
        }
        clock.moveTo(present());
    }

    private Instant present() {
        Instant last = history.posture().lastSync();
        return last == null || last.isBefore(story.end()) ? story.end() : last;
    }
}
