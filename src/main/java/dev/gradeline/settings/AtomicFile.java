package dev.gradeline.settings;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces a file as a whole: whoever reads it, even after a power cut, finds the old content or the new, and a failure
 * half-way leaves the old. A link stays a link: what it points to is replaced, or made. Blocking; any thread.
 */
public final class AtomicFile {
    private static final String OURS = ".gradeline-";
    private static final String UNFINISHED = ".part";

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /** What fills the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file for the person, in a folder that is there. A new one is readable for whom the system says, one that is
     * replaced for whom it was before.
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = resolved(file);
        if (!OwnerOnly.isPosix(target) || Files.notExists(target)) {
            replace(target, content);
            return;
        }
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(target);
        // narrow from the start: nobody else may look into the half-written file either
        replace(target, content, PosixFilePermissions.asFileAttribute(before));
    }

    /** Writes the content, readable for its owner alone, into a file whose directory is made when it is missing. */
    static void writePrivately(Path file, byte[] content) throws IOException {
        Path target = resolved(file);
        makeDirectory(target);
        replace(target, out -> out.write(content), privately(target));
    }

    /** Makes the directory of a file where it is missing, for its owner alone. */
    static void makeDirectory(Path file) throws IOException {
        OwnerOnly.createDirectories(file.toAbsolutePath().resolveSibling(""));
    }

    /** What makes a new file readable for its owner alone, where the system knows of owners. */
    static FileAttribute<?>[] privately(Path file) {
        return OwnerOnly.attributes(file, OwnerOnly.FILE);
    }

    /**
     * Deletes what processes that were killed left half-written in a directory.
     *
     * @param before what changed later may still be written to
     * @return how many files
     */
    static int clear(Path directory, Instant before) throws IOException {
        int cleared = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, OURS + "*" + UNFINISHED)) {
            for (Path each : all) {
                if (Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS)
                                .toInstant()
                                .isBefore(before)
                        && Files.deleteIfExists(each)) {
                    cleared++;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return cleared;
    }

    private static Path resolved(Path file) throws IOException {
        Path at = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    private static void replace(Path target, Content content, FileAttribute<?>... attributes) throws IOException {
        Path temporary = target.resolveSibling(OURS + UUID.randomUUID() + UNFINISHED);
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (FileChannel channel = FileChannel.open(temporary, anew, attributes);
                    OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.writeTo(stream);
                stream.flush();
                keep(temporary, attributes);
                channel.force(true);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceDirectory(target.resolveSibling(""));
    }

    /** What the process's mask took away at the making is given back. */
    private static void keep(Path file, FileAttribute<?>... attributes) throws IOException {
        for (FileAttribute<?> attribute : attributes) {
            Files.setAttribute(file, attribute.name(), attribute.value());
        }
    }

    /** Some network drives know no atomic move: the next best still never leaves half a file. */
    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without this the new name may be lost with the power. Windows neither needs nor allows it. */
    private static void forceDirectory(Path directory) throws IOException {
        if (OwnerOnly.isPosix(directory) && Files.isReadable(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
