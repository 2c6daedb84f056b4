package dev.gradeline.ui.trends;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.ToNextGrade;
import dev.gradeline.report.chart.Crosshair;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.ChangeWords.Tone;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
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
    private final PostureWords names;
    private final TimeWords times;

    TrendRows(Words words) {
        this.words = words;
        this.names = new PostureWords(words);
        this.times = new TimeWords(words);
    }

    /** A framework's row; null when it was not assessed by the end of the range. */
    @Nullable TrendRow row(Standing standing, Span span, Posture posture, Situation situation) {
        List<Assessment> all = standing.assessments();
        int last = Crosshair.place(all, span.to());
        if (last < 0) {
            return null;
        }
        Assessment current = all.get(last);
        int held = Crosshair.place(all, span.from());
        List<BigDecimal> scores = scores(all.subList(Math.max(0, held), last + 1));
        BigDecimal score = current.overallScore();
        BigDecimal before = held < 0 ? null : all.get(held).overallScore();
        return new TrendRow(
                standing.framework(),
                name(standing),
                new TrendRow.Letter(current.grade()),
                number(score),
                movement(standing.changeAt(last)),
                // as comparing both days tells it
                movement(score == null || before == null ? null : score.subtract(before)),
                number(scores.stream().max(Comparator.naturalOrder()).orElse(null)),
                number(scores.stream().min(Comparator.naturalOrder()).orElse(null)),
                number(BigDecimal.valueOf(last - held)),
                span.to().isBefore(posture.asOf()) ? nothingNext() : next(standing, current, posture),
                new TrendRow.Day(
                        current.effectiveAt(),
                        situation.recency(current.effectiveAt(), times),
                        Recency.inFull(current.effectiveAt(), times)));
    }

    String name(Standing standing) {
        String name = names.framework(standing.framework());
        return standing.reported() ? name : words.of("trends.notReported", name);
    }

    /** The recommendations of a framework that wait: open or in progress. */
    static RecommendationFilter waiting(dev.gradeline.posture.Framework framework) {
        return RecommendationFilter.STILL_OPEN.withFrameworks(Set.of(framework.id()));
    }

    /** Of a past score nobody asks what is missing, and what is open today says nothing of then. */
    private TrendRow.Next nothingNext() {
        return new TrendRow.Next(null, names.number(null), List.of(), 0);
    }

    private TrendRow.Next next(Standing standing, Assessment shown, Posture all) {
        ToNextGrade distance = shown.equals(standing.current()) ? ToNextGrade.of(shown) : null;
        List<Recommendation> waiting = waiting(standing.framework()).apply(all.recommendations()).stream()
                .sorted(Comparator.comparing(
                        Recommendation::priority, Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
                .toList();
        List<String> first = waiting.stream()
                .limit(NAMED)
                .map(each -> words.of("trends.next.open", names.priority(each.priority()), names.title(each.title())))
                .toList();
        if (distance == null) {
            return new TrendRow.Next(null, names.number(null), first, waiting.size());
        }
        boolean one = PostureWords.roundedUp(distance.points()).compareTo(BigDecimal.ONE) == 0;
        String text = words.of(
                one ? "trends.next.point" : "trends.next.points",
                names.missing(distance.points()),
                distance.next().name());
        return new TrendRow.Next(distance.points(), text, first, waiting.size());
    }

    private static List<BigDecimal> scores(List<Assessment> range) {
        List<BigDecimal> scores = new ArrayList<>();
        for (Assessment assessment : range) {
            BigDecimal score = assessment.overallScore();
            if (score != null) {
                scores.add(score);
            }
        }
        return scores;
    }

    TrendRow.Value movement(@Nullable BigDecimal change) {
        Movement movement = Movement.ofScore(change, names);
        String text = movement.known() ? movement.text() : names.number(null);
        return new TrendRow.Value(change, text, movement.tone());
    }

    TrendRow.Value number(@Nullable BigDecimal number) {
        return new TrendRow.Value(number, names.number(number), Tone.NEUTRAL);
    }
}
