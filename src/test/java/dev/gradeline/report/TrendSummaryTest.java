package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendSummaryTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T00:00:00Z");

    private final TrendSummary summary = new TrendSummary(new Words(Locale.UK, ZoneOffset.UTC));

    @Test
    void aLineIsItsEndItsBeginningAndHowMuchIsKnown() {
        assertThat(say(true, at("2026-02-01", "48", "D"), at("2026-11-15", "72", "C")))
                .isEqualTo("AI Security: 72 (C) on 15 November 2026, from 48 on 1 February 2026, 2 assessments.");
    }

    @Test
    void oneAssessmentHasNoBeginning() {
        assertThat(say(true, at("2026-11-15", "72", "C")))
                .isEqualTo("AI Security: 72 (C) on 15 November 2026, 1 assessment.");
    }

    @Test
    void whatHeldWhenTheTimeBeganIsTheBeginning() {
        assertThat(say(true, at("2025-01-01", "40", "D"), at("2025-06-01", "48", "D"), at("2026-11-15", "72", "C")))
                .isEqualTo("AI Security: 72 (C) on 15 November 2026, from 48 on 1 June 2025, 1 assessment.");
        assertThat(say(true, at("2025-06-01", "48", "D")))
                .isEqualTo("AI Security: 48 (D) on 1 June 2025, no assessment in this time.");
    }

    @Test
    void whatIsUnknownIsNotInvented() {
        assertThat(say(true, at("2026-11-15", null, null)))
                .isEqualTo("AI Security: – on 15 November 2026, 1 assessment.");
        assertThat(say(true, at("2026-12-15", "50", "D"))).isEqualTo("AI Security: no assessment in this time.");
    }

    @Test
    void whatTheServerNoLongerReportsIsSaid() {
        assertThat(say(false, at("2026-11-15", "72", "C"))).endsWith("AI Security is no longer reported.");
    }

    @Test
    void noLineIsSaid() {
        assertThat(summary.text(List.of(), FROM, TO)).isEqualTo("No framework is shown.");
    }

    private record Seen(
            String day, @Nullable String score, @Nullable String grade) {}

    private static Seen at(String day, @Nullable String score, @Nullable String grade) {
        return new Seen(day, score, grade);
    }

    private String say(boolean reported, Seen... seen) {
        Framework framework = new Framework("ai-security");
        List<Assessment> assessments = java.util.Arrays.stream(seen)
                .map(each -> new Assessment(
                        framework,
                        each.score() == null ? null : new BigDecimal(each.score()),
                        each.grade() == null ? null : new Grade(each.grade()),
                        Instant.parse(each.day() + "T10:00:00Z"),
                        TO,
                        false))
                .toList();
        return summary.text(List.of(new TrendChart.Line(new Standing(framework, assessments, reported), 0)), FROM, TO);
    }
}
