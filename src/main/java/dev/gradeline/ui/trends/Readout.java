package dev.gradeline.ui.trends;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Standing;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * One assessment in the words of the small box beside its point.
 *
 * @param movement since the assessment before
 * @param seen when Gradeline first saw it with this score, or when it was imported
 * @param note that it was restated; empty when it was not
 * @param spoken everything in one sentence
 */
record Readout(
        String framework,
        @Nullable Grade grade,
        String score,
        Movement movement,
        String date,
        String seen,
        String note,
        String spoken) {

    static Readout of(Standing standing, Assessment assessment, Words words) {
        PostureWords posture = new PostureWords(words);
        String name = posture.framework(standing.framework());
        String score = words.of("trends.readout.score", posture.number(assessment.overallScore()));
        Movement movement =
                Movement.ofScore(standing.changeAt(standing.assessments().indexOf(assessment)), posture);
        TimeWords times = new TimeWords(words);
        String date = times.date(assessment.effectiveAt());
        String seen = assessment.completedAt() == null
                ? words.of("trends.readout.undated")
                : words.of(
                        assessment.imported() ? "trends.readout.importedOn" : "trends.readout.seen",
                        times.date(assessment.firstSeen()));
        String note = note(assessment, words);
        Grade grade = assessment.grade();
        String letter = posture.clean(grade == null ? null : grade.letter());
        String moved = movement.known() ? words.of("trends.readout.change", movement.text()) : "";
        String spoken = words.of("trends.readout.spoken", name, letter, score, date)
                + (moved.isEmpty() ? "" : words.of("trends.readout.comma") + moved)
                + (note.isEmpty() ? "" : words.of("trends.readout.comma") + note)
                + words.of("trends.readout.comma")
                + seen;
        return new Readout(name, grade, score, movement, date, seen, note, spoken);
    }

    private static String note(Assessment assessment, Words words) {
        if (assessment.imported()) {
            return words.of("trends.readout.imported");
        }
        return assessment.restated() ? words.of("trends.readout.restated") : "";
    }
}
