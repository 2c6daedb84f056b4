package dev.gradeline.cli;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import dev.gradeline.words.PostureWords;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warns of a filter's values that nothing stored has: an empty table must not pass for “nothing to do” when a name was
 * mistyped. The lists are the server's and open, so it is no error.
 */
final class UnmatchedValues {
    /** A script may ask for these at any time; that there is none just now is an answer. */
    private static final List<Status> DOCUMENTED =
            List.of(Status.OPEN, Status.IN_PROGRESS, Status.COMPLETED, Status.DISMISSED);

    /** How many of the values that there are a warning names. */
    static final int NAMED = 12;

    private final Session session;

    UnmatchedValues(Session session) {
        this.session = session;
    }

    /** Says nothing where no recommendation is stored: then no value is to blame. */
    void tell(RecommendationFilter filter, Posture posture) {
        List<Recommendation> rows = posture.recommendations();
        if (rows.isEmpty()) {
            return;
        }
        Set<String> statuses = stored(rows, row -> id(row.status()));
        DOCUMENTED.forEach(status -> statuses.add(status.id()));
        tell("--status", filter.statuses(), statuses);
        Set<String> frameworks = stored(rows, row -> id(row.framework()));
        posture.standings().stream().map(Standing::framework).map(Framework::id).forEach(frameworks::add);
        tell("--framework", filter.frameworks(), frameworks);
        tell("--category", filter.categories(), stored(rows, Recommendation::category));
    }

    private static Set<String> stored(List<Recommendation> rows, Function<Recommendation, @Nullable String> value) {
        return rows.stream().map(value).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private void tell(String option, Collection<String> wanted, Set<String> known) {
        PostureWords words = new PostureWords(session.words());
        Stream<String> more = known.size() > NAMED ? Stream.of("…") : Stream.of();
        String some = Stream.concat(known.stream().limit(NAMED).map(words::clean), more)
                .collect(Collectors.joining(", "));
        wanted.stream()
                .filter(value -> !known.contains(value))
                .sorted()
                .forEach(value -> session.tell("cli.filter.unmatched", option, words.clean(value), some));
    }

    private static @Nullable String id(@Nullable Status status) {
        return status == null ? null : status.id();
    }

    private static @Nullable String id(@Nullable Framework framework) {
        return framework == null ? null : framework.id();
    }
}
