package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of runs in which nothing happened go; what was seen stays, as of every moment. */
class ThinningTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatWasSeenStaysAsOfEveryMoment(long seed) throws Exception {
        Random random = new Random(seed);
        RandomOrganisation organisation = new RandomOrganisation(random);
        Path file = directory.resolve("h.db");
        List<Instant> moments = new ArrayList<>();
        try (History history = History.open(file, clock)) {
            for (int run = 0; run < 400; run++) {
                if (random.nextInt(15) == 0) {
                    organisation.live();
                }
                clock.advance(QUARTER);
                try (History.Run each = history.begin()) {
                    moments.add(each.at());
                    if (random.nextInt(20) == 0) {
                        each.storeFailure(Part.SCORES, Outcome.UNREACHABLE, "reset");
                    } else {
                        each.storeScores(organisation.scores());
                    }
                    each.storeRecommendations(organisation.recommendations());
                    each.storeDiscovery(organisation.scan());
                }
            }
            List<Posture> before = moments.stream().map(history::posture).toList();
            Posture now = history.posture();
            Path whole = directory.resolve("whole.db");
            history.backup(whole);

            int gone = history.thin(clock.instant().minus(Duration.ofDays(1)));

            assertThat(gone).isBetween(100, 299);
            assertThat(runs(file)).isEqualTo(400 - gone);
            assertThat(history.posture()).isEqualTo(now);
            for (Posture then : before) {
                assertSeen(history.posture(then.asOf()), then);
            }
            assertThat(history.thin(clock.instant().minus(Duration.ofDays(1)))).isZero();
            byte[] fuller = java.nio.file.Files.readAllBytes(whole);
            history.backup(whole);
            assertThat(whole).as("thinned records are no loss").isNotEmptyFile();
            java.nio.file.Files.write(whole, fuller);
            history.restore(whole);
            assertThat(moments.stream().map(history::posture).toList())
                    .as("a backup brings the records back")
                    .isEqualTo(before);
        }
    }

    private static void assertSeen(Posture thinned, Posture then) {
        assertThat(thinned.standings()).isEqualTo(then.standings());
        assertThat(thinned.recommendations()).isEqualTo(then.recommendations());
        assertThat(thinned.scans()).isEqualTo(then.scans());
        assertThat(thinned.scanReported()).isEqualTo(then.scanReported());
        assertThat(thinned.openCounts()).isEqualTo(then.openCounts());
        assertThat(thinned.organizationId()).isEqualTo(then.organizationId());
        Instant last = thinned.lastSync();
        assertThat(last).isNotNull();
        assertThat(ChronoUnit.HOURS.between(Objects.requireNonNull(last), then.asOf()))
                .as("right to the day")
                .isBetween(0L, 24L);
        for (Part part : Part.values()) {
            assertThat(thinned.freshness(part).refreshedAt() == null)
                    .isEqualTo(then.freshness(part).refreshedAt() == null);
        }
    }

    private static int runs(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("SELECT count(*) FROM sync").getInt(1);
        }
    }

    @Test
    void aFailureAndARecoveryAreNews() {
        try (History history = History.open(directory.resolve("h.db"), clock)) {
            for (Outcome outcome : List.of(
                    Outcome.OK,
                    Outcome.OK,
                    Outcome.UNREACHABLE,
                    Outcome.UNREACHABLE,
                    Outcome.UNREACHABLE,
                    Outcome.OK,
                    Outcome.OK)) {
                clock.advance(QUARTER);
                try (History.Run run = history.begin()) {
                    if (outcome == Outcome.OK) {
                        run.storeScores(List.of(Answers.score("hipaa", "70", "C", "2025-12-01")));
                    } else {
                        run.storeFailure(Part.SCORES, outcome, "");
                    }
                }
            }
            // the second OK, and two of three failures alike; the last of the day stays
            assertThat(history.thin(clock.instant().plus(QUARTER))).isEqualTo(3);
            assertThat(history.posture(Instant.parse("2026-01-01T00:46:00Z"))
                            .freshness(Part.SCORES)
                            .outcome())
                    .isEqualTo(Outcome.UNREACHABLE);
        }
    }
}
