package dev.gradeline.report;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.report.ReportOptions.Form;
import dev.gradeline.report.ReportOptions.Paper;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws pages of the PDF snapshot, in colour and in grey, for {@code dev.gradeline.Pictures} and for people to look at. */
public final class ReportPictures {
    private static final double SCALE = 1.1;
    /** The first pages show every section; the rows after them look alike. */
    private static final int MOST_PAGES = 3;

    private final Path folder;

    private ReportPictures(Path folder) {
        this.folder = folder;
    }

    /** Draws all of them into a folder, made when needed. */
    public static void draw(Path folder) throws IOException {
        Files.createDirectories(folder);
        new ReportPictures(folder).all();
    }

    public static void main(String[] arguments) throws IOException {
        draw(Path.of(arguments[0]));
    }

    private void all() throws IOException {
        Posture full = Postures.northwindWith(
                new Freshness(Part.DISCOVERY, Postures.LAST_VISIT, Postures.NOW, Outcome.REFUSED, "403"));
        for (Form form : Form.values()) {
            ReportOptions options =
                    Pdf.OPTIONS.withForm(form).withSince(Postures.LAST_VISIT).withOldAfterDays(90);
            pages("northwind", full, options.withFilter(Pdf.TO_DO));
            pages("northwind-redacted", full, options.withRedacted(true));
            pages("one", Postures.onePoint(), options.withPaper(Paper.LETTER));
            pages("twenty", ReportFormTest.frameworks(20), options.withPaper(Paper.LETTER));
            pages("empty", Postures.empty(), options.withSince(null));
            pages("hostile", HostilePosture.posture(), options);
        }
    }

    private void pages(String name, Posture posture, ReportOptions options) throws IOException {
        List<Change> changes =
                options.since() == null || posture.recommendations().isEmpty()
                        ? List.of()
                        : Changes.between(Postures.northwindEarlier(), posture, Duration.ofDays(90));
        Alongside alongside = new Alongside(
                new Annotations(
                        List.of(new DayNote("note", LocalDate.of(2026, 6, 15), "MFA roll-out")),
                        Map.of(Postures.HIPAA, new BigDecimal(60))),
                List.of());
        try (ReportPreview preview =
                new PdfReport(Pdf.WORDS).preview(new ReportData(posture, changes, alongside), options, Progress.NONE)) {
            for (int page = 0; page < Math.min(MOST_PAGES, preview.pages()); page++) {
                String form = options.form() == Form.BRIEF ? "brief" : "full-" + (page + 1);
                PagePicture picture = preview.page(page, SCALE);
                write(picture, BufferedImage.TYPE_INT_RGB, "pdf-" + name + "-" + form + ".png");
                if (page == 0) {
                    write(picture, BufferedImage.TYPE_BYTE_GRAY, "pdf-" + name + "-" + form + "-grey.png");
                }
            }
        }
    }

    private void write(PagePicture picture, int type, String name) throws IOException {
        BufferedImage colour = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        colour.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), type);
        Graphics graphics = image.createGraphics();
        graphics.drawImage(colour, 0, 0, null);
        graphics.dispose();
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }
}
