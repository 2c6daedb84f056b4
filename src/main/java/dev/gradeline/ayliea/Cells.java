package dev.gradeline.ayliea;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object. Rows have a handful, are read once and thrown away: looking through two arrays costs less
 * than filling a map. However many fields there are, adding one takes the same time.
 */
final class Cells {
    private static final int USUAL = 8;

    private String[] names = new String[USUAL];
    private Row.@Nullable Cell[] values = new Row.@Nullable Cell[USUAL];
    private int size;

    /** @param value null for a JSON null */
    void add(String name, Row.@Nullable Cell value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size] = value;
        size++;
    }

    /** The value of a field; where it stands there twice, the later one. Null when it is missing or null. */
    Row.@Nullable Cell get(String name) {
        for (int i = size - 1; i >= 0; i--) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }
}
