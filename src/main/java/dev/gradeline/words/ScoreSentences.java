package dev.gradeline.words;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Grade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One sentence on a framework's score or grade that moved, was restated, is new or is gone. */
final class ScoreSentences {
    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;

    ScoreSentences(Words words, PostureWords posture, TimeWords times) {
        this.words = words;
        this.posture = posture;
        this.times = times;
    }

    String of(Change.Score change) {
        String name = posture.framework(change.framework());
        Assessment earlier = change.earlier();
        Assessment later = change.later();
        if (later == null) {
            return earlier == null
                    ? words.of("change.frameworkGone", name)
                    : words.of("change.frameworkGoneFrom", name, standing(earlier));
        }
        if (earlier == null) {
            return words.of("change.newlyAssessed", name, standing(later));
        }
        return switch (change.kind()) {
            case RESTATED -> restated(name, earlier, later, change.at());
            case REASSESSED -> reassessed(name, earlier, later);
            default -> moved(name, earlier, later);
        };
    }

    /** “72, C”; what is unknown is left out. */
    private String standing(Assessment assessment) {
        BigDecimal score = assessment.overallScore();
        Grade grade = assessment.grade();
        if (score == null) {
            return grade == null ? words.of("change.noScore") : letter(grade);
        }
        return grade == null
                ? posture.number(score)
                : words.of("change.standing", posture.number(score), letter(grade));
    }

    private String restated(String name, Assessment earlier, Assessment later, Instant at) {
        boolean sameGrade = Objects.equals(earlier.grade(), later.grade());
        boolean scored = earlier.overallScore() != null && later.overallScore() != null;
        boolean scoresSayIt = sameGrade && scored;
        String from = scoresSayIt ? posture.number(earlier.overallScore()) : standing(earlier);
        String to = scoresSayIt ? posture.number(later.overallScore()) : standing(later);
        Instant completed = later.completedAt();
        return completed == null
                ? words.of("change.restated", name, from, to)
                : words.of("change.restatedOf", name, from, to, times.day(completed, at));
    }

    private String reassessed(String name, Assessment earlier, Assessment later) {
        String now = standing(later);
        return now.equals(standing(earlier))
                ? words.of("change.reassessedSame", name, now)
                : words.of("change.reassessed", name, now);
    }

    private String moved(String name, Assessment earlier, Assessment later) {
        String grades = grades(earlier.grade(), later.grade());
        BigDecimal was = earlier.overallScore();
        BigDecimal now = later.overallScore();
        if (was == null || now == null) {
            return grades.isEmpty()
                    ? words.of("change.reassessed", name, standing(later))
                    : words.of("change.gradeOnly", name, grades);
        }
        int direction = now.compareTo(was);
        String from = posture.number(was);
        String to = posture.number(now);
        String sentence = direction > 0
                ? words.of("change.rose", name, from, to)
                : direction < 0 ? words.of("change.fell", name, from, to) : words.of("change.stayed", name, to);
        return grades.isEmpty() ? sentence : words.of("change.withGrade", sentence, grades);
    }

    /** “still C” or “now B, was C”; empty when no grade is known. */
    private String grades(@Nullable Grade was, @Nullable Grade now) {
        if (now == null) {
            return was == null ? "" : words.of("change.gradeLost", letter(was));
        }
        if (was == null) {
            return words.of("change.gradeNow", letter(now));
        }
        return was.equals(now)
                ? words.of("change.gradeStill", letter(now))
                : words.of("change.gradeNowWas", letter(now), letter(was));
    }

    private String letter(Grade grade) {
        return posture.clean(grade.letter());
    }
}
