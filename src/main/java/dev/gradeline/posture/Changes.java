package dev.gradeline.posture;

import dev.gradeline.posture.Change.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two postures, most telling first. Pure: the same two postures give the same list. */
public final class Changes {
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::kind)
            .thenComparing(Change::at, Comparator.reverseOrder())
            .thenComparing(Change::subject);

    private Changes() {}

    /**
     * What differs between two moments: each thing once, with its value then and its value now; of scores every assessment in
     * between, each with the one before it.
     *
     * @param earlier the posture at the start
     * @param later the posture at the end
     * @param oldAfter a framework whose last assessment came to be older than this in between is named, too, unless it has
     *     left the answer; zero for never
     * @return grades first, then scores, recommendations, platforms and figures; within a kind the newest first
     */
    public static List<Change> between(Posture earlier, Posture later, Duration oldAfter) {
        return between(earlier, later, oldAfter, Moments.UNKNOWN);
    }

    /**
     * The same, for somebody who remembers.
     *
     * @param moments when things happened in between, see {@link Moments#UNKNOWN} for what is not in there
     */
    public static List<Change> between(Posture earlier, Posture later, Duration oldAfter, Moments moments) {
        List<Change> changes = new ArrayList<>();
        scores(earlier, later, moments, changes);
        recommendations(earlier, later, moments, changes);
        discovery(earlier, later, moments, changes);
        if (oldAfter.isPositive()) {
            notAssessed(earlier.asOf(), later, oldAfter, changes);
        }
        changes.sort(ORDER);
        return List.copyOf(changes);
    }

    private static void scores(Posture earlier, Posture later, Moments moments, List<Change> changes) {
        Map<Framework, Standing> before =
                earlier.standings().stream().collect(Collectors.toMap(Standing::framework, Function.identity()));
        for (Standing now : later.standings()) {
            Standing then = before.get(now.framework());
            Assessment current = now.current();
            if (isOnlyNewlyKnown(then, current, earlier.asOf())) {
                continue;
            }
            if (then == null) {
                changes.add(
                        new Change.Score(current.effectiveAt(), Kind.NEWLY_ASSESSED, now.framework(), null, current));
            } else {
                Assessment was = then.current();
                if (then.reported() && !now.reported()) {
                    Instant left =
                            moments.withdrawn().getOrDefault(now.framework().id(), later.asOf());
                    changes.add(new Change.Score(left, Kind.FRAMEWORK_GONE, now.framework(), was, null));
                } else if (!sameAnswer(was, current) && !steps(was, now, earlier.asOf(), changes)) {
                    changes.add(new Change.Score(
                            when(
                                    was,
                                    current,
                                    moments.withdrawn()
                                            .getOrDefault(now.framework().id(), later.asOf())),
                            kind(was, current),
                            now.framework(),
                            was,
                            current));
                }
            }
        }
    }

    /**
     * What the person brought from elsewhere and was over before the period began is not news of the period; nor is what
     * Ayliea itself then says of an assessment that was brought before.
     */
    private static boolean isOnlyNewlyKnown(@Nullable Standing then, Assessment current, Instant start) {
        if (current.imported()) {
            boolean known = then != null && sameAnswer(then.current(), current);
            return !known && !current.effectiveAt().isAfter(start);
        }
        return then != null && then.current().imported() && restates(then.current(), current);
    }

    /**
     * Tells each assessment after one that still stands, but for those that were brought from elsewhere and were over before.
     *
     * @return whether that one still stands: else only the difference can be told
     */
    private static boolean steps(Assessment was, Standing now, Instant start, List<Change> changes) {
        List<Assessment> all = now.assessments();
        int at = all.size() - 1;
        while (at >= 0 && !sameAnswer(was, all.get(at))) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        for (int i = at + 1; i < all.size(); i++) {
            Assessment before = all.get(i - 1);
            Assessment next = all.get(i);
            if (!next.imported() || next.effectiveAt().isAfter(start)) {
                changes.add(new Change.Score(next.effectiveAt(), kind(before, next), now.framework(), before, next));
            }
        }
        return true;
    }

    /** The same changes, with the assessments of each framework told as one: from the first one's before to the last one. */
    public static List<Change> net(List<Change> changes) {
        Map<Framework, List<Change.Score>> steps = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Score score && isStep(score)) {
                steps.computeIfAbsent(score.framework(), framework -> new ArrayList<>())
                        .add(score);
            }
        }
        List<Change> net = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Score score && isStep(score)) {
                List<Change.Score> all = steps.remove(score.framework());
                if (all != null) {
                    net.add(joined(all));
                }
            } else {
                net.add(change);
            }
        }
        return List.copyOf(net);
    }

    private static boolean isStep(Change.Score score) {
        return score.earlier() != null && score.later() != null;
    }

    private static Change.Score joined(List<Change.Score> steps) {
        if (steps.size() == 1) {
            return steps.getFirst();
        }
        Change.Score first = Collections.min(steps, Comparator.comparing(Change.Score::at));
        Change.Score last = Collections.max(steps, Comparator.comparing(Change.Score::at));
        Assessment was = Objects.requireNonNull(first.earlier());
        Assessment now = Objects.requireNonNull(last.later());
        return new Change.Score(last.at(), kind(was, now), last.framework(), was, now);
    }

    /** What a framework's latest assessment changed: from the one before it, or that it is the first. */
    public static Change.Score latest(Standing standing) {
        Assessment now = standing.current();
        Assessment was = standing.previous();
        Kind kind = was == null ? Kind.NEWLY_ASSESSED : kind(was, now);
        return new Change.Score(now.effectiveAt(), kind, standing.framework(), was, now);
    }

    private static boolean sameAnswer(Assessment a, Assessment b) {
        return Objects.equals(a.completedAt(), b.completedAt())
                && sameNumber(a.overallScore(), b.overallScore())
                && Objects.equals(a.grade(), b.grade());
    }

    /**
     * A restatement keeps its old completion date: what is new is the sight of it. When a later assessment was withdrawn,
     * the one before it stands again, and has since the withdrawal.
     */
    private static Instant when(Assessment was, Assessment now, Instant withdrawn) {
        if (restates(was, now)) {
            return now.firstSeen();
        }
        return now.effectiveAt().isBefore(was.effectiveAt()) ? withdrawn : now.effectiveAt();
    }

    /** Without a completion date nothing says that it is the same assessment. */
    private static boolean restates(Assessment was, Assessment now) {
        return was.completedAt() != null && was.completedAt().equals(now.completedAt());
    }

    private static Kind kind(Assessment was, Assessment now) {
        if (restates(was, now)) {
            return Kind.RESTATED;
        }
        Grade gradeThen = was.grade();
        Grade gradeNow = now.grade();
        if (gradeThen != null && gradeNow != null && !gradeThen.equals(gradeNow)) {
            GradeBand bandThen = gradeThen.band();
            GradeBand bandNow = gradeNow.band();
            if (bandThen == null || bandNow == null) {
                return Kind.GRADE_CHANGED;
            }
            return bandNow.compareTo(bandThen) > 0 ? Kind.GRADE_DOWN : Kind.GRADE_UP;
        }
        BigDecimal scoreThen = was.overallScore();
        BigDecimal scoreNow = now.overallScore();
        int moved = scoreThen == null || scoreNow == null ? 0 : scoreNow.compareTo(scoreThen);
        return moved > 0 ? Kind.SCORE_UP : moved < 0 ? Kind.SCORE_DOWN : Kind.REASSESSED;
    }

    /** By lineage: the same advice under a new id is the same, and a re-issue alone is no change. */
    private static void recommendations(Posture earlier, Posture later, Moments moments, List<Change> changes) {
        Instant known = knownUpTo(earlier, Part.RECOMMENDATIONS);
        Map<String, Recommendation> before = new LinkedHashMap<>();
        earlier.recommendations().forEach(r -> before.put(r.lineage(), r));
        for (Recommendation now : later.recommendations()) {
            Recommendation was = before.remove(now.lineage());
            if (was == null) {
                changes.add(came(now, known));
            } else {
                moved(was, now, moments, changes);
            }
        }
        for (Recommendation was : before.values()) {
            Instant left = moments.left().getOrDefault(was.lineage(), later.asOf());
            changes.add(new Change.OfRecommendation(left, Kind.RECOMMENDATION_GONE, was, statusId(was), null));
        }
    }

    /** What was known before and was not there at the start came back, when it last changed; else it is new. */
    private static Change came(Recommendation now, Instant known) {
        boolean isNew = now.firstSeen().isAfter(known);
        return new Change.OfRecommendation(
                isNew ? now.firstSeen() : now.lastChanged(),
                isNew ? Kind.RECOMMENDATION_OPENED : Kind.RECOMMENDATION_RETURNED,
                now,
                null,
                statusId(now));
    }

    /**
     * Up to when what a posture tells of a part was seen: its last reading. The posture's own moment may be that of the very
     * next reading, where a clock stands still.
     */
    static Instant knownUpTo(Posture start, Part part) {
        Instant read = start.freshness(part).refreshedAt();
        return read != null ? read : start.asOf();
    }

    private static void moved(Recommendation was, Recommendation now, Moments moments, List<Change> changes) {
        if (!Objects.equals(was.status(), now.status())) {
            changes.add(new Change.OfRecommendation(
                    moments.status().getOrDefault(now.lineage(), now.lastChanged()),
                    statusKind(was.status(), now.status()),
                    now,
                    statusId(was),
                    statusId(now)));
        }
        if (!Objects.equals(was.priority(), now.priority())) {
            changes.add(new Change.OfRecommendation(
                    moments.priority().getOrDefault(now.lineage(), now.lastChanged()),
                    Kind.RECOMMENDATION_REPRIORITISED,
                    now,
                    text(was.priority()),
                    text(now.priority())));
        }
        if (!sameText(was, now)) {
            changes.add(new Change.OfRecommendation(
                    moments.content().getOrDefault(now.lineage(), now.lastChanged()),
                    Kind.RECOMMENDATION_EDITED,
                    now,
                    was.title(),
                    now.title()));
        }
    }

    private static boolean sameText(Recommendation was, Recommendation now) {
        return Objects.equals(was.title(), now.title())
                && Objects.equals(was.category(), now.category())
                && Objects.equals(was.framework(), now.framework());
    }

    private static Kind statusKind(@Nullable Status was, @Nullable Status now) {
        if (Status.COMPLETED.equals(now)) {
            return Kind.RECOMMENDATION_COMPLETED;
        }
        if (Status.DISMISSED.equals(now)) {
            return Kind.RECOMMENDATION_DISMISSED;
        }
        boolean wasClosed = Status.COMPLETED.equals(was) || Status.DISMISSED.equals(was);
        return wasClosed && now != null && now.stillOpen()
                ? Kind.RECOMMENDATION_REOPENED
                : Kind.RECOMMENDATION_PROGRESSED;
    }

    private static void discovery(Posture earlier, Posture later, Moments moments, List<Change> changes) {
        Scan was = earlier.scan();
        Scan now = later.scan();
        if (was == null && now != null) {
            figure(Kind.SCAN_NEW, now.effectiveAt(), null, platformCount(now), changes);
        } else if (was != null && now == null) {
            Instant left = moments.scanLeft();
            figure(Kind.SCAN_GONE, left != null ? left : later.asOf(), platformCount(was), null, changes);
        }
        if (was == null || now == null || was.equals(now)) {
            return;
        }
        platforms(was, now, knownUpTo(earlier, Part.DISCOVERY), changes);
        figure(Kind.SHADOW_AI_COUNT, now.effectiveAt(), text(was.shadowAiCount()), text(now.shadowAiCount()), changes);
        if (!sameNumber(was.overallRiskScore(), now.overallRiskScore())) {
            figure(
                    Kind.RISK_SCORE,
                    now.effectiveAt(),
                    text(was.overallRiskScore()),
                    text(now.overallRiskScore()),
                    changes);
        }
    }

    private static String platformCount(Scan scan) {
        return Integer.toString(scan.platforms().size());
    }

    /**
     * Platforms of the later scan that the earlier one lacks, and the other way round, by name and vendor.
     *
     * @param known of what was first seen up to then, nothing is new: it came back
     */
    public static List<Change> platforms(Scan was, Scan now, Instant known) {
        List<Change> changes = new ArrayList<>();
        platforms(was, now, known, changes);
        return List.copyOf(changes);
    }

    private static void platforms(Scan was, Scan now, Instant known, List<Change> changes) {
        Map<Platform.Identity, Platform> before = new LinkedHashMap<>();
        was.platforms().forEach(p -> before.putIfAbsent(p.identity(), p));
        Map<Platform.Identity, Platform> after = new LinkedHashMap<>();
        now.platforms().forEach(p -> after.putIfAbsent(p.identity(), p));
        after.forEach((identity, platform) -> {
            if (!before.containsKey(identity)) {
                Kind kind = platform.firstSeen().isAfter(known) ? Kind.PLATFORM_NEW : Kind.PLATFORM_RETURNED;
                changes.add(
                        new Change.OfPlatform(now.effectiveAt(), kind, platform, null, text(platform.confidence())));
            }
        });
        before.forEach((identity, platform) -> {
            if (!after.containsKey(identity)) {
                changes.add(new Change.OfPlatform(
                        now.effectiveAt(), Kind.PLATFORM_GONE, platform, text(platform.confidence()), null));
            }
        });
    }

    private static void figure(
            Kind kind, Instant at, @Nullable String before, @Nullable String after, List<Change> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change.Figure(at, kind, kind.id(), before, after));
        }
    }

    private static void notAssessed(Instant from, Posture later, Duration oldAfter, List<Change> changes) {
        for (Standing standing : later.standings()) {
            Assessment current = standing.current();
            Instant last = current.completedAt();
            if (standing.reported()
                    && last != null
                    && current.olderThan(oldAfter, later.asOf())
                    && !current.olderThan(oldAfter, from)) {
                changes.add(new Change.NotAssessed(last.plus(oldAfter), standing.framework(), last));
            }
        }
    }

    private static boolean sameNumber(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }

    private static @Nullable String statusId(Recommendation r) {
        Status status = r.status();
        return status == null ? null : status.id();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
