package dev.gradeline.report;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Unread;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a trend chart shows beside the scores, on the screen and in the PDF alike. Immutable; any thread.
 *
 * @param annotations the person's notes and targets
 * @param unread when for long nobody looked at the scores
 */
public record Alongside(Annotations annotations, List<Unread> unread) {
    public static final Alongside NONE = new Alongside(Annotations.NONE, List.of());

    public Alongside {
        unread = List.copyOf(unread);
    }

    /** The notes as flags: each at the beginning of its day. */
    public List<TrendChart.Flag> flags(Words words) {
        PostureWords posture = new PostureWords(words);
        return annotations.notes().stream()
                .map(note ->
                        new TrendChart.Flag(at(note, words), posture.clean(note.text()), TrendChart.Flag.Kind.NOTE))
                .toList();
    }

    /** The moment at which a note stands. */
    public static Instant at(DayNote note, Words words) {
        return note.day().atStartOfDay(words.zone()).toInstant();
    }

    /** The targets of the lines shown: “HIPAA: target 70”. */
    public List<TrendChart.Target> targets(List<TrendChart.Line> lines, Words words) {
        PostureWords posture = new PostureWords(words);
        List<TrendChart.Target> targets = new ArrayList<>();
        for (TrendChart.Line line : lines) {
            BigDecimal score = annotations.targets().get(line.standing().framework());
            if (score != null) {
                String name = posture.framework(line.standing().framework());
                targets.add(new TrendChart.Target(
                        score, words.of("report.trend.target", name, posture.number(score)), line.ink()));
            }
        }
        return targets;
    }
}
