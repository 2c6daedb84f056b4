package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Postures;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.words.Words;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is drawn beside the scores is the same on the screen and in the PDF. */
class AlongsideTest {
    private static final Alongside ALONGSIDE = new Alongside(
            new Annotations(
                    List.of(new DayNote("u", LocalDate.of(2026, 6, 15), "MFA \u202Eroll-out")),
                    Map.of(Postures.HIPAA, new BigDecimal("70.5"))),
            List.of());

    @Test
    void aNoteStandsAtTheBeginningOfItsDayWhereThePersonIs() {
        Words newYork = new Words(Locale.US, ZoneId.of("America/New_York"));
        TrendChart.Flag flag = ALONGSIDE.flags(newYork).getFirst();
        assertThat(flag.at()).isEqualTo(Instant.parse("2026-06-15T04:00:00Z"));
        assertThat(flag.text()).as("cleaned").isEqualTo("MFA roll-out");
    }

    @Test
    void thePdfShowsNotesAndTargets() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(new Words(Locale.UK, ZoneOffset.UTC))
                .write(new ReportData(Postures.northwind(), List.of(), ALONGSIDE), Pdf.OPTIONS, out);
        assertThat(Pdf.text(out.toByteArray())).contains("MFA roll-out", "HIPAA: target 70.5");
        assertThat(Pdf.faults(out.toByteArray())).isEmpty();
    }
}
