package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of random synchronisations: what was known at any moment is what history says was known then. */
class AsOfTest {
    private static final int RUNS = 100;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private boolean interrupted = true;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyMomentComesBackAsItWas(long seed) {
        Random random = new Random(seed);
        RandomOrganisation organisation = new RandomOrganisation(random);
        NaiveHistory model = new NaiveHistory();
        List<Posture> remembered = new ArrayList<>();
        Path file = directory.resolve("h.db");
        History history = History.open(file, clock);
        try {
            remembered.add(history.posture());
            for (int run = 0; run < RUNS; run++) {
                organisation.live();
                pass(random);
                synchronise(history, organisation, model, random);
                Posture posture = history.posture();
                model.check(posture);
                remembered.add(posture);
                if (random.nextInt(20) == 0) {
                    history.close();
                    history = History.open(file, clock);
                }
            }
            clock.advance(Duration.ofDays(400));
            for (Posture then : remembered) {
                assertThat(history.posture(then.asOf())).isEqualTo(then);
            }
        } finally {
            history.close();
        }
    }

    /** Mostly on; at times not at all, or, unless nothing dated the end of the last run, back. */
    private void pass(Random random) {
        switch (random.nextInt(10)) {
            case 0 -> clock.advance(Duration.ofHours(interrupted ? 1 : -5));
            case 1 -> clock.advance(interrupted ? Duration.ofNanos(1_000) : Duration.ZERO);
            default ->
                clock.advance(
                        Duration.ofNanos(random.nextLong(1, Duration.ofHours(9).toNanos())));
        }
    }

    private void synchronise(History history, RandomOrganisation organisation, NaiveHistory model, Random random) {
        History.Run run = history.begin();
        clock.advance(Duration.ofMillis(random.nextInt(3_000)));
        interrupted = random.nextInt(15) == 0;
        if (part(Part.SCORES, run, model, random)) {
            List<Assessment> scores = organisation.scores();
            run.storeScores(scores);
            model.scores(run.at(), scores);
        }
        if (part(Part.RECOMMENDATIONS, run, model, random)) {
            List<Recommendation> recommendations = organisation.recommendations();
            run.storeRecommendations(recommendations);
            model.recommendations(run.at(), recommendations);
        }
        if (!interrupted && part(Part.DISCOVERY, run, model, random)) {
            run.storeDiscovery(organisation.scan());
            model.discovery(organisation.scan());
        }
        if (!interrupted) {
            run.close();
        }
    }

    private static boolean part(Part part, History.Run run, NaiveHistory model, Random random) {
        boolean fails = random.nextInt(8) == 0;
        Outcome outcome = fails ? Outcome.REFUSED : Outcome.OK;
        if (fails) {
            run.storeFailure(part, outcome, "403");
        }
        model.part(part, run.at(), outcome);
        return !fails;
    }
}
