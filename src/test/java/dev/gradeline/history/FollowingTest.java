package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recommendations that come under new ids, as history tells of them. */
class FollowingTest {
    private static final Instant FAR = Instant.MAX;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private History history;

    @BeforeEach
    void open() {
        history = History.open(directory.resolve("h.db"), clock);
    }

    @AfterEach
    void close() {
        history.close();
    }

    /** “id: title”, open, or “id: title = status”; a title of “-” is none. */
    private Instant answer(String... rows) {
        return answer(Arrays.stream(rows).map(FollowingTest::row).toList());
    }

    private Instant answer(List<Recommendation> rows) {
        clock.advance(Duration.ofDays(1));
        try (History.Run run = history.begin()) {
            run.storeRecommendations(rows);
            return run.at();
        }
    }

    private static Recommendation row(String text) {
        String[] parts = text.split(": | = ", -1);
        return row(parts[0], parts[1].equals("-") ? null : parts[1], parts.length > 2 ? parts[2] : "open", "hipaa");
    }

    private static Recommendation row(String id, @Nullable String title, String status, @Nullable String framework) {
        return new Recommendation(
                id,
                title,
                1,
                new Status(status),
                framework == null ? null : new Framework(framework),
                "Access",
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private List<String> now() {
        return history.posture().recommendations().stream()
                .map(r -> r.id() + " of " + r.lineage())
                .toList();
    }

    private List<String> changes(Instant from) {
        return history.changes(from, history.posture(), Duration.ZERO).stream()
                .map(change -> change.kind().id() + " " + change.subject())
                .toList();
    }

    private List<String> ids(String id) {
        return history.versions(id, FAR).stream().map(Recommendation::id).toList();
    }

    @Test
    void aRetakeThatReissuesEverythingChangesNothing() {
        Instant first = answer("a: One", "b: Two", "c: Three");
        Instant second = answer("x: One", "y: Two", "z: Three");

        assertThat(now()).containsExactly("x of a", "y of b", "z of c");
        assertThat(changes(first)).isEmpty();
        assertThat(history.posture().recommendations())
                .allSatisfy(r -> assertThat(r.firstSeen()).isEqualTo(first))
                .allSatisfy(r -> assertThat(r.lastChanged()).isEqualTo(second));
        for (String id : List.of("a", "x")) {
            assertThat(ids(id)).containsExactly("a", "x");
        }
        assertThat(history.versions("a", first)).hasSize(1);
        assertThat(history.versions("x", first)).as("not seen by then").isEmpty();
        assertThat(history.posture().openCounts()).hasSize(1);
    }

    @Test
    void ofHalfARetakeTheOtherHalfKeepsItsIds() {
        Instant first = answer("a: One", "b: Two", "c: Three", "d: Four");
        answer("a: One", "y: Two", "z: Four", "c: Three");

        assertThat(now()).containsExactly("a of a", "y of b", "z of d", "c of c");
        assertThat(changes(first)).isEmpty();
    }

    @Test
    void aRetakeMayAlsoCompleteAndReprioritiseAndRaise() {
        Instant first = answer("a: One", "b: Two", "c: Three");
        answer("n: New", "x: One = completed", "y: Two");

        assertThat(now()).containsExactly("n of n", "x of a", "y of b");
        assertThat(changes(first))
                .containsExactly(
                        "recommendation_opened New", "recommendation_completed One", "recommendation_gone Three");
    }

    @Test
    void titlesTwiceInOneFrameworkAreFollowedInTheirOrder() {
        Instant first = answer("a: Same = open", "b: Same = dismissed", "c: Same = completed");
        answer("x: Same = open", "y: Same = dismissed");

        assertThat(now()).containsExactly("x of a", "y of b");
        assertThat(changes(first)).containsExactly("recommendation_gone Same");
    }

    @Test
    void aTwinThatKeepsItsIdIsNeverTaken() {
        Instant first = answer("a: Same", "b: Same = completed");
        answer("b: Same = completed", "x: Same");

        assertThat(now()).containsExactly("b of b", "x of a");
        assertThat(changes(first)).isEmpty();
    }

    /** An id that stays is trusted: that two exchanged theirs cannot be told from two that were reworded. */
    @Test
    void swappedIdsAreTwoThatWereReworded() {
        Instant first = answer("a: One", "b: Two");
        answer("b: One", "a: Two");

        assertThat(now()).containsExactly("b of b", "a of a");
        assertThat(changes(first)).containsExactlyInAnyOrder("recommendation_edited One", "recommendation_edited Two");
    }

    @Test
    void anIdThatReturnsAfterItsAdviceWentOnBeginsALife() {
        answer("a: One");
        Instant second = answer("x: One");
        answer("x: One", "a: Other");

        assertThat(now()).containsExactly("x of a", "a of a#2");
        assertThat(changes(second)).containsExactly("recommendation_opened Other");
        assertThat(ids("a")).as("who held it last").containsExactly("a");
        assertThat(ids("x")).containsExactly("a", "x");
        assertThat(history.versions("a", second)).hasSize(2);
        answer("x: One");
        answer("x: One", "a: Other");
        assertThat(now()).as("and goes back to that life").containsExactly("x of a", "a of a#2");
    }

    @Test
    void anIdThatReturnsWhenItsAdviceIsGoneGoesBackToIt() {
        answer("a: One");
        answer("x: One");
        answer(List.of());
        answer("a: One, reworded");

        assertThat(now()).containsExactly("a of a");
        assertThat(ids("a")).containsExactly("a", "x", "a");
    }

    @Test
    void lineagesStayUniqueEvenWhenAnIdLooksLikeOne() {
        answer("a: One");
        answer("x: One");
        answer("x: One", "a: Other", "a#2: Third");

        assertThat(now()).containsExactly("x of a", "a of a#2", "a#2 of a#2#2");
        assertThat(ids("a#2")).containsExactly("a#2");
    }

    @Test
    void aReissueInALaterAnswerIsFollowedAllTheSame() {
        Instant first = answer("a: One", "b: Two");
        answer("b: Two");
        Instant gone = answer("b: Two");
        answer("b: Two", "x: One");

        assertThat(now()).containsExactly("b of b", "x of a");
        assertThat(changes(first)).isEmpty();
        assertThat(changes(gone)).containsExactly("recommendation_returned One");
    }

    @Test
    void whatCameBackIsDatedWhenItCame() {
        answer("a: One");
        Instant gone = answer(List.of());
        Instant back = answer("x: One");

        assertThat(history.changes(gone, history.posture(), Duration.ZERO))
                .extracting(Change::kind, Change::at)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Change.Kind.RECOMMENDATION_RETURNED, back));
    }

