package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.settings.DataDirectory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored, given out again: over a demo history of two years, which other tests share. */
class ExportCommandTest {
    @TempDir
    private static Path folder;

    private static Office office;

    @BeforeAll
    static void open() throws IOException {
        office = new Office(GrownDemo.get().copyTo(folder.resolve("data")));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Said demo(String... arguments) {
        return office.plain(
                Stream.concat(Arrays.stream(arguments), Stream.of("--demo")).toArray(String[]::new));
    }

    private static List<JsonNode> json(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("export"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--format", "json", "-o", "-"));
        Said said = demo(all.toArray(String[]::new));
        assertThat(said.code()).as(said.toString()).isZero();
        return Api.array(said.out());
    }

    private static List<JsonNode> served(Instant at, String endpoint, String array) throws Exception {
        try (DemoServer server = DemoServer.start(Story.northwind(), DemoClock.at(at))) {
            return Api.rows(server.baseUrl(), DemoServer.KEY, endpoint, array);
        }
    }

    private static List<List<String>> columns(List<JsonNode> rows, String... names) {
        return rows.stream()
                .map(row -> Arrays.stream(names)
                        .map(name -> text(row.at("/" + name)))
                        .toList())
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isNumber()
                ? "number "
                        + new BigDecimal(value.asText()).stripTrailingZeros().toPlainString()
                : value.isMissingNode() ? "null" : value.toString();
    }

    @Test
    void scoresAreExactlyTheServers() throws Exception {
        String[] names = {"framework_id", "overall_score", "grade", "completed_at"};
        assertThat(columns(json("scores"), names))
                .hasSizeGreaterThanOrEqualTo(6)
                .containsExactlyInAnyOrderElementsOf(columns(served(Story.END, "scores", "scores"), names));
    }

    @Test
    void recommendationsAreExactlyTheServersInItsOrder() throws Exception {
        String[] names = {"id", "title", "priority", "status", "framework_id", "category"};
        List<JsonNode> exported = json("recommendations");
        assertThat(columns(exported, names))
                .hasSizeGreaterThan(100)
                .isEqualTo(columns(served(Story.END, "recommendations", "recommendations"), names));
        assertThat(exported.getLast().get("rank").asInt()).isEqualTo(exported.size());
    }

    @Test
    void platformsAreExactlyTheServers() throws Exception {
        assertThat(columns(
                        json("platforms"),
                        "id",
                        "platform_name",
                        "platform_type",
                        "url",
                        "confidence",
                        "created_at",
                        "vendor",
                        "category"))
                .hasSizeGreaterThan(5)
                .isEqualTo(columns(
                        served(Story.END, "discovery", "platforms"),
                        "id",
                        "platform_name",
                        "platform_type",
                        "url",
                        "confidence",
                        "created_at",
                        "metadata/vendor",
                        "metadata/category"));
    }

    @Test
    void asOfAMomentIsWhatTheServerHeldThen() throws Exception {
        Instant then = Story.northwind().moments().get(40);
        String[] names = {"framework_id", "overall_score", "grade", "completed_at"};
        assertThat(columns(json("scores", "--as-of", then.toString()), names))
                .containsExactlyInAnyOrderElementsOf(columns(served(then, "scores", "scores"), names))
                .isNotEqualTo(columns(json("scores"), names));
        assertThat(columns(json("recommendations", "--as-of", then.toString()), "id", "status"))
                .isEqualTo(columns(served(then, "recommendations", "recommendations"), "id", "status"));
    }

    @Test
    void historyHoldsEveryAssessmentEverSeenAndGrowsWithTime() throws IOException {
        List<JsonNode> all = json("history");
        assertThat(all.size()).isGreaterThan(json("scores").size());
        List<JsonNode> early = json("history", "--as-of", "2025-06-30");
        assertThat(early).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(early)
                .allSatisfy(
                        row -> assertThat(Instant.parse(row.get("first_seen").asText()))
                                .isBefore("2025-06-30T15:00:00Z"));
    }

    @Test
    void changesStartWhereTheyAreToldTo() throws IOException {
        List<JsonNode> none = json("changes", "--since", Story.END.toString());
        List<JsonNode> some = json("changes");
        List<JsonNode> many = json("changes", "--since", "2025-01-01");
        assertThat(none).allSatisfy(row -> assertThat(row.get("kind").asText()).isEqualTo("not_assessed"));
        assertThat(some).isNotEmpty();
        assertThat(many).hasSizeGreaterThan(some.size());
        assertThat(some.getFirst().fieldNames())
                .toIterable()
                .containsExactly("at", "kind", "subject", "before", "after");
    }

    @Test
    void theFilterNarrowsAsOnScreen() throws IOException {
        List<JsonNode> open =
                json("recommendations", "--status", "open,in_progress", "--framework", "hipaa", "--max-priority", "2");
        assertThat(open).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("status").asText()).isIn("open", "in_progress");
            assertThat(row.get("framework_id").asText()).isEqualTo("hipaa");
            assertThat(row.get("priority").asInt()).isLessThanOrEqualTo(2);
        });
        assertThat(json("recommendations", "--search", "no such words anywhere"))
                .isEmpty();
    }

    @Test
    void theFilesEndingDecidesTheFormat() throws IOException {
        Path csv = folder.resolve("scores.csv");
        assertThat(demo("export", "scores", "-o", csv.toString()).code()).isZero();
        assertThat(Files.readString(csv))
                .startsWith("framework_id,overall_score,grade,completed_at,previous_score,change\r\n");
        Path json = folder.resolve("scores.JSON");
        assertThat(demo("export", "scores", "-o", json.toString()).code()).isZero();
        assertThat(Api.array(Files.readString(json))).isNotEmpty();
        assertThat(demo("export", "scores", "-o", folder.resolve("scores.txt").toString())
                        .code())
                .isEqualTo(2);
        assertThat(demo("export", "scores", "-o", "-").code()).isEqualTo(2);
        assertThat(folder.resolve("scores.txt")).doesNotExist();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(demo("export", "scores", "--status", "open", "-o", "-", "--format", "csv"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("scores"));
        assertThat(demo("export", "scores", "--since", "2026-01-01", "-o", "-", "--format", "csv")
                        .code())
                .isEqualTo(2);
        Said moment = demo("export", "scores", "--as-of", "soon", "-o", "-", "--format", "csv");
        assertThat(moment.code()).isEqualTo(2);
        assertThat(moment.err()).contains("soon", "--as-of");
        assertThat(demo("export", "recommendations", "--max-priority", "0", "-o", "-", "--format", "csv")
                        .code())
                .isEqualTo(2);
        Said folderGone =
                demo("export", "scores", "-o", folder.resolve("gone/x.csv").toString());
        assertThat(folderGone.code()).isEqualTo(2);
        assertThat(demo("status", "--base-url", "https://example.test/api/v1").code())
                .isEqualTo(2);
        assertThat(demo("status", "--connection", "x").code()).isEqualTo(2);
    }

    @Test
    void aValueThatNothingStoredHasIsNamedAndIsNoError() {
        for (List<String> filter : List.of(
                List.of("--status", "bogus,open", "“bogus”", "completed, dismissed, in_progress, open"),
                List.of("--framework", "hippa", "“hippa”", "hipaa"),
                List.of("--category", "Acess Control", "“Acess Control”", "Access Control"))) {
            String[] arguments = {
                "recommendations", filter.get(0), filter.get(1), "--format", "json", "-o", "-",
            };
            Said said = demo(
                    Stream.concat(Stream.of("export"), Stream.of(arguments)).toArray(String[]::new));
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.err())
                    .containsOnlyOnce(filter.get(0) + ": nothing stored matches " + filter.get(2) + ". There are: ")
                    .contains(filter.get(3));
        }
        Said report = demo("report", "-o", "-", "--status", "bogus");
        assertThat(report.code()).isZero();
        assertThat(report.err()).contains("--status: nothing stored matches “bogus”");
    }

    @Test
    void aDocumentedStatusThatNothingHasJustNowIsNoMistake() {
        try (Office own = Office.withKey(folder.resolve("documented"))) {
            String base = own.server.baseUrl().toString();
            assertThat(own.plain("export", "recommendations", "--status", "bogus", "--format", "csv", "-o", "-")
                            .err())
                    .as("where nothing is stored, no value is to blame")
                    .doesNotContain("bogus");
            assertThat(own.plain("sync", "--base-url", base).code()).isZero();
            Said said = own.plain(
                    "export",
                    "recommendations",
                    "--status",
                    "dismissed,open",
                    "--framework",
                    "soc-2",
                    "--format",
                    "csv",
                    "-o",
                    "-");
            assertThat(said.code()).isZero();
            assertThat(said.err()).isEmpty();
        }
    }

    @Test
    void beforeTheFirstSynchronisationNothingIsSaidToBeStored() throws IOException {
        try (Office empty = new Office(folder.resolve("empty"))) {
            Said said = empty.plain("export", "scores", "--format", "json", "-o", "-");
            assertThat(said.code()).isZero();
            assertThat(Api.array(said.out())).isEmpty();
            assertThat(said.err()).contains("Nothing is stored yet");
        }
    }

    @Test
    void aReportHoldsTheOrganisationAndTheFilteredRows() throws IOException {
        Path file = folder.resolve("report.pdf");
        Said said = demo("report", "-o", file.toString(), "--framework", "hipaa", "--status", "open");
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out()).isEmpty();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Northwind Health", "HIPAA");
        }
        Said piped = demo("report", "-o", "-", "--paper", "letter");
        assertThat(new String(piped.data(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void nobodyIsHandedAReportAboutNothing() {
        Path file = folder.resolve("nothing.pdf");
        try (Office own = new Office(folder.resolve("empty"))) {
            Said said = own.plain("report", "-o", file.toString());
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains("Nothing is stored yet", "gradeline sync");
        }
        Said before = demo("report", "-o", file.toString(), "--as-of", "2020-01-01");
        assertThat(before.code()).isEqualTo(2);
        assertThat(before.err()).contains("Nothing was known", "Give that moment or a later one");
        assertThat(file).doesNotExist();
    }

    @Test
    void aReportOfThePresentIsRememberedAsTheLastOne() throws IOException {
        try (Office own = new Office(GrownDemo.get().copyTo(folder.resolve("own")))) {
            String pdf = folder.resolve("own.pdf").toString();
            assertThat(own.plain("report", "-o", pdf, "--as-of", "2026-06-30", "--demo")
                            .code())
                    .isZero();
            assertThat(lastReport(own)).isNull();
            assertThat(own.plain("report", "-o", pdf, "--demo").code()).isZero();
            assertThat(lastReport(own)).isBetween(Story.END, Story.END.plusSeconds(60));
        }
    }

    private static @Nullable Instant lastReport(Office office) {
        Path file = new DataDirectory(office.data).historyFile("demo");
        try (History history = History.open(file, office.clock)) {
            return history.mark(History.Mark.LAST_REPORT);
        }
    }

    @Test
    void statusTellsTheConnectionAndHowFreshEachPartIs() {
        Said said = demo("status");
        assertThat(said.out())
                .contains("Northwind Health", "http://127.0.0.1:", "ayliea_pk_a1b2c3d4…", "of 60")
                .contains("Scores", "Recommendations", "Discovery")
                .doesNotContain(DemoServer.KEY.substring(20));
        assertThat(office.keychain.asked()).isZero();
    }
}
