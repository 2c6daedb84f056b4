package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Postures;
import dev.gradeline.report.ReportOptions.Form;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot is only ever looked at: in no corner of it is anything that does something. */
class PdfActsTest {
    /** Keys of dictionaries under which a file says what is to be done, and when. */
    private static final Set<String> KEYS =
            Set.of("OpenAction", "AA", "JS", "JavaScript", "AcroForm", "XFA", "RichMedia");

    /** Kinds of actions that leave the file, run something or ask for something; to go to one of its own pages is none. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "URI",
            "GoToR",
            "GoToE",
            "SubmitForm",
            "ImportData",
            "ResetForm",
            "Rendition",
            "Movie",
            "Sound",
            "GoTo3DView",
            "RichMediaExecute");

    @ParameterizedTest
    @EnumSource(Form.class)
    void eachFormOnlyShows(Form form) throws IOException {
        assertThat(acts(Pdf.of(Postures.northwind(), List.of(), Pdf.OPTIONS.withForm(form))))
                .isEmpty();
    }

    @Test
    void soDoesOneWithNamesLeftOutAndOneOfHostileTexts() throws IOException {
        assertThat(acts(Pdf.of(Postures.northwind(), List.of(), Pdf.OPTIONS.withRedacted(true))))
                .isEmpty();
        assertThat(acts(Pdf.of(HostilePosture.posture()))).isEmpty();
    }

    /** The judge must be able to say no, to each of what is promised. */
    @Test
    void whatActsIsFound() throws IOException {
        try (PDDocument document = Pdf.open(Pdf.northwind())) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            assertThat(acts(document)).containsExactly("JS", "OpenAction", "S JavaScript");
        }
        try (PDDocument document = Pdf.open(Pdf.northwind())) {
            document.getDocumentCatalog().setAcroForm(new PDAcroForm(document));
            assertThat(acts(document)).contains("AcroForm");
        }
        try (PDDocument document = Pdf.open(Pdf.northwind())) {
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(new PDActionURI());
            document.getPage(0).getAnnotations().add(link);
            PDAnnotationLink other = new PDAnnotationLink();
            other.setAction(new PDActionLaunch());
            document.getPage(0).getAnnotations().add(other);
            assertThat(acts(document)).containsExactly("S Launch", "S URI");
        }
    }

    private static Set<String> acts(byte[] pdf) throws IOException {
        try (PDDocument document = Pdf.open(pdf)) {
            return acts(document);
        }
    }

    /** From the trailer and from each object of the table, so that nothing is missed that nobody points to. */
    private static Set<String> acts(PDDocument document) {
        Set<String> found = new TreeSet<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        look(document.getDocument().getTrailer(), seen, found);
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            look(document.getDocument().getObjectFromPool(key), seen, found);
        }
        assertThat(seen).hasSizeGreaterThan(100);
        return found;
    }

    private static void look(COSBase base, Set<COSBase> seen, Set<String> found) {
        COSBase value = base instanceof COSObject object ? object.getObject() : base;
        if (value == null || !seen.add(value)) {
            return;
        }
        if (value instanceof COSArray array) {
            array.forEach(each -> look(each, seen, found));
        } else if (value instanceof COSDictionary dictionary) {
            dictionary.forEach((key, each) -> {
                if (KEYS.contains(key.getName())) {
                    found.add(key.getName());
                }
                look(each, seen, found);
            });
            if (dictionary.getDictionaryObject(COSName.S) instanceof COSName kind && ACTIONS.contains(kind.getName())) {
                found.add("S " + kind.getName());
            }
        }
    }
}
