package dev.gradeline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class BenchmarkPaperTest {
    private final Figures figures = new Figures(false);
    private final BenchmarkPaper paper = new BenchmarkPaper(
            figures, new BenchmarkPaper.Surroundings("a machine with 2 processors", "2026-11-28", "4d9c5a5", 1.5));

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
                .contains("not measured here | | | ≤ 1.20 |");
        assertThat(text.lines().filter(line -> line.startsWith("| "))).hasSize(Figure.values().length + 2);
    }

    @Test
    void theRunIsNamed() throws IOException {
        assertThat(paper.text())
                .contains("Measured on 2026-11-28 at commit 4d9c5a5, on a machine with 2 processors.")
                .contains("1.5 threads were at work on it, so others had part of it")
                .doesNotContain("@")
                .doesNotContain("A quick run");
        assertThat(new BenchmarkPaper(new Figures(true), new BenchmarkPaper.Surroundings("", "", "", -1)).text())
                .contains("A quick run, which says nothing");
    }

    @Test
    void aCurveIsDrawnOverItsRows(@TempDir Path folder) throws Exception {
        for (int rows : figures.sizes()) {
            figures.tell(Curve.STORE, rows, List.of(rows / 50.0, rows / 40.0, rows / 45.0), List.of(rows / 60.0));
        }
        figures.tell(Curve.PDF, 100, List.of(700.0), List.of(700.0));
        figures.tell(Curve.PDF, 100_000, List.of(9_000.0), List.of(9_000.0));

        paper.write(folder);

        assertThat(Files.readString(folder.resolve("benchmarks.md")))
                .contains("](benchmarks/store.svg)")
                .contains("| 100,000 | 2222.2 ms | 1666.7 ms |")
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
