package dev.gradeline.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/**
 * A table over as many pages as it needs: its head comes again on each, cells wrap, and a row taller than a page goes on
 * on the next.
 */
public final class PdfTable {
    private static final double PADDING = 4.4;
    private static final double GUTTER = 10;
    private static final TextStyle HEAD = TextStyle.STRONG.in(Print.MUTED);
    private static final int FEWEST_LINES = 3;

    private final PdfPages pages;
    private final List<Column> columns;
    private final List<COSDictionary> attributes;
    private final PDStructureElement body;

    /**
     * A column.
     *
     * @param share its part of the width; all columns together make 1
     * @param atEnd whether its text stands at its right edge, as numbers do
     */
    public record Column(String title, double share, boolean atEnd) {}

    /** A cell's text and how it is set. */
    public record Cell(String text, TextStyle style) {}

    /**
     * Begins a table with its head.
     *
     * @param id a word of the table's own, from which its heads get their names
     */
    public PdfTable(PdfPages pages, String id, List<Column> columns) throws IOException {
        this.pages = pages;
        this.columns = List.copyOf(columns);
        this.attributes = new ArrayList<>();
        PDStructureElement table = PdfTags.add(pages.tags().document(), "Table");
        PDStructureElement row = PdfTags.add(PdfTags.add(table, "THead"), "TR");
        List<PDStructureElement> heads = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = id + "-" + (i + 1);
            heads.add(pages.tags().columnHead(row, name));
            attributes.add(PdfTags.under(name));
        }
        this.body = PdfTags.add(table, "TBody");
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            pages.canvas().content(heads.get(i), canvas -> head(canvas, column));
        }
        underHead();
    }

    /** The room that a heading over the table must leave: the head and a few lines. */
    public static double least() {
        return headHeight() + FEWEST_LINES * TextStyle.BODY.leading() + 2 * PADDING;
    }

    /** The height of the head. */
    public static double headHeight() {
        return HEAD.leading() + 2 * PADDING;
    }

    private void head(PdfCanvas canvas, int column) throws IOException {
        line(canvas, column, pages.y() + PADDING, columns.get(column).title(), HEAD);
    }

    private void underHead() throws IOException {
        pages.advance(headHeight());
        rule();
    }

    private void rule() throws IOException {
        double y = pages.y();
        pages.canvas().artifact(canvas -> canvas.rule(pages.left(), y, pages.width()));
    }

    private void nextPage() throws IOException {
        pages.next();
        pages.canvas().artifact(canvas -> {
            for (int i = 0; i < columns.size(); i++) {
                head(canvas, i);
            }
        });
        underHead();
    }

    /** The height of a {@link #line}. */
    public static double lineHeight() {
        return TextStyle.BODY.leading() + 2 * PADDING;
    }

    /** Adds a row of a single line: what does not fit ends in an ellipsis. */
    public void line(List<Cell> cells) throws IOException {
        List<Cell> cut = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = cells.get(i);
            cut.add(new Cell(pages.lines().fitted(cell.text(), cell.style(), width(i)), cell.style()));
        }
        row(cut);
    }

    /** Adds a row: one cell for each column. */
    public void row(List<Cell> cells) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        double leading = 0;
        int count = 0;
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = cells.get(i);
            List<String> lines = pages.lines().wrap(cell.text(), cell.style(), width(i));
            wrapped.add(lines);
            count = Math.max(count, lines.size());
            leading = Math.max(leading, cell.style().leading());
        }
        List<PDStructureElement> elements = elements();
        int done = 0;
        while (done < count) {
            int fitting = fitting(leading);
            boolean whole = count * leading + 2 * PADDING <= pages.fullHeight() - headHeight();
            int wanted = whole ? count : Math.min(count - done, FEWEST_LINES);
            if (fitting < wanted) {
                nextPage();
                fitting = fitting(leading);
            }
            int until = Math.min(count, done + Math.max(1, fitting));
            part(cells, wrapped, elements, done, until, leading);
            done = until;
        }
        rule();
    }

    private int fitting(double leading) {
        return (int) Math.floor((pages.free() - 2 * PADDING) / leading);
    }

    private List<PDStructureElement> elements() {
        PDStructureElement row = PdfTags.add(body, "TR");
        List<PDStructureElement> elements = new ArrayList<>();
        for (COSDictionary attribute : attributes) {
            PDStructureElement cell = PdfTags.add(row, "TD");
            cell.getCOSObject().setItem(COSName.A, attribute);
            elements.add(cell);
        }
        return elements;
    }

    private void part(
            List<Cell> cells,
            List<List<String>> wrapped,
            List<PDStructureElement> elements,
            int from,
            int until,
            double leading)
            throws IOException {
        double top = pages.y() + PADDING;
        for (int i = 0; i < columns.size(); i++) {
            List<String> lines = wrapped.get(i);
            for (int n = from; n < Math.min(until, lines.size()); n++) {
                double lineTop = top + (n - from) * leading;
                String text = lines.get(n);
                if (!text.isBlank()) {
                    int column = i;
                    TextStyle style = cells.get(i).style();
                    pages.canvas().content(elements.get(i), canvas -> line(canvas, column, lineTop, text, style));
                }
            }
        }
        pages.advance((until - from) * leading + 2 * PADDING);
    }

    private void line(PdfCanvas canvas, int column, double top, String text, TextStyle style) throws IOException {
        double baseline = top + style.leading() / 2 + style.drop();
        if (columns.get(column).atEnd()) {
            canvas.textEndingAt(x(column) + width(column), baseline, style, text);
        } else {
            canvas.text(x(column), baseline, style, text);
        }
    }

    private double x(int column) {
        double x = pages.left();
        for (int i = 0; i < column; i++) {
            x += columns.get(i).share() * pages.width();
        }
        return x;
    }

    private double width(int column) {
        double gutter = column == columns.size() - 1 ? 0 : GUTTER;
        return columns.get(column).share() * pages.width() - gutter;
    }
}
