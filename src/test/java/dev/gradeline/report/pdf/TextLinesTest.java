package dev.gradeline.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** Where lines end, and who ends the search for what draws them. */
class TextLinesTest {
    /** Longer than what is measured of it, with a pair of surrogates across that place. */
    private static final String LONG = "a" + "\ud83d\ude00".repeat(1_000);

    @Test
    void whatIsCutEndsInAnEllipsisAndNeverInHalfACharacter() throws IOException {
        try (PDDocument document = new PDDocument()) {
            TextLines lines = new TextLines(new PdfFonts(document, SystemFonts.NONE, () -> false));
            for (double width : new double[] {300, 1e9}) {
                String line = lines.wrap(LONG, TextStyle.BODY, width, 1).getFirst();
                assertThat(line).endsWith("\ude00…").hasSizeLessThan(410);
                assertThat(lines.fitted(LONG, TextStyle.BODY, 300)).endsWith("\ude00…");
            }
            assertThat(String.join("", lines.wrap(LONG, TextStyle.BODY, 300))).isEqualTo(LONG);
        }
    }

    @Test
    void theFontsOfTheComputerAreReadOnceForAllSnapshots() {
        assertThat(SystemFonts.ofThisComputer()).isSameAs(SystemFonts.ofThisComputer());
    }

    @Test
    void whoHasHadEnoughDoesNotWaitForTheFontsToBeRead() {
        SystemFonts fonts = SystemFonts.of(List.of(Path.of("first.ttf"), Path.of("second.ttf")));
        assertThatThrownBy(() -> fonts.find('x', () -> true)).isInstanceOf(CancellationException.class);
        assertThat(fonts.find('x', () -> false)).isNull();
    }
}
