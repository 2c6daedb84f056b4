package dev.gradeline.ui.changes;

import dev.gradeline.ui.kit.Situation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * From when to when changes are listed. Immutable.
 *
 * @param first the first day, of {@link ChangeSpan#DATE}; null for the last visit's
 * @param last the last day, of {@link ChangeSpan#DATE}; null for the moment shown
 */
record ChangePeriod(
        ChangeSpan span,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {
    static final ChangePeriod LAST_VISIT = new ChangePeriod(ChangeSpan.LAST_VISIT, null, null);

    static ChangePeriod of(ChangeSpan span) {
        return new ChangePeriod(span, null, null);
    }

    /** From another day on; a last day before it moves along. */
    ChangePeriod from(LocalDate day) {
        return new ChangePeriod(ChangeSpan.DATE, day, last != null && last.isBefore(day) ? day : last);
    }

    /**
     * Up to the end of another day; a first day after it moves along.
     *
     * @param now the first day of this period
     */
    ChangePeriod until(LocalDate day, LocalDate now) {
        LocalDate start = first != null ? first : now;
        return new ChangePeriod(ChangeSpan.DATE, start.isAfter(day) ? day : start, day);
    }

    Instant start(Situation situation, ZoneId zone) {
        Instant now = situation.posture().asOf();
        Instant since = situation.since();
        Instant report = situation.lastReport();
        return switch (span) {
            case LAST_VISIT -> since == null ? now : since;
            case LAST_REPORT -> report == null ? now : report;
            case DAYS_7, DAYS_30, DAYS_90 -> now.minus(Duration.ofDays(span.days()));
            case DATE -> {
                Instant start = first == null ? now : first.atStartOfDay(zone).toInstant();
                yield start.isAfter(now) ? now : start;
            }
        };
    }

    /** The end of the last day, or the moment shown where that is earlier. */
    Instant end(Situation situation, ZoneId zone) {
        Instant now = situation.posture().asOf();
        if (last == null) {
            return now;
        }
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        return end.isBefore(now) ? end : now;
    }
}
