package dev.gradeline.ui.trends;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Standing;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.words.ChangeWords.Tone;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the table below the chart says of a range of time. */
final class TrendRows {
    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;

    TrendRows(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
    }

    TrendRow row(Standing standing, Instant from, Instant now) {
        Assessment current = standing.current();
        List<BigDecimal> scores = scores(standing, from);
        BigDecimal score = current.overallScore();
        return new TrendRow(
                standing.framework(),
                name(standing),
                new TrendRow.Letter(current.grade()),
                new TrendRow.Value(score, posture.number(score), Tone.NEUTRAL),
                movement(standing.change()),
                movement(sinceStart(scores, score)),
                span(scores),
                assessments(standing, from),
                new TrendRow.Day(
                        current.effectiveAt(),
                        Recency.of(current.effectiveAt(), now, times),
                        Recency.inFull(current.effectiveAt(), times)));
    }

    String name(Standing standing) {
        String name = posture.framework(standing.framework());
        return standing.reported() ? name : words.of("trends.notReported", name);
    }

    /** The known scores of the range, oldest first, and before them the one that held when it began. */
    private static List<BigDecimal> scores(Standing standing, Instant from) {
        List<BigDecimal> scores = new ArrayList<>();
        for (Assessment assessment : standing.assessments()) {
            if (!assessment.effectiveAt().isAfter(from)) {
                scores.clear();
            }
            BigDecimal score = assessment.overallScore();
            if (score != null) {
                scores.add(score);
            }
        }
        return scores;
    }

    private static @Nullable BigDecimal sinceStart(List<BigDecimal> scores, @Nullable BigDecimal now) {
        return now == null || scores.size() < 2 ? null : now.subtract(scores.getFirst());
    }

    private TrendRow.Value movement(@Nullable BigDecimal change) {
        Movement movement = Movement.ofScore(change, posture);
        String text = movement.known() ? movement.text() : posture.number(null);
        return new TrendRow.Value(change, text, movement.tone());
    }

    private TrendRow.Value span(List<BigDecimal> scores) {
        if (scores.isEmpty()) {
            return new TrendRow.Value(null, posture.number(null), Tone.NEUTRAL);
        }
        BigDecimal low = scores.stream().min(Comparator.naturalOrder()).orElseThrow();
        BigDecimal high = scores.stream().max(Comparator.naturalOrder()).orElseThrow();
        String text = low.compareTo(high) == 0
                ? posture.number(low)
                : words.of("trends.span", posture.number(low), posture.number(high));
        return new TrendRow.Value(high.subtract(low), text, Tone.NEUTRAL);
    }

    private TrendRow.Value assessments(Standing standing, Instant from) {
        BigDecimal count = BigDecimal.valueOf(standing.assessments().stream()
                .filter(a -> a.effectiveAt().isAfter(from))
                .count());
        return new TrendRow.Value(count, posture.number(count), Tone.NEUTRAL);
    }
}
