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

    /** This filter, ready to be asked of many: the words are folded once. */
    Test test() {
        return new Test(this, words());
    }

    /** Asks of a change each of the filter's three questions by itself. */
    record Test(ChangeFilter filter, List<String> folded) {
        boolean words(ChangeRow.Entry entry) {
            return entry.matches(folded);
        }

        boolean group(ChangeRow.Entry entry) {
            return filter.groups.isEmpty() || filter.groups.contains(entry.group());
        }

        boolean kind(ChangeRow.Entry entry) {
            return filter.kinds.isEmpty()
                    || filter.kinds.contains(entry.change().kind().id());
        }
    }

    /** The kinds that occur, each with how many of those would show that pass the words and the groups. */
    List<Choice> kinds(List<ChangeRow.Entry> all, List<ChangeRow.Entry> others, Function<Change.Kind, String> name) {
        return Choice.of(
                all,
                others,
                entry -> entry.change().kind().id(),
                kinds,
                id -> name.apply(Change.Kind.valueOf(id.toUpperCase(Locale.ROOT))));
    }

    private List<String> words() {
        String wanted = search.strip();
        return wanted.isEmpty()
                ? List.of()
                : List.of(RecommendationFilter.fold(wanted).split("\\s+"));
    }
}
