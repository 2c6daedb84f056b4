package dev.gradeline.ui.kit;

import dev.gradeline.posture.Scan;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a discovery scan, ready to show.
 *
 * @param number the number in words
 * @param name what it counts
 * @param movement how it moved since the scan before
 * @param spoken the whole in words
 */
public record ScanFigure(String number, String name, Movement movement, String spoken) {
    /** Platforms, shadow AI and risk score; a rise of shadow AI alone has a colour, for nothing says what the others mean. */
    public static List<ScanFigure> of(Scan scan, @Nullable Scan before, Words words) {
        PostureWords posture = new PostureWords(words);
        BigDecimal platforms = decimal(scan.platformsDiscovered());
        BigDecimal shadow = decimal(scan.shadowAiCount());
        BigDecimal risk = scan.overallRiskScore();
        BigDecimal platformsMoved = minus(platforms, before == null ? null : decimal(before.platformsDiscovered()));
        BigDecimal shadowMoved = minus(shadow, before == null ? null : decimal(before.shadowAiCount()));
        BigDecimal riskMoved = minus(risk, before == null ? null : before.overallRiskScore());
        return List.of(
                figure(
                        platforms,
                        words.of("overview.discovery.platforms"),
                        Movement.neutral(platformsMoved, posture),
                        words),
                figure(shadow, words.of("overview.discovery.shadow"), Movement.unwelcome(shadowMoved, posture), words),
                figure(risk, words.of("overview.discovery.risk"), Movement.neutral(riskMoved, posture), words));
    }

    private static ScanFigure figure(@Nullable BigDecimal number, String name, Movement movement, Words words) {
        String text = new PostureWords(words).number(number);
        String spoken = movement.known()
                ? words.of("overview.discovery.spokenMoved", text, name, movement.text())
                : words.of("overview.discovery.spoken", text, name);
        return new ScanFigure(text, name, movement, spoken);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static @Nullable BigDecimal minus(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : now.subtract(before);
    }
}
