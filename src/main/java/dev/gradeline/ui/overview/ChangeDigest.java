package dev.gradeline.ui.overview;

import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What changed since the last visit, ready to show.
 *
 * @param title what the lines tell of
 * @param since the day of the last visit, to stand after the title; empty on the first
 * @param lines the most telling ones
 * @param message in place of lines: a first visit, or nothing changed; else empty
 * @param more “and 4 more”; empty when every line is here
 */
record ChangeDigest(String title, String since, List<Line> lines, String message, String more) {
    private static final int MOST = 7;

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
            return new ChangeDigest(
                    words.of("overview.changes.titleFirst"),
                    "",
                    List.of(),
                    words.of("overview.changes.firstVisit"),
                    "");
        }
        String visit = Recency.of(since, situation.now(), times);
        String title =
                situation.sinceVisit() ? words.of("overview.changes.title") : words.of("overview.changes.titleBefore");
        String after = words.of("overview.changes.day", visit);
        List<ChangeWords.Line> all = new ChangeWords(words).digest(situation.changes());
        if (all.isEmpty()) {
            return new ChangeDigest(title, after, List.of(), words.of("overview.changes.none", visit), "");
        }
        List<Line> lines = all.stream()
                .limit(MOST)
                .map(line -> new Line(line, day(line, visit, situation, words), Recency.inFull(line.at(), times)))
                .toList();
        int more = all.size() - lines.size();
        return new ChangeDigest(title, after, lines, "", more == 0 ? "" : words.of("overview.changes.more", more));
    }

    private static String day(ChangeWords.Line line, String visit, Situation situation, Words words) {
        ZoneId zone = words.zone();
        boolean oneDay = line.changes().stream()
                        .map(change -> LocalDate.ofInstant(change.at(), zone))
                        .collect(Collectors.toSet())
                        .size()
                <= 1;
        return oneDay
                ? Recency.of(line.at(), situation.now(), new TimeWords(words))
                : words.of("overview.changes.since", visit);
    }
}
