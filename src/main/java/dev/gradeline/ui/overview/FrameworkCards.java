package dev.gradeline.ui.overview;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Standing;
import dev.gradeline.ui.kit.Attention;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.StandingWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The cards of all frameworks, what needs {@link Attention} first. */
final class FrameworkCards {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Words words;
    private final StandingWords standings;
    private final PostureWords posture;
    private final TimeWords times;

    FrameworkCards(Words words) {
        this.words = words;
        this.standings = new StandingWords(words);
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
    }

    List<FrameworkCard> of(Situation situation) {
        return situation.posture().standings().stream()
                .sorted(Attention.order(situation))
                .map(standing -> card(standing, situation))
                .toList();
    }

    private FrameworkCard card(Standing standing, Situation situation) {
        Assessment current = standing.current();
        Instant completed = current.completedAt();
        String name = posture.framework(standing.framework());
        boolean scored = current.overallScore() != null;
        Movement movement = Movement.ofScore(standing.change(), posture);
        return new FrameworkCard(
                standing.framework(),
                name,
                current.grade(),
                posture.number(current.overallScore()),
                scored ? words.of("overview.outOf") : "",
                trend(standing, situation.posture().asOf()),
                movement,
                standings.unmoved(standing),
                completed == null ? "" : situation.recency(completed, times),
                completed == null ? "" : Recency.inFull(completed, times),
                standings.marks(standing, situation),
                standings.spoken(standing, situation));
    }

    /**
     * The year up to the end; a history shorter than that fills the whole width. A single assessment is no history: it
     * stands where it belongs in the year.
     */
    private static FrameworkCard.Trend trend(Standing standing, Instant until) {
        Instant yearAgo = until.minus(YEAR);
        Instant first = standing.assessments().getFirst().effectiveAt();
        boolean fills = standing.assessments().size() > 1 && first.isAfter(yearAgo);
        return new FrameworkCard.Trend(standing, fills ? first : yearAgo, until);
    }
}
