package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.Launcher;
import dev.gradeline.ayliea.FaultyApi;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Fault;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Posture;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the network does to {@code gradeline sync}: it ends in time, with its exit code, says what happened and what to
 * do, and leaves what is stored, and the key, where they are.
 */
@Timeout(60)
class FaultyCommandTest {
    private static final String SECRET = DemoServer.KEY.substring("ayliea_pk_a1b2c3d4".length());

    /** Four tries for each of three parts, as long as the deadlines of the test allow, and the pauses between them. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int MOST_REQUESTS = 12;

    /** Holds the most that is taken of one body, 32 MiB, and the copies that are made of it; not a body that goes on. */
    private static final String SMALL_HEAP = "-Xmx128m";

    private static final Set<String> SCOPES = Set.of("scores:read", "recommendations:read", "discovery:read");

    /** SuchAsThis: in our messages nothing but the name of a class is written so. */
    private static final Pattern CLASS_NAME = Pattern.compile("\\b\\p{Lu}\\p{Ll}+(\\p{Lu}\\p{Ll}+)+\\b");

    private static final String UNREACHABLE = "Ayliea could not be reached.";
    private static final String CHECK_NETWORK = "Check the network connection, then try again.";
    private static final String NOT_UNDERSTOOD = "could not be understood.";
    private static final String CHECK_ADDRESS = "Check the network and the API address, then try again.";

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void aFirstGoodSynchronisation() {
        office = Office.withKey(folder.resolve("data"));
        Said first = office.api("sync");
        assertThat(first.code()).as(first.toString()).isZero();
        office.clock.advance(Duration.ofHours(3));
    }

    @AfterEach
    void close() {
        office.close();
    }

    /**
     * @param code as the contract has it
     * @param happened in words for people
     * @param details the technical word beside them
     * @param todo what to do
     */
    private record Expected(int code, String happened, String details, String todo) {}

    private static Expected unreachable(String details) {
        return new Expected(4, UNREACHABLE, details, CHECK_NETWORK);
    }

    private static Expected notUnderstood(String details) {
        return new Expected(5, NOT_UNDERSTOOD, details, CHECK_ADDRESS);
    }

    private static Expected expected(FaultyApi.Fault fault) {
        return switch (fault) {
            case CONNECTION_REFUSED -> unreachable("Details: connection refused by 127.0.0.1");
            case RESET, CLOSED_WITHOUT_A_WORD -> unreachable("Details: the connection was cut off before an answer");
            case STALL -> unreachable("Details: timed out: no answer within ");
            case DRIP -> unreachable("Details: timed out: no end of the answer within ");
            case HALF_A_BODY, RESET_IN_A_BODY -> notUnderstood("Details: an answer that broke off in the middle");
            case ENDLESS_BODY -> notUnderstood("Details: an answer larger than 32 MiB");
            case GZIP_BOMB -> notUnderstood("larger than 32 MiB when unpacked");
            case DEEP_NESTING -> notUnderstood(" goes beyond what is read (Document nesting depth (65) exceeds");
            case LONG_NUMBER ->
                notUnderstood(
                        " goes beyond what is read (Number value length (100000) exceeds the maximum allowed (1000))");
            case WEB_PAGE -> notUnderstood("Details: a web page instead of data: “<html><h1>Welcome to the hotel");
            case REDIRECT -> notUnderstood("Details: HTTP 302, a redirect to http://127.0.0.1:");
            case UNKNOWN_KEY ->
                new Expected(
                        3, "Ayliea did not accept this key.", "revoked or copied in part", "Connect with a new key");
            case FORBIDDEN ->
                new Expected(
                        3,
                        "This key may not read anything.",
                        "not on the Enterprise tier, or the key lacks the scopes scores:read, recommendations:read and discovery:read",
                        "Ask an Owner or Admin to check the tier");
            case TOO_MANY_FOR_AN_HOUR ->
                new Expected(
                        4,
                        "Ayliea asked for a pause before scores could be read",
                        "It allows the next try at",
                        "A key of its own for each computer avoids this.");
            case SERVER_FAULT -> new Expected(4, "Ayliea had a fault and could not give", "(500)", "Try again later.");
            case NOT_UTF_8 -> notUnderstood("is neither JSON nor UTF-8");
            case NOT_JSON -> notUnderstood("is not whole JSON (from byte 30 on)");
            case WRONG_SHAPE -> notUnderstood("“scores” is not a list");
            case NO_TLS ->
                unreachable("Details: no secure connection to 127.0.0.1 (Unrecognized SSL message, plaintext");
            case CERTIFICATE_OF_NOBODY -> unreachable("Details: the certificate of localhost is not trusted");
            case CERTIFICATE_OF_ANOTHER_HOST ->
                unreachable("Details: the certificate of localhost is for another host");
            case PROXY_ASKS_WHO -> unreachable("Details: the proxy asks for a name and a password");
        };
    }

