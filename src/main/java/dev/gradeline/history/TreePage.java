package dev.gradeline.history;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A page of a <a href="https://sqlite.org/fileformat2.html#b_tree_pages">b-tree</a>: a table's has rows by row id in its leaves
 * alone; an index, which a table WITHOUT ROWID is, too, has them on every page.
 */
final class TreePage {
    private static final int INTERIOR_INDEX = 2;
    private static final int INTERIOR_TABLE = 5;
    private static final int LEAF_INDEX = 10;
    private static final int LEAF_TABLE = 13;

    private final byte[] content;
    private final int type;
    private final int[] cells;
    private final int last;

    private TreePage(byte[] content, int type, int[] cells, int last) {
        this.content = content;
        this.type = type;
        this.cells = cells;
        this.last = last;
    }

    /** The page; null when this is none of a tree. */
    static @Nullable TreePage of(int number, byte[] content, int reserved) {
        int start = number == 1 ? Header.LENGTH : 0;
        ByteBuffer page = ByteBuffer.wrap(content);
        int type = page.get(start);
        boolean interior = type == INTERIOR_INDEX || type == INTERIOR_TABLE;
        if (!interior && type != LEAF_INDEX && type != LEAF_TABLE) {
            return null;
        }
        int count = Short.toUnsignedInt(page.getShort(start + 3));
        int pointers = start + (interior ? 12 : 8);
        int usable = content.length - reserved;
        if (pointers + 2 * count > usable) {
            return null;
        }
        int[] cells = new int[count];
        for (int cell = 0; cell < count; cell++) {
            cells[cell] = Short.toUnsignedInt(page.getShort(pointers + 2 * cell));
            if (cells[cell] < pointers + 2 * count || cells[cell] > usable - (interior ? 5 : 2)) {
                return null;
            }
        }
        return new TreePage(content, type, cells, interior ? page.getInt(start + 8) : 0);
    }

    boolean isInterior() {
        return type == INTERIOR_INDEX || type == INTERIOR_TABLE;
    }

    boolean isIndex() {
        return type == INTERIOR_INDEX || type == LEAF_INDEX;
    }

    byte[] content() {
        return content;
    }

    int count() {
        return cells.length;
    }

    /** Where a cell begins; behind the number of its child on an interior page. */
    int cell(int number) {
        return cells[number] + (isInterior() ? Integer.BYTES : 0);
    }

    /** The pages below, from the left; one more than there are cells, and none for a leaf. */
    int[] children() {
        if (!isInterior()) {
            return new int[0];
        }
        int[] children = new int[cells.length + 1];
        ByteBuffer page = ByteBuffer.wrap(content);
        for (int cell = 0; cell < cells.length; cell++) {
            children[cell] = page.getInt(cells[cell]);
        }
        children[cells.length] = last;
        return children;
    }
}
