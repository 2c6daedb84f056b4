package dev.gradeline.report;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a trend chart shows, in sentences: for those who cannot see it. Immutable; any thread. */
public final class TrendSummary {
    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;

    public TrendSummary(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
    }

    /** One sentence for each line: “AI Security: 72 (C) on 15 November 2026, from 48 on 26 November 2025, 6 assessments.” */
    public String text(List<TrendChart.Line> lines, Instant from, Instant to) {
        return lines.isEmpty()
                ? words.of("report.trend.none")
                : lines.stream()
                        .map(line -> sentence(line.standing(), from, to))
                        .collect(Collectors.joining(" "));
    }

    /** The same, and after it the targets and the notes of that time. */
    public String text(List<TrendChart.Line> lines, Instant from, Instant to, Alongside alongside) {
        List<String> sentences = new ArrayList<>();
        sentences.add(text(lines, from, to));
        alongside
                .targets(lines, words)
                .forEach(target -> sentences.add(words.of("report.trend.sentence", target.text())));
        alongside.flags(words).stream()
                .filter(flag -> !flag.at().isBefore(from) && !flag.at().isAfter(to))
                .forEach(flag -> sentences.add(words.of("report.trend.note", times.date(flag.at()), flag.text())));
        return String.join(" ", sentences);
    }

    /** One framework's sentence. */
    public String sentence(Standing standing, Instant from, Instant to) {
        String name = posture.framework(standing.framework());
        List<Assessment> shown = shown(standing, from, to);
        if (shown.isEmpty()) {
            return words.of("report.trend.nothing", name);
        }
        Assessment first = shown.getFirst();
        Assessment last = shown.getLast();
        long within = shown.stream()
                .filter(assessment -> !assessment.effectiveAt().isBefore(from))
                .count();
        String now = words.of("report.trend.now", name, standing(last), times.date(last.effectiveAt()));
        String history = shown.size() == 1
                ? now
                : words.of(
                        "report.trend.since",
                        now,
                        posture.number(first.overallScore()),
                        times.date(first.effectiveAt()));
        String counted = words.of("report.trend.count", history, within);
        return standing.reported() ? counted : counted + " " + words.of("report.trend.notReported", name);
    }

    private String standing(Assessment assessment) {
        String score = posture.number(assessment.overallScore());
        return assessment.grade() == null
                ? score
                : words.of(
                        "report.trend.standing",
                        score,
                        posture.clean(assessment.grade().letter()));
    }

    /** The assessments of the time shown, and the one that held when it began. */
    static List<Assessment> shown(Standing standing, Instant from, Instant to) {
        List<Assessment> shown = new ArrayList<>();
        for (Assessment assessment : standing.assessments()) {
            if (!assessment.effectiveAt().isAfter(from)) {
                shown.clear();
            }
            if (!assessment.effectiveAt().isAfter(to)) {
                shown.add(assessment);
            }
        }
        return shown;
    }
}
