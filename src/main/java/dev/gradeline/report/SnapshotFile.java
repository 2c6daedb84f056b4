package dev.gradeline.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gradeline.posture.Posture;
import dev.gradeline.report.pdf.PdfSeal;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that is said to be a snapshot: what became of it since it was written, and the data that it carries. Whatever is in
 * it comes from elsewhere and is not trusted. Immutable; any thread.
 */
public final class SnapshotFile {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** Readers look for the mark of a PDF so far from the beginning. */
    private static final int HEAD = 1024;
    /** More data than any history of ours gives: what unfolds to more was made to fill the memory. */
    private static final int MOST_DATA = 200_000_000;

    private static final Pattern DATA_DIGEST =
            Pattern.compile("<gradeline:dataDigest>([0-9a-f]{64})</gradeline:dataDigest>");
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    /** What became of the file. */
    public enum State {
        NOT_PDF,
        /** No snapshot of ours, or one that lost its marks. */
        FOREIGN,
        /** A snapshot that is not, byte for byte, as it was written. */
        CHANGED,
        /** As it was written. */
        WHOLE
    }

    private final State state;
    private final boolean dataWhole;
    private final @Nullable JsonNode data;

    private SnapshotFile(State state, boolean dataWhole, @Nullable JsonNode data) {
        this.state = state;
        this.dataWhole = dataWhole;
        this.data = data;
    }

    /** Looks at a file; never throws because of what is in it. */
    public static SnapshotFile of(byte[] file) {
        if (!isPdf(file)) {
            return new SnapshotFile(State.NOT_PDF, false, null);
        }
        Inside inside = inside(file);
        boolean marked = PdfSeal.isThere(file) || inside.digest() != null;
        if (!marked) {
            return new SnapshotFile(State.FOREIGN, false, null);
        }
        byte[] json = inside.data();
        return new SnapshotFile(
                PdfSeal.isWhole(file) ? State.WHOLE : State.CHANGED,
                json != null && PdfSeal.digest(json).equals(inside.digest()),
                json == null ? null : parsed(json));
    }

    public State state() {
        return state;
    }

    /** Whether the data inside has the digest that the file records for it: even so where the pages were changed. */
    public boolean isDataWhole() {
        return dataWhole && data != null;
    }

    /** The program that wrote it, as it says; empty when it does not. */
    public String program() {
        return text("program");
    }

    /** The moment that it shows; null when that is not known. */
    public @Nullable Instant asOf() {
        return instant("as_of");
    }

    /** The moment up to which names were known that it leaves out; null when that is the moment that it shows. */
    public @Nullable Instant namesAsOf() {
        return instant("names_as_of");
    }

    /** When its data had last been synchronised; null when it never had. */
    public @Nullable Instant lastSync() {
        return instant("last_sync");
    }

    /**
     * Whether it was made for another organisation than the one of this id; false where that cannot be told. It can be where
     * names are left out, too: a digest of the id is inside.
     *
     * @param organizationId null when it is not known
     */
    public boolean isOfOtherThan(@Nullable String organizationId) {
        String theirs = text("organization_digest");
        String ours = Snapshot.digest(organizationId);
        return !theirs.isEmpty() && !theirs.equals("null") && ours != null && !theirs.equals(ours);
    }

    /**
     * In what the data differs from a posture, in sentences; empty when it agrees.
     *
     * @param then the posture as of {@link #asOf}
     * @param later the posture as of {@link #namesAsOf}; null when there is no such moment
     * @param organisation the name that the posture's organisation goes by here: left out where the file leaves it out
     */
    public List<String> differences(Posture then, @Nullable Posture later, String organisation, Words words)
            throws IOException {
        return data == null ? List.of() : new SnapshotComparison(words).differences(data, then, later, organisation);
    }

    private String text(String field) {
        return data == null ? "" : data.path(field).asText("");
    }

    private @Nullable Instant instant(String field) {
        try {
            String text = text(field);
            return text.isEmpty() || text.equals("null") ? null : Instant.parse(text);
        } catch (DateTimeException notAnInstant) {
            return null;
        }
    }

    private static boolean isPdf(byte[] file) {
        for (int i = 0; i <= Math.min(HEAD, file.length - PDF.length); i++) {
            int at = 0;
            while (at < PDF.length && file[i + at] == PDF[at]) {
                at++;
            }
            if (at == PDF.length) {
                return true;
            }
        }
        return false;
    }

    static @Nullable JsonNode parsed(byte[] json) {
        try {
            return READER.readTree(json);
        } catch (IOException notJson) {
            return null;
        }
    }

    /**
     * What the document holds for us.
     *
     * @param digest of the data, as recorded
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Inside(@Nullable String digest, byte @Nullable [] data) {}

    private static Inside inside(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            return new Inside(digest(catalog), data(catalog));
        } catch (IOException | RuntimeException broken) {
            return new Inside(null, null);
        }
    }

    private static @Nullable String digest(PDDocumentCatalog catalog) throws IOException {
        PDMetadata metadata = catalog.getMetadata();
        if (metadata == null) {
            return null;
        }
        try (InputStream in = metadata.createInputStream()) {
            Matcher found = DATA_DIGEST.matcher(new String(in.readNBytes(1_000_000), StandardCharsets.UTF_8));
            return found.find() ? found.group(1) : null;
        }
    }

    private static byte @Nullable [] data(PDDocumentCatalog catalog) throws IOException {
        PDDocumentNameDictionary names = catalog.getNames();
        PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> named = files == null ? null : files.getNames();
        PDComplexFileSpecification specification = named == null ? null : named.get(SnapshotJson.NAME);
        PDEmbeddedFile embedded = specification == null ? null : specification.getEmbeddedFile();
        if (embedded == null) {
            return null;
        }
        try (InputStream in = embedded.createInputStream()) {
            byte[] content = in.readNBytes(MOST_DATA);
            return in.read() >= 0 ? null : content;
        }
    }
}
