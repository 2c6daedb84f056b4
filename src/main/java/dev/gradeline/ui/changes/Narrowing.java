package dev.gradeline.ui.changes;

import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that a list of changes is made from, caught at one moment, so that a worker can make it. Any thread.
 *
 * @param all every change of the period, in the list's order
 * @param failed whether they could not be read
 */
record Narrowing(
        List<ChangeRow.Entry> all,
        boolean failed,
        ChangeFilter filter,
        ChangePeriod period,
        Situation situation,
        Words words) {
    Narrowing {
        all = List.copyOf(all);
    }

    /** The list: each change is looked at once, whatever is counted of it. */
    Listing listing() {
        ChangeFilter.Test test = filter.test();
        List<ChangeRow.Entry> shown = new ArrayList<>();
        List<ChangeRow.Entry> ofAnyKind = new ArrayList<>();
        Map<ChangeGroup, Integer> groups = new EnumMap<>(ChangeGroup.class);
        for (ChangeGroup group : ChangeGroup.values()) {
            groups.put(group, 0);
        }
        for (ChangeRow.Entry entry : all) {
            if (!test.words(entry)) {
                continue;
            }
            boolean group = test.group(entry);
            boolean kind = test.kind(entry);
            if (kind) {
                groups.merge(entry.group(), 1, Integer::sum);
            }
            if (group) {
                ofAnyKind.add(entry);
            }
            if (group && kind) {
                shown.add(entry);
            }
        }
        return new Listing(
                ChangeRow.underDays(shown, words),
                shown.stream().map(ChangeRow.Entry::change).toList(),
                count(shown.size()),
                groups,
                filter.kinds(all, ofAnyKind, kind -> words.of("changesPage.kind." + kind.id())),
                shown.isEmpty() ? emptiness() : null);
    }

    /** In place of a list that could not be made. */
    Listing failure() {
        return new Listing(List.of(), List.of(), "", Map.of(), List.of(), failedToRead());
    }

    private String count(int shown) {
        return shown == all.size()
                ? words.of("changesPage.count", shown)
                : words.of("changesPage.countOf", shown, all.size());
    }

    private Listing.Emptiness failedToRead() {
        return new Listing.Emptiness(
                words.of("changesPage.failed.title"), words.of("changesPage.failed.text"), Listing.Way.TRY_AGAIN);
    }

    private Listing.Emptiness emptiness() {
        if (failed) {
            return failedToRead();
        }
        if (!all.isEmpty()) {
            return new Listing.Emptiness(
                    words.of("changesPage.filtered.title"),
                    words.of("changesPage.filtered.text", all.size()),
                    Listing.Way.CLEAR_FILTERS);
        }
        if (situation.beforeAnything()) {
            return new Listing.Emptiness(
                    words.of("changesPage.before.title"), words.of("changesPage.before.text"), Listing.Way.NONE);
        }
        if (situation.posture().isEmpty()) {
            return new Listing.Emptiness(
                    words.of("changesPage.empty.title"), words.of("changesPage.empty.text"), Listing.Way.NONE);
        }
        if (period.span() == ChangeSpan.LAST_VISIT && situation.since() == null) {
            return new Listing.Emptiness(
                    words.of("changesPage.firstVisit.title"),
                    words.of("changesPage.firstVisit.text"),
                    Listing.Way.NONE);
        }
        TimeWords times = new TimeWords(words);
        String start = times.date(period.start(situation, words.zone()));
        String text = period.last() == null
                ? words.of("changesPage.nothing.text", start)
                : words.of("changesPage.nothing.between", start, times.date(period.end(situation, words.zone())));
        return new Listing.Emptiness(words.of("changesPage.nothing.title"), text, Listing.Way.NONE);
    }
}
