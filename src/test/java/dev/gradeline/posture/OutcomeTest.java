package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void onlyWhereEveryPartWasRefusedAllWere() {
        assertThat(Outcome.allRefused(List.of(Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED)))
                .isTrue();
        assertThat(Outcome.allRefused(List.of(Outcome.REFUSED, Outcome.OK, Outcome.REFUSED)))
                .isFalse();
        assertThat(Outcome.allRefused(Arrays.asList(Outcome.REFUSED, null))).isFalse();
        assertThat(Outcome.allRefused(List.of())).isFalse();
    }

    @Test
    void aPostureKnowsIt() {
        Posture posture = Postures.northwind();
        assertThat(posture.allRefused()).isFalse();
        for (Part part : Part.values()) {
            Freshness refused = new Freshness(part, null, Postures.LAST_SYNC, Outcome.REFUSED, "");
            assertThat(Postures.northwindWith(refused).allRefused())
                    .as("%s alone", part)
                    .isFalse();
        }
        Map<Part, Freshness> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, new Freshness(part, null, Postures.LAST_SYNC, Outcome.REFUSED, ""));
        }
        assertThat(new Posture(Postures.NOW, null, null, all, List.of(), List.of(), List.of(), false, List.of())
                        .allRefused())
                .isTrue();
    }
}
