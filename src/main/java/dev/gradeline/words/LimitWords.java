package dev.gradeline.words;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Limit;
import dev.gradeline.posture.LimitCheck;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sentence on what came of a limit: what, and by how much. Immutable; any thread. */
public final class LimitWords {
    /** How many new platforms a sentence names. */
    private static final int NAMED = 5;

    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;

    public LimitWords(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
    }

    /**
     * Why a limit does not hold, or cannot be said to; of one that holds, that what it speaks of is near it.
     *
     * @param since the start of the period in which platforms count as new
     */
    public String sentence(LimitCheck check, Instant since) {
        BigDecimal by = check.by();
        if (by == null) {
            return unknown(check);
        }
        return check.holds() ? near(check) : beyond(check, by, since);
    }

    private String beyond(LimitCheck check, BigDecimal by, Instant since) {
        String name = name(check);
        Limit limit = check.limit();
        return switch (limit.kind()) {
            case MIN_GRADE -> words.of("limit.grade", name, grade(check), by, limit.band());
            case MIN_SCORE ->
                words.of("limit.score", name, measured(check), posture.missing(by), posture.number(limit.value()));
            case MAX_OPEN -> words.of("limit.open", open(check), posture.number(by), posture.number(limit.value()));
            case MAX_AGE -> words.of("limit.age", name, completed(check), by, posture.number(limit.value()));
            case NO_NEW_PLATFORMS -> words.of("limit.platforms", by, times.date(since), names(check));
        };
    }

    private String near(LimitCheck check) {
        Limit limit = check.limit();
        return switch (limit.kind()) {
            case MIN_GRADE -> words.of("limit.near.grade", name(check), grade(check), limit.band());
            case MIN_SCORE -> words.of("limit.near.score", name(check), measured(check), posture.number(limit.value()));
            default -> words.of("limit.near.open", open(check), posture.number(limit.value()));
        };
    }

    private String unknown(LimitCheck check) {
        return switch (Objects.requireNonNull(check.unknown())) {
            case NEVER_READ ->
                words.of(
                        "limit.unknown.neverRead",
                        new OutcomeWords(words).name(check.limit().kind().part()));
            case NOT_ASSESSED ->
                check.framework() == null
                        ? words.of("limit.unknown.noneAssessed")
                        : words.of("limit.unknown.notAssessed", name(check));
            case NO_LONGER_REPORTED -> words.of("limit.unknown.gone", name(check));
            case LEFT_OUT -> leftOut(check);
        };
    }

    private String leftOut(LimitCheck check) {
        return switch (check.limit().kind()) {
            case MIN_GRADE ->
                check.assessment() == null || check.assessment().grade() == null
                        ? words.of("limit.unknown.noGrade", name(check))
                        : words.of("limit.unknown.grade", name(check), grade(check));
            case MIN_SCORE -> words.of("limit.unknown.score", name(check));
            default -> words.of("limit.unknown.date", name(check));
        };
    }

    /** “HIPAA”; “All frameworks”. */
    private String name(LimitCheck check) {
        Framework framework = check.framework();
        return framework == null ? words.of("limit.all") : posture.framework(framework);
    }

    private String grade(LimitCheck check) {
        Assessment assessment = check.assessment();
        Grade grade = assessment == null ? null : assessment.grade();
        return posture.clean(grade == null ? null : grade.letter());
    }

    private String measured(LimitCheck check) {
        return posture.number(check.measured());
    }

    private String completed(LimitCheck check) {
        Assessment assessment = check.assessment();
        Instant at = assessment == null ? null : assessment.completedAt();
        return at == null ? posture.unknown() : times.date(at);
    }

    /** “HIPAA: 5 open recommendations up to P1”. */
    private String open(LimitCheck check) {
        BigDecimal open = Objects.requireNonNullElse(check.measured(), BigDecimal.ZERO);
        Integer priority = check.limit().maxPriority();
        return priority == null
                ? words.of("limit.open.any", name(check), open)
                : words.of("limit.open.upTo", name(check), open, posture.priority(priority));
    }

    private String names(LimitCheck check) {
        Stream<String> more = check.names().size() > NAMED ? Stream.of("…") : Stream.of();
        return Stream.concat(check.names().stream().limit(NAMED).map(posture::clean), more)
                .collect(Collectors.joining(", "));
    }
}
