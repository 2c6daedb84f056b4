package dev.gradeline.ayliea;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What came back: a status, headers, and the bytes of the body as they were sent. */
final class Answer {
    private static final int EXCERPT = 120;

    private final int status;
    private final HttpHeaders headers;
    private final byte[] sent;
    private final int maxBytes;

    /** @param maxBytes how large the body may be when unpacked */
    Answer(int status, HttpHeaders headers, byte[] sent, int maxBytes) {
        this.status = status;
        this.headers = headers;
        this.sent = sent;
        this.maxBytes = maxBytes;
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /**
     * The body, unpacked.
     *
     * @throws CallEnded as not understood when it cannot be unpacked or grows beyond what we take
     */
    byte[] body() throws CallEnded {
        String encoding = header("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> sent;
            case "gzip", "x-gzip" -> unpacked();
            default ->
                throw CallEnded.notUnderstood(
                        what() + " is in an encoding that was not asked for: " + SafeText.excerpt(encoding, 40));
        };
    }

    private byte[] unpacked() throws CallEnded {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] body = in.readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw CallEnded.notUnderstood(what() + " is larger than " + (maxBytes >> 20) + " MiB when unpacked");
            }
            return body;
        } catch (EOFException e) {
            throw CallEnded.notUnderstood(what() + " breaks off in the middle (gzip)");
        } catch (IOException e) {
            throw CallEnded.notUnderstood(what() + " cannot be unpacked (gzip)");
        }
    }

    /** A short, safe piece of the body, in quotes; empty when there is nothing to show. */
    String excerpt() {
        try {
            String text = SafeText.excerpt(body(), EXCERPT);
            return text.isEmpty() ? "" : ": “" + text + "”";
        } catch (CallEnded e) {
            return "";
        }
    }

    /** Names this answer, for the start of a sentence. */
    String what() {
        return "HTTP " + status + " with a body of " + sent.length + " bytes";
    }

    /** Whether the body is a web page, which the API never sends: a proxy's or a portal's. */
    boolean isWebPage() {
        try {
            return SafeText.excerpt(body(), 2).startsWith("<");
        } catch (CallEnded e) {
            return false;
        }
    }
}
