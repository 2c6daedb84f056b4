package dev.gradeline.ui.discovery;

import dev.gradeline.posture.SearchFold;
import dev.gradeline.posture.SearchWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which platforms are shown. Empty means any.
 *
 * @param types as shown
 * @param vendors as shown
 * @param search see {@link SearchWords}; platforms have no tags
 * @param changedOnly see {@link PlatformRow#changed}
 */
record PlatformFilter(Set<String> types, Set<String> vendors, String search, boolean changedOnly) {
    static final PlatformFilter ALL = new PlatformFilter(Set.of(), Set.of(), "", false);

    PlatformFilter {
        types = Set.copyOf(types);
        vendors = Set.copyOf(vendors);
        search = search.strip();
    }

    boolean isAll() {
        return equals(ALL);
    }

    PlatformFilter withTypes(Set<String> names) {
        return new PlatformFilter(names, vendors, search, changedOnly);
    }

    PlatformFilter withVendors(Set<String> names) {
        return new PlatformFilter(types, names, search, changedOnly);
    }

    PlatformFilter withSearch(String words) {
        return new PlatformFilter(types, vendors, words, changedOnly);
    }

    PlatformFilter withChangedOnly(boolean only) {
        return new PlatformFilter(types, vendors, search, only);
    }

    List<PlatformRow> apply(List<PlatformRow> rows) {
        if (isAll()) {
            return rows;
        }
        SearchWords words = SearchWords.of(search);
        return rows.stream().filter(row -> passes(row, words)).toList();
    }

    private boolean passes(PlatformRow row, SearchWords words) {
        if (changedOnly && !row.changed()) {
            return false;
        }
        if (!types.isEmpty() && !types.contains(row.type()) || !vendors.isEmpty() && !vendors.contains(row.vendor())) {
            return false;
        }
        return words.isEmpty() || words.match(folded(row), List.of());
    }

    private static String folded(PlatformRow row) {
        return Stream.of(row.name(), row.type(), row.vendor(), row.category(), place(row))
                .map(SearchFold::fold)
                .collect(Collectors.joining("\n"));
    }

    /** The whole address, so that a part of it is found as well. */
    private static String place(PlatformRow row) {
        return row.address() == null ? "" : row.address().toString();
    }
}
