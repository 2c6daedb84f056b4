package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.SeenWithin;
import dev.gradeline.posture.Status;
import dev.gradeline.report.TableExport.Format;
import dev.gradeline.ui.kit.Arriving;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecommendationsViewModelTest {
    @TempDir
    private Path folder;

    private PageSurroundings around(Posture posture) {
        return PageSurroundings.of(TestPages.firstVisit(posture), folder);
    }

    private static List<String> ids(RecommendationsViewModel model) {
        return model.rows().stream().map(row -> row.recommendation().id()).toList();
    }

    private static List<String> ids(Stream<Recommendation> rows) {
        return rows.map(Recommendation::id).toList();
    }

    @Test
    void everythingInAylieasOrderAtFirst() {
        RecommendationsViewModel model = new RecommendationsViewModel(around(Postures.northwind()).context);
        assertThat(ids(model)).isEqualTo(ids(Postures.northwind().recommendations().stream()));
        assertThat(model.count().get()).isEqualTo("115 of 115");
    }

    @Test
    void theFirstPageOfAFirstReadingShowsAtOnceAndIsNotTakenForTheWhole() {
        PageSurroundings around = around(Postures.empty());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        List<Recommendation> all = Postures.northwind().recommendations();

        around.pages.arriving.set(new Arriving(true, List.of()));
        assertThat(model.placeholder().get()).isEqualTo("Reading the recommendations…");

        around.pages.arriving.set(new Arriving(true, all.subList(0, 100)));
        assertThat(ids(model)).isEqualTo(ids(all.subList(0, 100).stream()));
        assertThat(model.count().get()).isEqualTo("100 of 100 so far");
        assertThat(model.complete().get()).isFalse();
        PartNotice notice = Objects.requireNonNull(model.notice().get());
        assertThat(notice.text()).contains("100 so far");
        assertThat(notice.way()).isEqualTo(PartNotice.Way.CANCEL);
        model.choices().toggleStatus("open");
        assertThat(model.count().get()).endsWith(" of 100 so far").doesNotStartWith("100 ");
        model.choices().clear();

        around.pages.arriving.set(Arriving.NOTHING);
        around.pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        assertThat(model.count().get()).isEqualTo("115 of 115");
        assertThat(model.complete().get()).isTrue();
        assertThat(model.notice().get()).isNull();
    }

    @Test
    void whatIsChosenNarrowsRowsCountAndTheOneFilter() {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.choices().toggleStatus("open");
        model.choices().toggleStatus("in_progress");
        assertThat(model.count().get()).isEqualTo("49 of 115");
        assertThat(model.rows()).allMatch(row -> row.recommendation().stillOpen());
        assertThat(around.context.filter().get().statuses()).containsExactlyInAnyOrder("open", "in_progress");
        model.choices().toggleStatus("open");
        assertThat(model.count().get()).isEqualTo("12 of 115");
        model.choices().togglePriority("2");
        assertThat(around.context.filter().get().maxPriority()).isEqualTo(2);
        model.choices().togglePriority("2");
        assertThat(around.context.filter().get().maxPriority()).isNull();
        model.choices().clear();
        assertThat(model.count().get()).isEqualTo("115 of 115");
    }

    @Test
    void aFilterFromElsewhereArrivesInTheFieldAndTheRows() {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        around.context
                .filter()
                .set(RecommendationFilter.ALL.withFrameworks(Set.of("hipaa")).withSearch("backup"));
        assertThat(model.choices().search().get()).isEqualTo("backup");
        assertThat(model.rows())
                .extracting(RecommendationRow::title)
                .containsExactly("Encrypt backups of the imaging archive");
    }

    @Test
    void whatStandsInTheCellsIsFoundInTheirLanguageAndTheCodesInEvery() {
        RecommendationsViewModel model = new RecommendationsViewModel(
                new TestPages(TestPages.firstVisit(Postures.northwind()), Locale.GERMANY).context());
        for (String typed : List.of("erledigt", "completed", "\"in Arbeit\"", "in_progress", "-erledigt")) {
            model.choices().search().set(typed);
            assertThat(model.rows())
                    .as(typed)
                    .hasSize(
                            switch (typed) {
                                case "erledigt", "completed" -> 61;
                                case "-erledigt" -> 115 - 61;
                                default -> 12;
                            });
        }
        model.choices().search().set("erledigt");
        assertThat(model.sought().get()).containsExactly("erledigt");
        assertThat(model.rows()).allMatch(row -> row.status().equals("erledigt"));
        assertThat(model.filter()
                        .get()
                        .apply(
                                Postures.northwind().recommendations(),
                                new PostureWords(new Words(Locale.GERMANY, ZoneOffset.UTC))::codes))
                .as("as an export has them")
                .hasSize(61);
    }

    @Test
    void whatIsTypedKeepsItsSpacesAndReachesTheFilterStripped() {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.choices().search().set("rotate ");
        assertThat(model.choices().search().get()).isEqualTo("rotate ");
        assertThat(around.context.filter().get().search()).isEqualTo("rotate");
        model.choices().search().set("rotate s");
        assertThat(around.context.filter().get().search()).isEqualTo("rotate s");
        around.context.filter().set(RecommendationFilter.ALL);
        assertThat(model.choices().search().get()).isEmpty();
    }

    @Test
    void aFilterSetBeforeThePageWasOpenedHoldsFromTheStart() {
        PageSurroundings around = around(Postures.northwind());
        around.context.filter().set(RecommendationFilter.ALL.withSearch("acceptable-use"));
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        assertThat(model.choices().search().get()).isEqualTo("acceptable-use");
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void eachChoiceCountsWhatItWouldShowBesideTheOtherFilters() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Recommendation> all = random(random, 60);
            RecommendationFilter filter = new RecommendationFilter(
                    some(random, "open", "completed", "odd"),
                    some(random, "hipaa", "cis-v8"),
                    some(random, "Access", "Logs"),
                    null,
                    random.nextBoolean() ? null : 1 + random.nextInt(4),
                    SeenWithin.ANY,
                    random.nextBoolean() ? "" : "a");
            Facets facets = new RecommendationRows(
                            all,
                            TestPages.firstVisit(Postures.empty()),
                            around(Postures.empty()).context.words())
                    .shown(new RecommendationRows.Wish(filter, Order.AYLIEA, Grouping.NONE, Set.of()))
                    .facets();
            String as = "seed " + seed + ", round " + round + ", " + filter;
            for (Choice choice : facets.statuses()) {
                assertThat(choice.count()).as(as).isEqualTo(count(all, filter.withStatuses(Set.of(choice.id()))));
                assertThat(choice.chosen()).isEqualTo(filter.statuses().contains(choice.id()));
            }
            for (Choice choice : facets.frameworks()) {
                assertThat(choice.count()).as(as).isEqualTo(count(all, filter.withFrameworks(Set.of(choice.id()))));
            }
            for (Choice choice : facets.categories()) {
                assertThat(choice.count()).as(as).isEqualTo(count(all, filter.withCategories(Set.of(choice.id()))));
            }
            for (Choice choice : facets.priorities()) {
                assertThat(choice.count())
                        .as(as)
                        .isEqualTo(count(all, filter.withMaxPriority(Integer.valueOf(choice.id()))));
            }
            assertThat(facets.categories().stream().map(Choice::id))
                    .as("all that occur, and all chosen: " + as)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    all.stream().map(Recommendation::category).filter(c -> c != null),
                                    filter.categories().stream())
                            .distinct()
                            .toList());
        }
    }

    private static long count(List<Recommendation> all, Predicate<Recommendation> filter) {
        return all.stream().filter(filter).count();
    }

    private static Set<String> some(Random random, String... values) {
        return Stream.of(values)
                .filter(value -> random.nextInt(3) == 0)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static List<Recommendation> random(Random random, int count) {
        List<Recommendation> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String status = pick(random, "open", "in_progress", "completed", "dismissed", "odd", null);
            String framework = pick(random, "hipaa", "cis-v8", "nist-csf-2", null);
            rows.add(new Recommendation(
                    "id" + i,
                    pick(random, "Alpha", "beta", "Gamma", null),
                    random.nextInt(5) == 0 ? null : 1 + random.nextInt(5),
                    status == null ? null : new Status(status),
                    framework == null ? null : new dev.gradeline.posture.Framework(framework),
                    pick(random, "Access", "Logs", "access", null),
                    i + 1,
                    Postures.LAST_VISIT.minus(Duration.ofDays(random.nextInt(4))),
                    Postures.LAST_VISIT.plus(Duration.ofDays(random.nextInt(4)))));
        }
        return rows;
    }

    private static @Nullable String pick(Random random, @Nullable String... values) {
        return values[random.nextInt(values.length)];
    }

    @Test
    void statusesStandInTheOrderOfTheWork() {
        RecommendationsViewModel model = new RecommendationsViewModel(around(Postures.northwind()).context);
        assertThat(model.facets().get().statuses())
                .extracting(Choice::name)
                .containsExactly("open", "in progress", "completed", "dismissed");
    }

    @ParameterizedTest
    @EnumSource(Order.Column.class)
    void everyOrderIsStableAndPutsTheUnknownLast(Order.Column column) {
        Random random = new Random(7);
        List<Recommendation> all = random(random, 300);
        PageSurroundings around = around(with(Postures.northwind(), all));
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        for (boolean descending : new boolean[] {false, true}) {
            model.order().set(new Order(column, descending));
            List<RecommendationRow> rows = model.rows();
            assertThat(ids(model)).containsExactlyInAnyOrderElementsOf(ids(all.stream()));
            Function<RecommendationRow, @Nullable Comparable<?>> key = key(column);
            for (int i = 1; i < rows.size(); i++) {
                Comparable<?> before = key.apply(rows.get(i - 1));
                Comparable<?> after = key.apply(rows.get(i));
                if (before == null) {
                    assertThat(after).as("nothing known follows the unknown").isNull();
                } else if (after != null) {
                    int compared = compare(before, after);
                    assertThat(descending ? -compared : compared)
                            .as(column + " " + before + " before " + after)
                            .isLessThanOrEqualTo(0);
                }
                if (java.util.Objects.equals(before, after)) {
                    assertThat(rows.get(i - 1).recommendation().rank())
                            .as("ties keep Ayliea's order")
                            .isLessThan(rows.get(i).recommendation().rank());
                }
            }
        }
        model.order().set(Order.AYLIEA);
        assertThat(ids(model)).isEqualTo(ids(all.stream()));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(one, other);
    }

    private static Function<RecommendationRow, @Nullable Comparable<?>> key(Order.Column column) {
        return switch (column) {
            case PRIORITY -> row -> row.recommendation().priority();
            case TITLE -> row -> lower(row.recommendation().title());
            case STATUS ->
                row -> {
                    Status status = row.recommendation().status();
                    return status == null
                            ? null
                            : List.of("open", "in_progress", "completed", "dismissed", "odd")
                                    .indexOf(status.id());
                };
            case FRAMEWORK -> row -> row.recommendation().framework() == null ? null : lower(row.framework());
            case CATEGORY -> row -> lower(row.recommendation().category());
            case TAGS -> row -> row.tags().isEmpty() ? null : lower(row.tags());
            case AGE -> RecommendationRow::ageDays;
            case CHANGED -> row -> row.recommendation().lastChanged();
            case RANK -> row -> row.recommendation().rank();
            case ID -> row -> row.recommendation().id();
        };
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(java.util.Locale.ROOT);
    }

    static Posture with(Posture full, List<Recommendation> rows) {
        return new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                rows,
                full.scans(),
                full.scanReported(),
                full.openCounts());
    }

    @Test
    void theNewestFilterWinsWhicheverEndsLast() {
        ManualTasks tasks = new ManualTasks();
        PageSurroundings around =
                new PageSurroundings(TestPages.firstVisit(Postures.northwind()), tasks, folder, Map.of());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        tasks.endAll();
        model.choices().search().set("r");
        model.choices().search().set("rotate");
        assertThat(tasks.waiting()).isEqualTo(2);
        tasks.end(1);
        assertThat(model.rows()).hasSize(1);
        tasks.end(0);
        assertThat(model.rows()).as("the older answer came late").hasSize(1);
    }

    @Test
    void theRowsOfASituationAreMadeOnceWhoeverAsksForThem() throws Exception {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        RecommendationRow row = model.rows().getFirst();
        model.choices().search().set("mfa");
        assertThat(model.rows().getFirst()).as("while one types").isSameAs(row);
        around.pages.situation.set(TestPages.northwind());
        assertThat(model.rows().getFirst()).as("of another situation").isNotSameAs(row);

        RowMaking making = new RowMaking(Arriving.NOTHING, TestPages.northwind(), around.context.words());
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<RecommendationRows> asked = making::rows;
            Set<RecommendationRows> made = new HashSet<>();
            for (var each : workers.invokeAll(Collections.nCopies(8, asked))) {
                made.add(each.get());
            }
            assertThat(made).hasSize(1);
        }
    }

    @Test
    void theSelectionSurvivesARefreshById() {
        PageSurroundings around = around(Postures.northwindEarlier());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.select("d290f1ee-6c54-4b01-90e6-d701748f0851");
        around.pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        RecommendationRow selected = model.selected().get();
        assertThat(selected).isNotNull();
        assertThat(selected.recommendation().id()).isEqualTo("d290f1ee-6c54-4b01-90e6-d701748f0851");
        assertThat(model.rows()).contains(selected);
        around.pages.situation.set(TestPages.firstVisit(Postures.empty()));
        assertThat(model.selected().get()).isNull();
    }

    @Test
    void theSelectionFollowsARecommendationThatComesUnderANewId() {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.select("d290f1ee-6c54-4b01-90e6-d701748f0851");
        around.pages.situation.set(TestPages.firstVisit(Postures.reissued(Postures.northwind())));
        RecommendationRow selected = model.selected().get();
        assertThat(selected).isNotNull();
        assertThat(selected.recommendation().id()).isEqualTo("new d290f1ee-6c54-4b01-90e6-d701748f0851");
        assertThat(model.rows()).contains(selected);
        model.select("new d290f1ee-6c54-4b01-90e6-d701748f0851");
        assertThat(model.selected().get()).isSameAs(selected);
    }

    @Test
    void aRowThatTheFilterHidesIsNoLongerSelectedUnlessItWasOpenedFromAnother() {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.select("d290f1ee-6c54-4b01-90e6-d701748f0851");
        model.choices().toggleStatus("completed");
        assertThat(model.selected().get()).isNull();

        model.select("d290f1ee-6c54-4b01-90e6-d701748f0851");
        assertThat(model.selected().get()).as("opened although hidden").isNotNull();
        model.choices().search().set("no such words");
        assertThat(model.selected().get()).as("while one types").isNotNull();
        around.pages.situation.set(TestPages.since(Postures.northwind(), Postures.LAST_VISIT, List.of()));
        assertThat(model.selected().get()).isNotNull();
        model.select("no such id");
        assertThat(model.selected().get()).isNotNull();
    }

    @Test
    void theExportsHoldExactlyTheRowsShownInTheirOrder() throws Exception {
        PageSurroundings around = around(Postures.northwind());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.choices().toggleFramework("hipaa");
        model.order().set(new Order(Order.Column.TITLE, true));
        model.export(Format.CSV);
        model.export(Format.JSON);

        assertThat(around.pages.asked).hasSize(2);
        String csv = around.pages.asked.get(0);
        String json = around.pages.asked.get(1);
        assertThat(csv).startsWith("save gradeline-recommendations-2026-11-23.csv\n");
        assertThat(json).startsWith("save gradeline-recommendations-2026-11-23.json\n");
        List<String> fromJson = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(json.substring(json.indexOf('\n')))) {
            fromJson.add(row.path("id").asText());
        }
        assertThat(fromJson).isEqualTo(ids(model)).hasSizeGreaterThan(3);
        String body = csv.substring(csv.indexOf('\n') + 1).replaceFirst("^\uFEFF", "");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(body)) {
            assertThat(reader.stream().map(row -> row.getField("id"))).containsExactlyElementsOf(ids(model));
        }
    }

    @Test
    void anEmptyTableSaysWhy() {
        PageSurroundings around = around(Postures.empty());
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        assertThat(model.placeholder().get()).startsWith("No recommendations yet");
        assertThat(model.count().get()).isEmpty();
        around.pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        assertThat(model.placeholder().get()).startsWith("Ayliea has no recommendations");
        around.pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        model.choices().search().set("no such words");
        assertThat(model.placeholder().get()).startsWith("No recommendation passes");
        assertThat(model.count().get()).isEqualTo("0 of 115");
    }

    @Test
    void refusedSaysWhyAndSinceWhen() {
        Instant read = Postures.NOW.minus(Duration.ofDays(9));
        PageSurroundings around = around(Postures.northwindWith(
                new Freshness(Part.RECOMMENDATIONS, read, Postures.LAST_SYNC, Outcome.REFUSED, "403")));
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        PartNotice notice = model.notice().get();
        assertThat(notice).isNotNull();
        assertThat(notice.text()).contains("recommendations:read", "14 November 2026");
        assertThat(model.rows()).as("what is stored stays shown").hasSize(115);
        around.pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        assertThat(model.notice().get()).isNull();
    }

    @Test
    void tenThousandRowsAreNarrowedQuickly() {
        PageSurroundings around = around(Postures.northwindWithRecommendations(10_000));
        RecommendationsViewModel model = new RecommendationsViewModel(around.context);
        model.order().set(new Order(Order.Column.TITLE, false));
        for (String typed : List.of("e", "en", "enc", "encr", "encry", "")) {
            model.choices().search().set(typed);
        }
        long start = System.nanoTime();
        model.choices().search().set("encrypt");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(model.rows())
                .hasSizeGreaterThan(80)
                .allMatch(row -> row.title().contains("ncrypt"));
        // Done on a worker in the window; a second is far beyond what even a busy machine needs.
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void taskRunnersErrorIsSaid() {
        TaskRunner failing = new TaskRunner() {
            @Override
            public <T extends @Nullable Object> void run(
                    java.util.concurrent.Callable<T> work,
                    java.util.function.Consumer<? super T> done,
                    java.util.function.Consumer<? super Exception> failed) {
                failed.accept(new IllegalStateException("as the test wants"));
            }
        };
        PageSurroundings around =
                new PageSurroundings(TestPages.firstVisit(Postures.northwind()), failing, folder, Map.of());
        PartNotice notice =
                new RecommendationsViewModel(around.context).notice().get();
        assertThat(notice).isNotNull();
        assertThat(notice.text()).startsWith("The recommendations could not be filtered");
    }
}
