package dev.gradeline.sync;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.ApiResult;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.Discovery;
import dev.gradeline.history.History;
import dev.gradeline.history.HistoryException;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.sync.SyncReport.PartReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one synchronisation at a time: API to history, one transaction for each part. */
public final class Synchroniser {
    private static final Logger LOG = LoggerFactory.getLogger(Synchroniser.class);
    /** How many odd things a part's entry in the history names. */
    private static final int ODDITIES = 4;

    /** What may have passed by the next run: then nobody need be asked whose a key is. */
    private static final Set<Outcome> PASSING =
            EnumSet.of(Outcome.UNREACHABLE, Outcome.RATE_LIMITED, Outcome.CANCELLED);

    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final AyliaClient client;
    private final History history;
    private final InstantSource clock;
    private final Supplier<Duration> keepRuns;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable ApiKey vouched;
    private @Nullable Instant thinned;

    /** One that keeps every record of a run. */
    public Synchroniser(AyliaClient client, History history, InstantSource clock) {
        this(client, history, clock, () -> Duration.ZERO);
    }

    /**
     * @param keepRuns how long the record of a run stays in which nothing happened, see {@link History#thin}; zero for ever.
     *     Asked after a run, on its thread
     */
    public Synchroniser(AyliaClient client, History history, InstantSource clock, Supplier<Duration> keepRuns) {
        this.client = client;
        this.history = history;
        this.clock = clock;
        this.keepRuns = keepRuns;
    }

    /**
     * Takes the person's word that a key is of the organisation whose data the history is: runs with it go on where nobody
     * else says whose it is. The history remembers it only once such a run has read something; where the server names another
     * organisation meanwhile, or does not know the key, the word counts no longer. Any thread.
     */
    public void vouchFor(ApiKey key) {
        vouched = key;
    }

    /**
     * Reads every part, with one key, and stores what arrives; nothing at all when discovery names another organisation than the history's
     * own, or when the key is new to the history and nobody says whose it is, see {@link #vouchFor}. A second caller waits for the first to end. Blocking.
     *
     * @param call ends the run when cancelled: parts already stored stay
     * @throws dev.gradeline.history.HistoryException when storing fails
     */
    public SyncReport run(Call call, SyncProgress progress) {
        oneAtATime.lock();
        try {
            return runAlone(call, progress);
        } finally {
            oneAtATime.unlock();
        }
    }

    private SyncReport runAlone(Call call, SyncProgress progress) {
        Instant started = clock.instant();
        Posture before = history.posture();
        Map<Part, PartReport> parts = new EnumMap<>(Part.class);
        Instant at;
        try (History.Run run = history.begin()) {
            at = run.at();
            // Discovery alone names the organisation, so it is asked first: nothing of another one may be stored.
            ApiKey key = client.key();
            AyliaClient reader = client.holding(key);
            ApiResult<Discovery> discovery = reader.discovery(step(Part.DISCOVERY, call, progress));
            String theirs = organization(discovery);
            if (theirs != null && before.organizationId() != null && !theirs.equals(before.organizationId())) {
                vouched = null;
                for (Part part : Part.values()) {
                    parts.put(part, failed(part, Outcome.OTHER_ORGANISATION, "", null, run));
                }
            } else if (discovery instanceof ApiResult.NoKey<Discovery>) {
                vouched = null;
                // what has no key, or one that the server does not know, need not be sent again
                for (Part part : Part.values()) {
                    parts.put(part, failed(part, discovery.outcome(), discovery.detail(), null, run));
                }
            } else if (key != null && !isVouched(key) && history.isStranger(key.secret(), theirs)) {
                boolean passing = PASSING.contains(discovery.outcome());
                for (Part part : Part.values()) {
                    parts.put(
                            part,
                            failed(
                                    part,
                                    passing ? discovery.outcome() : Outcome.UNKNOWN_ORGANISATION,
                                    theirs == null ? discovery.detail() : Outcome.HISTORY_UNNAMED,
                                    passing ? discovery.retryAt() : null,
                                    run));
                }
            } else {
                parts.put(Part.DISCOVERY, storeDiscovery(discovery, run));
                parts.put(Part.SCORES, readScores(reader, step(Part.SCORES, call, progress), run));
                parts.put(Part.RECOMMENDATIONS, readRecommendations(reader, call, progress, run));
                if (key != null && parts.values().stream().anyMatch(part -> part.outcome() == Outcome.OK)) {
                    history.rememberKey(key.secret());
                }
            }
        }
        thin(at);
        Posture after = history.posture();
        List<Change> changes = Changes.between(history.comparable(before, after), after, Duration.ZERO);
        Instant ended = clock.instant();
        Duration took = ended.isBefore(started) ? Duration.ZERO : Duration.between(started, ended);
        LOG.info("synchronised in {} ms: {}, {} changes", took.toMillis(), outcomes(parts), changes.size());
        return new SyncReport(at, took, parts, changes);
    }

