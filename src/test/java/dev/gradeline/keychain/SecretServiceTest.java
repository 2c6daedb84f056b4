package dev.gradeline.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real thing: GNOME Keyring on a D-Bus session of its own, used from a process of its own, since a process finds its bus
 * by its environment. Nothing of the machine's own session, keyring or home is touched.
 */
class SecretServiceTest {
    private static final List<String> NEEDED = List.of("dbus-run-session", "dbus-send", "gnome-keyring-daemon", "sh");

    /** A bus that starts nothing by itself: what is not started by the test is not there. */
    private static final String BUS = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:tmpdir=/tmp</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private static final String KEYRING =
            "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1\n";

    private static final String LOCK =
            "dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets"
                    + " org.freedesktop.Secret.Service.Lock"
                    + " array:objpath:/org/freedesktop/secrets/collection/login >/dev/null\n";

    @TempDir
    private Path home;

    @BeforeEach
    void whatIsNeededIsHere() {
        List<String> missing =
                NEEDED.stream().filter(program -> !isInstalled(program)).toList();
        if (!missing.isEmpty()) {
            String reason = "a test Secret Service needs " + missing + " (Debian: dbus, gnome-keyring)";
            if (Boolean.getBoolean("gradeline.ci")) {
                fail(reason);
            }
            abort(reason);
        }
    }

    @Test
    void anEntryGoesInComesOutIsReplacedAndRemoved() throws Exception {
        Map<String, String> said = onBus(KEYRING
                + probe(
                        20_000,
                        "check name read delete write-first read write-second write-unusual read-unusual read delete"));
        assertThat(said)
                .containsEntry("check", "Ok true")
                .containsEntry("name", "GNOME Keyring")
                .containsEntry("write-first", "Ok true")
                .containsEntry("write-second", "Ok true")
                .containsEntry("write-unusual", "Ok true")
                .containsEntry("read-unusual", "Ok the unusual text");
        assertThat(said.get("read")).isEqualTo("Ok null, Ok first, Ok second");
        assertThat(said.get("delete")).isEqualTo("Ok false, Ok true");
    }

