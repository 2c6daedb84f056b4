package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One field of all rows, each different value as a number, so that counting them touches no text. Immutable; any thread. */
final class Codes {
    private static final int NONE = -1;

    private final int[] codes;
    private final List<String> values = new ArrayList<>();

    /** @param field null where a row has none */
    Codes(List<Recommendation> rows, Function<Recommendation, @Nullable String> field) {
        codes = new int[rows.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < codes.length; i++) {
            String value = field.apply(rows.get(i));
            Integer code = value == null ? Integer.valueOf(NONE) : known.get(value);
            if (code == null) {
                code = values.size();
                known.put(value, code);
                values.add(value);
            }
            codes[i] = code;
        }
    }

    /** How many rows of each value pass all conditions but one; values of which none does, too. */
    Map<String, Long> counts(byte[] missed, Condition but) {
        long[] counts = new long[values.size()];
        int others = ~but.bit();
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] != NONE && (missed[i] & others) == 0) {
                counts[codes[i]]++;
            }
        }
        Map<String, Long> byValue = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            byValue.put(values.get(i), counts[i]);
        }
        return byValue;
    }
}
