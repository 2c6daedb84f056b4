package dev.gradeline.cli;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.posture.Limit;
import dev.gradeline.posture.Limits;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Standing;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asserted: each value alone, for all frameworks, or bound to one as {@code ID=VALUE}. */
final class LimitOptions {
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);
    private static final int MOST_DIGITS = 6;

    @Option(names = "--min-grade", paramLabel = "[ID=]GRADE", split = ",", descriptionKey = "cli.option.minGrade")
    private @Nullable List<String> minGrades;

    @Option(names = "--min-score", paramLabel = "[ID=]POINTS", split = ",", descriptionKey = "cli.option.minScore")
    private @Nullable List<String> minScores;

    @Option(names = "--max-open", paramLabel = "[ID=]N", split = ",", descriptionKey = "cli.option.maxOpen")
    private @Nullable List<String> maxOpen;

    @Option(names = "--max-age", paramLabel = "[ID=]DAYS", split = ",", descriptionKey = "cli.option.maxAge")
    private @Nullable List<String> maxAges;

    @Option(names = "--no-new-platforms", descriptionKey = "cli.option.noNewPlatforms")
    private boolean noNewPlatforms;

    /**
     * What is asked for; nothing when no option is given.
     *
     * @throws UsageException when something is asked for that cannot be meant
     */
    Limits limits(Words words) {
        List<Limit> all = new ArrayList<>();
        add(all, minGrades, (id, text) -> Limit.minGrade(id, band(text, words)), words);
        add(all, minScores, (id, text) -> Limit.minScore(id, points(text, words)), words);
        add(all, maxOpen, (id, text) -> Limit.maxOpen(id, null, whole("--max-open", text, words)), words);
        add(all, maxAges, (id, text) -> Limit.maxAge(id, whole("--max-age", text, words)), words);
        if (noNewPlatforms) {
            all.add(Limit.noNewPlatforms());
        }
        return new Limits(all);
    }

    private static void add(
            List<Limit> all,
            @Nullable List<String> values,
            BiFunction<@Nullable Framework, String, Limit> limit,
            Words words) {
        if (values == null) {
            return;
        }
        for (String value : values) {
            int sign = value.lastIndexOf('=');
            String id = value.substring(0, Math.max(sign, 0)).strip();
            Limit made = limit.apply(
                    id.isEmpty() ? null : new Framework(id),
                    value.substring(sign + 1).strip());
            addOnce(all, made, words);
        }
    }

    private static void addOnce(List<Limit> all, Limit made, Words words) {
        if (new Limits(all).without(made).all().size() < all.size()) {
            Framework framework = made.framework();
            if (framework != null) {
                throw new UsageException(words.of("cli.assert.twiceFor", option(made), framework.id()));
            }
            // “70,5” is read as 70 and 5
            String key = made.kind() == Limit.Kind.MIN_SCORE ? "cli.assert.twicePoints" : "cli.assert.twice";
            throw new UsageException(words.of(key, option(made)));
        }
        all.add(made);
    }

    private static String option(Limit limit) {
        return "--" + limit.kind().id();
    }

    private static GradeBand band(String text, Words words) {
        GradeBand band = new Grade(text.toUpperCase(Locale.ROOT)).band();
        if (band == null) {
            throw new UsageException(words.of("cli.assert.grade", text));
        }
        return band;
    }

    private static BigDecimal points(String text, Words words) {
        BigDecimal points =
                text.length() <= MOST_DIGITS && text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
        if (points == null || points.compareTo(MOST_POINTS) > 0) {
            throw new UsageException(words.of("cli.assert.points", text));
        }
        return points;
    }

    private static int whole(String option, String text, Words words) {
        if (!text.matches("\\d{1," + MOST_DIGITS + "}")) {
            throw new UsageException(words.of("cli.assert.whole", option, text));
        }
        return Integer.parseInt(text);
    }

    /**
     * The limits, each bound to a framework as it is stored: people write the identifier, or the name that is shown, in any
     * case. One on a framework that nothing stored has would be a mistyped name that nobody notices.
     *
     * @throws UsageException naming what there is
     */
    static Limits named(Limits limits, Posture posture, Words words) {
        Set<Framework> known = new TreeSet<>();
        posture.standings().stream().map(Standing::framework).forEach(known::add);
        posture.recommendations().stream()
                .map(Recommendation::framework)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .forEach(known::add);
        List<Limit> all = new ArrayList<>();
        for (Limit limit : limits.all()) {
            Framework framework = limit.framework();
            addOnce(
                    all,
                    framework == null
                            ? limit
                            : new Limit(
                                    limit.kind(),
                                    stored(framework.id(), limit, known, words),
                                    limit.maxPriority(),
                                    limit.value()),
                    words);
        }
        return new Limits(all);
    }

    private static Framework stored(String written, Limit limit, Set<Framework> known, Words words) {
        return known.stream()
                .filter(each -> each.id().equals(written))
                .findFirst()
                .or(() -> known.stream()
                        .filter(each -> each.id().equalsIgnoreCase(written)
                                || each.name().equalsIgnoreCase(written))
                        .findFirst())
                .orElseThrow(() -> unknown(written, limit, known, words));
    }

    private static UsageException unknown(String written, Limit limit, Set<Framework> known, Words words) {
        PostureWords clean = new PostureWords(words);
        String some = known.stream()
                .limit(UnmatchedValues.NAMED)
                .map(Framework::id)
                .map(clean::clean)
                .collect(Collectors.joining(", "));
        return new UsageException(
                known.isEmpty()
                        ? words.of("cli.assert.noFramework", option(limit), written)
                        : words.of("cli.assert.framework", option(limit), written, some));
    }
}
