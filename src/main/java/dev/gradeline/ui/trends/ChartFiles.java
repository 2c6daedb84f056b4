package dev.gradeline.ui.trends;

import dev.gradeline.report.ChartSvg;
import dev.gradeline.ui.kit.Picture;
import dev.gradeline.words.Words;
import java.nio.charset.StandardCharsets;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The chart on the clipboard or in a file. JavaFX thread; files are written elsewhere. */
record ChartFiles(TrendView chart, TrendsViewModel model) {
    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(chart.picture());
        content.putString(model.summary().get());
        Clipboard.getSystemClipboard().setContent(content);
        model.saver().tell(model.words().of("trends.picture.copied"));
    }

    void png() {
        WritableImage image = chart.picture();
        model.saver().save(name("png"), out -> Picture.png(image, out));
    }

    void svg() {
        Words words = model.words();
        String svg = ChartSvg.of(
                chart.getWidth() / chart.scale(),
                chart.getHeight() / chart.scale(),
                chart.shapes(),
                words.of("trends.picture.title"),
                model.summary().get());
        model.saver().save(name("svg"), out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private String name(String ending) {
        return "gradeline-trends-" + model.lastDay() + "." + ending;
    }
}
