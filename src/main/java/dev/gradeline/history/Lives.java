package dev.gradeline.history;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which recommendations are followed from answer to answer (decision 10). They follow from the sequence of
 * answers alone: whoever replays the same answers gets the same lives. An id that the answer before held, too, stays with its
 * life, whatever else came or went; these rules are for the others.
 */
final class Lives {
    private static final Comparator<Absent> LATEST_FIRST = Comparator.comparingLong(Absent::left)
            .reversed()
            .thenComparingLong(Absent::place)
            .thenComparingLong(Absent::life);

    private Lives() {}

    /**
     * A row of the answer whose id the answer before did not hold.
     *
     * @param advice null when it says too little to be known again by
     */
    record Newcomer(String uid, @Nullable Advice advice) {}

    /**
     * The life that held an id last.
     *
     * @param held a moment of its last time with that id
     */
    record Holder(long life, long held) {}

    /**
     * A life that no id in the answer stayed with.
     *
     * @param advice what it said last
     * @param left the moment of the first answer without it
     * @param place where it stood in the last answer with it: only the order among those that left together counts
     */
    record Absent(long life, Advice advice, long left, long place) {}

    /** What was before this answer. */
    interface Past<E extends Exception> {
        /** Who held an id last; null when nobody did, or when that life stays in the answer under another id. */
        @Nullable Holder absentHolder(String uid) throws E;

        /** Every absent life that said one of these last, those included that leave with this answer; in any order. */
        Collection<Absent> absent(Set<Advice> advice) throws E;
    }

    /**
     * Whose life each newcomer continues.
     *
     * @param newcomers in the order of the answer
     * @return the life by id; an id that is missing begins a life
     */
    static <E extends Exception> Map<String, Long> continued(List<Newcomer> newcomers, Past<E> past) throws E {
        Map<String, Long> lives = new HashMap<>();
        returned(newcomers, past).forEach((life, claim) -> lives.put(claim.uid(), life));
        Set<Long> taken = new HashSet<>(lives.values());
        List<Newcomer> rest = newcomers.stream()
                .filter(newcomer -> newcomer.advice() != null && !lives.containsKey(newcomer.uid()))
                .toList();
        if (!rest.isEmpty()) {
            Set<Advice> wanted = new HashSet<>();
            rest.forEach(newcomer -> wanted.add(newcomer.advice()));
            Map<Advice, Queue<Absent>> absent = past.absent(wanted).stream()
                    .filter(life -> !taken.contains(life.life()))
                    .sorted(LATEST_FIRST)
                    .collect(Collectors.groupingBy(Absent::advice, Collectors.toCollection(ArrayDeque::new)));
            for (Newcomer newcomer : rest) {
                Queue<Absent> same = absent.get(newcomer.advice());
                Absent next = same == null ? null : same.poll();
                if (next != null) {
                    lives.put(newcomer.uid(), next.life());
                }
            }
        }
        return lives;
    }

    private record Claim(String uid, long held) {}

    /** An id goes back to the life that held it last; of several ids of one life the one that it held last. */
    private static <E extends Exception> Map<Long, Claim> returned(List<Newcomer> newcomers, Past<E> past) throws E {
        Map<Long, Claim> claims = new HashMap<>();
        for (Newcomer newcomer : newcomers) {
            Holder holder = past.absentHolder(newcomer.uid());
            if (holder != null) {
                claims.merge(
                        holder.life(), new Claim(newcomer.uid(), holder.held()), (a, b) -> b.held() > a.held() ? b : a);
            }
        }
        return claims;
    }

    /**
     * What a life that begins under an id is called: the id, or, where an earlier life is called so, the id and a number.
     *
     * @param number 1 for the plain id, which is to be tried first
     */
    static String lineage(String uid, int number) {
        return number == 1 ? uid : uid + "#" + number;
    }
}
