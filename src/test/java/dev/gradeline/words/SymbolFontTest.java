package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Change.Kind;
import dev.gradeline.posture.Framework;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/** What the sentences are made of can be drawn with the fonts that come with Gradeline. */
class SymbolFontTest {
    private static final Words WORDS = new Words(Locale.UK, ZoneOffset.UTC);

    private final List<CmapLookup> fonts =
            List.of(font("Inter_400Regular.ttf"), font("NotoSansSymbols2_400Regular.ttf"));

    @Test
    void everySymbolCanBeDrawn() {
        ChangeWords changes = new ChangeWords(WORDS);
        assertThat(Kind.values()).allSatisfy(kind -> {
            Change change = kind == Kind.NOT_ASSESSED
                    ? new Change.NotAssessed(Instant.EPOCH, new Framework("f"), Instant.EPOCH)
                    : new Change.Figure(Instant.EPOCH, kind, kind.id(), "1", "2");
            assertThat(missing(changes.line(change).symbol())).isEmpty();
        });
    }

    @Test
    void everyMessageCanBeDrawn() {
        assertThat(WORDS.bundle().keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(missing(WORDS.bundle().getString(key)))
                        .as(key)
                        .isEmpty());
    }

    /** The characters of a text that none of the fonts has. */
    private String missing(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && fonts.stream().allMatch(font -> font.getGlyphId(c) == 0))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static CmapLookup font(String name) {
        try (InputStream in = Objects.requireNonNull(
                SymbolFontTest.class.getResourceAsStream("/dev/gradeline/fonts/" + name), name)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in)).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
