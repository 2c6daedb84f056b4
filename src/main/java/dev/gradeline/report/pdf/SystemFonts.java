package dev.gradeline.report.pdf;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts of the computer, for scripts that ours lack. They are looked for when a character first needs one, always in the
 * same order, and only those are used whose outlines can be embedded and whose makers allow it. Safe for several threads.
 */
public final class SystemFonts {
    /** No fonts but our own. */
    public static final SystemFonts NONE = new SystemFonts(List::of);

    /** One for the whole program: each snapshot would read up to {@link #MOST_FILES} files anew. */
    private static final SystemFonts THIS_COMPUTER = new SystemFonts(() -> new FontFileFinder()
            .find().stream().map(URI::getPath).map(File::new).map(File::toPath).toList());

    private static final Logger LOG = LoggerFactory.getLogger(SystemFonts.class);

    /** Reading each takes a moment, and a computer can have thousands. */
    private static final int MOST_FILES = 200;

    private static final int LAST_PLANE = 0x30000;
    /** Bits of a font's permissions that rule out an embedded subset: restricted, no subset, bitmaps only. */
    private static final int NOT_ALLOWED = 0x0002 | 0x0100 | 0x0200;

    private static final int PREVIEW_AND_EDIT = 0x0004 | 0x0008;
    /** In the order in which they are liked. */
    private static final List<String> LIKED = List.of("notosans", "dejavusans.", "arialuni", "segoeui", "sans");

    private static final List<String> DISLIKED =
            List.of("bold", "italic", "oblique", "condensed", "mono", "light", "thin", "black", "extra", "serif");
    private static final List<String> UNUSABLE = List.of("emoji", "lastresort", "variable", "[");

    private final Supplier<List<Path>> finder;
    private final List<Known> known = new ArrayList<>();
    private @Nullable List<Path> files;
    private int read;

    /**
     * A font of the computer.
     *
     * @param name within a collection; empty for a file of one font
     */
    record Found(Path file, String name) {
        /** Opens it; to be closed by the caller. */
        TrueTypeFont open() throws IOException {
            // read as a whole: nothing stays open
            try (InputStream in = Files.newInputStream(file)) {
                if (name.isEmpty()) {
                    return new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
                }
                try (TrueTypeCollection collection = new TrueTypeCollection(in)) {
                    TrueTypeFont font = collection.getFontByName(name);
                    if (font == null) {
                        throw new IOException("no longer in " + file + ": " + name);
                    }
                    return font;
                }
            }
        }
    }

    private record Known(Found found, BitSet characters) {}

    private SystemFonts(Supplier<List<Path>> finder) {
        this.finder = finder;
    }

    /** Those of this computer, always the same object: what was read of them once is known. */
    public static SystemFonts ofThisComputer() {
        return THIS_COMPUTER;
    }

    /** These files and no others. */
    public static SystemFonts of(List<Path> files) {
        List<Path> copy = List.copyOf(files);
        return new SystemFonts(() -> copy);
    }

    /**
     * The first font that has the character; null when none has.
     *
     * @param cancelled asked before each file that is read
     * @throws CancellationException when it says so
     */
    synchronized @Nullable Found find(int codePoint, BooleanSupplier cancelled) {
        for (Known each : known) {
            // a font may have been removed since it was read
            if (each.characters().get(codePoint)
                    && Files.isReadable(each.found().file())) {
                return each.found();
            }
        }
        List<Path> all = files();
        while (read < all.size()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int before = known.size();
            read(all.get(read++));
            for (Known each : known.subList(before, known.size())) {
                if (each.characters().get(codePoint)) {
                    return each.found();
                }
            }
        }
        return null;
    }

    private List<Path> files() {
        List<Path> found = files;
        if (found == null) {
            found = finder.get().stream()
                    .filter(file -> rank(file) >= 0)
                    .sorted(Comparator.comparingInt(SystemFonts::rank).thenComparing(Path::toString))
                    .limit(MOST_FILES)
                    .toList();
            files = found;
        }
        return found;
    }

    /** Upright text faces without serifs first; negative for what cannot be used. */
    private static int rank(Path file) {
        String name =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replace("-", "");
        if (!name.endsWith(".ttf") && !name.endsWith(".ttc")
                || UNUSABLE.stream().anyMatch(name::contains)) {
            return -1;
        }
        int liked = 0;
        while (liked < LIKED.size() && !name.contains(LIKED.get(liked))) {
            liked++;
        }
        return liked + (DISLIKED.stream().anyMatch(name::contains) ? LIKED.size() + 1 : 0);
    }

    private void read(Path file) {
        try {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
                try (InputStream in = Files.newInputStream(file);
                        TrueTypeCollection collection = new TrueTypeCollection(in)) {
                    collection.processAllFonts(font -> add(file, font.getName(), font));
                }
            } else {
                try (TrueTypeFont font = new Found(file, "").open()) {
                    add(file, "", font);
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("not a font of use: {}", file, unreadable);
        }
    }

    private void add(Path file, String name, TrueTypeFont font) throws IOException {
        boolean outlines = font.getTableMap().containsKey("glyf");
        boolean variable = font.getTableMap().containsKey("fvar");
        if (!outlines || variable || !mayBeEmbedded(font.getOS2Windows())) {
            return;
        }
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        BitSet characters = new BitSet();
        for (int codePoint = ' '; codePoint < LAST_PLANE; codePoint++) {
            if (glyphs.getGlyphId(codePoint) != 0) {
                characters.set(codePoint);
            }
        }
        known.add(new Known(new Found(file, name), characters));
    }

    private static boolean mayBeEmbedded(@Nullable OS2WindowsMetricsTable facts) {
        if (facts == null) {
            return true;
        }
        int type = facts.getFsType();
        // of several permissions the most generous one holds
        boolean generous = (type & PREVIEW_AND_EDIT) != 0 && (type & (NOT_ALLOWED & ~0x0002)) == 0;
        return (type & NOT_ALLOWED) == 0 || generous;
    }
}
