package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gradeline.cli.Faces;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.PictureRequest;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.cli.Workbench;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Picture;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.shell.Exits;
import dev.gradeline.ui.shell.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that puts tricks into every text: whatever is shown anywhere, in the window, the PDF, the command line and the
 * log, is clean; and what is exported as JSON is exactly what came.
 */
class HostileTextTest {
    /** Reorders, rings, colours, breaks the line, ends in half a character, and goes on for too long. */
    private static final String TRICKS =
            "pay\u202Efdp.exe\u202C \u2066x\u2069 \u0007\u0000\u001B[31mred\u0085 a\u2028b\u2029c\td\r\ne \ud83d";

    /** As history keeps it: half a character has no place in UTF-8. */
    private static final String KEPT = TRICKS.replace('\ud83d', '\uFFFD');

    private static final int LONGEST = 10_000;

    /** What no text that is shown on one line may hold. */
    private static final Pattern TRICK =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final DemoClock clock = DemoClock.at(Story.LAST_VISIT);

    @TempDir
    Path folder;

    private HttpServer server;
    private Programs programs;
    private volatile int round = 1;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
        programs = new Programs(
                new Surroundings(
                        Map.of(KeyVault.VARIABLE, DemoServer.KEY),
                        new DataDirectory(folder),
                        clock,
                        () -> new NoKeychain("none", "a test")),
                dev.gradeline.cli.Shell.WORDS);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            // in the third round one part is refused, in tricky words
            boolean refused = round == 3 && path.endsWith("discovery");
            Object answer = refused
                    ? Map.of("error", TRICKS)
                    : path.endsWith("scores")
                            ? Map.of(
                                    "scores",
                                    List.of(score(""), score("2"), Map.of("grade", TRICKS)),
                                    "surprise",
                                    TRICKS)
                            : path.endsWith("recommendations")
                                    ? Map.of("recommendations", recommendations())
                                    : Map.of("scan", scan(), "platforms", List.of(platform(""), platform("" + round)));
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(refused ? 403 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, Object> score(String more) {
        Map<String, Object> score = new TreeMap<>();
        score.put("framework_id", "f" + TRICKS + more);
        score.put("overall_score", 40 + round);
        score.put("grade", "g" + TRICKS + round);
        score.put("completed_at", "2026-11-0" + round + "T00:00:00Z");
        return score;
    }

    private List<Object> recommendations() {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Map<String, Object> row = new TreeMap<>();
            row.put("id", "id" + TRICKS + i);
            row.put("title", i == 0 ? TRICKS + "W".repeat(20_000) : "t" + TRICKS + i + (i == 1 ? round : ""));
            row.put("priority", i == 2 ? TRICKS : i);
            row.put("status", i == 3 && round == 2 ? "completed" : i == 4 ? "open" : "s" + TRICKS + i % 2);
            row.put("framework_id", "f" + TRICKS);
            row.put("surprise", List.of(1, Map.of("deep", TRICKS)));
            row.put("category", "c" + TRICKS + (i == 5 ? round : ""));
            rows.add(row);
        }
        rows.add(Map.of("title", "no id " + TRICKS));
        return rows;
    }

    private Map<String, Object> scan() {
        return Map.of(
                "id",
                "scan" + TRICKS + round,
                "organization_id",
                "org",
                "domain",
                "d" + TRICKS,
                "completed_at",
                "2026-11-0" + round + "T00:00:00Z",
                "summary",
                Map.of("platforms_discovered", 2, "shadow_ai_count", round, "overall_risk_score", TRICKS));
    }

    private static Map<String, Object> platform(String more) {
        return Map.of(
                "id",
                "p" + TRICKS + more,
                "platform_name",
                "n" + TRICKS + more,
                "platform_type",
                "y_" + TRICKS,
                "url",
                "https://x.example/" + TRICKS,
                "metadata",
                Map.of("vendor", "v" + TRICKS, "category", "k" + TRICKS));
    }

