package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    @Test
    void t() throws IOException {
        var options = new ReportOptions(
                "Northwind Health",
                ReportOptions.Paper.A4,
                RecommendationFilter.ALL.withStatuses(Set.of("open", "in_progress")),
                Postures.LAST_VISIT,
                90,
                "0.1.0");
        var out = new ByteArrayOutputStream();
        new PdfReport(new Words(Locale.ENGLISH, ZoneOffset.UTC))
                .write(
                        Postures.northwind(),
                        Changes.between(Postures.northwindEarlier(), Postures.northwind(), Duration.ofDays(90)),
                        options,
                        out);
        Files.write(Path.of("/tmp/r.pdf"), out.toByteArray());
        assertThat(out.size()).isPositive();
    }
}
