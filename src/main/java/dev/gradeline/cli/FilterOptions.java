package dev.gradeline.cli;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.SeenWithin;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The filter over recommendations, as on screen. */
final class FilterOptions {
    private static final int MOST_DAYS = 36_500;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            completionCandidates = Choices.Statuses.class,
            descriptionKey = "cli.option.status")
    private @Nullable List<String> statuses;

    @Option(names = "--framework", paramLabel = "ID", split = ",", descriptionKey = "cli.option.framework")
    private @Nullable List<String> frameworks;

    @Option(names = "--category", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.category")
    private @Nullable List<String> categories;

    @Option(names = "--max-priority", paramLabel = "N", descriptionKey = "cli.option.maxPriority")
    private @Nullable Integer maxPriority;

    @Option(names = "--min-age", paramLabel = "DAYS", descriptionKey = "cli.option.minAge")
    private @Nullable Integer minAge;

    @Option(names = "--first-seen-since", paramLabel = "WHEN", descriptionKey = "cli.option.firstSeenSince")
    private @Nullable String firstSeenSince;

    @Option(names = "--changed-since", paramLabel = "WHEN", descriptionKey = "cli.option.changedSince")
    private @Nullable String changedSince;

    @Option(names = "--search", paramLabel = "WORDS", descriptionKey = "cli.option.search")
    private @Nullable String search;

    /** @param asOf the moment looked at: ages are told from its day */
    RecommendationFilter filter(Words words, Instant asOf) {
        if (maxPriority != null && maxPriority < 1) {
            throw new UsageException(words.of("cli.maxPriority.bad", String.valueOf(maxPriority)));
        }
        return new RecommendationFilter(
                set(statuses),
                set(frameworks),
                set(categories),
                null,
                maxPriority,
                new SeenWithin(
                        moment("--first-seen-since", firstSeenSince, words),
                        firstBefore(words, asOf),
                        moment("--changed-since", changedSince, words)),
                search == null ? "" : search);
    }

    private @Nullable Instant firstBefore(Words words, Instant asOf) {
        if (minAge == null) {
            return null;
        }
        if (minAge < 0 || minAge > MOST_DAYS) {
            throw new UsageException(words.of("cli.minAge.bad", String.valueOf(minAge)));
        }
        // whoever was first seen on that day, at whatever hour, is as old
        return LocalDate.ofInstant(asOf, words.zone())
                .minusDays(minAge - 1L)
                .atStartOfDay(words.zone())
                .toInstant();
    }

    private static @Nullable Instant moment(String option, @Nullable String text, Words words) {
        return text == null ? null : Period.moment(option, text, words, false);
    }

    private static Set<String> set(@Nullable List<String> values) {
        Set<String> set = new LinkedHashSet<>();
        if (values != null) {
            values.stream().map(String::strip).filter(value -> !value.isEmpty()).forEach(set::add);
        }
        return set;
    }
}
