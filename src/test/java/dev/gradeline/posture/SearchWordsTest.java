package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of the search field, held against a naive reading of its rules. */
class SearchWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Recommendation ROW = new Recommendation(
                    "id-1",
                    "Encrypt the  Straße backups (ΟΔΟΣ)",
                    2,
                    Status.IN_PROGRESS,
                    new Framework("hipaa"),
                    "Backup",
                    1,
                    NOW,
                    NOW)
            .with(OwnNote.of("ask the vendor", "#waiting, Vendor"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encrypt backup | true",
                "\"the strasse\" | true",
                "“the strasse” | true",
                "\"strasse the\" | false",
                "\"the stra | true",
                "οδοσ | true",
                "-cloud | true",
                "-BACKUPS | false",
                "encrypt -hipaa | false",
                "-\"strasse the\" | true",
                "- | true",
                "-- | false",
                "\"\" | true",
                "\"-\" | true",
                "\"--\" | false",
                "tag:wait | true",
                "TAG:waiting | true",
                "tag:aiting | false",
                "-tag:wait | false",
                "tag: | true",
                "-tag: | false",
                "tag:vendor tag:waiting | true",
                "vendor | true",
                "\"in progress\" p2 | true",
                "\"progress p2\" | false",
            })
    void means(String search, boolean found) {
        assertThat(RecommendationFilter.ALL.withSearch(search).test(ROW)).isEqualTo(found);
    }

    @Test
    void whatStandsInTheCellsIsSought() {
        assertThat(SearchWords.of("Réviser -cloud tag:x \"two  Words\" réviser").sought())
                .containsExactly("reviser", "two words");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void agreesWithANaiveReading(long seed) {
        Random random = new Random(seed);
        List<Recommendation> rows =
                IntStream.range(0, 120).mapToObj(i -> row(random, i)).toList();
        RecommendationIndex index = new RecommendationIndex(rows);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            RecommendationFilter filter = filter(random);
            List<Recommendation> naive =
                    rows.stream().filter(row -> Naive.passes(row, filter)).toList();
            found += naive.size();

            assertThat(filter.apply(rows)).as("seed %s, %s", seed, filter).isEqualTo(naive);
            byte[] missed = index.missed(filter);
            assertThat(IntStream.range(0, missed.length)
                            .filter(at -> missed[at] == 0)
                            .mapToObj(rows::get))
                    .as("seed %s, %s, by the index", seed, filter)
                    .containsExactlyElementsOf(naive);
        }
        assertThat(found).as("not all is sifted out").isGreaterThan(4_000);
    }

    @Test
    void aCharacterThatFoldsToSeveralIsMarkedWhole() {
        assertThat(SearchFold.places("a \uFB01x", List.of("f"))).containsExactly(2, 3);
        assertThat(SearchFold.places("a \uFB01x", List.of("i"))).containsExactly(2, 3);
        assertThat(SearchFold.places("\u33C2x", List.of("a", "mx")))
                .hasSizeGreaterThanOrEqualTo(2)
                .startsWith(0);
        assertThat(SearchFold.places("\u33C2", List.of("a", "m"))).containsExactly(0, 1);
        assertThat(SearchFold.places("\uFB01f", List.of("f"))).containsExactly(0, 2);
        assertThat(SearchFold.places("e\u0301f", List.of("e"))).containsExactly(0, 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5})
    void foldingTwiceIsFoldingOnce(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(6), 0, 0x2FFFF)
                    .filter(point -> point < 0xD800 || point > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String once = SearchFold.fold(text);
            assertThat(SearchFold.fold(once)).as("seed %s, “%s”", seed, text).isEqualTo(once);
        }
    }

    private static String text(Random random, int longest) {
        List<String> parts =
                List.of("a", "B", "é", "e\u0301", "ß", "ss", " ", "  ", "-", "ab", "Σ", "ς", "1", "\u200f", "ﬁ");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    private static Recommendation row(Random random, int i) {
        @Nullable String title = random.nextInt(8) == 0 ? null : text(random, 9);
        List<String> statuses = List.of("open", "in_progress", "completed");
        return new Recommendation(
                        "r" + i,
                        title,
                        random.nextInt(5) == 0 ? null : 1 + random.nextInt(3),
                        random.nextInt(6) == 0 ? null : new Status(statuses.get(random.nextInt(3))),
                        random.nextInt(6) == 0 ? null : new Framework(random.nextBoolean() ? "hipaa" : "cis-v8"),
                        random.nextInt(4) == 0 ? null : text(random, 3),
                        i,
                        NOW.minusSeconds(random.nextInt(6)),
                        NOW.minusSeconds(random.nextInt(6)))
                .with(random.nextInt(3) > 0 ? OwnNote.NONE : OwnNote.of(text(random, 4), text(random, 4)));
    }

    private static RecommendationFilter filter(Random random) {
        StringBuilder search = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            search.append(random.nextInt(4) == 0 ? "-" : "")
                    .append(random.nextInt(6) == 0 ? "tag:" : "")
                    .append(random.nextInt(3) == 0 ? "\"" : "")
                    .append(random.nextInt(6) == 0 ? "hipaa" : text(random, 2))
                    .append(random.nextInt(4) == 0 ? "\"" : "")
                    .append(' ');
        }
        return new RecommendationFilter(
                random.nextInt(4) > 0 ? Set.of() : Set.of("open", "in_progress"),
                random.nextInt(4) > 0 ? Set.of() : Set.of("hipaa"),
                Set.of(),
                null,
                random.nextInt(4) > 0 ? null : Integer.valueOf(2),
                new SeenWithin(
                        random.nextInt(5) > 0 ? null : NOW.minusSeconds(4),
                        random.nextInt(5) > 0 ? null : NOW.minusSeconds(1),
                        random.nextInt(5) > 0 ? null : NOW.minusSeconds(3)),
                search.toString());
    }

    /** The rules said once more, slowly. */
    private static final class Naive {
        private static final Pattern TERM =
                Pattern.compile("(?<not>-?)(?<tag>(?i:tag:)?)(?:[\"“”](?<phrase>[^\"“”]*)(?:[\"“”]|$)|(?<word>\\S*))");

        static boolean passes(Recommendation row, RecommendationFilter filter) {
            SeenWithin seen = filter.seen();
            return (filter.statuses().isEmpty()
                            || row.status() != null
                                    && filter.statuses().contains(row.status().id()))
                    && (filter.frameworks().isEmpty()
                            || row.framework() != null
                                    && filter.frameworks()
                                            .contains(row.framework().id()))
                    && (filter.maxPriority() == null
                            || row.priority() != null && row.priority() <= filter.maxPriority())
                    && (seen.firstFrom() == null || row.firstSeen().compareTo(seen.firstFrom()) >= 0)
                    && (seen.firstBefore() == null || row.firstSeen().compareTo(seen.firstBefore()) < 0)
                    && (seen.changedFrom() == null || row.lastChanged().compareTo(seen.changedFrom()) >= 0)
                    && found(row, filter.search());
        }

        private static boolean found(Recommendation row, String search) {
            Matcher term = TERM.matcher(search);
            int at = 0;
            while (at < search.length()) {
                if (Character.isWhitespace(search.charAt(at))) {
                    at++;
                    continue;
                }
                term.region(at, search.length());
                assertThat(term.lookingAt()).isTrue();
                at = Math.max(term.end(), at + 1);
                boolean tag = !term.group("tag").isEmpty();
                String typed = term.group("phrase") != null ? term.group("phrase") : term.group("word");
                String sought = fold(typed).strip();
                if (!tag && sought.isEmpty()) {
                    continue;
                }
                boolean holds = tag
                        ? row.own().tags().stream().anyMatch(own -> fold(own).startsWith(sought))
                        : fields(row).stream().anyMatch(field -> fold(field).contains(sought));
                if (holds == term.group("not").equals("-")) {
                    return false;
                }
            }
            return true;
        }

        private static List<String> fields(Recommendation row) {
            List<@Nullable String> all = new ArrayList<>();
            all.add(row.title());
            all.add(row.category());
            all.add(row.id());
            all.add(row.status() == null ? null : row.status().id());
            all.add(row.status() == null ? null : row.status().id().replace('_', ' '));
            all.add(row.framework() == null ? null : row.framework().id());
            all.add(row.framework() == null ? null : row.framework().name());
            all.add(row.priority() == null ? null : "P" + row.priority());
            all.addAll(row.own().tags());
            all.add(row.own().text());
            return all.stream()
                    .filter(java.util.Objects::nonNull)
                    .map(String::valueOf)
                    .toList();
        }

        private static String fold(String text) {
            StringBuilder folded = new StringBuilder();
            Normalizer.normalize(text, Normalizer.Form.NFKD)
                    .replace("ẞ", "ss")
                    .replace("ß", "ss")
                    .codePoints()
                    .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK
                            && Character.getType(c) != Character.FORMAT)
                    .forEach(c -> folded.appendCodePoint(Character.isWhitespace(c) ? ' ' : c));
            return folded.toString().toLowerCase(Locale.ROOT).replace('ς', 'σ').replaceAll(" +", " ");
        }
    }
}
