package dev.gradeline.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log of transactions beside a history, as <a href="https://sqlite.org/fileformat2.html#walformat">SQLite writes it</a>.
 * SQLite silently takes the first frame that does not fit its checksum for the end, and that is right where the power failed
 * while the last transaction was written. Here we look further: each transaction is on the disk before the next one begins, so
 * a whole one behind such a frame shows that the log is spoilt and not merely unfinished.
 *
 * @param frames where the newest committed content of a page begins in the log; null for one whose frame is spoilt
 * @param pages how many pages the file had after the last transaction; 0 when there was none
 * @param spoilt whether transactions are lost to SQLite that were committed
 */
record WriteAheadLog(Map<Integer, @Nullable Long> frames, int pages, boolean spoilt) {
    private static final WriteAheadLog EMPTY = new WriteAheadLog(Map.of(), 0, false);
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;

    /** Whether it holds nothing that the file does not. */
    boolean isEmpty() {
        return frames.isEmpty() && !spoilt;
    }

    /** @param pageSize of the file, for a log that no longer tells it */
    static WriteAheadLog read(Path log, int pageSize) throws IOException {
        if (!Files.exists(log) || Files.size(log) < HEADER + FRAME_HEADER) {
            return EMPTY;
        }
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            ByteBuffer header = filled(channel, 0, HEADER);
            return header == null ? EMPTY : new Reading(channel, header, pageSize).run();
        }
    }

    /** This many bytes; null where the file ends before. */
    static @Nullable ByteBuffer filled(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                return null;
            }
        }
        return buffer.flip();
    }

    private static final class Reading {
        private final FileChannel channel;
        private final int pageSize;
        private final ByteOrder order;
        private final boolean lawful;
        private final long salt;
        private final Map<Integer, @Nullable Long> pending = new HashMap<>();
        private final Map<Integer, @Nullable Long> doubtful = new HashMap<>();
        private final Map<Integer, @Nullable Long> frames = new HashMap<>();
        private int pages;
        private boolean torn;
        private boolean broken;
        private boolean spoilt;

        Reading(FileChannel channel, ByteBuffer header, int pageSize) throws IOException {
            this.channel = channel;
            int magic = header.getInt(0);
            this.order = magic == MAGIC + 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            this.lawful = (magic & ~1) == MAGIC && sum(0, header.slice(0, 24)) == header.getLong(24);
            this.pageSize = lawful ? header.getInt(8) : pageSize;
            ByteBuffer first = filled(channel, HEADER, FRAME_HEADER);
            this.salt = lawful || first == null ? header.getLong(16) : first.getLong(8);
            this.broken = !lawful;
        }

        /**
         * Each frame is checked against the checksum that the one before it states, whether that one is whole or not. Frames of
         * an earlier turn of the log, which bear another salt, may follow the end: none of them is whole.
         */
        WriteAheadLog run() throws IOException {
            ByteBuffer header = filled(channel, HEADER - 8L, 8);
            long before = header == null ? 0 : header.getLong(0);
            long at = HEADER;
            for (ByteBuffer frame = filled(channel, at, FRAME_HEADER + pageSize);
                    frame != null;
                    frame = filled(channel, at, FRAME_HEADER + pageSize)) {
                long stated = frame.getLong(16);
                boolean whole = frame.getLong(8) == salt
                        && sum(sum(before, frame.slice(0, 8)), frame.slice(FRAME_HEADER, pageSize)) == stated;
                take(frame.getInt(0), frame.getInt(4), whole ? at + FRAME_HEADER : null);
                before = stated;
                at += FRAME_HEADER + pageSize;
            }
            return new WriteAheadLog(frames, pages, spoilt);
        }

        /** What is torn counts only when a whole transaction follows. */
        private void take(int page, int committed, @Nullable Long content) {
            torn |= content == null;
            pending.put(page, content);
            if (committed <= 0) {
                return;
            }
            if (torn) {
                doubtful.putAll(pending);
                broken = true;
            } else {
                frames.putAll(doubtful);
                frames.putAll(pending);
                doubtful.clear();
                pages = committed;
                spoilt |= broken;
            }
            pending.clear();
            torn = false;
        }

        /** SQLite's own checksum: two running sums over pairs of words, here as one long. */
        private long sum(long seed, ByteBuffer data) {
            int a = (int) (seed >>> 32);
            int b = (int) seed;
            data.order(order);
            while (data.remaining() >= 8) {
                a += data.getInt() + b;
                b += data.getInt() + a;
            }
            return ((long) a << 32) | (b & 0xffff_ffffL);
        }
    }
}
