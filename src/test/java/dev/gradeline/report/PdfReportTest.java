package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.ReportOptions.Paper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PdfReportTest {
    @Test
    void theWholePostureIsThereInItsOrder() throws IOException {
        String text = Pdf.text(Pdf.northwind());

        assertThat(text)
                .containsSubsequence(
                        "Security posture snapshot",
                        "Northwind Health",
                        "As of 23 November 2026, 06:40 UTC · data last synchronised 23 November 2026, 06:38 UTC",
                        "Recommendations shown: open or in progress",
                        "Grades",
                        "AI Security C 72 +6 Assessed 15 Nov",
                        "CIS Controls v8 A 92 +1 Assessed 21 Oct",
                        "HIPAA D 49 −3",
                        "iso-27001 B 76 0",
                        "NIST CSF 2.0 B 81 +3 Assessed 2 Nov",
                        "Score by framework, last 12 months",
                        "What changed since 8 November 2026",
                        "▲ AI Security rose from 66 to 72 — still C 15 Nov",
                        "✓ 4 recommendations completed",
                        "Distance to the next grade",
                        "AI Security C 72 3 points to B ",
                        "CIS Controls v8 A 92 best grade",
                        "Recommendations: open or in progress (49 of 115)",
                        "Priority Recommendation Status Framework Category",
                        "AI discovery",
                        "northwind.example · scanned 14 November 2026, 14:30 UTC",
                        "Platforms 14 (was 13) · Shadow AI count 3 (was 2) · Risk score 65 (was 61)",
                        "Since the scan of 1 November 2026: New: Perplexity, Cursor. Gone: Jasper.",
                        "Platform Type Vendor Category Change Confidence",
                        "How grades are banded",
                        "A 90–100 Excellent B 75–89 Good C 60–74 Fair D 40–59 Poor F 0–39 Critical");
    }

    @Test
    void everyRowThatPassesTheFilterIsThereOnceAndNoOther() throws IOException {
        List<Recommendation> all = Postures.northwind().recommendations();
        List<Recommendation> passing = Pdf.TO_DO.apply(all);
        String text = Pdf.text(Pdf.northwind());

        assertThat(text)
                .containsSubsequence(passing.stream()
                        .map(row -> "P" + row.priority() + " " + row.title() + " ")
                        .toArray(String[]::new));
        all.stream()
                .filter(row -> !passing.contains(row))
                .forEach(row -> assertThat(text).doesNotContain(" " + row.title() + " "));
    }

    @Test
    void everyPlatformIsThereAndWhatIsNewIsMarked() throws IOException {
        String text = Pdf.text(Pdf.northwind());

        for (Platform platform : Postures.northwind().scans().getFirst().platforms()) {
            boolean isNew = List.of("Perplexity", "Cursor").contains(platform.name());
            assertThat(text)
                    .contains(platform.name() + " "
                            + String.valueOf(platform.type()).replace('_', ' ') + " " + platform.vendor()
                            + " Generative AI " + (isNew ? "new " : "") + percent(platform) + "%");
        }
    }

    private static int percent(Platform platform) {
        BigDecimal confidence = platform.confidence();
        return confidence == null ? -1 : confidence.movePointRight(2).intValueExact();
    }

    @Test
    void fiveThousandRowsRepeatTheirHeadsAndCountTheirPages() throws IOException {
        byte[] pdf = Pdf.of(Postures.northwindWithRecommendations(5_000));
        try (PDDocument document = Pdf.open(pdf)) {
            int of = document.getNumberOfPages();
            assertThat(of).isBetween(150, 300);
            StringBuilder all = new StringBuilder();
            for (int number = 1; number <= of; number++) {
                String page = Pdf.page(document, number);
                assertThat(page).contains("Page " + number + " of " + of).contains("Gradeline · from Ayliea API v1");
                if (page.contains("P3 ")) {
                    assertThat(page).contains("Priority Recommendation Status Framework Category");
                }
                all.append(page);
            }
            for (int row = 1; row <= 5_000; row++) {
                assertThat(all.indexOf("(" + row + ")")).as("row %d", row).isPositive();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void nothingStandsInTheMarginsOrRunsIntoTheFoot(Paper paper) throws IOException {
        try (PDDocument document = Pdf.open(Pdf.northwind(paper, RecommendationFilter.ALL))) {
            assertWithinMargins(document);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(paper == Paper.A4 ? 595.27563f : 612f);
        }
        try (PDDocument document = Pdf.open(Pdf.of(HostilePosture.posture()))) {
            assertWithinMargins(document);
        }
    }

    private static void assertWithinMargins(PDDocument document) throws IOException {
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                float width =
                        document.getPage(getCurrentPageNo() - 1).getMediaBox().getWidth();
                float height =
                        document.getPage(getCurrentPageNo() - 1).getMediaBox().getHeight();
                if (!glyph.getUnicode().isBlank()) {
                    assertThat(glyph.getX()).as("left of %s", glyph).isGreaterThan(38);
                    assertThat(glyph.getX() + glyph.getWidth())
                            .as("right of %s", glyph)
                            .isLessThan(width - 38);
                    boolean foot = Math.abs(glyph.getY() - (height - 28)) < 1;
                    assertThat(foot || glyph.getY() < height - 54)
                            .as("height of %s on page %d", glyph, getCurrentPageNo())
                            .isTrue();
                }
            }
        }.getText(document);
    }

    @Test
    void aTitleLongerThanAPageIsNeverCut() throws IOException {
        String title = IntStream.range(0, 1_400)
                .mapToObj(i -> "word" + i)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        assertThat(title.length()).isBetween(9_000, 12_000);
        Posture posture = withRecommendation(title.substring(0, 10_000));
        byte[] pdf = Pdf.of(posture);

        assertThat(Pdf.text(pdf)).contains("word0 ").contains("word700 ").contains("word1100 ");
        try (PDDocument document = Pdf.open(pdf)) {
            StringBuilder words = new StringBuilder();
            for (PDStructureElement cell : all(document, "TD")) {
                words.append(cell.getKids().size()).append(' ');
            }
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            assertThat(words.toString()).as("lines in the cells").containsPattern("\\b[23]\\d\\d\\b");
        }
    }

    @Test
    void theSameInputGivesTheSameBytesWhateverTheMachine() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] first = Pdf.northwind();
        byte[] second;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            second = Pdf.northwind();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(second).isEqualTo(first);
        assertThat(first.length).isLessThan(150_000);
    }

    @Test
    void textWithoutGlyphsShowsABoxAndKeepsItselfForReadingAloud() throws IOException {
        byte[] pdf = Pdf.of(withRecommendation("Schütze 漢字 now ✓ ◷"));

        assertThat(Pdf.text(pdf)).containsAnyOf("Schütze □□ now ✓ ◷", "Schütze 漢字 now ✓ ◷");
        try (PDDocument document = Pdf.open(pdf)) {
            boolean kept = false;
            for (var page : document.getPages()) {
                var properties = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
                if (properties != null) {
                    for (COSName key : properties.keySet()) {
                        String actual = properties.getCOSDictionary(key).getString(COSName.ACTUAL_TEXT);
                        kept |= actual != null && actual.contains("漢字");
                    }
                }
            }
            assertThat(kept).isTrue();
        }
    }

    @Test
    void anEmptyPostureSaysSo() throws IOException {
        byte[] pdf = Pdf.of(Postures.empty());

        assertThat(Pdf.text(pdf))
                .containsSubsequence(
                        "As of 23 November 2026, 06:40 UTC · never synchronised",
                        "No assessment has been read yet.",
                        "Recommendations have not been read yet.",
                        "Discovery has not been read yet.",
                        "Page 1 of 1")
                .doesNotContain("Not everything could be read")
                .doesNotContain("What changed");
    }

    @Test
    void nothingThereIsNotTheSameAsNotRead() throws IOException {
        assertThat(Pdf.text(Pdf.of(Postures.onePoint())))
                .containsSubsequence(
                        "AI Security C 72 Assessed 15 Nov",
                        "There is no recommendation.",
                        "There is no completed scan.")
                .doesNotContain("been read yet");
    }

    @Test
    void aFilterThatLetsNothingThroughSaysSo() throws IOException {
        RecommendationFilter none = RecommendationFilter.ALL.withStatuses(Set.of("no such status"));

        assertThat(Pdf.text(Pdf.northwind(Paper.A4, none)))
                .contains("Recommendations: no such status (0 of 115)")
                .contains("No recommendation passes this filter.");
    }

    @Test
    void whatCouldNotBeReadIsSaidWithItsReasonAndSinceWhen() throws IOException {
        Freshness refused = new Freshness(Part.DISCOVERY, Postures.LAST_VISIT, Postures.NOW, Outcome.REFUSED, "403");

        assertThat(Pdf.text(Pdf.of(Postures.northwindWith(refused))))
                .containsSubsequence(
                        "Not everything could be read",
                        "Discovery: This key may not read discovery: it lacks the scope discovery:read.",
                        "Shown as last read on 8 November 2026, 09:00 UTC.",
                        "Grades");
        assertThat(Pdf.text(Pdf.northwind())).doesNotContain("Not everything");
    }

    @ParameterizedTest
    @CsvSource({"1,4", "4,4", "5,5", "6,3", "3,3", "8,4", "9,5", "10,5", "12,4", "20,5"})
    void cardsFillTheirRows(int frameworks, int columns) {
        assertThat(GradesSection.columns(frameworks)).isEqualTo(columns);
    }

    @Test
    void twentyFrameworksAreTwentyCardsAndTwentyNames() throws IOException {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Framework framework = new Framework("framework-" + (char) ('a' + i));
            standings.add(new Standing(
                    framework,
                    List.of(new Assessment(
                            framework,
                            new BigDecimal(40 + i),
                            new Grade("D"),
                            Postures.LAST_VISIT,
                            Postures.NOW,
                            false)),
                    true));
        }
        Posture base = Postures.onePoint();
        String text = Pdf.text(Pdf.of(new Posture(
                base.asOf(),
                base.lastSync(),
                null,
                base.freshness(),
                standings,
                List.of(),
                List.of(),
                false,
                List.of())));

        for (Standing standing : standings) {
            String name = standing.framework().name();
            assertThat(text.indexOf(name)).as(name).isPositive();
            assertThat(text.lastIndexOf(name)).as(name + " in the chart").isGreaterThan(text.indexOf(name));
        }
    }

    @Test
    void aScreenReaderFindsHeadingsTablesListsAndTheChartInWords() throws IOException {
        try (PDDocument document = Pdf.open(Pdf.northwind())) {
            assertThat(all(document, "H1")).hasSize(1);
            assertThat(all(document, "H2")).hasSize(7);
            assertThat(all(document, "Table")).hasSize(3);
            assertThat(all(document, "TR")).hasSize(1 + 5 + 1 + 49 + 1 + 14);
            assertThat(all(document, "TH"))
                    .allSatisfy(head -> assertThat(head.getCOSObject()
                                    .getCOSDictionary(COSName.A)
                                    .getNameAsString("Scope"))
                            .isEqualTo("Column"));
            assertThat(all(document, "TD"))
                    .hasSize(5 * 5 + 49 * 5 + 14 * 6)
                    .allSatisfy(cell -> assertThat(cell.getCOSObject()
                                    .getCOSDictionary(COSName.A)
                                    .getCOSArray(COSName.getPDFName("Headers")))
                            .hasSize(1));
            assertThat(all(document, "Figure"))
                    .singleElement()
                    .satisfies(
                            figure -> assertThat(figure.getAlternateDescription())
                                    .contains(
                                            "AI Security: 72 (C) on 15 November 2026, from 48 on 26 November 2025, 6 assessments."));
            assertThat(all(document, "LI")).hasSize(5 + 7 + 5);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Security posture snapshot · Northwind Health");
        }
    }

    @Test
    void theOutlineLeadsToEachSection() throws IOException {
        try (PDDocument document = Pdf.open(Pdf.northwind())) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                assertThat(item.findDestinationPage(document)).isNotNull();
            }
            assertThat(titles)
                    .containsExactly(
                            "Security posture snapshot",
                            "Grades",
                            "Score by framework, last 12 months",
                            "What changed since 8 November 2026, 09:00 UTC",
                            "Distance to the next grade",
                            "Recommendations: open or in progress (49 of 115)",
                            "AI discovery",
                            "How grades are banded");
        }
    }

    private static Posture withRecommendation(String title) {
        Posture base = Postures.onePoint();
        Recommendation row = new Recommendation("r", title, 1, null, null, null, 1, Postures.NOW, Postures.NOW);
        return new Posture(
                base.asOf(),
                base.lastSync(),
                null,
                base.freshness(),
                base.standings(),
                List.of(row),
                List.of(),
                false,
                List.of());
    }

    private static List<PDStructureElement> all(PDDocument document, String type) {
        List<PDStructureElement> found = new ArrayList<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), type, found);
        return found;
    }

    private static void collect(PDStructureNode node, String type, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals(type)) {
                    found.add(element);
                }
                collect(element, type, found);
            }
        }
    }
}
