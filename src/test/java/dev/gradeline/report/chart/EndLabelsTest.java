package dev.gradeline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EndLabelsTest {
    @Test
    void labelsWithRoomStayWhereTheyBelong() {
        assertThat(EndLabels.spread(List.of(10.0, 40.0, 90.0), 15, 0, 100)).containsExactly(10.0, 40.0, 90.0);
    }

    @Test
    void labelsOfLinesThatMeetSpreadEvenlyAroundThem() {
        assertThat(EndLabels.spread(List.of(50.0, 50.0, 50.0), 10, 0, 100)).containsExactly(40.0, 50.0, 60.0);
    }

    @Test
    void labelsAtAnEdgeArePushedInwards() {
        assertThat(EndLabels.spread(List.of(0.0, 0.0), 10, 0, 100)).containsExactly(0.0, 10.0);
        assertThat(EndLabels.spread(List.of(100.0, 100.0), 10, 0, 100)).containsExactly(90.0, 100.0);
    }

    @Test
    void labelsNeverTouchNorLeaveTheirBounds() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            int count = 1 + random.nextInt(20);
            double bottom = 10.0 * (count - 1) + random.nextInt(300);
            List<Double> wanted =
                    random.doubles(count, 0, bottom + 1).sorted().boxed().toList();
            List<Double> centres = EndLabels.spread(wanted, 10, 0, bottom);
            assertThat(centres).as("seed %d, round %d", seed, round).hasSize(count);
            assertThat(centres.getFirst()).isGreaterThanOrEqualTo(-1e-9);
            assertThat(centres.getLast()).isLessThanOrEqualTo(bottom + 1e-9);
            for (int i = 1; i < count; i++) {
                assertThat(centres.get(i) - centres.get(i - 1))
                        .as("seed %d, round %d", seed, round)
                        .isGreaterThan(10 - 1e-6);
            }
        }
    }

    @Test
    void aCrowdMovesOnlyAsFarAsItMust() {
        List<Double> centres = EndLabels.spread(List.of(20.0, 22.0, 80.0), 10, 0, 100);

        assertThat(centres.get(0)).isCloseTo(16, within(1e-9));
        assertThat(centres.get(1)).isCloseTo(26, within(1e-9));
        assertThat(centres.get(2)).isEqualTo(80);
    }
}
