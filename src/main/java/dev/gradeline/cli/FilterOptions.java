package dev.gradeline.cli;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.words.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The filter over recommendations, as on screen. */
final class FilterOptions {
    @Option(names = "--status", paramLabel = "STATUS", split = ",", descriptionKey = "cli.option.status")
    private @Nullable List<String> statuses;

    @Option(names = "--framework", paramLabel = "ID", split = ",", descriptionKey = "cli.option.framework")
    private @Nullable List<String> frameworks;

    @Option(names = "--category", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.category")
    private @Nullable List<String> categories;

    @Option(names = "--max-priority", paramLabel = "N", descriptionKey = "cli.option.maxPriority")
    private @Nullable Integer maxPriority;

    @Option(names = "--search", paramLabel = "WORDS", descriptionKey = "cli.option.search")
    private @Nullable String search;

    RecommendationFilter filter(Words words) {
        if (maxPriority != null && maxPriority < 1) {
            throw new UsageException(words.of("cli.maxPriority.bad", String.valueOf(maxPriority)));
        }
        return new RecommendationFilter(
                set(statuses), set(frameworks), set(categories), maxPriority, search == null ? "" : search);
    }

    private static Set<String> set(@Nullable List<String> values) {
        Set<String> set = new LinkedHashSet<>();
        if (values != null) {
            values.stream().map(String::strip).filter(value -> !value.isEmpty()).forEach(set::add);
        }
        return set;
    }
}
