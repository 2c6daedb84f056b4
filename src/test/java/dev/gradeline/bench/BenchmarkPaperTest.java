package dev.gradeline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class BenchmarkPaperTest {
    private static final Surroundings HERE =
            new Surroundings("a machine with 2 processors", "2026-11-28", "4d9c5a5", "G1, at most 2 GB", "-Xmx1g");

    private final Figures figures = new Figures(false);
    private final BenchmarkPaper paper = new BenchmarkPaper(
            figures, HERE, List.of(new PartRun("PDF", 60, 0.01, null), new PartRun("Trends", 180, 0.03, null)));

    @Test
    void eachFigureHasALineWithWhatItIsToComeTo() throws IOException {
        figures.tell(Figure.STORE_AGAIN, List.of(0.1, 0.07, 0.09, 0.08, 0.2));
        figures.tell(Figure.TRENDS_FIRST, List.of(0.4));
        figures.tell(Figure.KEY_TIME, List.of(23.04));

        String text = paper.text();

        assertThat(text)
                .contains(
                        "| synchronising them again, unchanged | the first time | 0.09 | 0.08 to 0.10 | 5 | ≤ 0.30, met |")
                .contains("| 0.40 | 0.40 to 0.40 | 1 | ≤ 0.25, **not met** |")
                .contains("| a key typed, in all | – | 23.0 ms | 23.0 ms to 23.0 ms | 1 | ≤ 50.0 ms, met |")
                .contains("not measured here | | | ≤ 1.20 |")
                .contains("the same without a comparison with the seal | not measured here | | | no aim |");
        assertThat(text.lines().filter(line -> line.matches("\\| .*(aim|met|met\\*\\*|≤ [0-9.]+( \\w+)?) \\|")))
                .hasSize(Figure.values().length + 1);
    }

    @Test
    void theRunIsNamed() throws IOException {
        assertThat(paper.text())
                .contains("Measured on 2026-11-28 at commit 4d9c5a5, on a machine with 2 processors.")
                .contains("Meanwhile 2.5 % of the processors’ time went to others.")
                .contains("| Trends | 3:00 min | 3.0 % | went through |")
                .contains("`-Xmx1g`")
                .doesNotContain("@")
                .doesNotContain("ailed")
                .doesNotContain("not quiet")
                .doesNotContain("A quick run");
        assertThat(new BenchmarkPaper(new Figures(true), HERE, List.of()).text())
                .contains("A quick run, which says nothing");
    }

    @Test
    void aMachineThatIsNotQuietIsSaidToBeSo() throws IOException {
        assertThat(new BenchmarkPaper(figures, HERE, List.of(new PartRun("PDF", 60, 0.3, null))).text())
                .contains("Meanwhile 30.0 % of the processors’ time went to others, so the machine was **not quiet**");
        assertThat(new BenchmarkPaper(figures, HERE, List.of(new PartRun("PDF", 60, -1, null))).text())
                .contains("| PDF | 1:00 min | – | went through |")
                .doesNotContain("Meanwhile");
    }

    @Test
    void aPartThatFailsKeepsWhatWasMeasuredAndIsNamed() throws Exception {
        PartRun failed = Benchmarks.run(
                new Benchmarks.Part("Trends", its -> {
                    its.tell(Figure.TRENDS_FIRST, List.of(0.2));
                    throw new IllegalStateException("no | window");
                }),
                figures,
                Duration.ofMinutes(1));
        PartRun good = Benchmarks.run(
                new Benchmarks.Part("PDF", its -> its.tell(Figure.PDF_TIME, List.of(1.5))),
                figures,
                Duration.ofMinutes(1));

        assertThat(new BenchmarkPaper(figures, HERE, List.of(failed, good)).text())
                .contains("**Failed: Trends** (IllegalStateException: no window).")
                .contains("**failed**: IllegalStateException: no window |")
                .contains("| PDF | 0:00 min |")
                .contains("| 0.20 | 0.20 to 0.20 | 1 | ≤ 0.25, met |")
                .contains("| 1.50 | 1.50 to 1.50 | 1 | ≤ 2.00, met |");
    }

    @Test
    void aPartThatDoesNotEndIsGivenUp() throws Exception {
        PartRun stuck = Benchmarks.run(
                new Benchmarks.Part("Trends", its -> new CountDownLatch(1).await()), figures, Duration.ofMillis(50));

        assertThat(stuck.failure()).startsWith("had not ended");
    }

    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        figures.leaveOut("start-up, for there is no virtual screen here.");

        assertThat(paper.text()).contains("**Left out:** start-up, for there is no virtual screen here.");
    }

    @Test
    void aCurveIsDrawnOverItsRows(@TempDir Path folder) throws Exception {
        for (int rows : figures.sizes()) {
            figures.tell(Curve.STORE, rows, List.of(rows / 50.0, rows / 40.0, rows / 45.0), List.of(rows / 60.0));
        }
        figures.tell(Curve.FILTER, 100, List.of(0.044), List.of(0.31));
        figures.tell(Curve.PDF, 100, List.of(700.0), List.of(700.0));
        figures.tell(Curve.PDF, 100_000, List.of(9_000.0), List.of(9_000.0));

        paper.write(folder);

        assertThat(Files.readString(folder.resolve("benchmarks.md")))
                .contains("](benchmarks/store.svg)")
                .contains("| 100,000 | 2222.2 ms | 1666.7 ms |")
                .contains("| 100 | 0.04 ms | 0.31 ms |\n")
                .contains("| 100 | 700.0 ms |\n");
        Document store = svg(folder, "store.svg");
        assertThat(store.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(store.getDocumentElement().getTextContent())
                .contains("100,000", "1 ms", "1 s", "a bare batch insert");
        // work that grows as the rows do is a line that goes up evenly
        String[] points = store.getElementsByTagName("polyline")
                .item(1)
                .getAttributes()
                .getNamedItem("points")
                .getNodeValue()
                .split(" ");
        double step = y(points[0]) - y(points[1]);
        assertThat(step).isGreaterThan(20);
        assertThat(y(points[2]) - y(points[3])).isCloseTo(step, org.assertj.core.data.Offset.offset(0.2));
        assertThat(svg(folder, "pdf.svg").getElementsByTagName("polyline").getLength())
                .isEqualTo(1);
    }

    private static double y(String point) {
        return Double.parseDouble(point.substring(point.indexOf(',') + 1));
    }

    private static Document svg(Path folder, String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(
                        Files.readString(folder.resolve("benchmarks").resolve(name)))));
    }
}
