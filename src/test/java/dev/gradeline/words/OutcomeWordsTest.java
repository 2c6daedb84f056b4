package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.words.OutcomeWords.Notice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-15T06:40:00Z");

    private final OutcomeWords outcomes = new OutcomeWords(new Words(Locale.UK, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void everyFailureSaysWhatHappenedWhatItMeansAndWhatToDo(Outcome outcome) {
        for (Part part : Part.values()) {
            for (boolean all : new boolean[] {false, true}) {
                Notice notice = outcomes.notice(part, outcome, "", all);
                assertThat(Stream.of(notice.what(), notice.meaning(), notice.todo()))
                        .allSatisfy(text -> assertThat(text).endsWith(".").doesNotContain("{", "()"));
                assertThat(notice.text()).isEqualTo(notice.what() + " " + notice.meaning() + " " + notice.todo());
            }
        }
    }

    @Test
    void aPauseIsToldWithItsEndWhereTheApiNamedOne() {
        OutcomeWords outcomes = new OutcomeWords(new Words(Locale.UK, ZoneOffset.UTC));
        assertThat(outcomes.notice(Part.SCORES, Outcome.RATE_LIMITED, "2026-11-23T14:29:00Z", false)
                        .todo())
                .contains("23 November 2026", "14:29");
        assertThat(outcomes.notice(Part.SCORES, Outcome.RATE_LIMITED, "", false).todo())
                .startsWith("Try again in some minutes");
    }

    @Test
    void oneRefusalNamesItsScopeAllNameTheTier() {
        assertThat(outcomes.notice(Part.DISCOVERY, Outcome.REFUSED, "", false).text())
                .startsWith("This key may not read discovery: it lacks the scope discovery:read.")
                .endsWith("Ask an Owner or Admin for a key with it.");
        assertThat(outcomes.notice(Part.DISCOVERY, Outcome.REFUSED, "", true).text())
                .contains("Enterprise tier", "scores:read", "recommendations:read", "discovery:read");
    }

    @Test
    void withoutTheServerTheStoredDataStay() {
        assertThat(outcomes.notice(Part.SCORES, Outcome.UNREACHABLE, "", false).meaning())
                .contains("stored on this computer stays as it was");
    }

    @Test
    void aServerFaultNamesItsStatusShortAndClean() {
        assertThat(outcomes.notice(Part.SCORES, Outcome.SERVER_FAULT, "503", false)
                        .what())
                .isEqualTo("Ayliea had a fault and could not give scores (503).");
        assertThat(outcomes.notice(Part.SCORES, Outcome.SERVER_FAULT, "x\n".repeat(500), false)
                        .what())
                .doesNotContain("\n")
                .hasSizeLessThan(140);
    }

    @Test
    void successIsOneSentence() {
        assertThat(outcomes.notice(Part.SCORES, Outcome.OK, "", false).text()).isEqualTo("Scores read.");
    }

    @Test
    void freshness() {
        Instant read = NOW.minusSeconds(125);
        assertThat(freshness(read, Outcome.OK)).isEqualTo("Scores: read 2 min ago");
        assertThat(freshness(read, Outcome.UNREACHABLE))
                .isEqualTo("Scores: Ayliea could not be reached; last read 2 min ago");
        assertThat(outcomes.freshness(Freshness.never(Part.DISCOVERY), NOW)).isEqualTo("Discovery: not read yet");
        assertThat(outcomes.freshness(new Freshness(Part.DISCOVERY, null, NOW, Outcome.REFUSED, ""), NOW))
                .isEqualTo("Discovery: not allowed for this key; never read");
        for (Outcome outcome : Outcome.values()) {
            assertThat(freshness(read, outcome))
                    .startsWith("Scores: ")
                    .endsWith("read 2 min ago")
                    .doesNotContain(" ;");
        }
    }

    private String freshness(Instant read, Outcome outcome) {
        return outcomes.freshness(new Freshness(Part.SCORES, read, NOW, outcome, ""), NOW);
    }
}
