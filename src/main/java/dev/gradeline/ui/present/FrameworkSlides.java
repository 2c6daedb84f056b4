package dev.gradeline.ui.present;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.ToNextGrade;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.Attention;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.StandingWords;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The slides that tell of one framework each. Pure. */
final class FrameworkSlides {
    private final Situation situation;
    private final Posture posture;
    private final Slides.Beside beside;
    private final Words words;
    private final PostureWords names;
    private final TimeWords times;
    private final StandingWords standings;

    FrameworkSlides(Situation situation, Slides.Beside beside, Words words) {
        this.situation = situation;
        this.posture = situation.posture();
        this.beside = beside;
        this.words = words;
        this.names = new PostureWords(words);
        this.times = new TimeWords(words);
        this.standings = new StandingWords(words);
    }

    Slide.Card card(Standing standing) {
        Assessment current = standing.current();
        Instant completed = current.completedAt();
        Movement movement = Movement.ofScore(standing.change(), names);
        return new Slide.Card(
                Slides.name(standing.framework(), names),
                current.grade(),
                names.number(current.overallScore()),
                movement,
                standings.unmoved(standing),
                completed == null ? "" : situation.recency(completed, times),
                standings.marks(standing, situation).stream()
                        .map(StandingWords.Mark::word)
                        .toList(),
                standings.spoken(standing, situation));
    }

    /** Over the last year, and what is to be said of it. */
    Slide trend(Standing standing) {
        Slide.Card card = card(standing);
        String sentence = new ChangeWords(words).line(Changes.latest(standing)).text();
        List<String> facts = Stream.concat(
                        standings.marks(standing, situation).stream().map(mark -> marked(mark, standing)),
                        Stream.of(
                                toNext(standing),
                                open(standing),
                                beside.unread() ? words.of("present.trend.unread") : ""))
                .filter(fact -> !fact.isEmpty())
                .toList();
        Instant to = posture.asOf();
        Instant yearAgo = to.atZone(words.zone()).minusYears(1).toInstant();
        String when = card.assessed().isEmpty() ? "" : words.of("present.trend.assessed", card.assessed());
        return new Slide.Trend(
                card.name(),
                when,
                card,
                sentence,
                facts,
                new Slide.Line(line(standing), yearAgo, to, lowest(yearAgo, to), beside.shown()),
                Slides.spoken(card.spoken(), sentence, String.join("\n", facts)));
    }

    /** Alike on all slides, so that two rises that look alike are alike. */
    private int lowest(Instant from, Instant to) {
        return TrendChart.lowest(TrendChart.lines(posture), from, to);
    }

    /** What a mark means, in a sentence of its own. */
    private String marked(StandingWords.Mark mark, Standing standing) {
        return switch (mark.kind()) {
            case IMPORTED -> words.of("present.trend.imported");
            case GONE -> words.of("present.trend.gone");
            case OLD -> words.of("present.trend.old", Attention.ageInDays(standing, situation));
            case RESTATED -> words.of("present.trend.restated");
        };
    }

    /** With the colour that it has on the trends, whatever else is shown. */
    private TrendChart.Line line(Standing standing) {
        return TrendChart.lines(posture).stream()
                .filter(line -> line.standing().equals(standing))
                .findFirst()
                .orElseThrow();
    }

    private String toNext(Standing standing) {
        ToNextGrade next = ToNextGrade.of(standing.current());
        return next == null
                ? ""
                : words.of(
                        "present.trend.toNext",
                        names.missing(next.points()),
                        PostureWords.roundedUp(next.points()),
                        next.next().name());
    }

    private String open(Standing standing) {
        if (posture.recommendations().isEmpty()) {
            return "";
        }
        List<Recommendation> open = posture.recommendations().stream()
                .filter(Recommendation::stillOpen)
                .filter(r -> standing.framework().equals(r.framework()))
                .toList();
        Integer highest = open.stream()
                .map(Recommendation::priority)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        long urgent = open.stream()
                .filter(r -> highest != null && highest.equals(r.priority()))
                .count();
        return highest == null
                ? words.of("present.trend.open", open.size())
                : words.of("present.trend.openUrgent", open.size(), urgent, names.priority(highest));
    }
}
