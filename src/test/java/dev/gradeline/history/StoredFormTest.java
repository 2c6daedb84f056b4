package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Part;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How moments, texts, numbers and notes stand in the file, at the edges of what it can hold. */
class StoredFormTest {
    @Test
    void aMomentIsKeptToTheMicrosecondAndOneBeyondTheFileIsTheLast() {
        Instant moment = Instant.parse("2026-03-15T14:30:00.123456789Z");
        assertThat(Micros.of(moment)).isEqualTo(1_773_585_000_123_456L);
        assertThat(Micros.rounded(moment)).isEqualTo(Instant.parse("2026-03-15T14:30:00.123456Z"));
        assertThat(Micros.of(Instant.parse("1969-12-31T23:59:59.999999Z"))).isEqualTo(-1);
        assertThat(Micros.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Micros.of(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        long last = Long.MAX_VALUE / 1_000_000 - 1;
        assertThat(Micros.of(Instant.ofEpochSecond(last, 999_999_000))).isEqualTo(last * 1_000_000 + 999_999);
        assertThat(Micros.of(Instant.ofEpochSecond(-last))).isEqualTo(-last * 1_000_000);
        assertThat(Micros.of(Instant.ofEpochSecond(last + 1))).isEqualTo(Long.MAX_VALUE);
        assertThat(Micros.ofNullable(null)).isNull();
    }

    @Test
    void halfACharacterIsReplacedAndAWholeOneStays() {
        String whole = "a \ud83d\ude00 b";
        assertThat(Text.storable(whole)).isSameAs(whole);
        assertThat(Text.storable("plain")).isSameAs("plain");
        assertThat(Text.storable("\ude00 b\ud83d")).isEqualTo("\uFFFD b\uFFFD");
        assertThat(Text.storable("\ud83d\ude00\ud83d")).isEqualTo("\ud83d\ude00\uFFFD");
        assertThat(Text.storableOrNull(null)).isNull();
    }

    @Test
    void numbersAreComparedByValue() {
        assertThat(Numbers.same(new BigDecimal("72"), new BigDecimal("72.0"))).isTrue();
        assertThat(Numbers.same(new BigDecimal("72"), new BigDecimal("72.1"))).isFalse();
        assertThat(Numbers.same(null, null)).isTrue();
        assertThat(Numbers.same(null, BigDecimal.ZERO)).isFalse();
        assertThat(Numbers.same(BigDecimal.ZERO, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "4096, 4096", "32768, 32768", "1, 65536", "0, 4096", "256, 4096", "1000, 4096"})
    void aHeaderThatNamesNoSizeThatCanBeIsReadWithTheUsualOne(int stated, int size) {
        ByteBuffer header = ByteBuffer.allocate(Header.LENGTH);
        header.put(0, "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
        header.putShort(16, (short) stated).put(20, (byte) 200);
        header.putInt(24, 7).putInt(60, Schema.VERSION).putInt(68, Schema.APPLICATION);
        assertThat(Header.isDatabase(header)).isTrue();
        assertThat(Header.pageSize(header)).isEqualTo(size);
        assertThat(Header.reserved(header)).isEqualTo(200);
        assertThat(Header.counter(header)).isEqualTo(7);
        assertThat(Header.version(header)).isEqualTo(Schema.VERSION);
        assertThat(Header.application(header)).isEqualTo(Schema.APPLICATION);
        header.put(3, (byte) 'x');
        assertThat(Header.isDatabase(header)).isFalse();
    }

    @Test
    void aDigestTellsTextsApartWhereverTheyEndAndHoweverLongTheyAre() {
        assertThat(digest("ab", "c")).isEqualTo(digest("ab", "c")).isNotEqualTo(digest("a", "bc"));
        assertThat(digest("", "x")).isNotEqualTo(digest(null, "x"));
        String huge = "y".repeat(1_000_000);
        assertThat(digest(huge, "a")).isEqualTo(digest(huge, "a")).isNotEqualTo(digest(huge, "b"));
        assertThat(digest("a", huge)).isNotEqualTo(digest("b", huge));
        String[] many = new String[100_000];
        Arrays.fill(many, "row");
        String same = digest(many);
        many[0] = "raw";
        assertThat(digest(many)).isNotEqualTo(same);
    }

    private static String digest(@Nullable String... texts) {
        Digest digest = new Digest();
        for (String text : texts) {
            digest.add(text);
        }
        return digest.hex();
    }

    @Test
    void whatARescueDidIsKeptUntilItWasSeen() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Sql sql = new Sql(connection);
            Schema.make(sql, Schema.VERSION);
            assertThat(RescueNote.get(sql)).isNull();
            assertThat(RescueNote.lost(sql)).isEmpty();
            assertThat(RescueNote.doubtfulUpTo(sql)).isEqualTo(Long.MIN_VALUE);

            History.Rescue rescue = new History.Rescue(
                    Instant.parse("2026-03-15T14:30:00Z"), Path.of("a\nb", "h.db.damaged"), 1, 2, 3, 4, 5);
            RescueNote.put(sql, rescue);
            assertThat(RescueNote.get(sql)).isEqualTo(rescue);
            assertThat(RescueNote.lost(sql)).as("nobody noted which").isEqualTo(EnumSet.allOf(Part.class));
            RescueNote.putLost(sql, Set.of(Part.SCORES, Part.DISCOVERY));
            assertThat(RescueNote.lost(sql)).containsExactlyInAnyOrder(Part.SCORES, Part.DISCOVERY);
            RescueNote.putLost(sql, Set.of());
            assertThat(RescueNote.lost(sql)).isEmpty();

            RescueNote.drop(sql);
            assertThat(RescueNote.get(sql)).isNull();
            assertThat(RescueNote.lost(sql)).isEmpty();
        }
    }

    @Test
    void aSealsMarkThatWasCutOrChangedIsNone() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Sql sql = new Sql(connection);
            assertThat(SealMark.get(sql)).as("no tables yet").isNull();
            Schema.make(sql, Schema.VERSION);
            String mark = SealMark.renew(sql);
            assertThat(SealMark.get(sql)).isEqualTo(mark);
            assertThat(SealMark.isWhole(mark)).isTrue();
            assertThat(SealMark.isWhole(mark.substring(1))).isFalse();
            assertThat(SealMark.isWhole("x" + mark.substring(1))).isFalse();
            assertThat(SealMark.isWhole("")).isFalse();
            assertThat(SealMark.renew(sql)).isNotEqualTo(mark);
        }
    }
}
