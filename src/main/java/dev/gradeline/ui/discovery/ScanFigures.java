package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Scan;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The four figures over the table, each with its movement since the scan compared with.
 *
 * @param organisation its identifier, the only name that Ayliea gives it; empty when unknown
 * @param moment the end of the scan in full, with its UTC time; empty when unknown
 * @param shadowRose whether the shadow-AI count went up: the one movement whose meaning is known
 */
record ScanFigures(
        String domain,
        String organisation,
        String scanned,
        String moment,
        String platforms,
        String platformsMoved,
        String shadow,
        String shadowMoved,
        boolean shadowRose,
        String risk,
        String riskMoved) {

    static ScanFigures of(Scan scan, @Nullable Scan before, Words words, Instant now) {
        PostureWords posture = new PostureWords(words);
        BigDecimal platforms = decimal(scan.platformsDiscovered());
        BigDecimal shadow = decimal(scan.shadowAiCount());
        BigDecimal shadowMoved = moved(shadow, before == null ? null : decimal(before.shadowAiCount()));
        return new ScanFigures(
                posture.clean(scan.domain()),
                scan.organizationId() == null
                        ? ""
                        : words.of("discovery.organisation", posture.clean(scan.organizationId())),
                times(scan, words, now),
                moment(scan.completedAt(), words),
                posture.number(platforms),
                movement(moved(platforms, before == null ? null : decimal(before.platformsDiscovered())), posture),
                posture.number(shadow),
                movement(shadowMoved, posture),
                shadowMoved != null && shadowMoved.signum() > 0,
                posture.number(scan.overallRiskScore()),
                movement(moved(scan.overallRiskScore(), before == null ? null : before.overallRiskScore()), posture));
    }

    private static String times(Scan scan, Words words, Instant now) {
        Instant end = scan.completedAt();
        if (end == null) {
            return words.of("discovery.scanned.unknown");
        }
        TimeWords times = new TimeWords(words);
        String day = times.day(end, now);
        Instant start = scan.startedAt();
        boolean sameDay = start != null && times.day(start, now).equals(day);
        return start != null && sameDay
                ? words.of("discovery.scanned", day, times.time(start), times.time(end))
                : words.of("discovery.scanned.at", day, times.time(end));
    }

    private static String moment(@Nullable Instant end, Words words) {
        TimeWords times = new TimeWords(words);
        return end == null ? "" : words.of("discovery.moment", times.dateTime(end), times.utc(end));
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static @Nullable BigDecimal moved(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : now.subtract(before);
    }

    private static String movement(@Nullable BigDecimal moved, PostureWords posture) {
        return moved == null || moved.signum() == 0 ? "" : posture.movement(moved);
    }
}
