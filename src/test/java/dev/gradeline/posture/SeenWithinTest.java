package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ends of a span: the first moment is in it, the last is not. */
class SeenWithinTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-11-05T00:00:00Z");
    private static final Recommendation ROW =
            new Recommendation("id", "title", 1, Status.OPEN, null, null, 1, FIRST, CHANGED);

    @ParameterizedTest
    @CsvSource({
        ",,,true",
        "2026-11-01T00:00:00Z,,,true",
        "2026-11-01T00:00:00.001Z,,,false",
        ",2026-11-01T00:00:00Z,,false",
        ",2026-11-01T00:00:00.001Z,,true",
        ",,2026-11-05T00:00:00Z,true",
        ",,2026-11-05T00:00:00.001Z,false",
        "2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,2026-11-06T00:00:00Z,false",
        "2026-11-02T00:00:00Z,2026-11-03T00:00:00Z,2026-11-05T00:00:00Z,false",
    })
    void holds(@Nullable Instant from, @Nullable Instant before, @Nullable Instant changed, boolean holds) {
        SeenWithin asked = SeenWithin.ANY.withFirst(from, before).withChanged(changed);

        assertThat(asked.holds(ROW)).isEqualTo(holds);
        assertThat(RecommendationFilter.ALL.withSeen(asked).test(ROW)).isEqualTo(holds);
    }
}
