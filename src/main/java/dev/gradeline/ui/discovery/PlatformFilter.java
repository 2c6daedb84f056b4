package dev.gradeline.ui.discovery;

import dev.gradeline.posture.RecommendationFilter;
import java.util.List;
import java.util.Set;

/**
 * Which platforms are shown. Empty means any.
 *
 * @param types as shown
 * @param vendors as shown
 * @param search words that must all occur in some field
 * @param changedOnly whether only those show of which the comparison tells something
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
        List<String> words = List.of(RecommendationFilter.fold(search).split("\\s+"));
        return rows.stream().filter(row -> passes(row, words)).toList();
    }

    private boolean passes(PlatformRow row, List<String> words) {
        if (changedOnly && !row.changed()) {
            return false;
        }
        if (!types.isEmpty() && !types.contains(row.type()) || !vendors.isEmpty() && !vendors.contains(row.vendor())) {
            return false;
        }
        if (search.isEmpty()) {
            return true;
        }
        String text = RecommendationFilter.fold(
                String.join("\n", row.name(), row.type(), row.vendor(), row.category(), place(row)));
        return words.stream().allMatch(text::contains);
    }

    /** The whole address, so that a part of it is found as well. */
    private static String place(PlatformRow row) {
        return row.address() == null ? "" : row.address().toString();
    }
}
