package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostureTest {
    private static final Instant SEEN = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void everyPartHasAFreshnessInTheOrderOfTheParts() {
        Map<Part, Freshness> some = new HashMap<>();
        some.put(Part.DISCOVERY, new Freshness(Part.DISCOVERY, SEEN, SEEN, Outcome.OK, ""));
        Posture posture = new Posture(SEEN, null, null, some, List.of(), List.of(), List.of(), false, List.of());
        some.clear();

        assertThat(posture.freshness().keySet()).containsExactly(Part.values());
        assertThat(posture.freshness(Part.SCORES)).isEqualTo(Freshness.never(Part.SCORES));
        assertThat(posture.freshness(Part.SCORES).upToDate()).isFalse();
        assertThat(posture.freshness(Part.DISCOVERY).upToDate()).isTrue();
        assertThatThrownBy(() -> posture.freshness().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aPostureIsNotChangedThroughItsLists() {
        List<Recommendation> rows = new ArrayList<>(Postures.northwind().recommendations());
        Posture posture = new Posture(SEEN, null, null, Map.of(), List.of(), rows, List.of(), false, List.of());
        rows.clear();

        assertThat(posture.recommendations()).hasSize(115);
    }

    @Test
    void emptyIsWhatNothingWasStoredIn() {
        assertThat(Postures.empty().isEmpty()).isTrue();
        assertThat(Postures.onePoint().isEmpty()).isFalse();
        assertThat(Postures.northwind().isEmpty()).isFalse();
    }

    @Test
    void withoutAReportedScanThereIsNoneNow() {
        Posture full = Postures.northwind();
        Posture none = new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                full.recommendations(),
                full.scans(),
                false,
                full.openCounts());

        assertThat(full.scan()).isEqualTo(full.scans().getFirst());
        assertThat(full.previousScan()).isEqualTo(full.scans().get(1));
        assertThat(none.scan()).isNull();
        assertThat(none.previousScan()).isNull();
    }

    @Test
    void aStandingKnowsItsMovement() {
        Standing standing = Postures.northwind().standings().getFirst();

        assertThat(standing.framework()).isEqualTo(Postures.AI);
        assertThat(standing.change()).isEqualByComparingTo("6");
        assertThat(Postures.onePoint().standings().getFirst().change()).isNull();
        assertThat(Postures.onePoint().standings().getFirst().previous()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new Standing(Postures.AI, List.of(), true));
    }

    @Test
    void everyAssessmentKnowsItsMovement() {
        Assessment first = new Assessment(Postures.AI, new BigDecimal("60"), null, SEEN, SEEN, false);
        Assessment lower = new Assessment(Postures.AI, new BigDecimal("55.5"), null, SEEN.plusSeconds(1), SEEN, false);
        Assessment unknown = new Assessment(Postures.AI, null, null, SEEN.plusSeconds(2), SEEN, false);
        Assessment last = new Assessment(Postures.AI, new BigDecimal("70"), null, SEEN.plusSeconds(3), SEEN, false);
        Standing standing = new Standing(Postures.AI, List.of(first, lower, unknown, last, last), true);

        assertThat(standing.changeAt(0)).as("the first").isNull();
        assertThat(standing.changeAt(1)).isEqualByComparingTo("-4.5");
        assertThat(standing.changeAt(2)).as("without a score").isNull();
        assertThat(standing.changeAt(3)).as("after one without a score").isNull();
        assertThat(standing.changeAt(4)).as("a repetition").isEqualByComparingTo("0");
        assertThat(standing.change()).isEqualTo(standing.changeAt(4));
        assertThatThrownBy(() -> standing.changeAt(5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void withoutAScoreThereIsNoMovement() {
        Assessment known = new Assessment(Postures.AI, BigDecimal.TEN, null, SEEN, SEEN, false);
        Assessment unknown = new Assessment(Postures.AI, null, null, SEEN.plusSeconds(1), SEEN, false);

        assertThat(new Standing(Postures.AI, List.of(known, unknown), true).change())
                .isNull();
        assertThat(new Standing(Postures.AI, List.of(unknown, known), true).change())
                .isNull();
    }

    @Test
    void anUndatedAssessmentTakesEffectWhenItIsSeen() {
        assertThat(new Assessment(Postures.AI, null, null, null, SEEN, false).effectiveAt())
                .isEqualTo(SEEN);
        assertThat(new Assessment(Postures.AI, null, null, SEEN.minusSeconds(9), SEEN, false).effectiveAt())
                .isEqualTo(SEEN.minusSeconds(9));
    }

    @ParameterizedTest
    @CsvSource({"A, A", "F, F", "a,", "A+,", "E,", "'',"})
    void onlyDocumentedLettersNameABand(String letter, @org.jspecify.annotations.Nullable GradeBand band) {
        assertThat(new Grade(letter).band()).isEqualTo(band);
    }

    @Test
    void theBandsCoverTheScaleWithoutAGap() {
        GradeBand[] bands = GradeBand.values();
        assertThat(bands[0].to()).isEqualTo(100);
        for (int i = 1; i < bands.length; i++) {
            assertThat(bands[i].to()).isEqualTo(bands[i - 1].from());
        }
        assertThat(bands[bands.length - 1].from()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"open, true", "in_progress, true", "completed, false", "dismissed, false", "on hold, false"})
    void openAndInProgressAreStillOpen(String status, boolean open) {
        assertThat(new Status(status).stillOpen()).isEqualTo(open);
    }

    @Test
    void anUnknownFrameworkIsShownAsItself() {
        assertThat(new Framework("hipaa").name()).isEqualTo("HIPAA");
        assertThat(new Framework("iso-27001").name()).isEqualTo("iso-27001");
    }

    @Test
    void aPartIsTakenFromAnotherPostureWithAllThatBelongsToIt() {
        Posture full = Postures.northwind();
        Posture none = new Posture(SEEN, null, null, Map.of(), List.of(), List.of(), List.of(), false, List.of());

        Posture scores = none.with(Part.SCORES, full);
        Posture recommended = none.with(Part.RECOMMENDATIONS, full);
        Posture discovered = none.with(Part.DISCOVERY, full);

        assertThat(scores)
                .isEqualTo(new Posture(
                        SEEN,
                        null,
                        null,
                        Map.of(Part.SCORES, full.freshness(Part.SCORES)),
                        full.standings(),
                        List.of(),
                        List.of(),
                        false,
                        List.of()));
        assertThat(recommended)
                .isEqualTo(new Posture(
                        SEEN,
                        null,
                        null,
                        Map.of(Part.RECOMMENDATIONS, full.freshness(Part.RECOMMENDATIONS)),
                        List.of(),
                        full.recommendations(),
                        List.of(),
                        false,
                        full.openCounts()));
        assertThat(discovered)
                .isEqualTo(new Posture(
                        SEEN,
                        null,
                        full.organizationId(),
                        Map.of(Part.DISCOVERY, full.freshness(Part.DISCOVERY)),
                        List.of(),
                        List.of(),
                        full.scans(),
                        true,
                        List.of()));
        assertThat(full.with(Part.SCORES, none).scan()).isEqualTo(full.scan());
    }

    @Test
    void theScanBeforeNeedsTwo() {
        Posture full = Postures.northwind();
        Posture one = new Posture(
                SEEN, null, null, Map.of(), List.of(), List.of(), full.scans().subList(0, 1), true, List.of());

        assertThat(one.scan()).isEqualTo(full.scans().getFirst());
        assertThat(one.previousScan()).isNull();
    }

    @Test
    void theAssessmentBeforeTheLatestIsTheOneBesideIt() {
        Standing standing = Postures.northwind().standings().getFirst();

        assertThat(standing.previous()).isEqualTo(standing.assessments().get(4));
        assertThat(Changes.latest(standing).earlier()).isEqualTo(standing.previous());
        assertThat(Changes.latest(standing).kind()).isEqualTo(Change.Kind.SCORE_UP);
        assertThat(Changes.latest(Postures.onePoint().standings().getFirst()).kind())
                .isEqualTo(Change.Kind.NEWLY_ASSESSED);
    }

    @Test
    void frameworksAreOrderedByTheirIdentifiers() {
        assertThat(java.util.stream.Stream.of(Postures.NIST, Postures.AI, Postures.HIPAA, Postures.CIS)
                        .sorted())
                .containsExactly(Postures.AI, Postures.CIS, Postures.HIPAA, Postures.NIST);
    }

    @Test
    void aScanWithoutADateTookEffectWhenItWasSeen() {
        Scan dated = Postures.northwind().scans().getFirst();
        Scan undated = new Scan("id", null, null, null, null, null, null, null, null, List.of(), SEEN);

        assertThat(undated.effectiveAt()).isEqualTo(SEEN);
        assertThat(dated.effectiveAt()).isEqualTo(dated.completedAt()).isNotEqualTo(dated.firstSeen());
    }

    @Test
    void thePartsAreCalledAsAylieaCallsThem() {
        assertThat(Part.values()).extracting(Part::id).containsExactly("scores", "recommendations", "discovery");
        assertThat(Part.values())
                .extracting(Part::scope)
                .containsExactly("scores:read", "recommendations:read", "discovery:read");
    }
}
