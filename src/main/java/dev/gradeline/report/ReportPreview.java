package dev.gradeline.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a snapshot as pictures, each drawn when it is asked for, without the file system. What is shown is the very
 * file: {@link #file} gives its bytes. Any thread; one page at a time.
 */
public final class ReportPreview implements AutoCloseable {
    private final byte[] file;
    private final PDDocument document;
    private final PDFRenderer renderer;

    ReportPreview(byte[] file) throws IOException {
        this.file = file;
        this.document = Loader.loadPDF(file);
        this.renderer = new PDFRenderer(document);
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /** The size of every page, in points of 1/72 inch. */
    public double width() {
        return document.getPage(0).getMediaBox().getWidth();
    }

    /** The size of every page, in points of 1/72 inch. */
    public double height() {
        return document.getPage(0).getMediaBox().getHeight();
    }

    /**
     * Draws a page. Slow: off the JavaFX thread.
     *
     * @param page counted from 0
     * @param scale pixels for each point, above 0
     */
    public synchronized PagePicture page(int page, double scale) throws IOException {
        BufferedImage image = renderer.renderImage(page, (float) scale, ImageType.RGB);
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        return new PagePicture(width, height, argb);
    }

    /** The file itself, as it would be written; a copy. */
    public byte[] file() {
        return file.clone();
    }

    @Override
    public synchronized void close() throws IOException {
        document.close();
    }
}
