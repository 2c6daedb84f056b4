package dev.gradeline.ui.overview;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Standing;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What changed since the last visit, ready to show; on the first visit, what the latest assessments changed.
 *
 * @param title what the lines tell of
 * @param since the day of the last visit, to stand after the title; empty on the first
 * @param lines the most telling first
 * @param message in place of lines, when nothing changed; below them on a first visit; else empty
 * @param all names the way to all changes, with their number
 */
record ChangeDigest(String title, String since, List<Line> lines, String message, String all) {
    private static final int MOST = 12;

    /**
     * One line.
     *
     * @param day when, short; empty when the sentence says it
     * @param inFull when, with time and UTC
     */
    record Line(ChangeWords.Line line, String day, String inFull) {
        String text() {
            return line.text();
        }
    }

    ChangeDigest {
        lines = List.copyOf(lines);
    }

    static ChangeDigest of(Situation situation, Words words) {
        TimeWords times = new TimeWords(words);
        Instant since = situation.since();
        if (since == null) {
            return first(situation, words);
        }
        String visit = situation.recency(since, times);
        String title =
                situation.sinceVisit() ? words.of("overview.changes.title") : words.of("overview.changes.titleBefore");
        String after = words.of("overview.changes.day", visit);
        List<ChangeWords.Line> all = new ChangeWords(words).digest(situation.changes());
        if (all.isEmpty()) {
            return new ChangeDigest(
                    title,
                    after,
                    List.of(),
                    words.of("overview.changes.none", visit),
                    words.of("overview.changes.all"));
        }
        List<Line> lines = all.stream()
                .limit(MOST)
                .map(line -> new Line(line, day(line, visit, situation, words), Recency.inFull(line.at(), times)))
                .toList();
        return new ChangeDigest(
                title,
                after,
                lines,
                "",
                words.of("overview.changes.allOf", situation.changes().size()));
    }

    /** Nobody has looked before, but history may reach back: then the newest of it is news. */
    private static ChangeDigest first(Situation situation, Words words) {
        TimeWords times = new TimeWords(words);
        ChangeWords changes = new ChangeWords(words);
        List<Line> lines = situation.posture().standings().stream()
                .filter(Standing::reported)
                .map(Changes::latest)
                .sorted(Comparator.comparing(Change.Score::at, Comparator.reverseOrder())
                        .thenComparing(Change.Score::framework))
                .limit(MOST)
                .map(changes::line)
                .map(line -> new Line(line, situation.recency(line.at(), times), Recency.inFull(line.at(), times)))
                .toList();
        return new ChangeDigest(
                words.of(lines.isEmpty() ? "overview.changes.titleNone" : "overview.changes.titleFirst"),
                "",
                lines,
                words.of("overview.changes.firstVisit"),
                words.of("overview.changes.all"));
    }

    private static String day(ChangeWords.Line line, String visit, Situation situation, Words words) {
        ZoneId zone = words.zone();
        boolean oneDay = line.changes().stream()
                        .map(change -> LocalDate.ofInstant(change.at(), zone))
                        .collect(Collectors.toSet())
                        .size()
                <= 1;
        return oneDay ? situation.recency(line.at(), new TimeWords(words)) : words.of("overview.changes.since", visit);
    }
}
