package dev.gradeline.ui.trends;

import dev.gradeline.posture.Grade;
import dev.gradeline.report.chart.Crosshair;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.stream.Collectors;

/** What all lines show at one moment, in words. */
final class CrosshairWords {
    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;

    CrosshairWords(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
    }

    String date(Instant at) {
        return times.date(at);
    }

    Crosshair.Row row(Crosshair.Value value) {
        Grade grade = value.assessment().grade();
        return new Crosshair.Row(
                posture.framework(value.assessment().framework()),
                posture.number(value.assessment().overallScore()),
                grade == null ? "" : posture.clean(grade.letter()));
    }

    /** Everything in one sentence: “15 June 2026: CIS Controls v8 90 A; HIPAA 55 D”. */
    String spoken(Crosshair crosshair) {
        if (crosshair.values().isEmpty()) {
            return words.of("trends.crosshair.nothing", date(crosshair.at()));
        }
        return words.of(
                "trends.crosshair.spoken",
                date(crosshair.at()),
                crosshair.values().stream()
                        .map(this::row)
                        .map(row -> words.of("trends.crosshair.value", row.name(), row.score(), row.letter())
                                .strip())
                        .collect(Collectors.joining(words.of("trends.summary.semicolon"))));
    }
}