    @Test
    void whoLeftWithThisAnswerIsFollowedBeforeWhoLeftLongAgo() {
        answer("old: Same", "a: Same");
        answer("a: Same");
        answer("x: Same", "y: Same");

        assertThat(now()).containsExactly("x of a", "y of old");
    }

    @Test
    void aNewIdWithANewTitleIsNewAndGone() {
        Instant first = answer("a: One");
        answer("x: One, but better");

        assertThat(now()).containsExactly("x of x");
        assertThat(changes(first)).containsExactly("recommendation_opened One, but better", "recommendation_gone One");
    }

    @Test
    void withoutATitleNothingIsFollowed() {
        Instant first = answer("a: -", "b:  ");
        answer("x: -", "y:  ");

        assertThat(now()).containsExactly("x of x", "y of y");
        assertThat(changes(first)).hasSize(4);
    }

    @Test
    void caseAndSpacesAreNoDifferenceButFrameworkAndCategoryAre() {
        answer(List.of(
                row("a", "Rotate  the Café’s keys", "open", "hipaa"),
                row("b", "Log", "open", "hipaa"),
                row("c", "Bare", "open", null)));
        answer(List.of(
                row("x", "rotate the cafe\u0301’s\u00a0KEYS ", "open", "HIPAA"),
                row("y", "Log", "open", "soc-2"),
                row("z", "Bare", "open", null)));

        assertThat(now()).containsExactly("x of a", "y of y", "z of c");
    }

    @Test
    void anEndpointThatFailsInBetweenIsNoAnswer() {
        Instant first = answer("a: One", "b: Two");
        clock.advance(Duration.ofDays(1));
        try (History.Run run = history.begin()) {
            run.storeFailure(Part.RECOMMENDATIONS, Outcome.SERVER_FAULT, "500");
        }
        answer("y: Two", "x: One");

        assertThat(now()).containsExactly("y of b", "x of a");
        assertThat(changes(first)).isEmpty();
    }

    @Test
    void theStoryOfALifeHasItsStepsAcrossIds() {
        answer("a: One");
        answer("a: One = in_progress");
        answer("x: One = in_progress");
        answer("x: One = completed");

        assertThat(history.versions("a", FAR))
                .extracting(r -> r.id() + " " + r.lineage() + " " + status(r))
                .containsExactly("a a open", "a a in_progress", "x a in_progress", "x a completed");
        assertThat(history.versions("a", FAR)).isEqualTo(history.versions("x", FAR));
    }

    private static String status(Recommendation r) {
        Status status = r.status();
        return status == null ? "" : status.id();
    }

    /** Ten thousand at once: everything in the answer is new to it. */
    @Test
    void aLargeRetakeIsFollowedInOneGo() {
        List<Recommendation> before = new ArrayList<>();
        List<Recommendation> after = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(i -> {
            before.add(row("a" + i, "Title " + i / 2, "open", "hipaa"));
            after.add(row("b" + i, "Title " + i / 2, "open", "hipaa"));
        });
        answer(before);
        answer(after);

        assertThat(history.posture().recommendations())
                .allSatisfy(r -> assertThat(r.lineage()).isEqualTo("a" + r.id().substring(1)));
    }
}
