package dev.gradeline.posture;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which limits were crossed and not left behind since. An alarm is raised when its limit is crossed and cleared only when
 * what it speaks of is back by a margin: what hovers about a limit raises one alarm and not many. A dismissed alarm is
 * silent until it was cleared and its limit is crossed anew. Immutable.
 *
 * @param raised the alarms by key, each with whether it was dismissed
 */
public record Alarms(Map<String, Boolean> raised) {
    public static final Alarms NONE = new Alarms(Map.of());

    private static final String DISMISSED = "!";

    public Alarms {
        raised = Map.copyOf(raised);
    }

    /**
     * What is raised after another look. Alarms on limits that are asked for no longer go.
     *
     * @param margin see {@link LimitCheck#clearOf}
     */
    public Alarms next(List<LimitCheck> checks, BigDecimal margin) {
        Map<String, Boolean> next = new TreeMap<>();
        for (LimitCheck check : checks) {
            for (String key : check.keys()) {
                Boolean dismissed = raised.get(key);
                if (dismissed == null && !check.holds()) {
                    next.put(key, false);
                } else if (dismissed != null && !check.clearOf(margin)) {
                    next.put(key, dismissed);
                }
            }
        }
        return new Alarms(next);
    }

    /** With everything silenced that these speak of. */
    public Alarms dismiss(List<LimitCheck> checks) {
        Map<String, Boolean> next = new TreeMap<>(raised);
        checks.forEach(check -> check.keys().forEach(key -> next.replace(key, true)));
        return new Alarms(next);
    }

    /** Whether one is raised, and not dismissed, that this speaks of. */
    public boolean sound(LimitCheck check) {
        return check.keys().stream().anyMatch(key -> Boolean.FALSE.equals(raised.get(key)));
    }

    /** As a text that {@link #parse} reads back. */
    public String text() {
        return new TreeMap<>(raised)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + (entry.getValue() ? DISMISSED : ""))
                        .collect(Collectors.joining(";"));
    }

    public static Alarms parse(String text) {
        return new Alarms(Arrays.stream(text.split(";"))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.toMap(
                        entry -> entry.endsWith(DISMISSED) ? entry.substring(0, entry.length() - 1) : entry,
                        entry -> entry.endsWith(DISMISSED),
                        (one, other) -> one)));
    }
}
