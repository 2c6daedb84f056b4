package dev.gradeline.ui.discovery;

import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What platforms are put together by. */
enum PlatformGroups {
    NOTHING,
    TYPE,
    VENDOR;

    /** The rows in groups by name, each under a heading, in their order within; those without a name last. */
    List<PlatformRow> grouped(List<PlatformRow> rows, Words words) {
        if (this == NOTHING) {
            return rows;
        }
        Map<String, List<PlatformRow>> groups = new TreeMap<>(Comparator.comparing(String::isEmpty)
                .thenComparing(String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Comparator.naturalOrder()));
        for (PlatformRow row : rows) {
            String name = this == TYPE
                    ? row.platform().type() == null ? "" : row.type()
                    : row.platform().vendor() == null ? "" : row.vendor();
            groups.computeIfAbsent(name, missing -> new ArrayList<>()).add(row);
        }
        List<PlatformRow> all = new ArrayList<>();
        groups.forEach((name, members) -> {
            String shown = name.isEmpty() ? words.of("discovery.group.unknown") : name;
            all.add(PlatformRow.heading(words.of("discovery.group.heading", shown, members.size())));
            all.addAll(members);
        });
        return all;
    }
}