    @ParameterizedTest
    @EnumSource
    void whateverStrikesEveryRequest(FaultyApi.Fault fault) throws Exception {
        Expected expected = expected(fault);
        Posture before = office.stored();
        Said said;
        try (FaultyApi api = new FaultyApi(fault, folder)) {
            long begun = System.nanoTime();
            said = office.through(
                    api.clients(), "sync", "--base-url", api.base().toString());

            assertThat(Duration.ofNanos(System.nanoTime() - begun).plus(api.slept()))
                    .as("time, with the pauses that were not slept")
                    .isLessThan(LONGEST);
            assertThat(api.requests()).isLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(api.strayed()).as("the key went nowhere else").isZero();
            assertThat(api.log()).doesNotContain(SECRET.substring(0, 12));
        }
        assertThat(said.code()).as(said.toString()).isEqualTo(expected.code());
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains(expected.happened(), expected.details(), expected.todo())
                .containsOnlyOnce("What could not be read now was last read on 23 November 2026, 15:40 JST (3 h ago).");
        assertForPeople(said);
        assertSame(office.stored(), before);
        assertNoKey(said);
        assertThat(office.plain("status").out()).contains("; last read 3 h ago");
    }

    /** A part that its scope does not cover is a warning: the others are read. */
    @ParameterizedTest
    @CsvSource({
        "scores:read, Scores",
        "recommendations:read, Recommendations",
        "discovery:read, Discovery",
    })
    void oneScopeThatIsMissingIsNamedAndTheOthersAreRead(String scope, String name) throws Exception {
        Set<String> scopes = new HashSet<>(SCOPES);
        scopes.remove(scope);
        office.server.allow(DemoServer.KEY, scopes);
        Posture before = office.stored();

        Said said = office.api("sync");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.err())
                .contains(name + ": This key may not read ", "it lacks the scope " + scope, "Ask an Owner or Admin")
                .doesNotContain("Enterprise tier, or");
        assertThat(said.err().lines().filter(line -> line.endsWith("read and stored.")))
                .hasSize(2);
        assertForPeople(said);
        assertSame(office.stored(), before);
        assertNoKey(said);
        assertThat(office.plain("status").out())
                .containsOnlyOnce(name + ": not allowed for this key; last read 3 h ago")
                .containsPattern("(?s)(: read just now.*){2}");
    }

    @ParameterizedTest
    @CsvSource({"/scores, Scores", "/recommendations, Recommendations", "/discovery, Discovery"})
    void aFaultInOnePartLeavesTheOthers(String endpoint, String name) throws Exception {
        office.server.setFault(Fault.status(500).at(endpoint));
        Posture before = office.stored();

        Said said = office.api("sync");

        assertThat(said.code()).as(said.toString()).isEqualTo(4);
        assertThat(said.err()).contains(name + ": Ayliea had a fault", "(500)", "Try again later.");
        assertThat(said.err().lines().filter(line -> line.endsWith("read and stored.")))
                .hasSize(2);
        assertForPeople(said);
        assertSame(office.stored(), before);
        assertThat(office.plain("status").out())
                .containsOnlyOnce(name + ": Ayliea had a fault; last read 3 h ago")
                .containsPattern("(?s)(: read just now.*){2}");
    }

    @Test
    void aWaitBeyondTheMostIsToldAndNotSleptThrough() throws Exception {
        office.server.setFault(Fault.status(429));
        Posture before = office.stored();
        long begun = System.nanoTime();

        Said said = office.api("sync", "--max-wait", "59");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(said.code()).as(said.toString()).isEqualTo(4);
        assertThat(said.err()).contains("Ayliea asked for a pause", "It allows the next try at");
        assertForPeople(said);
        assertSame(office.stored(), before);
    }

    /** In a process of its own, as a scheduler starts it, where a body that is held whole does not fit. */
    @ParameterizedTest
    @EnumSource(names = {"ENDLESS_BODY", "GZIP_BOMB", "DEEP_NESTING", "LONG_NUMBER"})
    void noAnswerIsTooLargeForASmallHeap(FaultyApi.Fault fault) throws Exception {
        Expected expected = expected(fault);
        Posture before = office.stored();
        Said said;
        try (FaultyApi api = new FaultyApi(fault, folder)) {
            said = inAProcess(api.base().toString());
        }
        assertThat(said.code()).as(said.toString()).isEqualTo(expected.code());
        assertThat(said.err()).contains(expected.happened(), expected.details(), expected.todo());
        assertForPeople(said);
        assertSame(office.stored(), before);
        assertNoKey(said);
    }

    private Said inAProcess(String base) throws Exception {
        Path err = folder.resolve("err.txt");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        SMALL_HEAP,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "sync",
                        "--base-url",
                        base,
                        "--data-dir",
                        office.data.toString())
                .redirectError(err.toFile());
        command.environment().put(KeyVault.VARIABLE, DemoServer.KEY);
        command.environment().put("HOME", folder.toString());
        Process process = command.start();
        try (InputStream out = process.getInputStream()) {
            byte[] data = out.readAllBytes();
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
            return new Said(process.exitValue(), data, Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theServerIsToldTheProgramsNameAndVersion() throws Exception {
        try (FaultyApi api = new FaultyApi(FaultyApi.Fault.UNKNOWN_KEY, folder)) {
            office.plain("sync", "--base-url", api.base().toString());
            office.input(DemoServer.KEY, "connect", "--base-url", api.base().toString());
            assertThat(api.requests()).isEqualTo(1 + 3);
            assertThat(api.agents()).containsExactly("Gradeline/" + Version.current());
        }
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    private static void assertForPeople(Said said) {
        assertThat(said.err()).doesNotContain("Exception", "\tat ", "dev.gradeline", "java.", "jackson");
        assertThat(CLASS_NAME.matcher(said.err()).results().map(match -> match.group()))
                .as("names of classes in what people read")
                .isEmpty();
        assertThat(said.err().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(600));
    }

    private static void assertSame(Posture after, Posture before) {
        assertThat(after.standings()).isEqualTo(before.standings()).isNotEmpty();
        assertThat(after.recommendations()).isEqualTo(before.recommendations()).isNotEmpty();
        assertThat(after.scans()).isEqualTo(before.scans()).isNotEmpty();
    }

    private void assertNoKey(Said said) throws Exception {
        assertThat(said.toString()).doesNotContain(SECRET.substring(0, 12));
        assertThat(office.filesHolding(SECRET.substring(0, 12))).isEmpty();
        assertThat(office.filesHolding("next try in").size()
                        + office.filesHolding("synchronised in").size())
                .as("there is a log that could hold it")
                .isPositive();
    }
}
