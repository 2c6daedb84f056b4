package dev.gradeline.history;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The keys whose data this history is, each as a salted hash: enough to know one again, and nothing to make one of (a key has
 * 224 secret bits). The salt is this file's own, so that two files do not tell that they were read with one key.
 */
final class KeyTable {
    private static final String SALT = "key-salt";
    private static final String KEY = "key:";
    private static final int SALT_BYTES = 16;

    private final Sql sql;

    KeyTable(Sql sql) {
        this.sql = sql;
    }

    boolean isEmpty() throws SQLException {
        return sql.first("SELECT 1 FROM meta WHERE name LIKE 'key:%' LIMIT 1", row -> true) == null;
    }

    boolean holds(String secret) throws SQLException {
        String salt = salt();
        return salt != null && sql.first("SELECT 1 FROM meta WHERE name = ?", row -> true, name(salt, secret)) != null;
    }

    /** @return whether it was not among them before */
    boolean add(String secret) throws SQLException {
        String salt = salt();
        if (salt == null) {
            byte[] random = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(random);
            salt = HexFormat.of().formatHex(random);
            sql.update("INSERT INTO meta (name, value) VALUES (?, ?)", SALT, salt);
        }
        return !holds(secret) && sql.update("INSERT INTO meta (name, value) VALUES (?, '')", name(salt, secret)) > 0;
    }

    private @Nullable String salt() throws SQLException {
        return sql.first("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), SALT);
    }

    private static String name(String salt, String secret) {
        Digest digest = new Digest();
        digest.add(salt);
        digest.add(secret);
        return KEY + digest.hex();
    }
}
