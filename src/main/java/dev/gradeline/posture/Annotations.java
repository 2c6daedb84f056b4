package dev.gradeline.posture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the person adds to the scores: notes on days, and the score that a framework should reach. They are no part of a
 * {@link Posture}: they hold whatever moment one looks at. Immutable; any thread.
 *
 * @param notes by day, then by text
 * @param targets by framework, 0 to 100
 */
public record Annotations(List<DayNote> notes, Map<Framework, BigDecimal> targets) {
    public static final Annotations NONE = new Annotations(List.of(), Map.of());

    public Annotations {
        notes = List.copyOf(notes);
        targets = java.util.Collections.unmodifiableMap(new TreeMap<>(targets));
    }
}
