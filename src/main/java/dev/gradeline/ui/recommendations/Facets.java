package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.RecommendationFilter.Condition;
import dev.gradeline.posture.SeenWithin;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What can be chosen in each filter, and how many rows each choice would show beside the other filters. */
record Facets(
        List<Choice> statuses,
        List<Choice> frameworks,
        List<Choice> categories,
        List<Choice> priorities,
        List<Choice> ages,
        List<Choice> changes) {
    static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** The id of the choice that stands for a range of priorities, or for times other than those offered. */
    static final String RANGE = "range";

    /** In the order of the work; a status that is not documented comes after. */
    static final List<String> STATUS_ORDER =
            List.of(Status.OPEN.id(), Status.IN_PROGRESS.id(), Status.COMPLETED.id(), Status.DISMISSED.id());

    /** Counts for one filter over the rows of one table. */
    static final class Counting {
        private final List<Recommendation> all;
        private final byte[] missed;
        private final RecommendationFilter filter;
        private final Words text;
        private final PostureWords words;
        private final Situation situation;

        /** @param missed what each row lacks, see {@link dev.gradeline.posture.RecommendationIndex#missed} */
        Counting(
                List<Recommendation> all, byte[] missed, RecommendationFilter filter, Situation situation, Words text) {
            this.all = all;
            this.missed = missed;
            this.filter = filter;
            this.situation = situation;
            this.text = text;
            this.words = new PostureWords(text);
        }

        Facets facets(Codes statuses, Codes frameworks, Codes categories, Codes priorities) {
            return new Facets(
                    Choice.of(
                                    statuses.counts(missed, Condition.STATUS),
                                    filter.statuses(),
                                    id -> words.status(new Status(id)))
                            .stream()
                            .sorted(Comparator.comparingInt(choice -> statusRank(choice.id())))
                            .toList(),
                    Choice.of(
                            frameworks.counts(missed, Condition.FRAMEWORK),
                            filter.frameworks(),
                            id -> words.framework(new Framework(id))),
                    Choice.of(categories.counts(missed, Condition.CATEGORY), filter.categories(), words::clean),
                    priorities(priorities.counts(missed, Condition.PRIORITY)),
                    times(true),
                    times(false));
        }

        /**
         * Each priority counts the rows up to it, because that is what it would show. A range that another page asked for
         * stands before them, to be dropped.
         */
        private List<Choice> priorities(Map<String, Long> counted) {
            Integer from = filter.minPriority();
            Integer to = filter.maxPriority();
            Integer chosen = from == null ? to : null;
            TreeMap<Integer, Long> counts = new TreeMap<>();
            counted.forEach((id, count) -> counts.put(Integer.valueOf(id), count));
            if (chosen != null) {
                counts.putIfAbsent(chosen, 0L);
            }
            List<Choice> choices = new ArrayList<>();
            long upTo = 0;
            long within = 0;
            boolean highest = true;
            for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
                upTo += entry.getValue();
                Integer priority = entry.getKey();
                boolean inRange = from != null && priority >= from && (to == null || priority <= to);
                within += inRange ? entry.getValue() : 0;
                choices.add(new Choice(
                        priority.toString(),
                        highest ? words.priority(priority) : text.of("filter.upTo", words.priority(priority)),
                        upTo,
                        priority.equals(chosen)));
                highest = false;
            }
            if (from != null) {
                long count = within;
                words.priorities(from, to).ifPresent(name -> choices.addFirst(new Choice(RANGE, name, count, true)));
            }
            return List.copyOf(choices);
        }

        private List<Choice> times(boolean age) {
            ZoneId zone = text.zone();
            SeenWithin seen = filter.seen();
            List<Choice> choices = new ArrayList<>();
            for (TimeChoice choice : TimeChoice.values()) {
                if (choice.isAge() == age && choice.isOffered(situation)) {
                    SeenWithin wanted = choice.in(SeenWithin.ANY, situation, zone);
                    choices.add(new Choice(
                            choice.name(),
                            text.of(choice.key()),
                            count(wanted, age),
                            choice.isChosen(seen, situation, zone)));
                }
            }
            boolean asked = age ? TimeChoice.asksAge(seen) : seen.changedFrom() != null;
            if (asked && choices.stream().noneMatch(Choice::chosen)) {
                SeenWithin alone = age ? seen.withChanged(null) : SeenWithin.ANY.withChanged(seen.changedFrom());
                String name = words.filter(RecommendationFilter.ALL.withSeen(alone));
                choices.addFirst(new Choice(RANGE, name, count(alone, age), true));
            }
            return List.copyOf(choices);
        }

        private long count(SeenWithin wanted, boolean age) {
            int others = ~(age ? Condition.AGE : Condition.CHANGED).bit();
            long count = 0;
            for (int i = 0; i < missed.length; i++) {
                if ((missed[i] & others) == 0 && wanted.holds(all.get(i))) {
                    count++;
                }
            }
            return count;
        }
    }

    /** The place of a status in the order of the work. */
    static int statusRank(String id) {
        int place = STATUS_ORDER.indexOf(id);
        return place < 0 ? STATUS_ORDER.size() : place;
    }
}
