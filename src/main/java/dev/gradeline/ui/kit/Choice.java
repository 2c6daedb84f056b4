package dev.gradeline.ui.kit;

import dev.gradeline.words.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One value that a filter offers.
 *
 * @param id the filter's value
 * @param name for people
 * @param count how many rows it would show beside the other filters
 * @param chosen whether the filter asks for it now
 */
public record Choice(String id, String name, long count, boolean chosen) {
    /** So many names fit a chip; more are counted. */
    private static final int NAMED = 2;

    /**
     * The values of one field, by name.
     *
     * @param all every row: what occurs can be chosen, even where the other filters leave none of it
     * @param others the rows that pass the other filters: these are counted
     * @param field a row's value; null for none, which cannot be chosen
     */
    public static <T> List<Choice> of(
            List<T> all,
            List<T> others,
            Function<T, @Nullable String> field,
            Set<String> chosen,
            UnaryOperator<String> name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (T row : all) {
            String id = field.apply(row);
            if (id != null) {
                counts.putIfAbsent(id, 0L);
            }
        }
        for (T row : others) {
            String id = field.apply(row);
            if (id != null) {
                counts.merge(id, 1L, Long::sum);
            }
        }
        return of(counts, chosen, name);
    }

    /**
     * Values that were counted already, by name.
     *
     * @param counts what can be chosen, and how many rows each would show; what is chosen is added
     */
    public static List<Choice> of(Map<String, Long> counts, Set<String> chosen, UnaryOperator<String> name) {
        Map<String, Long> all = new LinkedHashMap<>(counts);
        chosen.forEach(id -> all.putIfAbsent(id, 0L));
        return all.entrySet().stream()
                .map(e -> new Choice(e.getKey(), name.apply(e.getKey()), e.getValue(), chosen.contains(e.getKey())))
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Choice::id))
                .toList();
    }

    /** The set with this value, or without it when it was in there. */
    public static Set<String> toggled(Set<String> chosen, String id) {
        Set<String> next = new HashSet<>(chosen);
        if (!next.remove(id)) {
            next.add(id);
        }
        return Set.copyOf(next);
    }

    /** A chip's text: “Status: open, in progress”, or the bare name while nothing is chosen. */
    public static String summary(String name, List<Choice> choices, Words words) {
        List<String> chosen =
                choices.stream().filter(Choice::chosen).map(Choice::name).toList();
        if (chosen.isEmpty()) {
            return name;
        }
        return chosen.size() <= NAMED
                ? words.of("chip.named", name, String.join(", ", chosen))
                : words.of("chip.many", name, chosen.size());
    }
}