    @Test
    void whatIsKeptIsThereForTheNextProcessAndNotInTheClear() throws Exception {
        Map<String, String> said = onBus(KEYRING + probe(20_000, "write-first") + probe(20_000, "read"));
        assertThat(said).containsEntry("read", "Ok first");
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> keyrings =
                    files.filter(f -> f.toString().endsWith(".keyring")).toList();
            assertThat(keyrings)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("first"));
        }
    }

    @Test
    void processesThatWriteForTheFirstTimeTogetherLeaveOneEntry() throws Exception {
        String own = probe(30_000, "write-own").strip();
        Map<String, String> said =
                onBus(KEYRING + own + " &\n" + own + " &\n" + own + " &\nwait\n" + probe(20_000, "read delete read"));
        assertThat(said.get("write-own")).isEqualTo("Ok true, Ok true, Ok true");
        assertThat(said.get("read")).matches("Ok own \\d+, Ok null");
        assertThat(said).containsEntry("delete", "Ok true");
    }

    @Test
    void twoEntriesUnderOneNameAreBrokenAndNeitherIsTakenForTheKey() throws Exception {
        Map<String, String> said =
                onBus(KEYRING + probe(20_000, "write-first duplicate check read repair read repair"));
        assertThat(said).containsEntry("duplicate", "made").containsEntry("check", "Ok true");
        assertThat(said.get("read"))
                .matches("Broken\\[.*twice=true], Ok another")
                .doesNotContain("first");
        assertThat(said.get("repair")).as("the newest stays").isEqualTo("Ok true, Ok false");
    }

    @Test
    void anotherKeyTakesThePlaceOfBothAndForgettingForgetsBoth() throws Exception {
        Map<String, String> said =
                onBus(KEYRING + probe(20_000, "write-first duplicate write-second read duplicate delete read delete"));
        assertThat(said).containsEntry("write-second", "Ok true");
        assertThat(said.get("read")).isEqualTo("Ok second, Ok null");
        assertThat(said.get("delete")).isEqualTo("Ok true, Ok false");
    }

    @Test
    void aLockedKeyringIsSaidToBeLockedAndNothingBlocks() throws Exception {
        Map<String, String> said = onBus(
                KEYRING + probe(20_000, "write-first") + LOCK + probe(5_000, "check read write-second delete check"));
        assertThat(said.get("check")).isEqualTo("Locked[], Locked[]");
        assertThat(said).containsEntry("read", "Locked[]");
        assertThat(said).containsEntry("write-second", "Locked[]");
        assertThat(said).containsEntry("delete", "Locked[]");
        assertThat(longest(said)).as("milliseconds of the longest call").isLessThan(6_000);
    }

    @Test
    void withoutABusThereIsNoKeychainWithinTwoSeconds() throws Exception {
        Map<String, String> said = run(Map.of(), probe(20_000, "check read write-first delete"));
        for (String step : List.of("check", "read", "write-first", "delete")) {
            assertThat(said.get(step)).startsWith("Absent[why=no D-Bus session");
        }
        assertThat(longest(said)).as("milliseconds of the longest call").isLessThan(2_000);
    }

    @Test
    void aBusThatIsGoneIsNoKeychainEither() throws Exception {
        Map<String, String> said = run(
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("no such socket")),
                probe(20_000, "check read"));
        assertThat(said.get("check")).startsWith("Absent[");
        assertThat(said.get("read")).startsWith("Absent[");
    }

    @Test
    void aBusWithoutASecretServiceIsNoKeychain() throws Exception {
        assertThat(onBus(probe(20_000, "check read write-first")))
                .containsEntry("check", "Absent[why=no Secret Service on the session bus]")
                .containsEntry("read", "Absent[why=no Secret Service on the session bus]")
                .containsEntry("write-first", "Absent[why=no Secret Service on the session bus]");
    }

    @Test
    void aSecretServiceWithoutADefaultKeyringIsNotTakenForOneWithoutTheEntry() throws Exception {
        String started = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1\n";
        assertThat(onBus(started + probe(20_000, "read write-first")))
                .containsEntry("read", "Absent[why=the Secret Service has no default keyring]")
                .containsEntry("write-first", "Absent[why=the Secret Service has no default keyring]");
    }

    @ParameterizedTest
    @CsvSource({"grant, Ok", "decline, Locked[]", "ignore, Locked[]"})
    void thePersonMayUnlockDeclineOrNotBeThere(String answer, String after) throws Exception {
        Map<String, String> said = onBus(java("dev.gradeline.keychain.PromptProbe") + " " + answer + "\n");
        assertThat(said).containsEntry("before", "Locked[]").containsEntry("after", after);
        assertThat(said.containsKey("dismissed")).isEqualTo(answer.equals("ignore"));
        assertThat(said.containsKey("timed out")).isEqualTo(answer.equals("ignore"));
    }

    /** The longest call of all, in milliseconds. */
    private static long longest(Map<String, String> said) {
        return said.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" took"))
                .flatMap(entry -> Arrays.stream(entry.getValue().split(", ")))
                .mapToLong(Long::parseLong)
                .max()
                .orElseThrow();
    }

    private String probe(int limit, String steps) {
        return java("dev.gradeline.keychain.KeychainProbe") + " \"$HOME/keychain.lock\" " + limit + " " + steps + "\n";
    }

    private static String java(String main) {
        return "\"$JAVA\" --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 " + main;
    }

    private Map<String, String> onBus(String script) throws Exception {
        Path configuration = Files.writeString(home.resolve("bus.conf"), BUS);
        Path inner = Files.writeString(home.resolve("inner.sh"), script);
        return run(Map.of(), "dbus-run-session --config-file='" + configuration + "' -- sh '" + inner + "'\n");
    }

    /** Runs a script, and gives what it printed: for each step its outcomes, joined. */
    private Map<String, String> run(Map<String, String> environment, String script) throws Exception {
        Path runtime = home.resolve("run");
        Files.createDirectories(
                runtime, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("DBUS_") || name.startsWith("XDG_"));
        variables
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "JAVA_TOOL_OPTIONS"));
        variables.put("HOME", home.toString());
        variables.put("XDG_DATA_HOME", home.resolve("data").toString());
        variables.put("XDG_RUNTIME_DIR", runtime.toString());
        variables.put("CLASSPATH", System.getProperty("java.class.path"));
        variables.put(
                "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        variables.putAll(environment);
        Path output = home.resolve("output.txt");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as(() -> "the script ends: " + read(output))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(read(output)).isZero();
        return outcomes(read(output));
    }

    private static Map<String, String> outcomes(String output) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        output.lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            lines.computeIfAbsent(parts[0], k -> new ArrayList<>()).add(parts.length > 1 ? parts[1] : "");
        });
        Map<String, String> joined = new LinkedHashMap<>();
        lines.forEach((step, outcomes) -> joined.put(step, String.join(", ", outcomes)));
        return joined;
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
