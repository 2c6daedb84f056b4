package dev.gradeline.bench;

import dev.gradeline.history.History;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import dev.gradeline.settings.DataDirectory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** A data directory as a faithful person has it: ten frameworks, two years of weeks, five thousand recommendations. */
final class TwoYears {
    private static final int FRAMEWORKS = 10;
    private static final int WEEKS = 104;
    private static final int RECOMMENDATIONS = 5_000;
    private static final int WEEKLY_CHANGES = 50;
    private static final List<String> STATUSES = List.of("open", "in_progress", "completed", "dismissed");

    private final Random random = new Random(11);
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    private Instant now = end.minus(Duration.ofDays(7L * WEEKS));

    private TwoYears() {}

    /** Writes it; the last visit was eight days ago, so that there are changes to tell of. */
    static void into(Path directory) {
        new TwoYears().write(new DataDirectory(directory).historyFile("default"));
    }

    private void write(Path file) {
        Posture posture = Postures.northwindWithRecommendations(RECOMMENDATIONS);
        List<Recommendation> rows = new ArrayList<>(posture.recommendations());
        Scan scan = Objects.requireNonNull(posture.scan());
        double[] scores = random.doubles(FRAMEWORKS, 40, 90).toArray();
        try (History history = History.open(file, () -> now)) {
            for (int week = 0; week <= WEEKS; week++) {
                now = end.minus(Duration.ofDays(7L * (WEEKS - week)));
                List<Assessment> reported = new ArrayList<>();
                for (int i = 0; i < FRAMEWORKS; i++) {
                    scores[i] = Math.clamp(scores[i] + random.nextGaussian() * 2, 5, 99);
                    reported.add(assessment("framework-" + (10 + i), Math.round(scores[i])));
                }
                for (int change = 0; change < WEEKLY_CHANGES; change++) {
                    int at = random.nextInt(rows.size());
                    rows.set(at, moved(rows.get(at)));
                }
                try (History.Run run = history.begin()) {
                    run.storeScores(reported);
                    run.storeRecommendations(rows);
                    run.storeDiscovery(scan);
                }
            }
            history.setMark(History.Mark.LAST_VISIT, end.minus(Duration.ofDays(8)));
        }
    }

    private Assessment assessment(String framework, long score) {
        String grade = List.of(GradeBand.values()).stream()
                .filter(band -> score >= band.from())
                .findFirst()
                .orElseThrow()
                .name();
        return new Assessment(new Framework(framework), BigDecimal.valueOf(score), new Grade(grade), now, now, false);
    }

    private Recommendation moved(Recommendation row) {
        return new Recommendation(
                row.id(),
                row.title(),
                row.priority(),
                new Status(STATUSES.get(random.nextInt(STATUSES.size()))),
                row.framework(),
                row.category(),
                row.rank(),
                row.firstSeen(),
                now);
    }
}
