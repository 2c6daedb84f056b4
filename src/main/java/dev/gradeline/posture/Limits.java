package dev.gradeline.posture;

import dev.gradeline.posture.Change.Kind;
import dev.gradeline.posture.LimitCheck.Unknown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a person sets on one organisation, of each matter one at most. Of grade, score and age, a limit bound to a
 * framework takes the place of the one for all; of open recommendations both count. Immutable.
 */
public record Limits(List<Limit> all) {
    public static final Limits NONE = new Limits(List.of());

    private static final Duration DAY = Duration.ofDays(1);

    public Limits {
        all = List.copyOf(all);
    }

    /** With a limit, in the place of one on the same matter. */
    public Limits with(Limit limit) {
        List<Limit> changed = new ArrayList<>(without(limit).all);
        changed.add(limit);
        return new Limits(changed);
    }

    /** Without the limit on the same matter. */
    public Limits without(Limit limit) {
        return new Limits(all.stream().filter(each -> !each.sameMatter(limit)).toList());
    }

    /** As a text that {@link #parse} reads back. */
    public String text() {
        return all.stream().map(Limit::text).collect(Collectors.joining(";"));
    }

    /** Reads a {@link #text}; what is no limit is left out. */
    public static Limits parse(String text) {
        Limits limits = NONE;
        for (Limit limit : Arrays.stream(text.split(";"))
                .map(Limit::parse)
                .filter(Objects::nonNull)
                .toList()) {
            limits = limits.with(limit);
        }
        return limits;
    }

    /** Whether new platforms are asked about, so that the start of a period matters. */
    public boolean askForNewPlatforms() {
        return all.stream().anyMatch(limit -> limit.kind() == Limit.Kind.NO_NEW_PLATFORMS);
    }

    /**
     * What comes of each limit, framework by framework, in the order of the limits. Grade and score are the server’s own: what
     * it left out is never worked out, and nobody can say that a limit on it holds.
     *
     * @param before what was known at the start of the period in which no platform may be new; where no scan was known then,
     *     platforms are compared with those of the first scan that is known: what was only found out later is not new. Nor
     *     is what comes back, having been known before
     */
    public List<LimitCheck> check(Posture posture, Posture before) {
        List<LimitCheck> checks = new ArrayList<>();
        for (Limit limit : all) {
            switch (limit.kind()) {
                case MIN_GRADE, MIN_SCORE, MAX_AGE -> assessments(limit, posture, checks);
                case MAX_OPEN -> checks.add(open(limit, posture));
                case NO_NEW_PLATFORMS -> checks.add(platforms(limit, posture, before));
            }
        }
        return List.copyOf(checks);
    }

    private void assessments(Limit limit, Posture posture, List<LimitCheck> checks) {
        Framework bound = limit.framework();
        if (bound != null) {
            Standing standing = posture.standings().stream()
                    .filter(each -> each.framework().equals(bound))
                    .findFirst()
                    .orElse(null);
            checks.add(
                    standing == null
                            ? unknown(limit, bound, missing(posture), null)
                            : assessment(limit, standing, posture.asOf()));
            return;
        }
        List<Standing> reported =
                posture.standings().stream().filter(Standing::reported).toList();
        if (reported.isEmpty()) {
            checks.add(unknown(limit, null, missing(posture), null));
        }
        reported.stream()
                .filter(standing -> !isBound(limit.kind(), standing.framework()))
                .forEach(standing -> checks.add(assessment(limit, standing, posture.asOf())));
    }

    private boolean isBound(Limit.Kind kind, Framework framework) {
        return all.stream().anyMatch(limit -> limit.kind() == kind && framework.equals(limit.framework()));
    }

    private static Unknown missing(Posture posture) {
        return wasRead(posture, Part.SCORES) ? Unknown.NOT_ASSESSED : Unknown.NEVER_READ;
    }

    private static boolean wasRead(Posture posture, Part part) {
        return posture.freshness(part).refreshedAt() != null;
    }

    private static LimitCheck assessment(Limit limit, Standing standing, Instant now) {
        Assessment current = standing.current();
        if (!standing.reported()) {
            return unknown(limit, standing.framework(), Unknown.NO_LONGER_REPORTED, current);
        }
        BigDecimal measured = switch (limit.kind()) {
            case MIN_GRADE -> place(current.grade());
            case MIN_SCORE -> current.overallScore();
            default -> days(current.age(now));
        };
        return measured == null
                ? unknown(limit, standing.framework(), Unknown.LEFT_OUT, current)
                : new LimitCheck(limit, standing.framework(), measured, null, current, List.of());
    }

    private static @Nullable BigDecimal place(@Nullable Grade grade) {
        GradeBand band = grade == null ? null : grade.band();
        return band == null ? null : BigDecimal.valueOf(band.place());
    }

    /** One begun counts as a whole one, so that more than so many days are more here, too. */
    private static @Nullable BigDecimal days(@Nullable Duration age) {
        return age == null
                ? null
                : BigDecimal.valueOf(age.plus(DAY).minusNanos(1).toDays());
    }

    private static LimitCheck open(Limit limit, Posture posture) {
        Framework bound = limit.framework();
        if (!wasRead(posture, Part.RECOMMENDATIONS)) {
            return unknown(limit, bound, Unknown.NEVER_READ, null);
        }
        Integer maxPriority = limit.maxPriority();
        long open = posture.recommendations().stream()
                .filter(row -> Status.OPEN.equals(row.status()))
                .filter(row -> bound == null || bound.equals(row.framework()))
                .filter(row -> maxPriority == null || isUpTo(row.priority(), maxPriority))
                .count();
        return new LimitCheck(limit, bound, BigDecimal.valueOf(open), null, null, List.of());
    }

    private static boolean isUpTo(@Nullable Integer priority, int max) {
        return priority != null && priority <= max;
    }

    private static LimitCheck platforms(Limit limit, Posture posture, Posture before) {
        if (!wasRead(posture, Part.DISCOVERY)) {
            return unknown(limit, null, Unknown.NEVER_READ, null);
        }
        Scan now = posture.scan();
        if (now == null) {
            return new LimitCheck(limit, null, BigDecimal.ZERO, null, null, List.of());
        }
        Scan known = before.scan();
        Scan then = known != null ? known : posture.scans().getLast();
        Instant upTo = known != null ? Changes.knownUpTo(before, Part.DISCOVERY) : then.firstSeen();
        List<String> names = Changes.platforms(then, now, upTo).stream()
                .filter(change -> change.kind() == Kind.PLATFORM_NEW)
                .map(Change::subject)
                .toList();
        return new LimitCheck(limit, null, BigDecimal.valueOf(names.size()), null, null, names);
    }

    private static LimitCheck unknown(
            Limit limit, @Nullable Framework framework, Unknown why, @Nullable Assessment assessment) {
        return new LimitCheck(limit, framework, null, why, assessment, List.of());
    }
}
