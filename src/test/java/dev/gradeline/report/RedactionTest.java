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
import dev.gradeline.report.ReportOptions.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.junit.jupiter.params.ParameterizedTest;
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

    /** Names in every place that text can stand in. */
    private static ReportData data() {
        Posture base = Postures.northwind();
        List<Recommendation> rows = new ArrayList<>();
        rows.add(new Recommendation(
                "r1",
                "Protect NorthWind\u200b  Health data in Cursor",
                1,
                null,
                new Framework("northwind-internal"),
                "perplexity policy",
                0,
                Postures.NOW,
                Postures.NOW));
        rows.addAll(base.recommendations());
        Posture posture = new Posture(
                base.asOf(),
                base.lastSync(),
                base.organizationId(),
                base.freshness(),
                base.standings(),
                rows,
                base.scans(),
                true,
                base.openCounts());
        List<Change> changes = Changes.between(Postures.northwindEarlier(), posture, Duration.ofDays(90));
        Alongside alongside = new Alongside(
                new Annotations(
                        List.of(new DayNote("u", LocalDate.of(2026, 6, 15), "Cursor banned at northwind.example")),
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
                names.add(String.valueOf(platform.name()).toLowerCase(Locale.ROOT));
            }
        }
        return names;
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
