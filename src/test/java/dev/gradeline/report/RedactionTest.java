package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import dev.gradeline.report.ReportOptions.Form;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where names are left out, no corner of the file holds one. */
class RedactionTest {
    private static final ReportOptions OPTIONS = Pdf.OPTIONS
            .withSince(Postures.LAST_VISIT)
            .withFilter(RecommendationFilter.ALL.withSearch("NORTHWIND health"));

    @ParameterizedTest
    @EnumSource(Form.class)
    void noNameIsAnywhereInTheFile(Form form) throws IOException {
        Set<String> names = names();
        String open = everything(Pdf.of(data(), OPTIONS.withForm(form)));
        String redacted = everything(Pdf.of(data(), OPTIONS.withForm(form).withRedacted(true)));

        assertThat(names).contains("northwind health", "northwind.example", "cursor", "chatgpt");
        assertThat(Stream.of("northwind health", "cursor", Postures.ORGANIZATION)
                        .filter(each -> !open.contains(each)))
                .as("what the search cannot find")
                .isEmpty();
        assertThat(names.stream().filter(redacted::contains)).isEmpty();
        assertThat(Stream.of("northwind", Postures.ORGANIZATION, "https://cursor")
                        .filter(redacted::contains))
                .isEmpty();
        assertThat(Stream.of("are left out", "[name left out]", "platform 1").filter(each -> !redacted.contains(each)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void whatIsNoNameStays(Form form) throws Exception {
        byte[] pdf = Pdf.of(data(), Pdf.OPTIONS.withForm(form).withRedacted(true));

        assertThat(Pdf.text(pdf))
                .contains("AI Security", "Platforms 14")
                .contains(form == Form.FULL ? "Platform 3 " : "New: Platform");
        assertThat(SnapshotFileTest.data(pdf).at("/recommendations/0/title").asText())
                .isEqualTo("Protect [name left out] data in [name left out]");
        assertThat(Pdf.faults(pdf)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ask Cafe\u0301 Mu\u0308nster             | Ask [name left out]
            CAF\u00c9 M\u00dcNSTER\u2019s data      | [name left out]\u2019s data
            Caf\u00e9 M\u00fcnsters Daten            | [name left out] Daten
            Caf\u00e9\u00a0M\u00fcnster             | [name left out]
            Cafe Munster                               | Cafe Munster
            STRASSENBOT and stra\u00dfenbot           | [name left out] and [name left out]
            \uff23\uff35\uff32\uff33\uff2f\uff32 | [name left out]
            the OpenAI vendor, by openai               | the [name left out] vendor, by [name left out]
            see chat.gpt.example or gpt.example        | see [name left out] or gpt.example
            block bots.example at a.bots.example:8443  | block [name left out] at [name left out]:8443
            precursor, cursory and cursors             | precursor, cursory and [name left out]
            Cursor\u3092\u7981\u6b62                | [name left out]\u3092\u7981\u6b62
            \u7981\u6b62\u6587\u5fc3\u4e00\u8a00\u3059\u308b | \u7981\u6b62[name left out]\u3059\u308b
            \u0e43\u0e0a\u0e49Cursor\u0e17\u0e35\u0e48 | \u0e43\u0e0a\u0e49[name left out]\u0e17\u0e35\u0e48
            """)
    void aNameIsFoundHoweverItIsWritten(String text, String left) {
        Posture base = Postures.northwind();
        Scan scan = scan(
                platform("Cursor", null, "https://www.cursor.example/x"),
                platform("Stra\u00dfenbot", null, "https://user@a.bots.example:8443/?q"),
                platform("\u6587\u5fc3\u4e00\u8a00", null, null),
                platform("GPT 5", "OpenAI", "chat.gpt.example/login"));
        Redactor redactor = new Redactor(
                "Caf\u00e9 Mu\u0308nster",
                new ReportData(with(base, base.recommendations(), List.of(scan)), List.of(), Alongside.NONE),
                PdfReport.words(Locale.UK));

        assertThat(redactor.text(text)).isEqualTo(left);
    }

    @Test
    void aNameLearntAfterTheMomentShownIsLeftOutAndVerifiedSo() throws IOException {
        Posture base = Postures.northwindEarlier();
        List<Recommendation> rows = List.of(new Recommendation(
                "r1", "Forbid Zebrabot", 1, null, null, null, 0, Postures.LAST_VISIT, Postures.LAST_VISIT));
        Posture then = with(base, rows, base.scans());
        Posture later = with(
                Postures.northwind(), rows, List.of(scan(platform("Zebrabot", "Zebra Labs", "https://zebra.example"))));
        Alongside alongside = new Alongside(
                new Annotations(
                        List.of(new DayNote("u", LocalDate.of(2026, 6, 15), "Met Zebra Labs of zebra.example")),
                        Map.of()),
                List.of());
        byte[] pdf = Pdf.of(new ReportData(then, List.of(), alongside, later), Pdf.OPTIONS.withRedacted(true));

        assertThat(everything(pdf)).doesNotContain("zebra").contains("forbid [name left out]");
        SnapshotFile read = SnapshotFile.of(pdf);
        assertThat(read.namesAsOf()).isEqualTo(later.lastSync());
        assertThat(read.differences(then, later, "Northwind Health", Pdf.WORDS)).isEmpty();
    }

    private static Platform platform(String name, @Nullable String vendor, @Nullable String url) {
        return new Platform(null, name, null, vendor, null, url, null, null, Postures.NOW);
    }

    private static Scan scan(Platform... platforms) {
        return new Scan(null, null, null, null, null, null, null, null, null, List.of(platforms), Postures.NOW);
    }

    private static Posture with(Posture base, List<Recommendation> rows, List<Scan> scans) {
        return new Posture(
                base.asOf(),
                base.lastSync(),
                base.organizationId(),
                base.freshness(),
                base.standings(),
                rows,
                scans,
                true,
                base.openCounts());
    }

    /** Names in every place that text can stand in. */
    private static ReportData data() {
        Posture base = Postures.northwind();
        List<Recommendation> rows = new ArrayList<>();
        rows.add(new Recommendation(
                "r1",
                "Protect NorthWind\u200b  Health data in Cursor",
                1,
                Status.OPEN,
                new Framework("northwind-internal"),
                "perplexity policy",
                0,
                Postures.NOW,
                Postures.NOW));
        rows.addAll(base.recommendations());
        Posture posture = with(base, rows, base.scans());
        List<Change> changes = Changes.between(Postures.northwindEarlier(), posture, Duration.ofDays(90));
        Alongside alongside = new Alongside(
                new Annotations(
                        List.of(new DayNote(
                                "u",
                                LocalDate.of(2026, 6, 15),
                                "Cursor (Anysphere, cursor.example) banned at northwind.example")),
                        Map.of()),
                List.of());
        return new ReportData(posture, changes, alongside);
    }

    /** Every name that is to be left out, in lower case. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        names.add("northwind health");
        for (Scan scan : Postures.northwind().scans()) {
            names.add(String.valueOf(scan.domain()).toLowerCase(Locale.ROOT));
            for (Platform platform : scan.platforms()) {
                Stream.of(platform.name(), platform.vendor(), host(platform.url()))
                        .filter(Objects::nonNull)
                        .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
            }
        }
        return names;
    }

    private static @Nullable String host(@Nullable String url) {
        return url == null ? null : URI.create(url).getHost();
    }

    /** Bytes, text, and every string, name and unpacked stream of every object, in lower case. */
    private static String everything(byte[] pdf) throws IOException {
        StringBuilder all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        try (PDDocument document = Pdf.open(pdf)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                collect(object.getObject(), all, 0);
            }
            collect(document.getDocument().getTrailer(), all, 0);
            all.append(Pdf.text(pdf));
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static void collect(COSBase of, StringBuilder all, int depth) throws IOException {
        if (depth > 6) {
            return;
        }
        switch (of) {
            case COSString text -> all.append(text.getString()).append('\n');
            case COSName name -> all.append(name.getName()).append('\n');
            case COSArray array -> {
                for (COSBase each : array) {
                    collect(each, all, depth + 1);
                }
            }
            case COSStream stream -> {
                try (InputStream in = stream.createInputStream()) {
                    byte[] content = in.readAllBytes();
                    all.append(new String(content, StandardCharsets.ISO_8859_1)).append('\n');
                    all.append(new String(content, StandardCharsets.UTF_8)).append('\n');
                }
                entries(stream, all, depth);
            }
            case COSDictionary dictionary -> entries(dictionary, all, depth);
            case null, default -> {}
        }
    }

    private static void entries(COSDictionary dictionary, StringBuilder all, int depth) throws IOException {
        for (var entry : dictionary.entrySet()) {
            collect(entry.getKey(), all, depth + 1);
            collect(entry.getValue(), all, depth + 1);
        }
    }
}
