package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.ReportOptions.Paper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** veraPDF judges each kind of snapshot against PDF/A-3a and PDF/UA-1. */
class PdfStandardsTest {
    @Test
    void aFullSnapshotIsArchivableAndAccessibleOnBothPapers() throws Exception {
        assertThat(Pdf.faults(Pdf.northwind(Paper.A4, Pdf.TO_DO))).isEmpty();
        assertThat(Pdf.faults(Pdf.northwind(Paper.LETTER, RecommendationFilter.ALL)))
                .isEmpty();
    }

    static Stream<Posture> postures() {
        return Stream.of(
                Postures.empty(),
                Postures.onePoint(),
                Postures.northwindWithRecommendations(5_000),
                Postures.northwindWith(new Freshness(Part.DISCOVERY, null, Postures.NOW, Outcome.REFUSED, "403")),
                HostilePosture.posture());
    }

    @ParameterizedTest
    @MethodSource("postures")
    void soIsEveryOther(Posture posture) throws Exception {
        assertThat(Pdf.faults(Pdf.of(posture))).isEmpty();
    }

    /** The judge must be able to say no. */
    @Test
    void aFileWithoutItsMarksIsRejected() throws Exception {
        byte[] broken;
        try (var document = Pdf.open(Pdf.northwind())) {
            document.getDocumentCatalog().getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.MARK_INFO);
            var out = new java.io.ByteArrayOutputStream();
            document.save(out);
            broken = out.toByteArray();
        }

        assertThat(Pdf.faults(broken)).isNotEmpty();
    }
}
