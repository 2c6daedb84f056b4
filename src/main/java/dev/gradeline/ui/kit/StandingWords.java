package dev.gradeline.ui.kit;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Standing;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a framework's card says, on whatever page it stands. Immutable; any thread. */
public final class StandingWords {
    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;

    public StandingWords(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
    }

    /** A word for what is out of the ordinary, and what it means. */
    public record Mark(Kind kind, String word, String meaning) {
        /** What it is that is out of the ordinary. */
        public enum Kind {
            /** The person brought it from elsewhere. */
            IMPORTED,
            /** The server no longer reports it. */
            GONE,
            /** Not assessed for longer than the person wants. */
            OLD,
            /** Its score was changed afterwards. */
            RESTATED
        }
    }

    /** What is out of the ordinary; what matters most first. */
    public List<Mark> marks(Standing standing, Situation situation) {
        List<Mark> marks = new ArrayList<>();
        if (standing.current().imported()) {
            marks.add(
                    new Mark(Mark.Kind.IMPORTED, words.of("overview.imported"), words.of("overview.importedMeaning")));
        } else if (!standing.reported()) {
            marks.add(new Mark(Mark.Kind.GONE, words.of("overview.gone"), words.of("overview.goneMeaning")));
        }
        if (Attention.isOld(standing, situation)) {
            marks.add(new Mark(
                    Mark.Kind.OLD,
                    words.of("overview.old"),
                    words.of("overview.oldMeaning", Attention.ageInDays(standing, situation))));
        }
        if (standing.current().restated()) {
            marks.add(
                    new Mark(Mark.Kind.RESTATED, words.of("overview.restated"), words.of("overview.restatedMeaning")));
        }
        return List.copyOf(marks);
    }

    /** Why a framework has no movement; empty when it has one. */
    public String unmoved(Standing standing) {
        if (Movement.ofScore(standing.change(), posture).known()) {
            return "";
        }
        return words.of(standing.previous() == null ? "overview.firstAssessment" : "overview.noComparison");
    }

    /** The whole card in a sentence; what is not known is left out. */
    public String spoken(Standing standing, Situation situation) {
        Assessment current = standing.current();
        List<String> parts = new ArrayList<>();
        parts.add(posture.framework(standing.framework()));
        Grade grade = current.grade();
        if (grade != null) {
            parts.add(words.of("overview.spoken.grade", posture.clean(grade.letter())));
        }
        if (current.overallScore() != null) {
            parts.add(words.of("overview.spoken.score", posture.number(current.overallScore())));
        }
        Movement movement = Movement.ofScore(standing.change(), posture);
        parts.add(movement.known() ? words.of("overview.spoken.movement", movement.text()) : unmoved(standing));
        Instant completed = current.completedAt();
        if (completed != null) {
            parts.add(words.of("overview.spoken.assessed", times.date(completed)));
        }
        marks(standing, situation).forEach(mark -> parts.add(mark.meaning()));
        return String.join(words.of("overview.spoken.comma"), parts);
    }
}
