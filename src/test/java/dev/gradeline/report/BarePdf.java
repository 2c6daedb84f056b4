package dev.gradeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** What {@link ReportBenchmark} compares with: each line of a file, its cells beside each other, untagged, in one font. */
final class BarePdf {
    private static final float SIZE = 9;
    private static final float LEADING = 21.4f;
    private static final float MARGIN = 39;
    private static final float COLUMN = 100;

    private BarePdf() {}

    /** Uses PDFBox as it comes, and not as someone who has measured it would. */
    static final String AS_IT_COMES = "as-it-comes";

    /** @param arguments the file of lines, cells apart by tabs, and the PDF; perhaps {@link #AS_IT_COMES} */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        try (PDDocument document = new PDDocument();
                InputStream in = BarePdf.class.getResourceAsStream("/dev/gradeline/fonts/Inter_400Regular.ttf")) {
            TrueTypeFont file =
                    new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(Objects.requireNonNull(in)));
            if (arguments.length < 3) {
                // looking for ligatures takes PDFBox several times as long as all else
                file.setEnableGsub(false);
            }
            PDFont font = PDType0Font.load(document, file, true);
            int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LEADING);
            for (int first = 0; first < lines.size(); first += perPage) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    float y = PDRectangle.A4.getHeight() - MARGIN;
                    for (String line : lines.subList(first, Math.min(first + perPage, lines.size()))) {
                        float x = MARGIN;
                        for (String cell : line.split("\t")) {
                            stream.beginText();
                            stream.setFont(font, SIZE);
                            stream.newLineAtOffset(x, y);
                            stream.showText(cell);
                            stream.endText();
                            x += COLUMN;
                        }
                        y -= LEADING;
                    }
                }
            }
            document.save(arguments[1]);
        }
    }
}
