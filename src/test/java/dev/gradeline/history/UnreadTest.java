package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Unread;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When for long nobody looked. */
class UnreadTest {
    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

    @Test
    void itIsBeforeTheFirstReadingBetweenTwoFarApartAndSinceTheLast() {
        try (History history = History.open(directory.resolve("h.db"), clock)) {
            assertThat(history.unread(Part.SCORES, clock.instant())).isEmpty();
            Instant first = read(history);
            clock.advance(Duration.ofDays(6));
            Instant left = read(history);
            clock.advance(Duration.ofDays(3));
            try (History.Run failed = history.begin()) {
                failed.storeFailure(Part.SCORES, Outcome.UNREACHABLE, "reset");
            }
            clock.advance(Duration.ofDays(30));
            Instant back = read(history);
            clock.advance(Duration.ofDays(8));
            Instant now = clock.instant();

            assertThat(history.unread(Part.SCORES, now))
                    .containsExactly(new Unread(Instant.MIN, first), new Unread(left, back), new Unread(back, now));
            assertThat(history.unread(Part.SCORES, left.plusSeconds(5)))
                    .as("as of then")
                    .containsExactly(new Unread(Instant.MIN, first));
            assertThat(history.unread(Part.DISCOVERY, now)).as("never read").isEmpty();
        }
    }

    private Instant read(History history) {
        try (History.Run run = history.begin()) {
            run.storeScores(List.of(Answers.score("hipaa", "61", "C", "2025-11-01")));
            return run.at();
        }
    }
}
