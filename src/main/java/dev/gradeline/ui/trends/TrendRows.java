package dev.gradeline.ui.trends;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.ToNextGrade;
import dev.gradeline.report.chart.Crosshair;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.ChangeWords.Tone;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the table below the chart says of a range of time: how things stood when it ended. */
final class TrendRows {
    /** How many recommendations a tooltip names. */
    private static final int NAMED = 3;

    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;

    TrendRows(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
    }

    /** A framework's row; null when it was not assessed by the end of the range. */
    @Nullable TrendRow row(Standing standing, Span span, Posture all, Situation situation) {
        List<Assessment> upTo = standing.assessments().stream()
                .filter(each -> !each.effectiveAt().isAfter(span.to()))
                .toList();
        if (upTo.isEmpty()) {
            return null;
        }
        Standing then = new Standing(standing.framework(), upTo, standing.reported());
        Assessment current = then.current();
        List<BigDecimal> scores = scores(then, span.from());
        BigDecimal score = current.overallScore();
        return new TrendRow(
                standing.framework(),
                name(standing),
                new TrendRow.Letter(current.grade()),
                number(score),
                movement(then.change()),
                movement(sinceStart(then, span.from(), score)),
                number(scores.stream().max(Comparator.naturalOrder()).orElse(null)),
                number(scores.stream().min(Comparator.naturalOrder()).orElse(null)),
                assessments(then, span.from()),
                span.to().isBefore(all.asOf()) ? nothingNext() : next(standing, current, all),
                new TrendRow.Day(
                        current.effectiveAt(),
                        situation.recency(current.effectiveAt(), times),
                        Recency.inFull(current.effectiveAt(), times)));
    }

    String name(Standing standing) {
        String name = posture.framework(standing.framework());
        return standing.reported() ? name : words.of("trends.notReported", name);
    }

    /** The recommendations of a framework that wait: open or in progress. */
    static RecommendationFilter waiting(dev.gradeline.posture.Framework framework) {
        return RecommendationFilter.STILL_OPEN.withFrameworks(Set.of(framework.id()));
    }

    /** Of a past score nobody asks what is missing, and what is open today says nothing of then. */
    private TrendRow.Next nothingNext() {
        return new TrendRow.Next(null, posture.number(null), List.of(), 0);
    }

    private TrendRow.Next next(Standing standing, Assessment shown, Posture all) {
        ToNextGrade distance = shown.equals(standing.current()) ? ToNextGrade.of(shown) : null;
        List<Recommendation> waiting = waiting(standing.framework()).apply(all.recommendations()).stream()
                .sorted(Comparator.comparing(
                        Recommendation::priority, Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
                .toList();
        List<String> first = waiting.stream()
                .limit(NAMED)
                .map(each ->
                        words.of("trends.next.open", posture.priority(each.priority()), posture.title(each.title())))
                .toList();
        if (distance == null) {
            return new TrendRow.Next(null, posture.number(null), first, waiting.size());
        }
        boolean one = PostureWords.roundedUp(distance.points()).compareTo(BigDecimal.ONE) == 0;
        String text = words.of(
                one ? "trends.next.point" : "trends.next.points",
                posture.missing(distance.points()),
                distance.next().name());
        return new TrendRow.Next(distance.points(), text, first, waiting.size());
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

    /** As comparing both days tells it: null where no score held yet when the range began, 0 where the same one still does. */
    private static @Nullable BigDecimal sinceStart(Standing then, Instant from, @Nullable BigDecimal now) {
        Assessment held = Crosshair.held(new TrendChart.Line(then, 0), from);
        BigDecimal before = held == null ? null : held.overallScore();
        return now == null || before == null ? null : now.subtract(before);
    }

    TrendRow.Value movement(@Nullable BigDecimal change) {
        Movement movement = Movement.ofScore(change, posture);
        String text = movement.known() ? movement.text() : posture.number(null);
        return new TrendRow.Value(change, text, movement.tone());
    }

    TrendRow.Value number(@Nullable BigDecimal number) {
        return new TrendRow.Value(number, posture.number(number), Tone.NEUTRAL);
    }

    private TrendRow.Value assessments(Standing standing, Instant from) {
        return number(BigDecimal.valueOf(standing.assessments().stream()
                .filter(a -> a.effectiveAt().isAfter(from))
                .count()));
    }
}
