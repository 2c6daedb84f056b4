package dev.gradeline.words;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.SearchWords;
import dev.gradeline.posture.SeenWithin;
import dev.gradeline.posture.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Short words for domain values, cleaned for display; “unknown” stands for what the server left out. Immutable; any
 * thread.
 */
public final class PostureWords {
    private static final int DECIMALS = 2;
    /** Beyond this many digits a number is only said to be larger: written out, it could fill the memory. */
    private static final int LONGEST_NUMBER = 15;

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(LONGEST_NUMBER).subtract(BigDecimal.ONE);

    private static final List<String> STATUS_ORDER =
            List.of(Status.OPEN.id(), Status.IN_PROGRESS.id(), Status.COMPLETED.id(), Status.DISMISSED.id());

    private final Words words;

    public PostureWords(Words words) {
        this.words = words;
    }

    /**
     * Text from the server made safe to show: no control characters or bidirectional overrides, on one line, at most
     * 10,000 characters; “unknown” for null.
     */
    public String clean(@Nullable String text) {
        return text == null ? unknown() : Cleaning.clean(text);
    }

    /** A recommendation’s title, cleaned; “(no title)” when the server left it out or blank. */
    public String title(@Nullable String title) {
        return isUntitled(title) ? words.of("posture.noTitle") : clean(title);
    }

    /** Whether there is no title to show. */
    public static boolean isUntitled(@Nullable String title) {
        return title == null || title.isBlank();
    }

    /** “unknown”: what the server left out. */
    public String unknown() {
        return words.of("posture.unknown");
    }

    /** The framework's name, cleaned; “unknown” when the server left it out. */
    public String framework(@Nullable Framework framework) {
        return clean(framework == null ? null : framework.name());
    }

    /** The words that stand for a recommendation's codes where it is shown: what people search it by. */
    public List<String> codes(Recommendation row) {
        Status status = row.status();
        Framework framework = row.framework();
        List<String> shown = new ArrayList<>(2);
        if (status != null && !status.id().isBlank()) {
            shown.add(status(status));
        }
        if (framework != null && !framework.id().isBlank()) {
            shown.add(framework(framework));
        }
        return shown;
    }

    /** “open”, “in progress”; an undocumented status as itself. */
    public String status(@Nullable Status status) {
        if (status == null) {
            return unknown();
        }
        return switch (status.id()) {
            case "open" -> words.of("status.open");
            case "in_progress" -> words.of("status.inProgress");
            case "completed" -> words.of("status.completed");
            case "dismissed" -> words.of("status.dismissed");
            default -> clean(status.id());
        };
    }

    /** A score or count as people read it: at most two decimals, the locale's separators; “–” when unknown. */
    public String number(@Nullable BigDecimal number) {
        if (number == null) {
            return words.of("posture.noNumber");
        }
        if (tooLong(number)) {
            return beyond(number);
        }
        String text = magnitude(number);
        return isNegative(number) && !text.equals(zero()) ? words.of("posture.minus") + text : text;
    }

    /**
     * Points that are missing to a score, above 0. Scores are cut to two decimals, so what is missing is rounded up: both
     * together reach it, and a part of a point is never none.
     */
    public String missing(BigDecimal points) {
        return number(roundedUp(points));
    }

    /** The number that {@link #missing} writes. */
    public static BigDecimal roundedUp(BigDecimal points) {
        return points.setScale(Math.min(points.scale(), DECIMALS), RoundingMode.UP);
    }

    /** A movement: “+6”, “−3”, “0”; empty when unknown. */
    public String movement(@Nullable BigDecimal change) {
        if (change == null) {
            return "";
        }
        if (tooLong(change)) {
            return beyond(change);
        }
        String text = magnitude(change);
        if (text.equals(zero())) {
            return text;
        }
        return words.of(isNegative(change) ? "posture.minus" : "posture.plus") + text;
    }

