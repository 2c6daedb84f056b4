package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules one by one, over a past that is written down. */
class LivesTest {
    private final Past past = new Past();

    private static final class Past implements Lives.Past<RuntimeException> {
        private final Map<String, Lives.Holder> holders = new HashMap<>();
        private final java.util.ArrayList<Lives.Absent> absent = new java.util.ArrayList<>();

        @Override
        public Lives.@Nullable Holder absentHolder(String uid) {
            return holders.get(uid);
        }

        @Override
        public Collection<Lives.Absent> absent(Set<Advice> advice) {
            return absent.stream()
                    .filter(life -> advice.contains(life.advice()))
                    .toList();
        }

        Past held(String uid, long life, long at) {
            holders.put(uid, new Lives.Holder(life, at));
            return this;
        }

        Past gone(long life, String title, long left, long place) {
            absent.add(new Lives.Absent(life, advice(title), left, place));
            return this;
        }
    }

    private static Advice advice(String title) {
        return new Advice("hipaa", "data", title);
    }

    private static Lives.Newcomer newcomer(String uid, @Nullable String title) {
        return new Lives.Newcomer(uid, title == null ? null : advice(title));
    }

    private Map<String, Long> continued(Lives.Newcomer... newcomers) {
        return Lives.continued(List.of(newcomers), past);
    }

    @Test
    void anIdGoesBackToWhoHeldItWhateverItSaysNow() {
        past.held("a", 1, 10).gone(1, "one", 20, 0).gone(2, "two", 20, 1);

        assertThat(continued(newcomer("a", "two"))).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void ofTwoIdsOfOneLifeTheOneItHeldLastGoesBack() {
        past.held("a", 1, 10).held("b", 1, 15).gone(1, "one", 20, 0);

        assertThat(continued(newcomer("a", "one"), newcomer("b", "one"))).isEqualTo(Map.of("b", 1L));
        assertThat(continued(newcomer("b", "one"), newcomer("a", "one"))).isEqualTo(Map.of("b", 1L));
    }

    @Test
    void theOtherIdMayStillContinueAnotherLifeByWhatItSays() {
        past.held("a", 1, 10).held("b", 1, 15).gone(1, "one", 20, 0).gone(2, "one", 5, 0);

        assertThat(continued(newcomer("a", "one"), newcomer("b", "one"))).isEqualTo(Map.of("b", 1L, "a", 2L));
    }

    @Test
    void whoGoesBackIsNotFoundByContentAsWell() {
        past.held("b", 1, 10).gone(1, "one", 20, 0);

        assertThat(continued(newcomer("a", "one"), newcomer("b", "one"))).isEqualTo(Map.of("b", 1L));
    }

    @Test
    void whoLeftLastIsContinuedFirst() {
        past.gone(1, "one", 10, 0).gone(2, "one", 30, 5).gone(3, "one", 20, 0);

        assertThat(continued(newcomer("a", "one"), newcomer("b", "one"), newcomer("c", "one"), newcomer("d", "one")))
                .isEqualTo(Map.of("a", 2L, "b", 3L, "c", 1L));
    }

    @Test
    void whoLeftTogetherIsContinuedInItsOrder() {
        past.gone(7, "one", 10, 300).gone(8, "one", 10, -5).gone(9, "one", 10, 20);

        assertThat(continued(newcomer("a", "one"), newcomer("b", "one"))).isEqualTo(Map.of("a", 8L, "b", 9L));
    }

    @Test
    void withoutATitleNothingIsContinued() {
        past.gone(1, "one", 10, 0);

        assertThat(continued(newcomer("a", null))).isEmpty();
        assertThat(Advice.of("hipaa", "data", null)).isNull();
        assertThat(Advice.of("hipaa", "data", " \u00a0\n")).isNull();
    }

    @Test
    void aLineageIsTheIdOrHasANumber() {
        assertThat(Lives.lineage("a", 1)).isEqualTo("a");
        assertThat(Lives.lineage("a", 3)).isEqualTo("a#3");
    }
}
