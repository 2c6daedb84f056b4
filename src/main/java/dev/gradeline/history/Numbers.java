package dev.gradeline.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers from the server: kept digit for digit, compared by value. */
final class Numbers {
    private Numbers() {}

    static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toString();
    }

    /** Whether both are the same number, however it is written (72 and 72.0), or both are missing. */
    static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }
}
