package dev.gradeline.ui.changes;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A row of the list of changes: a day, a group of what changed on it, or one change. */
sealed interface ChangeRow {
    /** A day's heading and how many changes follow. */
    record Day(String title, String count) implements ChangeRow {}

    /** A group's heading, with its count, on a day on which there are several. */
    record Group(String title) implements ChangeRow {}

    /**
     * One change.
     *
     * @param day the heading under which it stands
     * @param time the time of day; empty where there is none
     * @param inFull the moment in full, with UTC
     * @param searchable its words, folded
     */
    record Entry(ChangeWords.Line line, String day, String time, String inFull, String searchable)
            implements ChangeRow {
        Change change() {
            return line.changes().getFirst();
        }

        ChangeGroup group() {
            return ChangeGroup.of(change());
        }

        boolean matches(List<String> folded) {
            return folded.stream().allMatch(searchable::contains);
        }
    }

    /** What people want to read first within a day: the groups, then the kinds in their order, then the newest. */
    Comparator<Entry> RANK = Comparator.comparing(Entry::group)
            .thenComparing(entry -> entry.change().kind())
            .thenComparing(entry -> entry.change().at(), Comparator.reverseOrder());

    /** One entry for each change, the newest day first, ranked within the day. */
    static List<Entry> entries(List<Change> changes, Words words) {
        ChangeWords sentences = new ChangeWords(words);
        TimeWords times = new TimeWords(words);
        PostureWords names = new PostureWords(words);
        return changes.stream()
                .sorted(Comparator.comparing(Change::at).reversed())
                .map(change -> entry(sentences.line(change), times, names))
                .collect(Collectors.groupingBy(Entry::day, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(day -> day.stream().sorted(RANK))
                .toList();
    }

    private static Entry entry(ChangeWords.Line line, TimeWords times, PostureWords names) {
        Change change = line.changes().getFirst();
        return new Entry(
                line,
                times.date(line.at()),
                change instanceof Change.NotAssessed ? "" : times.time(line.at()),
                Recency.inFull(line.at(), times),
                RecommendationFilter.fold(String.join("\n", line.text(), change.subject(), framework(change, names))));
    }

    /** The name and the identifier of the framework that a change is about; empty for none. */
    private static String framework(Change change, PostureWords names) {
        Framework framework = switch (change) {
            case Change.Score score -> score.framework();
            case Change.NotAssessed old -> old.framework();
            case Change.OfRecommendation r -> r.recommendation().framework();
            case Change.OfPlatform platform -> null;
            case Change.Figure figure -> null;
        };
        return framework == null ? "" : names.framework(framework) + "\n" + framework.id();
    }

    /** The entries under their days. */
    static List<ChangeRow> underDays(List<Entry> entries, Words words) {
        Map<String, List<Entry>> days = new LinkedHashMap<>();
        for (Entry entry : entries) {
            days.computeIfAbsent(entry.day(), day -> new ArrayList<>()).add(entry);
        }
        List<ChangeRow> rows = new ArrayList<>();
        days.forEach((day, all) -> {
            rows.add(new Day(day, words.of("changesPage.count", all.size())));
            Map<ChangeGroup, List<Entry>> groups =
                    all.stream().collect(Collectors.groupingBy(Entry::group, TreeMap::new, Collectors.toList()));
            groups.forEach((group, some) -> {
                if (groups.size() > 1) {
                    rows.add(new Group(group.title(some.size(), words)));
                }
                rows.addAll(some);
            });
        });
        return List.copyOf(rows);
    }
}
