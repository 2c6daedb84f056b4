package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What rows of the table stand together by. The names are kept in the settings. */
enum Grouping {
    NONE,
    FRAMEWORK,
    CATEGORY,
    STATUS,
    PRIORITY;

    /** What a row has of it; empty where it has none. */
    private String key(RecommendationRow row) {
        Recommendation r = row.recommendation();
        return switch (this) {
            case NONE -> "";
            case FRAMEWORK -> RecommendationRow.lacksFramework(r) ? "" : row.framework();
            case CATEGORY -> RecommendationRow.lacksCategory(r) ? "" : row.category();
            case STATUS -> r.status() == null ? "" : r.status().id();
            case PRIORITY -> r.priority() == null ? "" : r.priority().toString();
        };
    }

    private String name(RecommendationRow row) {
        return switch (this) {
            case NONE -> "";
            case FRAMEWORK -> row.framework();
            case CATEGORY -> row.category();
            case STATUS -> row.status();
            case PRIORITY -> row.priority();
        };
    }

    private Map<String, List<RecommendationRow>> groups(List<RecommendationRow> rows) {
        Map<String, List<RecommendationRow>> groups = new HashMap<>();
        for (RecommendationRow row : rows) {
            groups.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
        }
        Map<String, List<RecommendationRow>> inOrder = new TreeMap<>(order());
        inOrder.putAll(groups);
        return inOrder;
    }

    /** The rows of one group, in their order. */
    List<RecommendationRow> members(List<RecommendationRow> rows, GroupLine head) {
        return rows.stream().filter(row -> key(row).equals(head.key())).toList();
    }

    /** The order of the groups: that of the work, by number or by name; what lacks it stands last. */
    private Comparator<String> order() {
        Comparator<String> named = switch (this) {
            case STATUS -> Comparator.comparingInt(Facets::statusRank).thenComparing(Comparator.naturalOrder());
            case PRIORITY -> Comparator.comparingInt(Integer::parseInt);
            default -> String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
        };
        return (one, other) -> one.isEmpty() || other.isEmpty()
                ? Boolean.compare(one.isEmpty(), other.isEmpty())
                : named.compare(one, other);
    }

    /**
     * Rows in their groups.
     *
     * @param rows as they stand in the table when all groups are open
     * @param lines what stands in the table
     */
    record Arranged(List<RecommendationRow> rows, List<TableLine> lines) {}

    /**
     * Sorts rows into groups.
     *
     * @param rows in the order in which they stand within their groups; not changed any more
     * @param closed the keys of groups of which only the head is shown
     */
    Arranged arrange(List<RecommendationRow> rows, Set<String> closed) {
        if (this == NONE) {
            return new Arranged(rows, List.copyOf(rows));
        }
        Map<String, List<RecommendationRow>> groups = groups(rows);
        List<RecommendationRow> inGroups = new ArrayList<>(rows.size());
        List<TableLine> lines = new ArrayList<>(rows.size() + groups.size());
        groups.forEach((key, members) -> {
            boolean open = !closed.contains(key);
            inGroups.addAll(members);
            lines.add(new GroupLine(key, name(members.getFirst()), members.size(), open));
            if (open) {
                lines.addAll(members);
            }
        });
        return new Arranged(inGroups, lines);
    }
}
