package dev.gradeline.report.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What the document says about itself: PDF/A-3a and PDF/UA-1, title, language, dates, colour space. Dates and file id come
 * from the data and not from the clock, so that the same input gives the same bytes.
 *
 * @param program the name and version of the program
 * @param dataDigest SHA-256 of the data inside, in hexadecimal digits
 */
public record PdfMetadata(String title, Locale locale, Instant created, String program, String dataDigest) {

    /** Writes all of it into the document. */
    public void writeTo(PDDocument document) throws IOException {
        Instant date = created.truncatedTo(ChronoUnit.SECONDS);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(locale.toLanguageTag());
        catalog.getCOSObject().setName(COSName.VERSION, "1.7");
        document.setDocumentId(Long.parseUnsignedLong(dataDigest.substring(0, 16), 16));

        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);

        information(document.getDocumentInformation(), date);
        PDMetadata metadata = new PDMetadata(document, new ByteArrayInputStream(xmp(date)));
        catalog.setMetadata(metadata);
        catalog.addOutputIntent(colours(document));
    }

    private void information(PDDocumentInformation information, Instant date) {
        information.setTitle(title);
        information.setCreator(program);
        information.setProducer(program);
        GregorianCalendar calendar = GregorianCalendar.from(date.atZone(ZoneOffset.UTC));
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
    }

    /** xmpbox knows no PDF/UA: the packet is written out, with the extension schema that PDF/A asks for. */
    private byte[] xmp(Instant date) {
        String packet = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description rdf:about=""
                        xmlns:dc="http://purl.org/dc/elements/1.1/"
                        xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                        xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                        xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                        xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
                        xmlns:gradeline="https://gradeline.dev/ns/snapshot/1/">
                      <dc:format>application/pdf</dc:format>
                      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                      <dc:language><rdf:Bag><rdf:li>%2$s</rdf:li></rdf:Bag></dc:language>
                      <pdf:Producer>%3$s</pdf:Producer>
                      <xmp:CreatorTool>%3$s</xmp:CreatorTool>
                      <xmp:CreateDate>%4$s</xmp:CreateDate>
                      <xmp:ModifyDate>%4$s</xmp:ModifyDate>
                      <pdfaid:part>3</pdfaid:part>
                      <pdfaid:conformance>A</pdfaid:conformance>
                      <pdfuaid:part>1</pdfuaid:part>
                      <gradeline:dataDigest>%5$s</gradeline:dataDigest>
                      %6$s
                    </rdf:Description>
                    <rdf:Description rdf:about=""
                        xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
                        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
                      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                          <pdfaProperty:name>part</pdfaProperty:name>
                          <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                          <pdfaProperty:category>internal</pdfaProperty:category>
                          <pdfaProperty:description>part of ISO 14289 that is conformed to</pdfaProperty:description>
                        </rdf:li></rdf:Seq></pdfaSchema:property>
                      </rdf:li><rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>Gradeline snapshot schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>https://gradeline.dev/ns/snapshot/1/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>gradeline</pdfaSchema:prefix>
                        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                          <pdfaProperty:name>dataDigest</pdfaProperty:name>
                          <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                          <pdfaProperty:category>internal</pdfaProperty:category>
                          <pdfaProperty:description>SHA-256 of snapshot.json</pdfaProperty:description>
                        </rdf:li><rdf:li rdf:parseType="Resource">
                          <pdfaProperty:name>fileDigest</pdfaProperty:name>
                          <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                          <pdfaProperty:category>internal</pdfaProperty:category>
                          <pdfaProperty:description>SHA-256 of the file, these digits as zeros</pdfaProperty:description>
                        </rdf:li></rdf:Seq></pdfaSchema:property>
                      </rdf:li></rdf:Bag></pdfaExtension:schemas>
                    </rdf:Description>
                  </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(
                        escaped(title),
                        escaped(locale.toLanguageTag()),
                        escaped(program),
                        date,
                        dataDigest,
                        PdfSeal.OPEN + PdfSeal.BLANK + PdfSeal.CLOSE);
        return packet.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static PDOutputIntent colours(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        String name = "sRGB IEC61966-2.1";
        intent.setInfo(name);
        intent.setOutputCondition(name);
        intent.setOutputConditionIdentifier(name);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }
}
