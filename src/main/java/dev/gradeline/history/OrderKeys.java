package dev.gradeline.history;

/**
 * Keeps a list's order in keys with gaps, so that a newcomer at the top changes one key and not everyone's rank: as many rows
 * as possible keep theirs, the moved and the new get one between their neighbours.
 */
final class OrderKeys {
    /** Stands for a row that has no key yet. */
    static final long NONE = Long.MIN_VALUE;

    private static final long SPACING = 1L << 40;

    /** New rows come in close before their successor: in the API's order the next newcomer goes before them again. */
    private static final long STEP = 1L << 20;

    private OrderKeys() {}

    /**
     * @param keys each row's key so far, in the order now wanted; {@link #NONE} for a row without; no key twice
     * @return strictly ascending keys; a longest ascending run of the given ones is kept, unless a gap is used up
     */
    static long[] place(long[] keys) {
        boolean[] kept = longestAscending(keys);
        long[] placed = keys.clone();
        int from = 0;
        while (from < keys.length) {
            if (kept[from]) {
                from++;
                continue;
            }
            int to = from;
            while (to < keys.length && !kept[to]) {
                to++;
            }
            if (!fill(placed, from, to)) {
                return renumbered(keys.length);
            }
            from = to;
        }
        return placed;
    }

    /** Gives the rows from {@code from} (inclusive) to {@code to} (exclusive) keys between their neighbours. */
    private static boolean fill(long[] keys, int from, int to) {
        int count = to - from;
        if (from == 0 && to == keys.length) {
            System.arraycopy(renumbered(count), 0, keys, 0, count);
            return true;
        }
        if (to == keys.length) {
            return ascend(keys, from, to, keys[from - 1], SPACING);
        }
        if (from == 0) {
            return keys[to] > Long.MIN_VALUE / 2
                    && ascend(keys, from, to, keys[to] - Math.multiplyExact(count + 1L, SPACING), SPACING);
        }
        long gap = keys[to] - keys[from - 1];
        long step = Math.min(STEP, gap / (count + 1L));
        return step > 0 && ascend(keys, from, to, keys[to] - (count + 1L) * step, step);
    }

    private static boolean ascend(long[] keys, int from, int to, long before, long step) {
        if (before > Long.MAX_VALUE - (to - from) * step) {
            return false;
        }
        for (int i = from; i < to; i++) {
            keys[i] = before + (i - from + 1) * step;
        }
        return true;
    }

    private static long[] renumbered(int count) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = i * SPACING;
        }
        return keys;
    }

    /** Patience sorting, O(n log n): marks one longest ascending run, rows without a key aside. */
    private static boolean[] longestAscending(long[] keys) {
        int[] tails = new int[keys.length];
        int[] previous = new int[keys.length];
        int length = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == NONE) {
                continue;
            }
            int at = length > 0 && keys[tails[length - 1]] < keys[i] ? length : search(keys, tails, length, keys[i]);
            previous[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            length = Math.max(length, at + 1);
        }
        boolean[] kept = new boolean[keys.length];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            kept[i] = true;
        }
        return kept;
    }

    /** The first of the tails whose key is not below the given one. */
    private static int search(long[] keys, int[] tails, int length, long key) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[tails[middle]] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
