package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderKeysTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void keysOrderAnyListThroughAnyMoves(long seed) {
        Random random = new Random(seed);
        Map<Long, Long> keys = new HashMap<>();
        List<Long> list = new ArrayList<>();
        for (int step = 0; step < 2_000; step++) {
            change(list, random);
            long[] placed = OrderKeys.place(list.stream()
                    .mapToLong(row -> keys.getOrDefault(row, OrderKeys.NONE))
                    .toArray());
            keys.clear();
            for (int i = 0; i < placed.length; i++) {
                keys.put(list.get(i), placed[i]);
            }
            assertThat(isStrictlyAscending(placed)).as("step %s", step).isTrue();
        }
    }

    private static int index(List<Long> list, Random random) {
        return random.nextInt(list.size());
    }

    private static void change(List<Long> list, Random random) {
        switch (random.nextInt(6)) {
            case 0, 1 -> list.add(random.nextInt(list.size() + 1), random.nextLong());
            case 2 -> list.addFirst(random.nextLong());
            case 3 -> {
                if (!list.isEmpty()) {
                    list.remove(index(list, random));
                }
            }
            case 4 -> {
                if (!list.isEmpty()) {
                    long moved = list.remove(index(list, random));
                    list.add(random.nextInt(list.size() + 1), moved);
                }
            }
            default -> {
                if (random.nextInt(50) == 0) {
                    Collections.shuffle(list, random);
                }
            }
        }
    }

    @Test
    void anUnchangedListKeepsEveryKey() {
        long[] keys = OrderKeys.place(none(1_000));

        assertThat(OrderKeys.place(keys)).isEqualTo(keys);
    }

    @Test
    void aNewcomerAtTheTopChangesNobody() {
        long[] keys = OrderKeys.place(none(1_000));

        long[] placed = OrderKeys.place(with(keys, 0));

        assertThat(Arrays.copyOfRange(placed, 1, placed.length)).isEqualTo(keys);
        assertThat(placed[0]).isLessThan(keys[0]);
    }

    @Test
    void oneMovedRowChangesAlone() {
        long[] keys = OrderKeys.place(none(1_000));
        long[] moved = new long[keys.length];
        moved[0] = keys[999];
        System.arraycopy(keys, 0, moved, 1, 999);

        long[] placed = OrderKeys.place(moved);

        assertThat(Arrays.copyOfRange(placed, 1, placed.length)).isEqualTo(Arrays.copyOfRange(keys, 0, 999));
        assertThat(placed[0]).isLessThan(keys[0]);
    }

    /** The API's order puts the newest of a priority before the others: always the same gap. */
    @Test
    void thousandsOfNewcomersAtOnePlaceInTheMiddleChangeNobody() {
        long[] keys = OrderKeys.place(none(10));
        long[] after = Arrays.copyOfRange(keys, 5, keys.length);

        for (int i = 0; i < 5_000; i++) {
            keys = OrderKeys.place(with(keys, 5));
            assertThat(isStrictlyAscending(keys)).isTrue();
        }

        assertThat(Arrays.copyOfRange(keys, keys.length - after.length, keys.length))
                .isEqualTo(after);
    }

    @Test
    void aUsedUpGapRenumbersEveryone() {
        assertThat(isStrictlyAscending(OrderKeys.place(new long[] {7, OrderKeys.NONE, 8, 9})))
                .isTrue();
        assertThat(isStrictlyAscending(OrderKeys.place(new long[] {OrderKeys.NONE, Long.MIN_VALUE + 1, 8})))
                .isTrue();
        assertThat(isStrictlyAscending(OrderKeys.place(new long[] {8, Long.MAX_VALUE, OrderKeys.NONE})))
                .isTrue();
    }

    @Test
    void nothingHasNoKeys() {
        assertThat(OrderKeys.place(new long[0])).isEmpty();
    }

    private static long[] none(int count) {
        long[] none = new long[count];
        Arrays.fill(none, OrderKeys.NONE);
        return none;
    }

    private static long[] with(long[] keys, int newcomer) {
        long[] with = new long[keys.length + 1];
        System.arraycopy(keys, 0, with, 0, newcomer);
        with[newcomer] = OrderKeys.NONE;
        System.arraycopy(keys, newcomer, with, newcomer + 1, keys.length - newcomer);
        return with;
    }

    private static boolean isStrictlyAscending(long[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] >= keys[i]) {
                return false;
            }
        }
        return true;
    }
}
