package dev.gradeline.report.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The digest that a file records of itself: SHA-256 over all of its bytes, where the digits of the digest count as zeros.
 * They stand in the document's own metadata, which is not compressed, between {@link #OPEN} and {@link #CLOSE}. It tells that
 * nothing was changed since; it is no signature: who changes a file can write a new digest, too.
 */
public final class PdfSeal {
    static final String OPEN = "<gradeline:fileDigest>";
    static final String CLOSE = "</gradeline:fileDigest>";
    static final String BLANK = "0".repeat(64);

    private static final byte[] OPEN_BYTES = OPEN.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE_BYTES = CLOSE.getBytes(StandardCharsets.US_ASCII);

    private PdfSeal() {}

    /** SHA-256 in lower-case hexadecimal digits. */
    public static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Writes the digest into a file made with room for it; the array itself is changed. */
    public static void close(byte[] file) {
        List<Integer> places = places(file);
        byte[] digits = digestOf(file, places).getBytes(StandardCharsets.US_ASCII);
        for (int place : places) {
            System.arraycopy(digits, 0, file, place, digits.length);
        }
    }

    /** Whether the file has a place for a digest: whether it looks like one of ours at all. */
    public static boolean isThere(byte[] file) {
        return !places(file).isEmpty();
    }

    /** Whether every byte is as it was when the file was {@linkplain #close closed}. */
    public static boolean isWhole(byte[] file) {
        List<Integer> places = places(file);
        String digest = digestOf(file, places);
        return !places.isEmpty()
                && places.stream()
                        .allMatch(place ->
                                digest.equals(new String(file, place, BLANK.length(), StandardCharsets.US_ASCII)));
    }

    private static String digestOf(byte[] file, List<Integer> places) {
        MessageDigest sha = sha256();
        byte[] blank = BLANK.getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        for (int place : places) {
            sha.update(file, from, place - from);
            sha.update(blank);
            from = place + blank.length;
        }
        sha.update(file, from, file.length - from);
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Where 64 digits stand between the marks. There is one such place, unless a text within poses as another. */
    private static List<Integer> places(byte[] file) {
        List<Integer> places = new ArrayList<>();
        int last = file.length - OPEN_BYTES.length - BLANK.length() - CLOSE_BYTES.length;
        for (int i = 0; i <= last; i++) {
            if (file[i] == '<'
                    && matches(file, i, OPEN_BYTES)
                    && matches(file, i + OPEN_BYTES.length + BLANK.length(), CLOSE_BYTES)) {
                places.add(i + OPEN_BYTES.length);
            }
        }
        return places;
    }

    private static boolean matches(byte[] file, int at, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
