package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.GrownDemo;
import dev.gradeline.cli.Shell;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.settings.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's two years, grown through the real client into the real history. */
class DemoHistoryTest {
    private static final int MOMENTS = Story.northwind().moments().size();

    @TempDir
    private Path folder;

    private Program open() {
        return new Programs(
                        new Surroundings(
                                Map.of(), new DataDirectory(folder), InstantSource.system(), FakeKeychain::new),
                        Shell.WORDS)
                .open(new GlobalOptions(folder, null, null, true, GlobalOptions.DEFAULT_MAX_WAIT));
    }

    private static DemoHistory growth(Program program) {
        return Objects.requireNonNull(program.demoHistory());
    }

    @Test
    void growsInSteps_stopsWhenToldTo_andGoesOnLater() {
        try (Program program = open()) {
            assertThat(growTwoSteps(program)).containsExactly("0/" + MOMENTS, "1/" + MOMENTS, "2/" + MOMENTS);
            assertThat(program.history().mark(History.Mark.LAST_VISIT)).isNull();
        }
        try (Program program = open()) {
            int left = MOMENTS - 2;
            assertThat(growTwoSteps(program)).containsExactly("0/" + left, "1/" + left, "2/" + left);
            assertThat(program.history().posture().lastSync())
                    .isBetween(
                            Story.northwind().moments().get(3),
                            Story.northwind().moments().get(3).plusSeconds(1));
        }
    }

    private static List<String> growTwoSteps(Program program) {
        List<String> steps = new ArrayList<>();
        Call call = new Call();
        growth(program).grow(call, (done, total) -> {
            steps.add(done + "/" + total);
            if (done == 2) {
                call.cancel();
            }
        });
        return steps;
    }

    @Test
    void whatIsGrownIsNotGrownAgain() throws IOException {
        GrownDemo.get().copyTo(folder);
        try (Program program = open()) {
            List<String> steps = new ArrayList<>();
            growth(program).grow(new Call(), (done, total) -> steps.add(done + "/" + total));
            assertThat(steps).containsExactly("0/0");
            assertGrown(program);
        }
    }

    private static void assertGrown(Program program) {
        Posture posture = program.history().posture();
        assertThat(posture.standings()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(posture.recommendations()).hasSizeGreaterThan(500);
        assertThat(posture.scans()).hasSizeGreaterThan(12);
        assertThat(posture.freshness().values())
                .allSatisfy(part -> assertThat(part.outcome()).isEqualTo(Outcome.OK));
        assertThat(program.clock().instant()).isBetween(Story.END, Story.END.plusSeconds(1));
        assertThat(program.history().mark(History.Mark.LAST_VISIT)).isEqualTo(Instant.parse("2026-11-08T08:00:00Z"));
        assertThat(program.history()
                        .posture(Instant.parse("2025-06-01T00:00:00Z"))
                        .recommendations())
                .isNotEmpty()
                .hasSizeLessThan(posture.recommendations().size() + 1);
    }

    /** A retake brings what there is of HIPAA under new ids: nothing of it is new, gone, or takes another's place. */
    @Test
    void theRetakeWithNewIdsIsFollowed() throws IOException {
        GrownDemo.get().copyTo(folder);
        try (Program program = open()) {
            Instant before = Instant.parse("2026-08-04T14:45:00Z");
            Instant after = Instant.parse("2026-08-05T00:00:00Z");
            List<Change> changes = program.history().changes(before, after, Duration.ZERO);
            assertThat(changes).noneMatch(change -> change.kind() == Change.Kind.RECOMMENDATION_GONE);
            assertThat(changes.stream().filter(change -> change.kind() == Change.Kind.RECOMMENDATION_OPENED))
                    .hasSizeBetween(16, 30);
            Map<String, Recommendation> then = program.history().posture(before).recommendations().stream()
                    .collect(Collectors.toMap(Recommendation::lineage, r -> r));
            Recommendation named = program.history().posture().recommendations().stream()
                    .filter(r -> String.valueOf(r.title()).startsWith("Close the shared log-ins"))
                    .findFirst()
                    .orElseThrow();
            assertThat(then.get(named.lineage()))
                    .isNotNull()
                    .satisfies(r -> assertThat(r.id()).isNotEqualTo(named.id()));
            assertThat(program.history().versions(named.id(), Story.END))
                    .extracting(Recommendation::id)
                    .contains(named.id(), named.lineage());
        }
    }

    @Test
    void leavesTheLastMomentToASynchronisation() {
        try (Program program = open()) {
            Call call = new Call();
            growth(program).growBarTheLast(call, (done, total) -> {
                assertThat(total).isEqualTo(MOMENTS - 1);
                if (done == 1) {
                    call.cancel();
                }
            });
            assertThat(program.clock().instant()).isEqualTo(Story.END);
        }
    }

    @Test
    void theClockOfAWindowRunsOn() {
        try (Program program = open()) {
            Instant before = program.clock().instant();
            assertThat(program.clock().instant()).isEqualTo(before);
            growth(program).live();
            while (!program.clock().instant().isAfter(before)) {
                Thread.onSpinWait();
            }
            assertThat(program.clock().instant()).isBetween(before, before.plusSeconds(60));
        }
    }
}
