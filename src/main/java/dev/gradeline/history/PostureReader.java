package dev.gradeline.history;

import dev.gradeline.posture.Lifetimes;
import dev.gradeline.posture.Moments;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Reads what was known at moments out of the tables, and what a comparison of two of them begins with. One thread. */
final class PostureReader {
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);

    private final Sql sql;

    PostureReader(Sql sql) {
        this.sql = sql;
    }

    /** Everything that was known at a moment. */
    Posture posture(Instant asOf) throws SQLException {
        return posture(asOf, Micros.of(asOf));
    }

    /**
     * Everything that was known at a moment.
     *
     * @param asOf what the posture says of itself
     * @param moment up to which runs count, in microseconds
     */
    Posture posture(Instant asOf, long moment) throws SQLException {
        SyncTable syncs = new SyncTable(sql);
        RecommendationTable recommendations = new RecommendationTable(sql);
        ScanTable scans = new ScanTable(sql);
        return new Posture(
                asOf,
                syncs.lastSync(moment),
                scans.organization(moment),
                syncs.freshness(moment),
                new AssessmentTable(sql).standings(moment),
                new OwnNoteTable(sql).with(recommendations.reported(moment)),
                scans.scans(moment),
                scans.reported(moment),
                recommendations.openCounts(syncs.firstRead(Part.RECOMMENDATIONS, moment), moment));
    }

    /**
     * See {@link History#lifetimes}.
     *
     * @param longUnread how long nobody may have looked before it counts
     */
    Lifetimes lifetimes(Instant asOf, Duration longUnread) throws SQLException {
        long moment = Micros.of(asOf);
        SyncTable syncs = new SyncTable(sql);
        Instant begin = syncs.firstRead(Part.RECOMMENDATIONS, moment);
        if (begin == null) {
            return Lifetimes.none(asOf);
        }
        long doubtful = RescueNote.doubtfulUpTo(sql);
        Instant anew = doubtful == Long.MIN_VALUE ? null : syncs.firstReadAfter(Part.RECOMMENDATIONS, doubtful, moment);
        return new Lifetimes(
                asOf,
                begin,
                anew == null ? Set.of(begin) : Set.of(begin, anew),
                syncs.unread(Part.RECOMMENDATIONS, moment, longUnread.toMillis() * 1_000),
                new RecommendationTable(sql).lifetimes(moment));
    }

    /** The posture that changes up to a later moment are told from: a part that was not read by then counts from its first reading. */
    Posture start(Instant from, Instant to) throws SQLException {
        Posture start = posture(from);
        for (Part part : Part.values()) {
            Instant first = start.freshness(part).refreshedAt() == null
                    ? new SyncTable(sql).firstRead(part, Micros.of(to))
                    : null;
            if (first != null) {
                start = start.with(part, posture(first));
            }
        }
        return start;
    }

    /** Everything that is known, at a moment that is no earlier than its newest run: clocks differ. */
    Posture latest(Instant now) throws SQLException {
        long latest = Math.max(Micros.of(now), new SyncTable(sql).latest());
        return posture(Micros.instant(latest), History.NOW);
    }

    /** See {@link History#periodStart}. */
    Instant periodStart(History.Mark mark, Instant asOf) throws SQLException {
        Instant marked = new MarkTable(sql).get(mark);
        Instant start = marked != null && marked.isBefore(asOf) ? marked : asOf.minus(DEFAULT_PERIOD);
        Instant first = new SyncTable(sql).firstSync();
        return first != null && start.isBefore(first) ? first : start;
    }

    /** See {@link History#comparable}. */
    Posture comparable(Posture start, Posture end) throws SQLException {
        long doubtful = RescueNote.doubtfulUpTo(sql);
        if (Micros.of(end.asOf()) <= doubtful) {
            return start;
        }
        Posture honest = start;
        for (Part part : RescueNote.lost(sql)) {
            Instant first = new SyncTable(sql).firstReadAfter(part, doubtful, Micros.of(end.asOf()));
            if (first == null) {
                honest = honest.with(part, end);
            } else if (start.asOf().isBefore(first)) {
                honest = honest.with(part, posture(first));
            }
        }
        return honest;
    }

    /** See {@link History#beganAnew}. */
    Set<Part> beganAnew(Instant at) throws SQLException {
        long doubtful = RescueNote.doubtfulUpTo(sql);
        Set<Part> anew = EnumSet.noneOf(Part.class);
        for (Part part : RescueNote.lost(sql)) {
            Instant first = new SyncTable(sql).firstReadAfter(part, doubtful, History.NOW);
            if (first != null && !first.isBefore(at)) {
                anew.add(part);
            }
        }
        return anew;
    }

    /** When what differs between two moments happened. */
    Moments moments(Instant from, Instant to) throws SQLException {
        long begin = Micros.of(from);
        long end = Micros.of(to);
        RecommendationTable recommendations = new RecommendationTable(sql);
        return new Moments(
                recommendations.lastHeld(begin, end),
                recommendations.lastMoved(begin, end, "status"),
                recommendations.lastMoved(begin, end, "priority"),
                recommendations.lastMoved(begin, end, "title", "category", "framework_id"),
                new AssessmentTable(sql).lastHeld(begin, end),
                new ScanTable(sql).lastLeft(begin, end));
    }
}
