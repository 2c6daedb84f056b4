package dev.gradeline.ui.changes;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.Choice;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * What narrows the list. Immutable.
 *
 * @param search words that must all be found, whatever their case and accents
 * @param groups the groups to show; empty for all
 * @param kinds the ids of the kinds to show; empty for all
 */
record ChangeFilter(String search, Set<ChangeGroup> groups, Set<String> kinds) {
    static final ChangeFilter ALL = new ChangeFilter("", Set.of(), Set.of());

    ChangeFilter {
        groups = Set.copyOf(groups);
        kinds = Set.copyOf(kinds);
    }

    ChangeFilter withSearch(String words) {
        return new ChangeFilter(words, groups, kinds);
    }

    /** Takes or drops a group. */
    ChangeFilter toggle(ChangeGroup group) {
        Set<ChangeGroup> chosen = EnumSet.noneOf(ChangeGroup.class);
        chosen.addAll(groups);
        if (!chosen.remove(group)) {
            chosen.add(group);
        }
        return new ChangeFilter(search, chosen, kinds);
    }

    /** Takes or drops a kind. */
    ChangeFilter toggleKind(String kind) {
        return new ChangeFilter(search, groups, Choice.toggled(kinds, kind));
    }

    List<ChangeRow.Entry> apply(List<ChangeRow.Entry> all) {
        List<String> words = words();
        return all.stream().filter(entry -> admits(entry, words)).toList();
    }

    /** How many of a group would show beside the words and the kinds. */
    int count(List<ChangeRow.Entry> all, ChangeGroup group) {
        ChangeFilter others = new ChangeFilter(search, Set.of(group), kinds);
        return others.apply(all).size();
    }

    /** The kinds that occur, each with how many would show beside the words and the groups. */
    List<Choice> kinds(List<ChangeRow.Entry> all, Function<Change.Kind, String> name) {
        ChangeFilter others = new ChangeFilter(search, groups, Set.of());
        return Choice.of(
                all,
                others.apply(all),
                entry -> entry.change().kind().id(),
                kinds,
                id -> name.apply(Change.Kind.valueOf(id.toUpperCase(Locale.ROOT))));
    }

    private boolean admits(ChangeRow.Entry entry, List<String> words) {
        return (groups.isEmpty() || groups.contains(entry.group()))
                && (kinds.isEmpty() || kinds.contains(entry.change().kind().id()))
                && entry.matches(words);
    }

    private List<String> words() {
        String wanted = search.strip();
        return wanted.isEmpty()
                ? List.of()
                : List.of(RecommendationFilter.fold(wanted).split("\\s+"));
    }
}
