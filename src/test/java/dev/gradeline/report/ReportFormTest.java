package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.ReportOptions.Form;
import dev.gradeline.report.ReportOptions.Paper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which parts a snapshot has, in which order, and how much of them stands on a single page. */
class ReportFormTest {
    private static final ReportOptions BRIEF =
            Pdf.OPTIONS.withForm(Form.BRIEF).withSince(Postures.LAST_VISIT).withOldAfterDays(90);

    @Test
    void sectionsAreThoseChosenInTheOrderChosen() throws IOException {
        List<ReportSection> chosen = List.of(ReportSection.DISCOVERY, ReportSection.GRADES, ReportSection.DISCOVERY);
        String text = Pdf.text(Pdf.of(Postures.northwind(), List.of(), Pdf.OPTIONS.withSections(chosen)));

        assertThat(text)
                .containsSubsequence("Security posture snapshot", "AI discovery", "Confidence", "Grades", "Page 1 of 1")
                .doesNotContain("Recommendations", "How grades are banded", "last 12 months");
    }

    @ParameterizedTest
    @EnumSource(ReportSection.class)
    void everySectionIsFoundByItsName(ReportSection section) {
        assertThat(ReportSection.of(" " + section.id().toUpperCase(java.util.Locale.ROOT)))
                .contains(section);
        assertThat(section.name(Pdf.WORDS)).isNotBlank();
    }

    static Stream<Posture> postures() {
        return Stream.of(
                Postures.empty(),
                Postures.onePoint(),
                Postures.northwind(),
                Postures.northwindWithRecommendations(5_000),
                Postures.northwindWith(
                        new Freshness(Part.DISCOVERY, Postures.LAST_VISIT, Postures.NOW, Outcome.REFUSED, "403")),
                frameworks(1),
                frameworks(20),
                frameworks(200),
                HostilePosture.posture());
    }

    @ParameterizedTest
    @MethodSource("postures")
    void aBriefSnapshotIsOnePageWhateverThereIs(Posture posture) throws Exception {
        for (Paper paper : Paper.values()) {
            byte[] pdf = Pdf.of(
                    posture,
                    Changes.between(Postures.northwindEarlier(), posture, Duration.ofDays(90)),
                    BRIEF.withPaper(paper));
            try (PDDocument document = Pdf.open(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertNothingOverlapsTheFoot(document);
            }
            if (paper == Paper.A4) {
                assertThat(Pdf.faults(pdf)).isEmpty();
            }
        }
    }

    private static void assertNothingOverlapsTheFoot(PDDocument document) throws IOException {
        float height = document.getPage(0).getMediaBox().getHeight();
        float width = document.getPage(0).getMediaBox().getWidth();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                if (!glyph.getUnicode().isBlank()) {
                    boolean foot = Math.abs(glyph.getY() - (height - 28)) < 1;
                    assertThat(foot || glyph.getY() < height - 50)
                            .as("height of %s: %f", glyph, glyph.getY())
                            .isTrue();
                    assertThat(glyph.getX() + glyph.getWidth()).isLessThan(width - 38);
                }
            }
        }.getText(document);
    }

    @Test
    void aBriefSnapshotListsWhatIsStillToBeDoneFirst() throws IOException {
        byte[] pdf = Pdf.of(Postures.northwindWithRecommendations(500), List.of(), BRIEF);

        assertThat(Pdf.text(pdf))
                .containsPattern("\\d+ completed · \\d+ open")
                .containsPattern("The first \\d of \\d+ open or in progress; the full snapshot lists every one\\.");
        List<String> first = Postures.northwindWithRecommendations(500).recommendations().stream()
                .filter(Recommendation::stillOpen)
                .limit(RecommendationsSection.MOST)
                .map(Recommendation::id)
                .toList();
        assertThat(SnapshotFileTest.data(pdf).path("recommendations").findValuesAsText("id"))
                .isEqualTo(first);

        String done = Pdf.text(Pdf.of(
                Postures.northwindWithRecommendations(500),
                List.of(),
                BRIEF.withFilter(RecommendationFilter.ALL.withStatuses(Set.of("completed", "open")))));
        assertThat(done).containsPattern("The first \\d of \\d+; the full");
    }

    @Test
    void aBriefSnapshotSaysWhatItLeavesOut() throws IOException {
        String text = Pdf.text(Pdf.of(
                Postures.northwind(),
                Changes.between(Postures.northwindEarlier(), Postures.northwind(), Duration.ofDays(90)),
                BRIEF.withFilter(Pdf.TO_DO)));

        assertThat(text)
                .containsSubsequence(
                        "Grades",
                        "AI Security C 72 +6",
                        "NIST CSF 2.0 B 81 +3",
                        "last 12 months",
                        "What changed since 8 November 2026, 09:00 UTC",
                        "AI Security rose from 66 to 72",
                        "Distance to the next grade",
                        "AI Security: 3 points to B · CIS Controls v8: best grade",
                        "Recommendations: open or in progress (49 of 115)",
                        "37 open · 12 in progress",
                        " of 49; the full snapshot lists every one.",
                        "AI discovery",
                        "Platforms 14 (was 13)",
                        "New: Perplexity, Cursor. Gone: Jasper.",
                        "Grades are banded: A 90–100 Excellent",
                        "Page 1 of 1");
    }

    @Test
    void twentyFrameworksAreAllOnTheBriefPage() throws IOException {
        String text = Pdf.text(Pdf.of(frameworks(20), List.of(), BRIEF));

        for (int i = 0; i < 20; i++) {
            assertThat(text).contains(name(i));
        }
        assertThat(text).doesNotContain("more framework");
        assertThat(Pdf.text(Pdf.of(frameworks(200), List.of(), BRIEF)))
                .contains("175 more frameworks: the full snapshot shows every one.");
    }

    @Test
    void notesStandInFullUnderTheChartAndTargetsBesideTheScores() throws IOException {
        String note =
                "Multi-factor roll-out for every clinic, a note that is far too long for the chart " + "x".repeat(30);
        Alongside alongside = new Alongside(
                new Annotations(
                        List.of(new DayNote("u", LocalDate.of(2026, 6, 15), note)),
                        Map.of(Postures.HIPAA, new BigDecimal("70.5"), Postures.CIS, new BigDecimal(90))),
                List.of());
        String text = Pdf.text(Pdf.of(new ReportData(Postures.northwind(), List.of(), alongside), Pdf.OPTIONS));

        assertThat(text)
                .containsSubsequence(
                        "Notes 15 June 2026 · " + note,
                        "Framework Grade Score To the next grade Target Waiting",
                        "CIS Controls v8 A 92 best grade 90 (reached)",
                        "HIPAA D 49 11 points to C 70.5 (21.5 to go)");
    }

    private static String name(int i) {
        return "framework-" + (char) ('a' + i % 26) + i;
    }

    static Posture frameworks(int count) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Framework framework = new Framework(name(i));
            standings.add(new Standing(
                    framework,
                    List.of(new Assessment(
                            framework,
                            new BigDecimal(40 + i % 60),
                            new Grade("ABCDF".substring(i % 5, i % 5 + 1)),
                            Postures.LAST_VISIT,
                            Postures.NOW,
                            false)),
                    true));
        }
        Posture base = Postures.northwind();
        return new Posture(
                base.asOf(),
                base.lastSync(),
                base.organizationId(),
                base.freshness(),
                standings,
                base.recommendations(),
                base.scans(),
                true,
                base.openCounts());
    }
}
