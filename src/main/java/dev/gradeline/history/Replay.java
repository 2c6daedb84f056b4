package dev.gradeline.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Past answers run through the rules of {@link Lives} once more, in memory. An answer like the one before moves nobody: when
 * each id came and left, what it said then and where it stood are all that the rules need. For one thread, once.
 */
final class Replay implements Lives.Past<RuntimeException> {
    /** Ends a stretch that is not over. */
    static final long OPEN = Long.MAX_VALUE;

    private final TreeMap<Long, List<Stretch>> beginnings = new TreeMap<>();
    private final TreeMap<Long, List<Stretch>> ends = new TreeMap<>();
    private final Map<Long, Stretch> absent = new HashMap<>();
    private final Set<Long> present = new HashSet<>();
    private final Map<String, Lives.Holder> holders = new HashMap<>();
    private final Set<String> lineages = new HashSet<>();
    private final Set<Long> numbers = new HashSet<>();
    private final List<Life> lives = new ArrayList<>();
    private final Map<Stretch, Long> homes = new HashMap<>();
    private long next;

    /** What a row of an answer said, and where in the answer it stood: only the order of places counts. */
    record Sight(
            @Nullable String framework,
            @Nullable String category,
            @Nullable String title,
            long place) {
        @Nullable Advice advice() {
            return Advice.of(framework, category, title);
        }
    }

    /**
     * An unbroken time of one id in the answers.
     *
     * @param row the number that the file has for this id
     * @param to the moment of the first answer without it, or {@link #OPEN}
     */
    record Stretch(long row, String uid, long from, long to, Sight first, Sight last) {}

    /** @param id the row of the id under which it began, or a new number where an earlier life has that */
    record Life(long id, String lineage, long firstSeen) {}

    /**
     * @param lives in the order in which they began
     * @param homes the life of each stretch
     */
    record Result(List<Life> lives, Map<Stretch, Long> homes) {}

    private Replay(Collection<Stretch> stretches) {
        for (Stretch stretch : stretches) {
            beginnings.computeIfAbsent(stretch.from(), at -> new ArrayList<>()).add(stretch);
            if (stretch.to() != OPEN) {
                ends.computeIfAbsent(stretch.to(), at -> new ArrayList<>()).add(stretch);
            }
            next = Math.max(next, stretch.row() + 1);
        }
    }

    static Result of(Collection<Stretch> stretches) {
        Replay replay = new Replay(stretches);
        Set<Long> moments = new java.util.TreeSet<>(replay.beginnings.keySet());
        moments.addAll(replay.ends.keySet());
        moments.forEach(replay::answer);
        return new Result(replay.lives, replay.homes);
    }

    private void answer(long at) {
        for (Stretch stretch : ends.getOrDefault(at, List.of())) {
            long life = homes.getOrDefault(stretch, 0L);
            present.remove(life);
            absent.put(life, stretch);
        }
        List<Stretch> came = beginnings.getOrDefault(at, List.of()).stream()
                .sorted(Comparator.comparingLong(stretch -> stretch.first().place()))
                .toList();
        Map<String, Long> continued = absent.isEmpty() ? Map.of() : Lives.continued(newcomers(came), this);
        // those that begin a life are named in the order of their ids, as in LifeTable
        came.stream().sorted(Comparator.comparing(Stretch::uid)).forEach(stretch -> {
            Long life = continued.get(stretch.uid());
            settle(stretch, life != null ? life : begin(stretch));
        });
    }

    private static List<Lives.Newcomer> newcomers(List<Stretch> came) {
        return came.stream()
                .map(stretch ->
                        new Lives.Newcomer(stretch.uid(), stretch.first().advice()))
                .toList();
    }

    private void settle(Stretch stretch, long life) {
        homes.put(stretch, life);
        absent.remove(life);
        present.add(life);
        holders.put(stretch.uid(), new Lives.Holder(life, stretch.from()));
    }

    private long begin(Stretch stretch) {
        int number = 1;
        while (!lineages.add(Lives.lineage(stretch.uid(), number))) {
            number++;
        }
        long id = numbers.add(stretch.row()) ? stretch.row() : next++;
        lives.add(new Life(id, Lives.lineage(stretch.uid(), number), stretch.from()));
        return id;
    }

    @Override
    public Lives.@Nullable Holder absentHolder(String uid) {
        Lives.Holder last = holders.get(uid);
        return last == null || present.contains(last.life()) ? null : last;
    }

    @Override
    public Collection<Lives.Absent> absent(Set<Advice> advice) {
        List<Lives.Absent> same = new ArrayList<>();
        absent.forEach((life, stretch) -> {
            Advice said = stretch.last().advice();
            if (said != null && advice.contains(said)) {
                same.add(new Lives.Absent(
                        life, said, stretch.to(), stretch.last().place()));
            }
        });
        return same;
    }
}
