package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendationFilterTest {
    private static final Instant SEEN = Instant.parse("2026-11-01T00:00:00Z");
    private static final RecommendationFilter ALL = RecommendationFilter.ALL;

    private static final Recommendation ROW = new Recommendation(
            "d290f1ee-6c54",
            "Réviser l’accès à İstanbul (ﬁn)",
            2,
            Status.IN_PROGRESS,
            new Framework("nist-csf-2"),
            "Access Control",
            1,
            SEEN,
            SEEN);

    /** All that the server may leave out. */
    private static final Recommendation BARE = new Recommendation("bare", null, null, null, null, null, 2, SEEN, SEEN);

    @ParameterizedTest
    @CsvSource({
        "revis, true",
        "REVISER, true",
        "réviser, true",
        "istanbul, true",
        "fin, true",
        "in progress, true",
        "in_progress, true",
        "NIST CSF 2.0, true",
        "nist-csf-2, true",
        "access d290, true",
        "p2, true",
        "p2 control reviser, true",
        "p3, false",
        "access hipaa, false",
        "controls, false"
    })
    void everyWordMustOccurSomewhereWhateverItsCaseOrAccents(String search, boolean passes) {
        assertThat(ALL.withSearch(search).test(ROW)).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n"})
    void noWordsAreNoFilter(String search) {
        assertThat(ALL.withSearch(search).isAll()).isTrue();
        assertThat(ALL.withSearch(search).test(BARE)).isTrue();
    }

    @Test
    void wordsDoNotRunTogetherAcrossFields() {
        Recommendation row = new Recommendation("id", "ab", 1, null, null, "cd", 1, SEEN, SEEN);

        assertThat(ALL.withSearch("abcd").test(row)).isFalse();
        assertThat(ALL.withSearch("cd ab").test(row)).isTrue();
    }

    @Test
    void theLanguageOfTheComputerDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(ALL.withSearch("ISTANBUL in PROGRESS").test(ROW)).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsMissingPassesOnlyWhereNothingIsAsked() {
        assertThat(ALL.test(BARE)).isTrue();
        assertThat(ALL.withStatuses(Set.of("open")).test(BARE)).isFalse();
        assertThat(ALL.withFrameworks(Set.of("hipaa")).test(BARE)).isFalse();
        assertThat(ALL.withCategories(Set.of("Access Control")).test(BARE)).isFalse();
        assertThat(ALL.withMaxPriority(Integer.MAX_VALUE).test(BARE)).isFalse();
        assertThat(ALL.withSearch("bare").test(BARE)).isTrue();
        assertThat(ALL.withSearch("null").test(BARE)).isFalse();
    }

    @Test
    void theLargestPriorityIsIncluded() {
        assertThat(ALL.withMaxPriority(1).test(ROW)).isFalse();
        assertThat(ALL.withMaxPriority(2).test(ROW)).isTrue();
        assertThat(ALL.withMaxPriority(2).withMaxPriority(null).isAll()).isTrue();
    }

    @Test
    void unfilteredRowsAreTheRowsThemselves() {
        List<Recommendation> rows = Postures.northwind().recommendations();

        assertThat(ALL.apply(rows)).isSameAs(rows);
        assertThat(ALL.withStatuses(Set.of("open", "in_progress")).apply(rows)).hasSize(37 + 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void applyingIsTestingEachRowAndFiltersNarrow(long seed) {
        Random random = new Random(seed);
        List<Recommendation> rows = new ArrayList<>(Postures.northwind().recommendations());
        rows.add(BARE);
        for (int i = 0; i < 300; i++) {
            RecommendationFilter filter = new RecommendationFilter(
                    random.nextBoolean() ? Set.of() : Set.of("open", "dismissed"),
                    random.nextBoolean() ? Set.of() : Set.of("ai-security", "hipaa"),
                    random.nextInt(3) > 0 ? Set.of() : Set.of("Access Control", "Cryptography"),
                    null,
                    random.nextBoolean() ? null : priority(random),
                    SeenWithin.ANY,
                    List.of("", "the", "ai p2", "ENCRYPT", "zzz").get(random.nextInt(5)));

            List<Recommendation> passing = filter.apply(rows);

            assertThat(passing).isEqualTo(rows.stream().filter(filter).toList());
            assertThat(passing).containsAll(filter.withStatuses(Set.of("open")).apply(passing));
            assertThat(filter.withStatuses(Set.of())
                            .withFrameworks(Set.of())
                            .withCategories(Set.of())
                            .withMaxPriority(null)
                            .withSearch("")
                            .apply(rows))
                    .isSameAs(rows);
        }
    }

    private static @Nullable Integer priority(Random random) {
        return random.nextInt(6);
    }

    /** One rule: what a page counts as still open is what the table shows behind the count. */
    @ParameterizedTest
    @ValueSource(strings = {"open", "in_progress", "completed", "dismissed", "deferred", "Open", ""})
    void theFilterForStillOpenAgreesWithTheStatus(String status) {
        Recommendation row = new Recommendation("r", null, null, new Status(status), null, null, 1, SEEN, SEEN);
        assertThat(RecommendationFilter.STILL_OPEN.test(row)).isEqualTo(row.stillOpen());
        assertThat(RecommendationFilter.STILL_OPEN.test(BARE)).isEqualTo(BARE.stillOpen());
        assertThat(RecommendationFilter.STILL_OPEN.withStatuses(Set.of()).isAll())
                .as("nothing but the status narrows")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ",, true, true",
        "2,, true, false",
        "3,, false, false",
        ",2, true, false",
        ",1, false, false",
        "2,2, true, false",
        "1,3, true, false"
    })
    void prioritiesHaveTwoEnds(@Nullable Integer from, @Nullable Integer to, boolean second, boolean unknown) {
        RecommendationFilter asked = ALL.withPriorities(from, to);

        assertThat(asked.test(ROW)).isEqualTo(second);
        assertThat(asked.test(BARE)).isEqualTo(unknown);
    }
}