    /** “95%” of a confidence from 0 to 1; “–” when unknown. */
    public String percent(@Nullable BigDecimal confidence) {
        if (confidence == null || tooLong(confidence)) {
            return number(confidence);
        }
        NumberFormat format = NumberFormat.getPercentInstance(words.locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(tiny(confidence) ? BigDecimal.ZERO : confidence);
    }

    /** “P1”; “–” when unknown. */
    public String priority(@Nullable Integer priority) {
        return priority == null ? words.of("posture.noNumber") : words.of("posture.priority", priority.toString());
    }

    /** {@code llm_chat} as “llm chat”. */
    public String type(@Nullable String type) {
        return clean(type).replace('_', ' ');
    }

    /** The filter in words, such as “open or in progress, HIPAA, up to P2, containing “backup”, without “cloud””; “all” when it lets everything through. */
    public String filter(RecommendationFilter filter) {
        if (filter.isAll()) {
            return words.of("filter.all");
        }
        List<String> conditions = new ArrayList<>();
        addChoice(
                conditions,
                filter.statuses().stream()
                        .sorted(statusOrder())
                        .map(id -> status(new Status(id)))
                        .toList());
        addChoice(
                conditions,
                filter.frameworks().stream()
                        .sorted()
                        .map(id -> framework(new Framework(id)))
                        .toList());
        addChoice(
                conditions,
                filter.categories().stream().sorted().map(this::clean).toList());
        priorities(filter.minPriority(), filter.maxPriority()).ifPresent(conditions::add);
        addMoments(conditions, filter.seen());
        addWords(conditions, filter.search());
        return String.join(words.of("filter.and"), conditions);
    }

    private void addMoments(List<String> conditions, SeenWithin seen) {
        addMoment(conditions, "filter.firstFrom", seen.firstFrom());
        addMoment(conditions, "filter.firstBefore", seen.firstBefore());
        addMoment(conditions, "filter.changedFrom", seen.changedFrom());
    }

    private void addMoment(List<String> conditions, String key, @Nullable Instant at) {
        if (at != null) {
            conditions.add(words.of(key, moment(at)));
        }
    }

    /** The day that begins then, or the very moment where none does. */
    private String moment(Instant at) {
        boolean midnight = at.atZone(words.zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
        TimeWords times = new TimeWords(words);
        return midnight ? times.date(at) : times.dateTime(at);
    }

    private void addWords(List<String> conditions, String search) {
        for (SearchWords.Term term : SearchWords.of(search).terms()) {
            String said = clean(term.typed());
            if (term.tag()) {
                String key = said.isEmpty() ? "filter.anyTag" : "filter.tagged";
                String keyNot = said.isEmpty() ? "filter.noTag" : "filter.notTagged";
                conditions.add(words.of(term.excluded() ? keyNot : key, said));
            } else {
                conditions.add(words.of(term.excluded() ? "filter.without" : "filter.containing", said));
            }
        }
    }

    /** “up to P2”, “only P3”, “P6 and below”, “P2 to P4”; empty for any. */
    public Optional<String> priorities(@Nullable Integer from, @Nullable Integer to) {
        if (from == null) {
            return to == null ? Optional.empty() : Optional.of(words.of("filter.upTo", priority(to)));
        }
        if (to == null) {
            return Optional.of(words.of("filter.downFrom", priority(from)));
        }
        return Optional.of(
                from.equals(to)
                        ? words.of("filter.only", priority(from))
                        : words.of("filter.between", priority(from), priority(to)));
    }

    private void addChoice(Collection<String> conditions, List<String> names) {
        if (!names.isEmpty()) {
            conditions.add(names.stream().collect(Collectors.joining(words.of("filter.or"))));
        }
    }

    /** Documented ones in the order of the work, others by name. */
    private static Comparator<String> statusOrder() {
        return Comparator.comparingInt((String id) -> STATUS_ORDER.contains(id) ? STATUS_ORDER.indexOf(id) : 99)
                .thenComparing(Comparator.naturalOrder());
    }

    private String magnitude(BigDecimal number) {
        BigDecimal size = number.abs();
        NumberFormat format = NumberFormat.getNumberInstance(words.locale());
        format.setMaximumFractionDigits(DECIMALS);
        // 89.999 of grade B must not be shown as 90, where A begins
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(tiny(size) ? BigDecimal.ZERO : size);
    }

    /** “over 999,999,999,999,999”, and its opposite. */
    private String beyond(BigDecimal number) {
        String largest = magnitude(LARGEST);
        return isNegative(number)
                ? words.of("posture.under", words.of("posture.minus") + largest)
                : words.of("posture.over", largest);
    }

    private String zero() {
        return magnitude(BigDecimal.ZERO);
    }

    private static boolean isNegative(BigDecimal number) {
        return number.signum() < 0;
    }

    private static boolean tooLong(BigDecimal number) {
        return number.signum() != 0 && (long) number.precision() - number.scale() > LONGEST_NUMBER;
    }

    private static boolean tiny(BigDecimal number) {
        return number.signum() == 0 || (long) number.precision() - number.scale() < -LONGEST_NUMBER;
    }
}
