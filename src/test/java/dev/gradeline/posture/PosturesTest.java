package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fixture keeps its promises, so that the tests that name its figures mean something. */
class PosturesTest {
    @Test
    void northwindHasTheFiguresOfThePictures() {
        Posture posture = Postures.northwind();

        assertThat(posture.recommendations()).hasSize(115);
        assertThat(posture.count(Status.OPEN)).isEqualTo(37);
        assertThat(posture.count(Status.IN_PROGRESS)).isEqualTo(12);
        assertThat(posture.count(Status.COMPLETED)).isEqualTo(61);
        assertThat(posture.count(Status.DISMISSED)).isEqualTo(5);
        assertThat(posture.standings())
                .hasSize(5)
                .allSatisfy(s -> assertThat(s.assessments()).hasSize(6));
        assertThat(posture.scan()).isSameAs(posture.scans().getFirst());
        assertThat(posture.scans().getFirst().platforms()).hasSize(14);
        assertThat(posture.openCounts().getLast().open()).isEqualTo(37);
        assertThat(posture.standings()).isSortedAccordingTo(java.util.Comparator.comparing(Standing::framework));
    }

    @Test
    void recommendationsHaveIdsAndRanksOfTheirOwn() {
        List<Recommendation> rows = Postures.northwind().recommendations();

        assertThat(new HashSet<>(rows.stream().map(Recommendation::id).toList()))
                .hasSize(115);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).rank()).isEqualTo(i + 1);
        }
    }

    @Test
    void theLastVisitDiffersAsThePictureOfTheOverviewSays() {
        Posture earlier = Postures.northwindEarlier();

        assertThat(earlier.count(Status.OPEN))
                .isEqualTo(earlier.openCounts().getLast().open());
        assertThat(Changes.between(earlier, Postures.northwind(), Duration.ofDays(100)))
                .extracting(c -> c.kind() + " " + c.subject())
                .contains(
                        "SCORE_UP ai-security",
                        "PLATFORM_NEW Perplexity",
                        "PLATFORM_NEW Cursor",
                        "PLATFORM_GONE Jasper",
                        "SHADOW_AI_COUNT shadow_ai_count",
                        "NOT_ASSESSED iso-27001")
                .filteredOn(text -> text.startsWith("RECOMMENDATION_"))
                .hasSize(4)
                .allMatch(text -> text.startsWith("RECOMMENDATION_COMPLETED"));
    }
}
