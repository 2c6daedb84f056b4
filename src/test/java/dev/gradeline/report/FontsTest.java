package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.report.pdf.SystemFonts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which font draws what, and what is seen where none can. */
class FontsTest {
    private static final String FOLDER = "/dev/gradeline/fonts/";

    /** The characters that the font of a test's own can draw. */
    private static final int FIRST = 0x6F22;

    private static final int COUNT = 2_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Κρυπτογραφήστε τα αντίγραφα ασφαλείας, Άργος ώρα",
                "Щит от вторжений, її ґанок, Ђорђе",
                "Žluťoučký kůň, Ðæmi, Nguyễn, łódź, ĞİŞ, ǅ, ṩ"
            })
    void greekCyrillicAndLatinWithMarksAreDrawnByOurOwnFontsAndFoundAgain(String title) throws Exception {
        byte[] pdf = pdf(title, SystemFonts.NONE);

        assertThat(cell(pdf)).contains(title);
        assertThat(fonts(pdf)).allMatch(font -> font.matches("[A-Z]{6}\\+Inter.*"));
        assertThat(Pdf.faults(pdf)).isEmpty();
    }

    @Test
    void aScriptThatOurFontsLackGetsAFontOfTheSystem() throws Exception {
        byte[] pdf = pdf("漢字 now", SystemFonts.of(files()));

        assertThat(cell(pdf)).contains("漢字 now");
        assertThat(fonts(pdf)).hasSize(4);
        assertThat(Pdf.faults(pdf)).isEmpty();
        assertThat(pdf("漢字 now", SystemFonts.of(files()))).isEqualTo(pdf);
    }

    @Test
    void whatNoFontHasIsABoxForTheEyeAndItselfForTheEar() throws Exception {
        for (SystemFonts system : List.of(SystemFonts.NONE, SystemFonts.of(files()))) {
            byte[] pdf = pdf("Schütze \uE000 now ✓", system);
            assertThat(cell(pdf)).containsAnyOf("Schütze □ now ✓", "Schütze \uE000 now ✓");
            assertThat(actualTexts(pdf)).contains("Schütze \uE000 now ✓");
        }
    }

    @Test
    void textFromRightToLeftIsFoundAgainAsItIsRead() throws Exception {
        byte[] pdf = pdf("abc שלום def", SystemFonts.ofThisComputer());
        assertThat(actualTexts(pdf)).contains("abc שלום def");
        assertThat(Pdf.faults(pdf)).isEmpty();
    }

    /** One that works, behind some that do not. */
    private List<Path> files() throws IOException {
        Path broken = Files.writeString(folder.resolve("NotoSans-Broken.ttf"), "no font");
        Path empty = Files.writeString(folder.resolve("NotoSans-Empty.ttc"), "");
        Path good = Files.write(folder.resolve("Other.ttf"), hanFont());
        return List.of(folder.resolve("NotoSans-Gone.ttf"), broken, empty, good);
    }

    /** Our own font, which takes itself for one of Han characters: only its table of characters is another. */
    private static byte[] hanFont() throws IOException {
        ByteBuffer font;
        try (InputStream in = FontsTest.class.getResourceAsStream(FOLDER + "Inter_400Regular.ttf")) {
            font = ByteBuffer.wrap(Objects.requireNonNull(in).readAllBytes());
        }
        ByteBuffer characters = ByteBuffer.allocate(12 + 16 + 12);
        characters.putShort((short) 0).putShort((short) 1);
        characters.putShort((short) 3).putShort((short) 10).putInt(12);
        characters.putShort((short) 12).putShort((short) 0).putInt(28).putInt(0).putInt(1);
        characters.putInt(FIRST - COUNT).putInt(FIRST + COUNT).putInt(1);
        ByteBuffer whole = ByteBuffer.allocate(font.capacity() + characters.capacity());
        whole.put(font.array()).put(characters.array());
        int tables = whole.getShort(4);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            if (whole.getInt(entry) == 0x636D6170) {
                whole.putInt(entry + 8, font.capacity());
                whole.putInt(entry + 12, characters.capacity());
            }
        }
        return whole.array();
    }

    private static byte[] pdf(String title, SystemFonts system) throws IOException {
        Posture base = Postures.onePoint();
        Recommendation row = new Recommendation("r", title, 1, null, null, null, 1, Postures.NOW, Postures.NOW);
        Posture posture = new Posture(
                base.asOf(),
                base.lastSync(),
                null,
                base.freshness(),
                base.standings(),
                List.of(row),
                List.of(),
                false,
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(Pdf.WORDS, system).write(new ReportData(posture, List.of(), Alongside.NONE), Pdf.OPTIONS, out);
        return out.toByteArray();
    }

    /** The text, its lines joined. */
    private static String cell(byte[] pdf) throws IOException {
        return Pdf.text(pdf);
    }

    private static Set<String> fonts(byte[] pdf) throws IOException {
        Set<String> names = new TreeSet<>();
        try (PDDocument document = Pdf.open(pdf)) {
            for (var page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    names.add(font.getName() + " " + name.getName());
                }
            }
        }
        return names;
    }

    private static List<String> actualTexts(byte[] pdf) throws IOException {
        List<String> texts = new ArrayList<>();
        try (PDDocument document = Pdf.open(pdf)) {
            for (var page : document.getPages()) {
                var properties = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
                if (properties != null) {
                    for (COSName key : properties.keySet()) {
                        texts.add(properties.getCOSDictionary(key).getString(COSName.ACTUAL_TEXT));
                    }
                }
            }
        }
        return texts;
    }
}
