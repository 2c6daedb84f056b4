package dev.gradeline.ui.overview;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Standing;
import dev.gradeline.ui.kit.Attention;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The cards of all frameworks, what needs {@link Attention} first. */
final class FrameworkCards {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;

    FrameworkCards(Words words) {
        this.words = words;
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
        List<FrameworkCard.Mark> marks = marks(standing, situation);
        return new FrameworkCard(
                standing.framework(),
                name,
                current.grade(),
                posture.number(current.overallScore()),
                scored ? words.of("overview.outOf") : "",
                trend(standing, situation.posture().asOf()),
                movement,
                movement.known() ? "" : unmoved(standing),
                completed == null ? "" : Recency.of(completed, situation.now(), times),
                completed == null ? "" : Recency.inFull(completed, times),
                marks,
                spoken(name, standing, movement, marks));
    }

    private List<FrameworkCard.Mark> marks(Standing standing, Situation situation) {
        List<FrameworkCard.Mark> marks = new ArrayList<>();
        if (standing.current().imported()) {
            marks.add(new FrameworkCard.Mark(words.of("overview.imported"), words.of("overview.importedMeaning")));
        } else if (!standing.reported()) {
            marks.add(new FrameworkCard.Mark(words.of("overview.gone"), words.of("overview.goneMeaning")));
        }
        if (Attention.isOld(standing, situation)) {
            marks.add(new FrameworkCard.Mark(
                    words.of("overview.old"),
                    words.of("overview.oldMeaning", Attention.ageInDays(standing, situation))));
        }
        if (standing.current().restated()) {
            marks.add(new FrameworkCard.Mark(words.of("overview.restated"), words.of("overview.restatedMeaning")));
        }
        return marks;
    }

    private String unmoved(Standing standing) {
        return words.of(standing.previous() == null ? "overview.firstAssessment" : "overview.noComparison");
    }

    private String spoken(String name, Standing standing, Movement movement, List<FrameworkCard.Mark> marks) {
        List<String> parts = new ArrayList<>();
        Assessment current = standing.current();
        Grade grade = current.grade();
        parts.add(name);
        if (grade != null) {
            parts.add(words.of("overview.spoken.grade", posture.clean(grade.letter())));
        }
        if (current.overallScore() != null) {
            parts.add(words.of("overview.spoken.score", posture.number(current.overallScore())));
        }
        parts.add(movement.known() ? words.of("overview.spoken.movement", movement.text()) : unmoved(standing));
        Instant completed = current.completedAt();
        if (completed != null) {
            parts.add(words.of("overview.spoken.assessed", times.date(completed)));
        }
        marks.forEach(mark -> parts.add(mark.meaning()));
        return String.join(words.of("overview.spoken.comma"), parts);
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
