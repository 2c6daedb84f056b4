package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.RecommendationFilter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days, times, numbers and plurals as German writes them. */
class GermanTest {
    private static final Instant NOW = Instant.parse("2026-11-15T06:40:00Z");

    private final Words words = new Words(Locale.GERMANY, ZoneOffset.UTC);
    private final TimeWords times = new TimeWords(words);
    private final PostureWords posture = new PostureWords(words);

    @Test
    void timesAndDays() {
        assertThat(times.ago(NOW.minusSeconds(5), NOW)).isEqualTo("gerade eben");
        assertThat(times.ago(NOW.minus(Duration.ofMinutes(2)), NOW)).isEqualTo("vor 2\u00a0min");
        assertThat(times.ago(NOW.minus(Duration.ofDays(1)), NOW)).isEqualTo("vor 1 Tag");
        assertThat(times.ago(NOW.minus(Duration.ofDays(3)), NOW)).isEqualTo("vor 3 Tagen");
        assertThat(times.in(NOW.plus(Duration.ofDays(3)), NOW)).isEqualTo("in 3 Tagen");
        assertThat(times.date(NOW)).isEqualTo("15. November 2026");
        assertThat(times.dateTime(NOW)).isEqualTo("15. November 2026, 06:40 UTC");
        assertThat(times.day(Instant.parse("2026-10-24T08:00:00Z"), NOW)).isEqualTo("24. Okt.");
        assertThat(times.day(Instant.parse("2025-10-24T08:00:00Z"), NOW)).isEqualTo("24. Okt. 2025");
        TimeWords berlin = new TimeWords(new Words(Locale.GERMAN, ZoneId.of("Europe/Berlin")));
        assertThat(berlin.dateTime(NOW)).isEqualTo("15. November 2026, 07:40 MEZ");
    }

    @Test
    void daysAreReadAsGermansWriteThem() {
        DayWords days = new DayWords(words);
        LocalDate day = LocalDate.of(2026, 10, 24);
        assertThat(days.day(day)).isEqualTo("24. Okt. 2026");
        for (String text : List.of(
                "24.10.2026",
                "24.10.26",
                "24. 10. 2026",
                "24. Okt. 2026",
                "24. Okt 2026",
                "24 okt 2026",
                "24. Oktober 2026",
                "24.Oktober 2026",
                "2026-10-24",
                "24. Oct 2026")) {
            assertThat(days.parse(text)).as(text).isEqualTo(day);
        }
        assertThat(days.parse("1. März 2026")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(days.parse("1. Mär. 2026")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(days.parse("1. Sept. 2026")).isEqualTo(days.parse("1. Sep 2026"));
        for (String text : List.of("30. Feb. 2026", "31.6.2026", "24.10.", "gestern", "10/24/2026")) {
            assertThat(days.parse(text)).as(text).isNull();
        }
    }

    @Test
    void numbers() {
        assertThat(posture.number(new BigDecimal("1234567.5"))).isEqualTo("1.234.567,5");
        assertThat(posture.movement(new BigDecimal("-3.25"))).isEqualTo("−3,25");
        assertThat(posture.percent(new BigDecimal("0.95"))).isEqualTo("95\u00a0%");
        assertThat(words.of("settings.history.megabytes", 1.25)).isEqualTo("1,2\u00a0MB");
        assertThat(words.of("changesPage.count", 12345)).isEqualTo("12.345 Änderungen");
    }

    @Test
    void plurals() {
        assertThat(words.of("changes.opened", 1)).isEqualTo("1 neue Empfehlung");
        assertThat(words.of("changes.opened", 2)).isEqualTo("2 neue Empfehlungen");
        assertThat(words.of("cli.sync.frameworks", 0)).isEqualTo("keine Frameworks");
        assertThat(words.of("change.notAssessed", "HIPAA", 1)).isEqualTo("HIPAA wurde seit 1 Tag nicht bewertet");
        assertThat(words.of("change.notAssessed", "HIPAA", 95)).isEqualTo("HIPAA wurde seit 95 Tagen nicht bewertet");
        assertThat(words.of("present.trend.toNext", "0,5", new BigDecimal("0.5"), "A"))
                .isEqualTo("0,5 Punkte bis Note A.");
        assertThat(words.of("present.trend.toNext", "1", BigDecimal.ONE, "A")).isEqualTo("1 Punkt bis Note A.");
        assertThat(words.of("settings.sync.hours", 1)).isEqualTo("Jede Stunde");
    }

    @Test
    void sentencesThatArePutTogether() {
        assertThat(posture.filter(RecommendationFilter.ALL
                        .withStatuses(Set.of("open", "in_progress"))
                        .withMaxPriority(2)
                        .withSearch("MFA")))
                .isEqualTo("offen oder in Arbeit, bis P2, mit „MFA“");
        OutcomeWords outcomes = new OutcomeWords(words);
        assertThat(outcomes.notice(Part.DISCOVERY, Outcome.REFUSED, "", false).what())
                .isEqualTo("Dieser Schlüssel darf KI-Plattformen nicht lesen: Ihm fehlt die Berechtigung "
                        + Part.DISCOVERY.scope()
                        + ".");
        Freshness failed = new Freshness(Part.SCORES, NOW.minus(Duration.ofHours(3)), NOW, Outcome.UNREACHABLE, "");
        assertThat(outcomes.freshness(failed, NOW))
                .isEqualTo("Punktzahlen: Ayliea nicht erreichbar; zuletzt gelesen vor 3\u00a0h");
    }
}
