package dev.gradeline.ui.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Scan;
import dev.gradeline.report.TableExport.Format;
import dev.gradeline.ui.discovery.DiscoveryViewModel.Earlier;
import dev.gradeline.ui.discovery.PlatformRow.Sighting;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.TestPages;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryViewModelTest {
    @TempDir
    private Path folder;

    private PageSurroundings around(Posture posture) {
        return PageSurroundings.of(TestPages.firstVisit(posture), folder);
    }

    private DiscoveryViewModel model(Posture posture) {
        return new DiscoveryViewModel(around(posture).context);
    }

    private static PlatformOrder by(PlatformOrder.Column column, boolean descending) {
        return new PlatformOrder(List.of(new PlatformOrder.Key(column, descending)));
    }

    private static List<String> names(DiscoveryViewModel model) {
        return model.rows().stream().map(PlatformRow::name).toList();
    }

    private static ScanFigures figures(DiscoveryViewModel model) {
        return Objects.requireNonNull(model.view().get().figures());
    }

    private static Scan scan(
            String id, String completed, @Nullable Integer shadow, @Nullable String risk, List<Platform> platforms) {
        Instant at = Instant.parse(completed);
        return new Scan(
                id,
                Postures.ORGANIZATION,
                "completed",
                "northwind.example",
                at.minusSeconds(1800),
                at,
                platforms.size(),
                shadow,
                risk == null ? null : new BigDecimal(risk),
                platforms,
                at);
    }

    private static Platform platform(
            @Nullable String name, @Nullable String type, @Nullable String vendor, @Nullable String confidence) {
        return new Platform(
                null,
                name,
                type,
                vendor,
                null,
                null,
                confidence == null ? null : new BigDecimal(confidence),
                null,
                Postures.LAST_VISIT);
    }

    @Test
    void showsTheScanBesideTheOneBefore() {
        DiscoveryViewModel model = model(Postures.northwind());
        assertThat(model.view().get().summary()).isEqualTo("14 platforms · 2 new · 1 gone");
        assertThat(model.view().get().comparedWith()).isEqualTo("Compare with: 1 Nov scan");
        assertThat(model.rows().stream()
                        .filter(row -> row.sighting() == Sighting.NEW)
                        .map(PlatformRow::name))
                .containsExactly("Perplexity", "Cursor");
        assertThat(model.rows().getLast().name()).isEqualTo("Jasper");
        assertThat(model.rows().getLast().gone()).isTrue();
        assertThat(model.rows().getLast().detected()).isEqualTo("last seen 1 Nov");
        assertThat(figures(model).domain()).isEqualTo("northwind.example");
        assertThat(figures(model).scanned()).startsWith("14 Nov, ").doesNotContain("unknown");
        assertThat(figures(model).shadowMoved()).isEqualTo("+1");
        assertThat(figures(model).shadowRose()).isTrue();
        assertThat(figures(model).riskMoved()).isEqualTo("+4");
    }

    @Test
    void anyEarlierScanOrNoneCanBeComparedWith() {
        DiscoveryViewModel model = model(Postures.northwind());
        List<Earlier> earlier = model.view().get().earlier();
        assertThat(earlier).extracting(Earlier::name).containsExactly("1 Nov scan", "1 Oct scan");
        assertThat(earlier).extracting(Earlier::chosen).containsExactly(true, false);

        model.comparison().set(earlier.get(1).choice());
        assertThat(model.view().get().comparedWith()).isEqualTo("Compare with: 1 Oct scan");
        assertThat(model.view().get().summary()).isEqualTo("14 platforms · 2 new · 0 gone");

        model.comparison().set(new Comparison.Nothing());
        assertThat(model.view().get().comparedWith()).isEqualTo("Compare with…");
        assertThat(model.view().get().summary()).isEqualTo("14 platforms");
        assertThat(model.rows()).hasSize(14).allMatch(row -> row.sighting() == Sighting.KNOWN);
        assertThat(figures(model).shadowMoved()).isEmpty();
        assertThat(figures(model).riskMoved()).isEmpty();
    }

    @Test
    void theScanThatWasChosenStaysChosenWhenANewerOneArrives() {
        Posture full = Postures.northwind();
        PageSurroundings around = around(full);
        DiscoveryViewModel model = new DiscoveryViewModel(around.context);
        model.comparison().set(model.view().get().earlier().get(1).choice());

        List<Scan> more = new ArrayList<>(full.scans());
        more.addFirst(scan(
                "newer",
                "2026-11-22T14:30:00Z",
                3,
                "65",
                full.scans().getFirst().platforms()));
        around.pages.situation.set(TestPages.firstVisit(Scans.with(full, more)));
        assertThat(model.view().get().comparedWith()).isEqualTo("Compare with: 1 Oct scan");

        around.pages.situation.set(
                TestPages.firstVisit(Scans.with(full, full.scans().subList(2, 3))));
        assertThat(model.view().get().comparedWith())
                .as("it is the current scan now")
                .isEqualTo("Compare with…");
    }

    @Test
    void twoScansOfOneDayAreToldApartByTheirTimes() {
        Posture full = Postures.northwind();
        List<Scan> scans = List.of(
                full.scans().getFirst(),
                scan("b", "2026-11-01T16:00:00Z", 2, "60", List.of()),
                scan("a", "2026-11-01T09:15:00Z", 2, "60", List.of()));
        DiscoveryViewModel model = model(Scans.with(full, scans));
        assertThat(model.view().get().earlier())
                .extracting(Earlier::name)
                .containsExactly("1 Nov, 16:00 scan", "1 Nov, 09:15 scan");
    }

    @Test
    void onlyARiseOfShadowAiIsBad() {
        List<Platform> none = List.of();
        Posture full = Postures.northwind();
        Scan before = scan("a", "2026-11-01T14:30:00Z", 5, "50", none);
        Scan fewer = scan("b", "2026-11-14T14:30:00Z", 3, "90", none);
        assertThat(figures(model(Scans.with(full, List.of(fewer, before)))).shadowMoved())
                .isEqualTo("−2");
        assertThat(figures(model(Scans.with(full, List.of(fewer, before)))).shadowRose())
                .isFalse();
        Scan unknown = scan("c", "2026-11-14T14:30:00Z", null, null, none);
        assertThat(figures(model(Scans.with(full, List.of(unknown, before)))).shadow())
                .isEqualTo("–");
        assertThat(figures(model(Scans.with(full, List.of(unknown, before)))).shadowMoved())
                .isEmpty();
        assertThat(figures(model(Scans.with(full, List.of(unknown, before)))).shadowRose())
                .isFalse();
    }

    @Test
    void filtersNarrowRowsAndCountsAndGiveBackEverything() {
        DiscoveryViewModel model = model(Postures.northwind());
        model.search().set("ASSISTANT");
        assertThat(names(model)).containsExactly("GitHub Copilot", "Cursor", "Grammarly", "Notion AI", "Jasper");
        assertThat(model.view().get().summary()).isEqualTo("5 of 15 shown · 1 new · 1 gone");
        model.toggleType("code assistant");
        model.toggleVendor("GitHub");
        assertThat(names(model)).containsExactly("GitHub Copilot");
        Choice vendor = model.view().get().vendors().stream()
                .filter(choice -> choice.id().equals("Anysphere"))
                .findFirst()
                .orElseThrow();
        assertThat(vendor.count()).as("beside the other filters").isEqualTo(1);
        assertThat(vendor.chosen()).isFalse();
        model.clearFilters();
        assertThat(model.rows()).hasSize(15);
        assertThat(model.search().get()).isEmpty();
    }

    @Test
    void aChosenOrderOutlivesFilteringAndRefreshingAndUnsortingGivesTheScansOwn() {
        PageSurroundings around = around(Postures.northwind());
        DiscoveryViewModel model = new DiscoveryViewModel(around.context);
        List<String> own = names(model);
        model.order().set(by(PlatformOrder.Column.NAME, true));
        model.search().set("a");
        around.pages.situation.set(TestPages.firstVisit(Scans.only(Postures.northwind(), 2)));
        model.search().set("");
        List<String> present = new ArrayList<>(names(model));
        assertThat(present.removeLast()).as("gone is last even so").isEqualTo("Jasper");
        assertThat(present).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
        model.order().set(PlatformOrder.OWN);
        assertThat(names(model)).isEqualTo(own);
    }

    @ParameterizedTest
    @EnumSource(PlatformOrder.Column.class)
    void everyOrderIsStableAndPutsTheUnknownAfterTheKnownAndTheGoneLast(PlatformOrder.Column column) {
        Platform gone = platform("Gone", "search", "V", "0.99");
        List<Platform> now = List.of(
                platform("b", "x", "V", "0.5"),
                platform(null, null, null, null),
                platform("a", "y", "W", "0.5"),
                platform("b", "x", "v", "0.7"));
        Posture posture = Scans.with(
                Postures.northwind(),
                List.of(
                        scan("2", "2026-11-14T14:30:00Z", 1, "1", now),
                        scan("1", "2026-11-01T14:30:00Z", 1, "1", List.of(gone, now.get(1)))));
        DiscoveryViewModel model = model(posture);
        for (boolean descending : new boolean[] {false, true}) {
            model.order().set(by(column, descending));
            assertThat(model.rows().getLast().name()).isEqualTo("Gone");
            List<Platform> shown =
                    model.rows().stream().limit(4).map(PlatformRow::platform).toList();
            List<Platform> expected = switch (column) {
                case NAME ->
                    descending
                            ? List.of(now.get(0), now.get(3), now.get(2), now.get(1))
                            : List.of(now.get(2), now.get(0), now.get(3), now.get(1));
                case TYPE ->
                    descending
                            ? List.of(now.get(2), now.get(0), now.get(3), now.get(1))
                            : List.of(now.get(0), now.get(3), now.get(2), now.get(1));
                case VENDOR ->
                    descending
                            ? List.of(now.get(2), now.get(0), now.get(3), now.get(1))
                            : List.of(now.get(0), now.get(3), now.get(2), now.get(1));
                case CONFIDENCE ->
                    descending
                            ? List.of(now.get(3), now.get(0), now.get(2), now.get(1))
                            : List.of(now.get(0), now.get(2), now.get(3), now.get(1));
                case CATEGORY, DETECTED, FIRST_SEEN, ADDRESS -> now;
            };
            assertThat(shown).as(column + (descending ? " down" : " up")).isEqualTo(expected);
        }
    }

    @Test
    void theExportsHoldTheRowsShownAndWhatTheComparisonTellsOfThem() throws Exception {
        PageSurroundings around = around(Postures.northwind());
        DiscoveryViewModel model = new DiscoveryViewModel(around.context);
        model.search().set("assistant");
        model.order().set(by(PlatformOrder.Column.NAME, false));
        model.groups().set(PlatformGroups.TYPE);
        List<String> shown = model.rows().stream()
                .filter(row -> !row.isHeading())
                .map(row -> row.name() + (row.gone() ? " gone" : ""))
                .toList();
        assertThat(shown).contains("Cursor", "Jasper gone");
        model.export(Format.CSV);
        model.export(Format.JSON);
        String csv = around.pages.asked.get(0);
        String json = around.pages.asked.get(1);
        assertThat(csv).startsWith("save gradeline-platforms-2026-11-23.csv\n");
        List<String> fromJson = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(json.substring(json.indexOf('\n')))) {
            boolean gone = row.path("comparison").asText().equals("gone");
            fromJson.add(row.path("platform_name").asText() + (gone ? " gone" : ""));
            assertThat(row.path("confidence").isNull()).isEqualTo(gone);
            assertThat(row.path("compared_with").asText()).isEqualTo("2026-11-01T14:30:00Z");
        }
        assertThat(fromJson).isEqualTo(shown);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(body(csv))) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertThat(rows)
                    .extracting(row -> row.getField("platform_name") + " " + row.getField("comparison"))
                    .contains("Cursor new", "Grammarly ", "Jasper gone");
            assertThat(rows)
                    .filteredOn(row -> row.getField("platform_name").equals("Jasper"))
                    .allSatisfy(
                            row -> assertThat(row.getField("confidence_before")).isNotEmpty());
        }

        model.comparison().set(new Comparison.Nothing());
        model.export(Format.CSV);
        assertThat(body(around.pages.asked.get(2)))
                .as("the plain table, as the command line writes it")
                .startsWith("platform_name,platform_type,vendor,category,url,confidence,created_at,id,first_seen\r\n")
                .doesNotContain("Jasper");
    }

    @Test
    void theExportNamesTheScanThatTheRowsShownAreBeside() throws Exception {
        ManualTasks tasks = new ManualTasks();
        Posture full = Postures.northwind();
        PageSurroundings around = new PageSurroundings(TestPages.firstVisit(full), tasks, folder, Map.of());
        DiscoveryViewModel model = new DiscoveryViewModel(around.context);
        tasks.endAll();
        model.comparison()
                .set(new Comparison.With(Comparison.Key.of(full.scans().getLast())));
        model.export(Format.JSON);
        assertThat(comparedWith(around.pages.asked.getLast()))
                .as("those of the newly chosen one are still being worked out")
                .containsOnly("2026-11-01T14:30:00Z");
        tasks.endAll();
        model.export(Format.JSON);
        assertThat(comparedWith(around.pages.asked.getLast()))
                .containsOnly(full.scans().getLast().effectiveAt().toString());
    }

    private static Set<String> comparedWith(String saved) throws Exception {
        Set<String> all = new HashSet<>();
        new ObjectMapper()
                .readTree(saved.substring(saved.indexOf('\n')))
                .forEach(row -> all.add(row.path("compared_with").asText()));
        return all;
    }

    @Test
    void aConfidenceThatMovedByAPointIsShownAndIsNoChange() {
        List<Platform> was = List.of(
                platform("A", null, "V", "0.40"), platform("B", null, "V", "0.50"), platform("C", null, "V", "0.60"));
        List<Platform> is = List.of(
                platform("A", null, "V", "0.44"), platform("B", null, "V", "0.45"), platform("C", null, "V", "0.65"));
        Scan before = scan("a", "2026-11-01T14:30:00Z", 0, null, was);
        Scan after = scan("b", "2026-11-14T14:30:00Z", 0, null, is);
        DiscoveryViewModel model = model(Scans.with(Postures.northwind(), List.of(after, before)));
        assertThat(model.rows()).extracting(PlatformRow::confidenceMoved).containsExactlyInAnyOrder("+4", "−5", "+5");
        assertThat(model.view().get().summary())
                .isEqualTo("3 platforms · 0 new · 0 gone · 2 whose confidence moved by 5 points or more");
        model.showChangedOnly(true);
        assertThat(names(model)).containsExactlyInAnyOrder("B", "C");
        assertThat(model.view().get().summary()).startsWith("2 of 3 shown");
    }

    @Test
    void theExportTellsWhoseConfidenceMoved() throws Exception {
        Scan before = scan("a", "2026-11-01T14:30:00Z", 0, null, List.of(platform("One", null, "V", "0.40")));
        Scan after = scan("b", "2026-11-14T14:30:00Z", 0, null, List.of(platform("One", null, "V", "0.55")));
        PageSurroundings around = around(Scans.with(Postures.northwind(), List.of(after, before)));
        new DiscoveryViewModel(around.context).export(Format.JSON);
        String json = around.pages.asked.getFirst();
        JsonNode row =
                new ObjectMapper().readTree(json.substring(json.indexOf('\n'))).path(0);
        assertThat(row.path("comparison").asText()).isEqualTo("confidence_moved");
        assertThat(row.path("confidence_before").decimalValue()).isEqualByComparingTo("0.40");
        assertThat(row.path("confidence").decimalValue()).isEqualByComparingTo("0.55");
    }

    private static String body(String saved) {
        return saved.substring(saved.indexOf('\n') + 1).replaceFirst("^\uFEFF", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html,x",
                "ftp://chat.example/",
                "https://chat.example@evil.example/",
                "https://user:secret@chat.example/",
                "https:///nowhere",
                "https:chat.example",
                "//chat.example",
                "chat.example",
                "https://chat.example/a b",
                "JavaScript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "http:\\\\chat.example",
                "https://chat.example\\@evil.example/",
                "https://@chat.example/",
                "https://chat.example/\u0007",
                "https://chat.example\u202e/moc",
                "https://ch\u0430t.example/",
                "https://chat.example\n.evil.example/",
                "https://[::1/",
                "vbscript:x",
                "ms-settings:",
                "\\\\server\\share",
                "",
                "\u0000"
            })
    void whatIsNoPlainWebAddressIsNeverOpened(String url) {
        assertThat(WebAddress.of(url)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://chat.example/", "HTTP://chat.example", " https://chat.example/x?y=z#q "})
    void aPlainWebAddressIsOpened(String url) {
        PageSurroundings around = around(Postures.northwind());
        DiscoveryViewModel model = new DiscoveryViewModel(around.context);
        PlatformRow row = model.rows().getFirst();
        Platform with = new Platform(null, "n", null, null, null, url, null, null, Postures.NOW);
        model.browse(new PlatformRow(
                with,
                Sighting.KNOWN,
                row.name(),
                row.type(),
                row.vendor(),
                row.category(),
                row.confidence(),
                "",
                null,
                WebAddress.of(url),
                row.detectedAt(),
                row.detected(),
                row.firstSeen()));
        assertThat(around.pages.asked).containsExactly("browse " + url.strip());
    }

    @Test
    void noScanSaysWhetherThereIsNoneOrNoneIsKnown() {
        assertThat(model(Postures.empty()).view().get().empty()).startsWith("No scan yet");
        assertThat(model(Postures.onePoint()).view().get().empty()).startsWith("Ayliea has no completed");
        assertThat(model(Postures.empty()).view().get().figures()).isNull();
        assertThat(model(Postures.empty()).view().get().earlier()).isEmpty();
    }

    @Test
    void oneScanCannotBeCompared() {
        DiscoveryViewModel model = model(Scans.only(Postures.northwind(), 1));
        assertThat(model.view().get().earlier()).isEmpty();
        assertThat(model.view().get().summary()).isEqualTo("14 platforms");
    }

    @Test
    void refusedSaysWhy() {
        DiscoveryViewModel model = model(Postures.northwindWith(
                new Freshness(Part.DISCOVERY, null, Postures.LAST_SYNC, Outcome.REFUSED, "403")));
        PartNotice notice = Objects.requireNonNull(model.view().get().notice());
        assertThat(notice.text()).contains("discovery:read");
        assertThat(model.rows()).as("what is stored stays shown").isNotEmpty();
    }
}