    private boolean isVouched(ApiKey key) {
        ApiKey word = vouched;
        return word != null && word.equals(key);
    }

    /** Once a day is enough. Whether it works or not, the run is done. */
    private void thin(Instant now) {
        Duration keep = keepRuns.get();
        if (!keep.isPositive() || (thinned != null && now.isBefore(thinned.plus(ONE_DAY)))) {
            return;
        }
        try {
            int gone = history.thin(now.minus(keep));
            LOG.info("{} records of runs in which nothing happened were taken out", gone);
            thinned = now;
        } catch (HistoryException e) {
            LOG.warn("records of old runs stay for now", e);
        }
    }

    private static Call step(Part part, Call call, SyncProgress progress) {
        progress.reading(part, 0);
        return call.step(rows -> progress.reading(part, rows));
    }

    /** Whose data the server says that it answers with; null when it does not say. */
    private static @Nullable String organization(ApiResult<Discovery> discovery) {
        if (!(discovery instanceof ApiResult.Ok<Discovery>(Discovery answer, List<String> oddities))) {
            return null;
        }
        Scan scan = answer.scan();
        return scan == null ? null : scan.organizationId();
    }

    private static PartReport readScores(AyliaClient reader, Call step, History.Run run) {
        return store(Part.SCORES, reader.scores(step), run, List::size, run::storeScores);
    }

    private static PartReport readRecommendations(
            AyliaClient reader, Call call, SyncProgress progress, History.Run run) {
        Call step = step(Part.RECOMMENDATIONS, call, progress);
        return store(
                Part.RECOMMENDATIONS,
                reader.recommendations(step, progress::arrived),
                run,
                List::size,
                run::storeRecommendations);
    }

    private static PartReport storeDiscovery(ApiResult<Discovery> answer, History.Run run) {
        return store(
                Part.DISCOVERY,
                answer,
                run,
                discovery -> platforms(discovery.scan()),
                discovery -> run.storeDiscovery(discovery.scan()));
    }

    private static int platforms(@Nullable Scan scan) {
        return scan == null ? 0 : scan.platforms().size();
    }

    private static <T> PartReport store(
            Part part, ApiResult<T> result, History.Run run, ToIntFunction<T> rows, Consumer<T> store) {
        if (result instanceof ApiResult.Ok<T>(T value, List<String> oddities)) {
            store.accept(value);
            if (!oddities.isEmpty()) {
                run.noteOddities(part, summary(oddities));
            }
            return new PartReport(part, Outcome.OK, rows.applyAsInt(value), "", null, oddities);
        }
        return failed(part, result.outcome(), result.detail(), result.retryAt(), run);
    }

    /** The first say how many rows were left out, and name some. The log has them all. */
    private static String summary(List<String> oddities) {
        String first = String.join("; ", oddities.subList(0, Math.min(ODDITIES, oddities.size())));
        return oddities.size() > ODDITIES ? first + "; …" : first;
    }

    private static PartReport failed(
            Part part, Outcome outcome, String detail, @Nullable Instant retryAt, History.Run run) {
        run.storeFailure(part, outcome, detail);
        return new PartReport(part, outcome, 0, detail, retryAt, List.of());
    }

    private static String outcomes(Map<Part, PartReport> parts) {
        return String.join(
                ", ",
                parts.values().stream()
                        .map(each -> each.part().id() + " " + each.outcome() + " " + each.rows())
                        .toList());
    }
}
