package dev.gradeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradeline.settings.Settings.Connection;
import dev.gradeline.settings.Settings.Language;
import dev.gradeline.settings.Settings.Theme;
import dev.gradeline.settings.Settings.WindowPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    private static final Connection NORTHWIND =
            new Connection("northwind", "Northwind Health", "https://assess.ayliea.com/api/v1");

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("not yet there").resolve("settings.json");
    }

    @Test
    void withoutAFileTheDefaultsApplyAndNothingIsWritten() {
        SettingsStore store = new SettingsStore(file());
        assertThat(store.current()).isEqualTo(Settings.DEFAULT);
        assertThat(store.mishap()).isNull();
        assertThat(store.unreadable()).isNull();
        assertThat(file()).doesNotExist();
    }

    @Test
    void everyFieldComesBack() {
        Settings chosen = new Settings(
                new Appearance(
                        Theme.DARK, Language.DE, 150, "flow", Appearance.DateStyle.ISO, Appearance.Motion.REDUCED),
                0,
                30,
                90,
                new Notices(false, true, false, 5, 3),
                new Network(Network.ProxyUse.MANUAL, "proxy.example", 3128, "erika", List.of("/etc/ssl/own.pem")),
                "northwind",
                List.of(NORTHWIND, new Connection("b", "Zweite “B” 数据", "http://127.0.0.1:1/api/v1")),
                new OfConnections(
                        Map.of("northwind", "margin=2;min-grade=B"),
                        Map.of("northwind", "min-grade=B/hipaa!"),
                        Map.of("northwind", "default=Mine\nname=Mine&status=open"),
                        Map.of("northwind", "2026-11-28T08:00:00Z"),
                        Map.of("northwind", 60)),
                new WindowPlace(-10.5, 20, 1280, 800, true),
                Map.of("recommendations", "title:200,-priority"),
                Map.of("export", directory.toString()));
        new SettingsStore(file()).update(old -> chosen);
        assertThat(new SettingsStore(file()).current()).isEqualTo(chosen);
    }

    @Test
    void theFileIsReadableJsonForItsOwnerAlone() throws IOException {
        new SettingsStore(file()).update(s -> s.withTheme(Theme.LIGHT).withConnection(NORTHWIND));
        assertThat(Files.readString(file())).contains("\n").contains("\"theme\" : \"light\"");
        assertThat(siblings()).containsExactlyInAnyOrder("settings.json", "settings.json.bak", "settings.json.lock");
        assumeTrue(
                file().getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX rights on this disk");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent())))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"theme\":\"dark\"} x", "\u0000\u0000\u0000", "{\"theme\":"})
    void aDamagedFileIsSetAsideAndKept(String content) throws IOException {
        write(content);
        SettingsStore store = new SettingsStore(file());
        assertThat(store.current()).isEqualTo(Settings.DEFAULT);
        SettingsStore.Mishap mishap = Objects.requireNonNull(store.mishap());
        assertThat(mishap.fromCopy()).isFalse();
        Path aside = mishap.kept();
        assertThat(aside.getFileName().toString()).matches("settings\\.json\\.damaged-\\d{8}T\\d{6}Z(-\\d+)?");
        assertThat(aside).hasContent(content);
        assertThat(new SettingsStore(file()).mishap())
                .as("until the person has taken note")
                .isEqualTo(mishap);
        store.update(s -> s.withTheme(Theme.DARK));
        assertThat(new SettingsStore(file()).current().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aPeekSetsNothingAside() throws IOException {
        assertThat(SettingsStore.peek(file())).isEqualTo(Settings.DEFAULT);
        write("{\"language\": \"de\"}");
        assertThat(SettingsStore.peek(file()).language()).isEqualTo(Language.DE);
        write("damaged");
        assertThat(SettingsStore.peek(file())).isEqualTo(Settings.DEFAULT);
        assertThat(siblings()).containsExactly("settings.json");
    }

    @Test
    void twoDamagedFilesInOneSecondAreBothKept() throws IOException {
        for (int i = 0; i < 5; i++) {
            write("damaged " + i);
            assertThat(Objects.requireNonNull(new SettingsStore(file()).mishap())
                            .kept())
                    .hasContent("damaged " + i);
        }
        assertThat(siblings()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"theme\":\"dark\",\"conn", "\u0000\u0000\u0000"})
    void inPlaceOfADamagedFileTheLastGoodOneIsUsed(String content) throws IOException {
        Settings good = new SettingsStore(file())
                .update(s -> s.withConnection(NORTHWIND).withTheme(Theme.DARK));
        write(content);
        assertThat(SettingsStore.peek(file())).isEqualTo(good);
        SettingsStore store = new SettingsStore(file());
        assertThat(store.current()).isEqualTo(good);
        SettingsStore.Mishap mishap = Objects.requireNonNull(store.mishap());
        assertThat(mishap.fromCopy()).isTrue();
        assertThat(mishap.kept()).hasContent(content);
        SettingsStore next = new SettingsStore(file());
        next.update(s -> s.withTextPercent(120));
        assertThat(next.current()).isEqualTo(good.withTextPercent(120));
        assertThat(next.mishap()).isEqualTo(mishap);
        next.dismissMishap();
        assertThat(next.mishap()).isNull();
        assertThat(new SettingsStore(file()).mishap()).isNull();
        assertThat(new SettingsStore(file()).current()).isEqualTo(good.withTextPercent(120));
    }

    @Test
    void aFileThatIsDamagedWhileTheProgramRunsIsNotWrittenOver() throws IOException {
        SettingsStore store = new SettingsStore(file());
        store.update(s -> s.withConnection(NORTHWIND));
        write("{");
        store.update(s -> s.withTextPercent(110));
        assertThat(store.current())
                .isEqualTo(Settings.DEFAULT.withConnection(NORTHWIND).withTextPercent(110));
        assertThat(Objects.requireNonNull(store.mishap()).kept()).hasContent("{");
    }

    @Test
    void oneUnreadableFieldTakesNothingElseWithIt() throws IOException {
        write("""
                {"theme": "sepia", "language": "tlh", "textPercent": "huge", "syncMinutes": 30, "oldAfterDays": -4, "lastConnection": 7,
                 "startPage": 3, "dateStyle": "stardate", "motion": "pogo", "notices": {"grades": "no", "points": 900, "count": -1},
                 "network": {"proxy": "carrier pigeon", "host": 5, "port": 70000, "certificates": ["/a.pem", 7, "/a.pem"]},
                 "schedules": {"northwind": 100000, "other": "often"},
                 "connections": [{"label": "no name"}, 3, {"name": "northwind", "baseUrl": "https://x/api/v1"},
                                 {"name": "northwind", "baseUrl": "https://twice/api/v1"}],
                 "window": {"x": 1, "y": 2, "width": "wide"}, "tables": {"t": 5, "u": "ok"}, "folders": []}
                """);
        Settings settings = new SettingsStore(file()).current();
        assertThat(settings)
                .isEqualTo(new Settings(
                        Appearance.DEFAULT,
                        30,
                        0,
                        0,
                        new Notices(true, true, true, 50, 1),
                        new Network(Network.ProxyUse.SYSTEM, "", 65_535, "", List.of("/a.pem")),
                        null,
                        List.of(new Connection("northwind", "northwind", "https://x/api/v1")),
                        new OfConnections(Map.of(), Map.of(), Map.of(), Map.of(), Map.of("northwind", 1440)),
                        null,
                        Map.of("u", "ok"),
                        Map.of()));
    }

    /** As version 0.1 wrote it, before there were notices, a network and schedules. */
    @Test
    void anOlderFileStillReads() throws IOException {
        write("""
                {"theme": "dark", "language": "de", "textPercent": 125, "syncMinutes": 60, "oldAfterDays": 30, "runDays": 90,
                 "lastConnection": "northwind",
                 "connections": [{"name": "northwind", "label": "Northwind Health", "baseUrl": "https://assess.ayliea.com/api/v1"}],
                 "tables": {}, "folders": {"export": "/tmp"}, "limits": {"northwind": "min-grade=B"},
                 "alarms": {"northwind": "x"}, "views": {"northwind": "y"}}
                """);
        assertThat(new SettingsStore(file()).current())
                .isEqualTo(Settings.DEFAULT
                        .withTheme(Theme.DARK)
                        .withLanguage(Language.DE)
                        .withTextPercent(125)
                        .withSyncMinutes(60)
                        .withOldAfterDays(30)
                        .withRunDays(90)
                        .withConnection(NORTHWIND)
                        .withLastConnection("northwind")
                        .withFolder("export", "/tmp")
                        .withLimits("northwind", "min-grade=B")
                        .withAlarms("northwind", "x")
                        .withViews("northwind", "y"));
    }

    @Test
    void aChoiceOfANewerVersionStaysUntilAnotherIsMadeHere() throws IOException {
        write("{\"dateStyle\": \"stardate\", \"network\": {\"proxy\": \"pac\", \"script\": \"http://x/p.pac\"}}");
        SettingsStore store = new SettingsStore(file());
        store.update(s -> s.withTextPercent(110));
        JsonNode kept = new ObjectMapper().readTree(file().toFile());
        assertThat(kept.path("dateStyle").asText()).isEqualTo("stardate");
        assertThat(kept.path("network").path("proxy").asText()).isEqualTo("pac");
        assertThat(kept.path("network").path("script").asText()).isEqualTo("http://x/p.pac");
        store.update(s -> s.withAppearance(s.appearance().withDateStyle(Appearance.DateStyle.ISO))
                .withNetwork(s.network().withProxy(Network.ProxyUse.NONE)));
        JsonNode chosen = new ObjectMapper().readTree(file().toFile());
        assertThat(chosen.path("dateStyle").asText()).isEqualTo("iso");
        assertThat(chosen.path("network").path("proxy").asText()).isEqualTo("none");
    }

    @Test
    void aConnectionKeepsToTheScheduleOfAllUntilItHasOne() {
        Settings all = Settings.DEFAULT.withSyncMinutes(30);
        assertThat(all.syncMinutes("northwind")).isEqualTo(30);
        Settings own = all.withSyncMinutes("northwind", 0);
        assertThat(own.syncMinutes("northwind")).isZero();
        assertThat(own.syncMinutes("other")).isEqualTo(30);
        assertThat(own.withoutSyncMinutes("northwind").syncMinutes("northwind")).isEqualTo(30);
    }

    @Test
    void fieldsOfANewerVersionSurvive() throws IOException {
        write("{\"language\": \"de\", \"theme\": \"dark\", \"digest\": {\"weekly\": true}}");
        new SettingsStore(file()).update(s -> s.withTheme(Theme.LIGHT));
        JsonNode written = new ObjectMapper().readTree(file().toFile());
        assertThat(written.path("language").asText()).isEqualTo("de");
        assertThat(written.path("digest").path("weekly").asBoolean()).isTrue();
        assertThat(written.path("theme").asText()).isEqualTo("light");
    }

    @Test
    void whatANewerVersionKeepsWithWhatIsKnownHereSurvives() throws IOException {
        write("""
                {"connections": [{"name": "northwind", "label": "N", "baseUrl": "https://x/api/v1", "colour": "green"},
                                 {"name": "gone", "label": "G", "baseUrl": "https://x/api/v1"}],
                 "tables": {"t": "a", "grid": {"rows": 3}}, "schedules": {"northwind": 30, "nightly": {"at": "02:00"}}}
                """);
        new SettingsStore(file())
                .update(s -> s.withConnection(NORTHWIND)
                        .withoutConnection("gone")
                        .withoutSyncMinutes("northwind")
                        .withTables(Map.of()));
        JsonNode written = new ObjectMapper().readTree(file().toFile());
        assertThat(written.path("connections")).hasSize(1);
        assertThat(written.path("connections").path(0).path("colour").asText()).isEqualTo("green");
        assertThat(written.path("connections").path(0).path("label").asText()).isEqualTo("Northwind Health");
        assertThat(written.path("tables").path("grid").path("rows").asInt()).isEqualTo(3);
        assertThat(written.path("tables").has("t")).isFalse();
        assertThat(written.path("schedules").path("nightly").path("at").asText())
                .isEqualTo("02:00");
        assertThat(written.path("schedules").has("northwind")).isFalse();
    }

    @Test
    void noProgramLosesWhatAnotherWritesMeanwhile() throws Exception {
        int each = 120;
        SettingsStore here = new SettingsStore(file());
        here.update(s -> s.withOldAfterDays(0));
        Process other = new ProcessBuilder(SettingsOnADisk.command(file(), "count", String.valueOf(each)))
                .inheritIO()
                .start();
        SettingsStore beside = new SettingsStore(file());
        for (int i = 0; i < each; i++) {
            (i % 2 == 0 ? here : beside).update(s -> s.withOldAfterDays(s.oldAfterDays() + 1));
        }
        assertThat(other.waitFor()).isZero();

        assertThat(new SettingsStore(file()).current().oldAfterDays()).isEqualTo(2 * each);
    }

    @Test
    void aProgramThatHangsOverTheSettingsKeepsNobodyFromChangingThem() throws IOException {
        SettingsStore store = new SettingsStore(file());
        store.update(s -> s.withTextPercent(110));
        try (SettingsLock held = SettingsLock.hold(parent().resolve("settings.json.lock"))) {
            assertThat(held).isNotNull();
            store.update(s -> s.withTextPercent(120));
        }
        assertThat(new SettingsStore(file()).current().textPercent()).isEqualTo(120);
    }

    @Test
    void aChangeStartsFromWhatAnotherProcessWrote() {
        SettingsStore window = new SettingsStore(file());
        new SettingsStore(file()).update(s -> s.withConnection(NORTHWIND));
        window.update(s -> s.withTextPercent(120));
        assertThat(new SettingsStore(file()).current())
                .isEqualTo(Settings.DEFAULT.withConnection(NORTHWIND).withTextPercent(120));
        assertThat(window.current().connections()).containsExactly(NORTHWIND);
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        SettingsStore store = new SettingsStore(file());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Settings>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String table = "table" + i;
                all.add(threads.submit(() -> store.update(s -> s.withTable(table, "x"))));
            }
            for (Future<Settings> one : all) {
                assertThat(one.get()).isNotNull();
            }
        }
        assertThat(store.current().tables()).hasSize(50);
        assertThat(new SettingsStore(file()).current()).isEqualTo(store.current());
    }

    @Test
    void aReaderNeverMeetsATornFile() throws Exception {
        SettingsStore writer = new SettingsStore(file());
        writer.update(s -> s.withTable("t", "x".repeat(200_000)));
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> reader = threads.submit(() -> {
                int reads = 0;
                while (!done.get() || reads == 0) {
                    String layout = new SettingsStore(file()).current().tables().get("t");
                    assertThat(layout).hasSizeGreaterThanOrEqualTo(200_000);
                    reads++;
                    reading.countDown();
                }
                return reads;
            });
            reading.await();
            for (int i = 1; i <= 50; i++) {
                int length = 200_000 + i;
                writer.update(s -> s.withTable("t", "y".repeat(length)));
            }
            done.set(true);
            assertThat(reader.get()).isPositive();
        }
        assertThat(siblings()).containsExactlyInAnyOrder("settings.json", "settings.json.bak", "settings.json.lock");
    }

    @Test
    void aWriteThatFailsChangesNothing() throws IOException {
        Files.writeString(directory.resolve("not yet there"), "a file where the directory should be");
        SettingsStore store = new SettingsStore(file());
        assertThatThrownBy(() -> store.update(s -> s.withTheme(Theme.DARK))).isInstanceOf(UncheckedIOException.class);
        assertThat(store.current()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aFileThatCannotBeReadIsNotOverwritten() throws IOException {
        Files.createDirectories(file());
        SettingsStore store = new SettingsStore(file());
        assertThat(store.current()).isEqualTo(Settings.DEFAULT);
        assertThat(store.unreadable()).isNotNull();
        assertThatThrownBy(() -> store.update(s -> s.withTheme(Theme.DARK))).isInstanceOf(UncheckedIOException.class);
        assertThat(file()).isDirectory();
    }

    @Test
    void aLinkToTheFileStaysALink() throws IOException {
        Path real = directory.resolve("dotfiles.json");
        Files.writeString(real, "{}");
        Files.createDirectories(parent());
        Files.createSymbolicLink(file(), real);
        new SettingsStore(file()).update(s -> s.withTheme(Theme.DARK));
        assertThat(file()).isSymbolicLink();
        assertThat(Files.readString(real)).contains("dark");
    }

    @Test
    void aConnectionIsAddedReplacedAndTakenOut() {
        Connection renamed = new Connection("northwind", "Northwind", "https://x/api/v1");
        Connection other = new Connection("other", "Other", "https://y/api/v1");
        Settings both = Settings.DEFAULT
                .withConnection(NORTHWIND)
                .withConnection(other)
                .withConnection(renamed)
                .withLastConnection("northwind");
        assertThat(both.connections()).containsExactly(renamed, other);
        assertThat(both.withoutConnection("northwind").connections()).containsExactly(other);
        assertThat(both.withoutConnection("northwind").lastConnection()).isNull();
        assertThat(both.withoutConnection("other").lastConnection()).isEqualTo("northwind");
    }

    @Test
    void whatIsRememberedGoesWithItsConnection() {
        Settings held = Settings.DEFAULT;
        for (String name : List.of("northwind", "other")) {
            held = held.withLimits(name, "l")
                    .withAlarms(name, "a")
                    .withViews(name, "v")
                    .withTold(name, "t")
                    .withSyncMinutes(name, 60);
        }
        assertThat(held.withConnection(NORTHWIND).withoutConnection("northwind").own())
                .isEqualTo(new OfConnections(
                        Map.of("other", "l"),
                        Map.of("other", "a"),
                        Map.of("other", "v"),
                        Map.of("other", "t"),
                        Map.of("other", 60)));
    }

    private Path copy() {
        return parent().resolve("settings.json.bak");
    }

    private Path parent() {
        return Objects.requireNonNull(file().getParent());
    }

    private void write(String content) throws IOException {
        Files.createDirectories(parent());
        Files.writeString(file(), content);
    }

    private List<String> siblings() throws IOException {
        try (Stream<Path> files = Files.list(parent())) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
