package dev.gradeline.history;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a damaged history, read from its pages by what
 * <a href="https://sqlite.org/fileformat2.html#record_format">SQLite's format</a> says and without SQLite, which gives up on a
 * table at its first damage.
 */
final class Trees {
    /** Nothing that a history keeps is near this; a length beyond it is damage. */
    private static final int MOST_BYTES = 1 << 26;

    private final Pages pages;
    private final BitSet seen = new BitSet();

    Trees(Pages pages) {
        this.pages = pages;
    }

    /** @param id the row’s number; 0 in an index and in a table without */
    record Row(long id, List<@Nullable Object> values) {}

    /** Takes the rows of a tree in their order. */
    interface Taker {
        void row(Row row);

        /** Here something may be missing. */
        void gap();
    }

    /** The pages that were read. */
    BitSet seen() {
        return seen;
    }

    /** Reads all that can be reached from a page downwards, in order. */
    void walk(int root, boolean index, Taker taker) throws IOException {
        TreePage page = root >= 1 && root <= pages.count() && !seen.get(root) ? pages.tree(root) : null;
        if (page == null || page.isIndex() != index) {
            taker.gap();
            return;
        }
        seen.set(root);
        List<Row> rows = page.isInterior() && !index ? List.of() : rows(page);
        if (rows == null) {
            taker.gap();
            rows = List.of();
        }
        int[] children = page.children();
        for (int i = 0; i < Math.max(children.length, rows.size()); i++) {
            if (i < children.length) {
                walk(children[i], index, taker);
            }
            if (i < rows.size()) {
                taker.row(rows.get(i));
            }
        }
    }

    /** The rows on a page; null where one of them is not a row. */
    @Nullable List<Row> rows(TreePage page) throws IOException {
        List<Row> rows = new ArrayList<>(page.count());
        try {
            for (int cell = 0; cell < page.count(); cell++) {
                rows.add(row(page, page.cell(cell)));
            }
            return rows;
        } catch (IndexOutOfBoundsException | BufferUnderflowException | MalformedException e) {
            return null;
        }
    }

    private static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Row row(TreePage page, int at) throws IOException, MalformedException {
        ByteBuffer cell = ByteBuffer.wrap(page.content(), at, page.content().length - at);
        long length = varint(cell);
        long id = page.isIndex() ? 0 : varint(cell);
        if (length < 1 || length > MOST_BYTES) {
            throw new MalformedException();
        }
        return new Row(id, record(ByteBuffer.wrap(payload(cell, (int) length, page.isIndex()))));
    }

    private byte[] payload(ByteBuffer cell, int length, boolean index) throws IOException, MalformedException {
        int usable = pages.usable();
        int most = index ? (usable - 12) * 64 / 255 - 23 : usable - 35;
        int least = (usable - 12) * 32 / 255 - 23;
        int split = least + (length - least) % (usable - 4);
        int local = length <= most ? length : split <= most ? split : least;
        byte[] payload = new byte[length];
        cell.get(payload, 0, local);
        int next = local < length ? cell.getInt() : 0;
        for (int filled = local; filled < length; ) {
            byte[] page = pages.page(next);
            if (page == null) {
                throw new MalformedException();
            }
            int part = Math.min(length - filled, usable - 4);
            System.arraycopy(page, 4, payload, filled, part);
            filled += part;
            seen.set(next);
            next = ByteBuffer.wrap(page).getInt();
        }
        return payload;
    }

    private static List<@Nullable Object> record(ByteBuffer payload) throws MalformedException {
        long header = varint(payload);
        if (header > payload.limit()) {
            throw new MalformedException();
        }
        List<Long> types = new ArrayList<>();
        while (payload.position() < header) {
            types.add(varint(payload));
        }
        List<@Nullable Object> values = new ArrayList<>(types.size());
        for (long type : types) {
            values.add(value(payload, type));
        }
        if (payload.position() != payload.limit()) {
            throw new MalformedException();
        }
        return values;
    }

    private static @Nullable Object value(ByteBuffer payload, long type) throws MalformedException {
        if (type >= 12) {
            byte[] bytes = new byte[(int) Math.min(Integer.MAX_VALUE / 2, (type - 12) / 2)];
            if (bytes.length > payload.remaining()) {
                throw new MalformedException();
            }
            payload.get(bytes);
            return type % 2 == 0 ? bytes : text(bytes);
        }
        return switch ((int) type) {
            case 0 -> null;
            case 1, 2, 3, 4 -> whole(payload, (int) type);
            case 5 -> whole(payload, 6);
            case 6 -> payload.getLong();
            case 7 -> payload.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            default -> throw new MalformedException();
        };
    }

    /** Replacing what is no text would make a value that nobody stored. */
    private static String text(byte[] bytes) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException();
        }
    }

    private static long whole(ByteBuffer payload, int bytes) {
        long number = payload.get();
        for (int i = 1; i < bytes; i++) {
            number = number << 8 | Byte.toUnsignedLong(payload.get());
        }
        return number;
    }

    private static long varint(ByteBuffer bytes) {
        long number = 0;
        for (int i = 0; i < 8; i++) {
            byte next = bytes.get();
            number = number << 7 | (next & 0x7f);
            if (next >= 0) {
                return number;
            }
        }
        return number << 8 | Byte.toUnsignedLong(bytes.get());
    }
}
