package dev.gradeline.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a sequence of texts, where a missing one differs from an empty one, and “ab”, “c” from “a”, “bc”. */
final class Digest {
    private static final int MISSING = -1;

    private final MessageDigest sha;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(@Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length);
        buffer.putInt(text == null ? MISSING : bytes.length).put(bytes);
    }

    void add(@Nullable Integer number) {
        add(number == null ? null : number.toString());
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            sha.update(buffer.flip());
            buffer = buffer.capacity() < bytes ? ByteBuffer.allocate(bytes) : buffer.clear();
        }
    }

    String hex() {
        sha.update(buffer.flip());
        buffer.clear();
        return HexFormat.of().formatHex(sha.digest());
    }
}
