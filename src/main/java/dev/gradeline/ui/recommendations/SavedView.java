package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.SeenWithin;
import dev.gradeline.ui.kit.Situation;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way of looking at the recommendations that has a name. Times that the filter offers are kept as such, so that “over 90
 * days” is told from the day on which the view is opened. Immutable.
 *
 * @param filter with times of its own only where they are none of those offered
 * @param age the age that it asks for; null for any, or for the filter's own
 * @param changed the change that it asks for; null for any, or for the filter's own
 * @param layout columns and sort, see {@link dev.gradeline.ui.kit.TableMemory#text}; without columns these stay as they are
 */
record SavedView(
        String name,
        RecommendationFilter filter,
        @Nullable TimeChoice age,
        @Nullable TimeChoice changed,
        String layout,
        Grouping grouping) {
    /** How long a name may be, in characters. */
    static final int LONGEST_NAME = 60;

    /** As the page is now. */
    static SavedView of(
            String name,
            RecommendationFilter filter,
            String layout,
            Grouping grouping,
            Situation situation,
            ZoneId zone) {
        SeenWithin seen = filter.seen();
        TimeChoice age = TimeChoice.chosen(true, seen, situation, zone);
        TimeChoice changed = TimeChoice.chosen(false, seen, situation, zone);
        SeenWithin rest = age == null ? seen : seen.withFirst(null, null);
        return new SavedView(
                name, filter.withSeen(changed == null ? rest : rest.withChanged(null)), age, changed, layout, grouping);
    }

    /** The filter on a day. */
    RecommendationFilter on(Situation situation, ZoneId zone) {
        SeenWithin seen = filter.seen();
        if (age != null) {
            seen = age.in(seen, situation, zone);
        }
        if (changed != null) {
            seen = changed.in(seen, situation, zone);
        }
        return filter.withSeen(seen);
    }

    /** Whether it means anything now: there may have been no report yet. */
    boolean isOffered(Situation situation) {
        return (age == null || age.isOffered(situation)) && (changed == null || changed.isOffered(situation));
    }

    SavedView named(String other) {
        return new SavedView(other, filter, age, changed, layout, grouping);
    }

    /** One line for the settings. */
    String text() {
        List<String> fields = new ArrayList<>();
        add(fields, "name", name);
        filter.statuses().stream().sorted().forEach(id -> add(fields, "status", id));
        filter.frameworks().stream().sorted().forEach(id -> add(fields, "framework", id));
        filter.categories().stream().sorted().forEach(id -> add(fields, "category", id));
        add(fields, "min", filter.minPriority());
        add(fields, "max", filter.maxPriority());
        add(fields, "search", filter.search().isEmpty() ? null : filter.search());
        add(fields, "from", filter.seen().firstFrom());
        add(fields, "before", filter.seen().firstBefore());
        add(fields, "since", filter.seen().changedFrom());
        add(fields, "age", age == null ? null : age.name());
        add(fields, "changed", changed == null ? null : changed.name());
        add(fields, "layout", layout.isEmpty() ? null : layout);
        add(fields, "group", grouping == Grouping.NONE ? null : grouping.name());
        return String.join("&", fields);
    }

    private static void add(List<String> fields, String field, @Nullable Object value) {
        if (value != null) {
            fields.add(field + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    /** A line of the settings; what in it cannot be understood is passed over. Null for one without a name. */
    static @Nullable SavedView read(String line) {
        Fields fields = new Fields(line);
        String name = fields.text("name");
        if (name == null || name.isBlank()) {
            return null;
        }
        RecommendationFilter filter = new RecommendationFilter(
                fields.all("status"),
                fields.all("framework"),
                fields.all("category"),
                fields.number("min"),
                fields.number("max"),
                new SeenWithin(fields.moment("from"), fields.moment("before"), fields.moment("since")),
                Objects.requireNonNullElse(fields.text("search"), ""));
        return new SavedView(
                name,
                filter,
                fields.time("age", true),
                fields.time("changed", false),
                Objects.requireNonNullElse(fields.text("layout"), ""),
                fields.grouping());
    }

    private record Fields(String line) {
        Set<String> all(String field) {
            Set<String> values = new HashSet<>();
            for (String each : line.split("&")) {
                if (each.startsWith(field + "=")) {
                    String value = decoded(each.substring(field.length() + 1));
                    if (value != null) {
                        values.add(value);
                    }
                }
            }
            return values;
        }

        private static @Nullable String decoded(String value) {
            try {
                return URLDecoder.decode(value, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException damaged) {
                return null;
            }
        }

        @Nullable String text(String field) {
            return all(field).stream().findFirst().orElse(null);
        }

        @Nullable Integer number(String field) {
            String text = text(field);
            return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
        }

        @Nullable Instant moment(String field) {
            String text = text(field);
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeParseException damaged) {
                return null;
            }
        }

        @Nullable TimeChoice time(String field, boolean ages) {
            String text = text(field);
            for (TimeChoice choice : TimeChoice.values()) {
                if (choice.isAge() == ages && choice.name().equals(text)) {
                    return choice;
                }
            }
            return null;
        }

        Grouping grouping() {
            String text = text("group");
            for (Grouping grouping : Grouping.values()) {
                if (grouping.name().equals(text)) {
                    return grouping;
                }
            }
            return Grouping.NONE;
        }
    }
}
