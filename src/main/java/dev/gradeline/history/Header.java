package dev.gradeline.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first 100 bytes of a <a href="https://sqlite.org/fileformat2.html#the_database_header">database</a>. */
final class Header {
    static final int LENGTH = 100;

    /** Where the count of changes stands a second time: that of the last writer who knew of the file's length. */
    static final int VALID_FOR = 92;

    static final int USUAL_PAGE_SIZE = 4096;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int COUNTER = 24;

    private Header() {}

    static boolean isDatabase(ByteBuffer header) {
        byte[] first = new byte[MAGIC.length];
        header.get(0, first);
        return Arrays.equals(MAGIC, first);
    }

    /** The count of changes. */
    static int counter(ByteBuffer header) {
        return header.getInt(COUNTER);
    }

    /** Of the tables. */
    static int version(ByteBuffer header) {
        return header.getInt(60);
    }

    static int application(ByteBuffer header) {
        return header.getInt(68);
    }

    /** The usual one where the header names none that can be. */
    static int pageSize(ByteBuffer header) {
        int stated = Short.toUnsignedInt(header.getShort(16));
        int size = stated == 1 ? 65_536 : stated;
        return size >= 512 && Integer.bitCount(size) == 1 ? size : USUAL_PAGE_SIZE;
    }

    static int reserved(ByteBuffer header) {
        return Byte.toUnsignedInt(header.get(20));
    }
}
