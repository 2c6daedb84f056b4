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
 */
record PlatformFilter(Set<String> types, Set<String> vendors, String search) {
    static final PlatformFilter ALL = new PlatformFilter(Set.of(), Set.of(), "");

    PlatformFilter {
        types = Set.copyOf(types);
        vendors = Set.copyOf(vendors);
        search = search.strip();
    }

    boolean isAll() {
        return equals(ALL);
    }

    PlatformFilter withTypes(Set<String> names) {
        return new PlatformFilter(names, vendors, search);
    }

    PlatformFilter withVendors(Set<String> names) {
        return new PlatformFilter(types, names, search);
    }

    PlatformFilter withSearch(String words) {
        return new PlatformFilter(types, vendors, words);
    }

    List<PlatformRow> apply(List<PlatformRow> rows) {
        List<String> words = List.of(RecommendationFilter.fold(search).split("\\s+"));
        return rows.stream().filter(row -> passes(row, words)).toList();
    }

    private boolean passes(PlatformRow row, List<String> words) {
        if (!types.isEmpty() && !types.contains(row.type()) || !vendors.isEmpty() && !vendors.contains(row.vendor())) {
            return false;
        }
        String text =
                RecommendationFilter.fold(String.join("\n", row.name(), row.type(), row.vendor(), row.category()));
        return words.stream().allMatch(text::contains);
    }
}
