package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.posture.Postures;
import dev.gradeline.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What waits for a snapshot: its progress, its way out, and its pages as pictures. */
class ReportPreviewTest {
    private static final ReportData MANY =
            new ReportData(Postures.northwindWithRecommendations(300), List.of(), Alongside.NONE);

    private final PdfReport report = new PdfReport(new Words(Locale.UK, ZoneOffset.UTC));

    @Test
    void pagesAreDrawnAtTheSizeAskedForFromTheVeryFile() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        report.write(MANY, Pdf.OPTIONS, written);
        try (ReportPreview preview = report.preview(MANY, Pdf.OPTIONS, Progress.NONE)) {
            assertThat(preview.file()).isEqualTo(written.toByteArray());
            assertThat(preview.pages()).isGreaterThan(5);
            PagePicture page = preview.page(preview.pages() - 1, 0.5);
            assertThat(page.width()).isEqualTo((int) (preview.width() / 2));
            assertThat(page.argb()).hasSize(page.width() * page.height());
            assertThat(Arrays.stream(page.argb()).distinct().count())
                    .as("colours on the page")
                    .isGreaterThan(10);
            assertThat(Arrays.stream(page.argb()).allMatch(pixel -> pixel >>> 24 == 0xff))
                    .as("opaque")
                    .isTrue();
        }
    }

    @Test
    void progressRisesToTheEnd() throws IOException {
        List<Double> shares = new ArrayList<>();
        report.write(MANY, Pdf.OPTIONS, new ByteArrayOutputStream(), shares::add);
        assertThat(shares).hasSizeGreaterThan(300).isSorted().endsWith(1.0);
        assertThat(shares.getFirst()).isBetween(0.0, 0.1);
    }

    @Test
    void whoCancelsGetsNothingAtAll() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> report.write(MANY, Pdf.OPTIONS, out, new ImpatientAfter(100)))
                .isInstanceOf(CancellationException.class);
        assertThat(out.size()).isZero();
    }

    private static final class ImpatientAfter implements Progress {
        private int left;

        ImpatientAfter(int calls) {
            this.left = calls;
        }

        @Override
        public void done(double share) {
            left--;
        }

        @Override
        public boolean cancelled() {
            return left < 0;
        }
    }
}