    private Said run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        return new dev.gradeline.cli.Shell(programs, new NoFaces()).run(all.toArray(String[]::new));
    }

    private Said sync() {
        Said said = run(
                "sync", "--base-url", "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
        assertThat(said.code()).as(said.toString()).isZero();
        clock.advance(Duration.ofDays(1));
        return said;
    }

    /** Three rounds, in which everything changes and one part is refused in the end. */
    private List<Said> threeRounds() {
        List<Said> said = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            round = number;
            said.add(sync());
        }
        return said;
    }

    private static void assertClean(String where, String text) {
        assertThat(TRICK.matcher(text)
                        .results()
                        .map(match -> Integer.toHexString(match.group().codePointAt(0))))
                .as("tricks in %s: %s", where, text)
                .isEmpty();
        assertThat(text.length()).as("length of what is shown in %s", where).isLessThanOrEqualTo(LONGEST + 200);
    }

    private static void assertCleanLines(String where, String text) {
        assertThat(text).as(where).isNotEmpty();
        text.lines().forEach(line -> assertClean(where, line));
    }

    @Test
    void theCommandLineSaysNothingTricky() {
        List<Said> rounds = threeRounds();
        rounds.forEach(said -> {
            assertCleanLines("sync, data", said.out());
            assertCleanLines("sync, messages", said.err());
        });
        assertThat(rounds.get(0).err()).contains("rows left out: 1", "priority cannot be read: “pay");
        assertThat(rounds.get(1).out()).contains("fpay");
        assertThat(rounds.get(2).err()).contains("Details: pay");
        Said status = run("status");
        assertCleanLines("status", status.out());
        assertThat(status.out()).contains("rows left out: 1; recommendations row 7 left out: no id");
    }

    @Test
    void theLogHoldsNothingTricky() throws IOException {
        threeRounds();
        List<Path> logs;
        try (var files = Files.list(folder.resolve("data").resolve("log"))) {
            logs = files.toList();
        }
        assertThat(logs).isNotEmpty();
        for (Path log : logs) {
            String text = Files.readString(log);
            assertThat(text).contains("rows left out: 1", "no id", "Refused[part=DISCOVERY, message=pay");
            assertCleanLines("log", text);
        }
    }

    @Test
    void jsonIsExact() throws IOException {
        threeRounds();
        JsonNode rows = JSON.readTree(
                run("export", "recommendations", "--format", "json", "-o", "-").data());
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0).path("title").asText()).isEqualTo(KEPT + "W".repeat(20_000));
        assertThat(rows.get(4).path("id").asText()).isEqualTo("id" + KEPT + 4);
        assertThat(rows.get(4).path("category").asText()).isEqualTo("c" + KEPT);
        assertThat(rows.get(5).path("status").asText())
                .as("a status that is not documented")
                .isEqualTo("s" + KEPT + 1);
        JsonNode platforms = JSON.readTree(
                run("export", "platforms", "--format", "json", "-o", "-").data());
        assertThat(platforms.get(0).path("platform_type").asText())
                .as("a type that is not documented")
                .isEqualTo("y_" + KEPT);
        assertThat(platforms.get(0).path("url").asText()).isEqualTo("https://x.example/" + KEPT);
        JsonNode scores = JSON.readTree(
                run("export", "scores", "--format", "json", "-o", "-").data());
        assertThat(scores.get(0).path("grade").asText()).isEqualTo("g" + KEPT + 3);
        JsonNode changes = JSON.readTree(
                run("export", "changes", "--format", "json", "-o", "-").data());
        assertThat(changes.toString()).contains("\\u0007");
    }

    @Test
    void thePdfIsClean() throws IOException {
        threeRounds();
        Path file = folder.resolve("x.pdf");
        Said said = run("report", "-o", file.toString());
        assertThat(said.code()).as(said.toString()).isZero();
        assertCleanLines("report, messages", said.err());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("fpayfdp.exe", "tpayfdp.exe", "npayfdp.exe");
            assertCleanLines("PDF", text);
        }
    }

    @Test
    void everyPageIsClean() throws Exception {
        Fx.start();
        threeRounds();
        GlobalOptions options =
                new GlobalOptions(folder.resolve("data"), null, null, false, GlobalOptions.DEFAULT_MAX_WAIT);
        try (Workbench bench = programs.open(options)) {
            Shell shell = Fx.get(() -> new Shell(
                    Wiring.services(bench, dev.gradeline.cli.Shell.WORDS, TaskRunner.direct(), Runnable::run),
                    new Shell.Surroundings(NOWHERE, now -> {}, address -> {}, place -> {}, (name, last) -> null)));
            Stage stage = Fx.get(() -> show(shell.root()));
            try {
                Fx.run(() -> {
                    shell.model().since().set(Instant.EPOCH);
                    shell.model().open();
                });
                for (PageId page : PageId.values()) {
                    see(shell, stage, page);
                }
            } finally {
                Fx.run(() -> {
                    stage.close();
                    shell.dispose();
                });
            }
        }
    }

    private static void see(Shell shell, Stage stage, PageId page) {
        Fx.run(() -> shell.model().page().set(page));
        Fx.get(() -> Picture.take(stage.getScene())).join();
        Fx.run(() -> {
            // where a row opens a panel of its own, that too
            if (shell.root().lookup(".table-view") instanceof TableView<?> table) {
                table.getSelectionModel().select(0);
            }
        });
        Fx.get(() -> Picture.take(stage.getScene())).join();
        List<String> texts = new ArrayList<>();
        Fx.run(() -> collect(shell.root(), texts));
        // the portfolio lists organisations, of which there is none here
        if (page != PageId.SETTINGS && page != PageId.PORTFOLIO) {
            assertThat(texts).as("the tricky texts are on %s", page).anyMatch(text -> text.contains("payfdp.exe"));
        }
        // our own tooltips have several lines; the tricks bring a carriage return, too
        texts.forEach(text -> assertClean("page " + page, text.replace('\n', ' ')));
    }

    private static Stage show(Parent root) {
        Scene scene = Picture.scene(root, 1280, 1600);
        new Theme(scene).choose(Settings.Theme.LIGHT, 100);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    /** Everything that is read, heard or hovered under a node. */
    private static void collect(Node node, List<String> found) {
        add(found, node.getAccessibleText());
        add(found, node.getAccessibleHelp());
        switch (node) {
            case Labeled labeled -> add(found, labeled.getText());
            case Text text -> add(found, text.getText());
            case TextInputControl field -> add(found, field.getText());
            default -> {}
        }
        if (node instanceof MenuButton menu) {
            menu.getItems().stream().map(MenuItem::getText).forEach(text -> add(found, text));
        }
        if (node instanceof Control control) {
            Tooltip tooltip = control.getTooltip();
            add(found, tooltip == null ? null : tooltip.getText());
            if (control.getContextMenu() != null && !(control instanceof ButtonBase)) {
                control.getContextMenu().getItems().stream()
                        .map(MenuItem::getText)
                        .forEach(text -> add(found, text));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static void add(List<String> found, @Nullable String text) {
        if (text != null) {
            found.add(text);
        }
    }

    private static final Exits NOWHERE = new Exits() {
        @Override
        public void connect() {}

        @Override
        public void leaveDemo() {}
    };

    /** Nothing is drawn but by hand. */
    private static final class NoFaces implements Faces {
        @Override
        public int window(GlobalOptions options, @Nullable Path demoOutput) {
            throw new AssertionError("no window was asked for");
        }

        @Override
        public int open(GlobalOptions options, Path backup) {
            throw new AssertionError("no window was asked for");
        }

        @Override
        public void screenshots(Workbench bench, PictureRequest request) {
            throw new AssertionError("no picture was asked for");
        }
    }
}
