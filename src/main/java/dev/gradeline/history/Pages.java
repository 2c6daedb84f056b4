package dev.gradeline.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The pages of a damaged history as they were last committed, as far as they are there. Holds one page at a time. */
final class Pages implements Closeable {
    private final FileChannel file;
    private final @Nullable FileChannel logFile;
    private final WriteAheadLog log;
    private final int size;
    private final int count;
    private final int reserved;
    private final BitSet spoilt;

    private Pages(
            FileChannel file,
            @Nullable FileChannel logFile,
            WriteAheadLog log,
            int size,
            int count,
            int reserved,
            BitSet spoilt) {
        this.file = file;
        this.logFile = logFile;
        this.log = log;
        this.size = size;
        this.count = count;
        this.reserved = reserved;
        this.spoilt = spoilt;
    }

    /**
     * @param seal of this state of the file; null when there is none
     * @param spoilt the pages that are not as the seal says
     */
    static Pages open(Path path, @Nullable Seal seal, BitSet spoilt) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ByteBuffer header = WriteAheadLog.filled(file, 0, Header.LENGTH);
            ByteBuffer lawful = header != null && Header.isDatabase(header) && seal == null ? header : null;
            int size =
                    seal != null ? seal.pageSize() : lawful == null ? Header.USUAL_PAGE_SIZE : Header.pageSize(lawful);
            Path logPath = HistoryFile.beside(path, "-wal");
            WriteAheadLog log = WriteAheadLog.read(logPath, size);
            int inFile = Math.toIntExact(Math.min(Integer.MAX_VALUE, (file.size() + size - 1) / size));
            int count = seal != null ? seal.pages() : log.pages() > 0 ? log.pages() : inFile;
            return new Pages(
                    file,
                    Files.exists(logPath) ? FileChannel.open(logPath, StandardOpenOption.READ) : null,
                    log,
                    size,
                    count,
                    lawful == null ? 0 : Header.reserved(lawful),
                    spoilt);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    int count() {
        return count;
    }

    int size() {
        return size;
    }

    int usable() {
        return size - reserved;
    }

    /** The content of a page, from 1; null for one that is lost. */
    byte @Nullable [] page(int number) throws IOException {
        if (number < 1 || number > count || spoilt.get(number)) {
            return null;
        }
        ByteBuffer content;
        if (log.frames().containsKey(number)) {
            Long at = log.frames().get(number);
            content = at == null || logFile == null ? null : WriteAheadLog.filled(logFile, at, size);
        } else {
            content = WriteAheadLog.filled(file, (number - 1L) * size, size);
        }
        if (content == null) {
            return null;
        }
        byte[] bytes = new byte[size];
        content.get(bytes);
        return bytes;
    }

    /** The page as one of a tree; null when it is lost or none. */
    @Nullable TreePage tree(int number) throws IOException {
        byte[] content = page(number);
        return content == null ? null : TreePage.of(number, content, reserved);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (logFile != null) {
                logFile.close();
            }
        }
    }
}
