package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.ChartShape.Area;
import dev.gradeline.report.chart.ChartShape.Box;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Label.Anchor;
import dev.gradeline.report.chart.ChartShape.Marker;
import dev.gradeline.report.chart.ChartShape.Marker.Form;
import dev.gradeline.report.chart.ChartShape.Polyline;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartSvgTest {
    private static final Ink LINE = new Ink(Role.LINE, 0);

    @Test
    void everyShapeIsThereInItsOrderAndItsInk() throws Exception {
        List<ChartShape> shapes = new ArrayList<>(List.of(
                new Box(10, 20, 30.5, 40, new Ink(Role.BAND, 0)),
                new Area(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0), Ink.of(Role.AXIS)),
                new Polyline(List.of(0.0, 1.5, 2.0, 3.123), LINE, 2, true),
                new Label(5, 6, "x", 11, true, Anchor.MIDDLE, Ink.of(Role.MUTED))));
        for (Form form : Form.values()) {
            shapes.add(new Marker(50, 60, 4, form, LINE, form == Form.SQUARE));
        }
        Document svg = parsed(ChartSvg.of(300, 200.5, shapes, "Scores", "AI Security: 72."));

        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 300 200.5");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title desc");
        assertThat(one(svg, "title").getTextContent()).isEqualTo("Scores");
        assertThat(one(svg, "desc").getTextContent()).isEqualTo("AI Security: 72.");
        Element box = all(svg, "rect").getLast();
        assertThat(box.getAttribute("width")).isEqualTo("30.5");
        Element line = one(svg, "polyline");
        assertThat(line.getAttribute("points")).isEqualTo("0,1.5 2,3.12");
        assertThat(line.getAttribute("stroke")).isEqualTo("#d55e00");
        assertThat(line.getAttribute("stroke-dasharray")).isEqualTo("3 3");
        Element text = one(svg, "text");
        assertThat(text.getAttribute("text-anchor")).isEqualTo("middle");
        assertThat(text.getAttribute("font-weight")).isEqualTo("600");
        assertThat(all(svg, "circle")).hasSize(1);
        assertThat(all(svg, "path")).as("cross and plus").hasSize(2);
        assertThat(all(svg, "polygon")).as("an area and five outlines").hasSize(6);
        assertThat(all(svg, "polygon").get(1).getAttribute("fill"))
                .as("a restated one is solid")
                .isEqualTo("#d55e00");
    }

    @Test
    void whatNamesHoldIsTextAndNothingElse() throws Exception {
        String evil = "<script>&\"'\u0000\uFFFE\uD800</text> \uD83D\uDE80";
        Document svg = parsed(
                ChartSvg.of(10, 10, List.of(new Label(1, 1, evil, 11, false, Anchor.END, LINE)), evil, "]]>" + evil));

        assertThat(one(svg, "text").getTextContent()).isEqualTo("<script>&\"'</text> \uD83D\uDE80");
        assertThat(one(svg, "title").getTextContent()).isEqualTo("<script>&\"'</text> \uD83D\uDE80");
        assertThat(all(svg, "script")).isEmpty();
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element one(Document svg, String name) {
        assertThat(all(svg, name)).hasSize(1);
        return all(svg, name).getFirst();
    }

    private static List<Element> all(Document svg, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = svg.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
