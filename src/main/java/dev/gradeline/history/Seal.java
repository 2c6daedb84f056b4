package dev.gradeline.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a history was when it was last closed in order: a checksum of each page, and to which table the page belongs. Kept
 * beside the file. It holds until somebody writes: the first transaction after it moves the count of changes in the file's
 * header and takes the seal away, see {@link Database}. Only who is {@link Turn#isAlone alone} may make, read or compare one: this
 * opens the file, and closing it again would end the locks that SQLite holds on it in this process.
 */
final class Seal {
    private static final Logger LOG = LoggerFactory.getLogger(Seal.class);
    private static final long MAGIC = 0x4772646c_5365616cL;
    private static final int FORMAT = 2;
    private static final String ENDING = ".seal";
    private static final String PART = ".seal.part";
    private static final int MOST_PAGES = 1 << 24;

    /** Of the file, in bytes. */
    private final long size;

    private final int pageSize;

    /** The count of changes in the file's header. */
    private final int counter;

    /** Of the tables. */
    private final int version;

    /** See {@link SealMark}. */
    private final String mark;

    /** The first page of each table and index, in the order of their numbers. */
    private final Map<String, Integer> roots;

    /** A checksum for each page, the first at 0. */
    private final int[] sums;

    /** For each page the number of its tree, from 1; 0 for a free or an overflowing one. */
    private final short[] owners;

    private Seal(
            long size,
            int pageSize,
            int counter,
            int version,
            String mark,
            Map<String, Integer> roots,
            int[] sums,
            short[] owners) {
        this.size = size;
        this.pageSize = pageSize;
        this.counter = counter;
        this.version = version;
        this.mark = mark;
        this.roots = Collections.unmodifiableMap(roots);
        this.sums = sums;
        this.owners = owners;
    }

    long size() {
        return size;
    }

    int pageSize() {
        return pageSize;
    }

    int pages() {
        return sums.length;
    }

    int version() {
        return version;
    }

    String mark() {
        return mark;
    }

    Map<String, Integer> roots() {
        return roots;
    }

    static Path of(Path file) {
        return HistoryFile.beside(file, ENDING);
    }

    /**
     * Reads through a file that nobody may write meanwhile, and keeps its seal beside it.
     *
     * @param mark as the file has it
     * @param roots the root page of each table and index
     */
    static void write(Path file, Map<String, Integer> roots, int version, String mark) throws IOException {
        Path part = HistoryFile.beside(file, PART);
        byte[] seal = make(file, roots, version, mark).bytes();
        Files.deleteIfExists(part);
        PrivateFiles.createFile(part);
        Files.write(part, seal);
        Files.move(part, of(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Seal make(Path file, Map<String, Integer> roots, int version, String mark) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = WriteAheadLog.filled(channel, 0, 100);
            if (header == null) {
                throw new IOException("no header: " + file);
            }
            int pageSize = Header.pageSize(header);
            int count = Math.toIntExact(channel.size() / pageSize);
            int[] sums = new int[count];
            TreeMapping mapping = new TreeMapping(count);
            ByteBuffer page = ByteBuffer.allocate(pageSize);
            for (int number = 1; number <= count; number++) {
                fill(channel, page.clear(), (number - 1L) * pageSize);
                sums[number - 1] = sum(page.array());
                mapping.look(number, page.array());
            }
            return new Seal(
                    channel.size(),
                    pageSize,
                    Header.counter(header),
                    version,
                    mark,
                    roots,
                    sums,
                    mapping.owners(List.copyOf(roots.values())));
        }
    }

    private static void fill(FileChannel channel, ByteBuffer page, long at) throws IOException {
        while (page.hasRemaining() && channel.read(page, at + page.position()) >= 0) {
            // until the page is full or the file ends
        }
    }

    private static int sum(byte[] page) {
        CRC32C sum = new CRC32C();
        sum.update(page);
        return (int) sum.getValue();
    }

    /**
     * Whether this seal is of this state of the file. A header in which the two places for the count of changes differ was not
     * written by SQLite, nor was none at all.
     */
    boolean fits(@Nullable ByteBuffer header) {
        return header == null
                || !Header.isDatabase(header)
                || Header.counter(header) == counter
                || Header.counter(header) != header.getInt(Header.VALID_FOR);
    }

    /** Whether a file has a seal, which need not be compared again: nobody wrote since. */
    static boolean isThere(Path file) throws IOException {
        Seal seal = read(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = WriteAheadLog.filled(channel, 0, Header.LENGTH);
            return seal != null
                    && header != null
                    && Header.counter(header) == seal.counter
                    && channel.size() == seal.size;
        }
    }

    /** The pages that are not as they were, from 1; those that the file lacks, too. */
    BitSet spoilt(Path file) throws IOException {
        BitSet spoilt = new BitSet();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer page = ByteBuffer.allocate(pageSize);
            for (int number = 1; number <= sums.length; number++) {
                fill(channel, page.clear(), (number - 1L) * pageSize);
                if (page.hasRemaining() || sum(page.array()) != sums[number - 1]) {
                    spoilt.set(number);
                }
            }
        }
        return spoilt;
    }

    /** Which table or index a page belongs to; empty for none. */
    String owner(int page) {
        int tree = page <= owners.length ? owners[page - 1] : 0;
        return tree == 0 ? "" : List.copyOf(roots.keySet()).get(tree - 1);
    }

    /** The seal of a file; null when there is none that can be read. */
    static @Nullable Seal read(Path file) {
        Path seal = of(file);
        try {
            return Files.exists(seal) ? of(Files.readAllBytes(seal)) : null;
        } catch (IOException e) {
            LOG.warn("{}: cannot be read, and counts as none", seal, e);
            return null;
        }
    }

    static void discard(Path file) throws IOException {
        Files.deleteIfExists(of(file));
        Files.deleteIfExists(HistoryFile.beside(file, PART));
    }

    /**
     * Takes away a seal that a damaged file fits: it was made when the damage was there, but not met yet. Without it the next
     * opening has SQLite look through all of the file, and finds it.
     */
    static void discardIfBlind(Path file) throws IOException {
        Seal seal = read(file);
        if (seal != null && seal.spoilt(file).isEmpty()) {
            discard(file);
        }
    }

    private static @Nullable Seal of(byte[] bytes) throws IOException {
        if (bytes.length < 4 * Integer.BYTES) {
            return null;
        }
        CRC32C own = new CRC32C();
        own.update(bytes, 0, bytes.length - Integer.BYTES);
        ByteBuffer end = ByteBuffer.wrap(bytes);
        if (end.getInt(bytes.length - Integer.BYTES) != (int) own.getValue()) {
            return null;
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readLong() != MAGIC || in.readInt() != FORMAT) {
            return null;
        }
        long size = in.readLong();
        int pageSize = in.readInt();
        int counter = in.readInt();
        int version = in.readInt();
        String mark = in.readUTF();
        Map<String, Integer> roots = new LinkedHashMap<>();
        int many = in.readInt();
        for (int tree = 0; tree < many; tree++) {
            roots.put(in.readUTF(), in.readInt());
        }
        int pages = in.readInt();
        if (pages < 0 || pages > MOST_PAGES) {
            return null;
        }
        int[] sums = new int[pages];
        short[] owners = new short[pages];
        for (int page = 0; page < pages; page++) {
            sums[page] = in.readInt();
            owners[page] = in.readShort();
        }
        return new Seal(size, pageSize, counter, version, mark, roots, sums, owners);
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 6 * sums.length);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(MAGIC);
        out.writeInt(FORMAT);
        out.writeLong(size);
        out.writeInt(pageSize);
        out.writeInt(counter);
        out.writeInt(version);
        out.writeUTF(mark);
        out.writeInt(roots.size());
        for (Map.Entry<String, Integer> root : roots.entrySet()) {
            out.writeUTF(root.getKey());
            out.writeInt(root.getValue());
        }
        out.writeInt(sums.length);
        for (int page = 0; page < sums.length; page++) {
            out.writeInt(sums[page]);
            out.writeShort(owners[page]);
        }
        CRC32C own = new CRC32C();
        own.update(bytes.toByteArray());
        out.writeInt((int) own.getValue());
        return bytes.toByteArray();
    }
}
