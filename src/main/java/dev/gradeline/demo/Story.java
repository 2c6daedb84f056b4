package dev.gradeline.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the server answers at any instant: one organisation over two years. Made from tables and a fixed seed, so it is
 * the same at each start, wherever it runs. Immutable.
 */
public final class Story {
    /** Where the story ends; at any later instant the answers stay as they are then. */
    public static final Instant END = Instant.parse("2026-11-23T06:40:00Z");

    /** The last visit that the sample window pretends: between it and the end something differs on every front. */
    public static final Instant LAST_VISIT = Instant.parse("2026-11-08T06:40:00Z");

    private static final Period LENGTH = Period.ofYears(2);
    /** So long before the end the moments become daily. */
    private static final Duration DAILY = Duration.ofDays(56);
    /** How soon after a notable event somebody synchronises. */
    private static final Duration SOON = Duration.ofMinutes(20);

    private static final Comparator<Recommendation.Phase> API_ORDER = Comparator.comparingInt(
                    Recommendation.Phase::priority)
            .thenComparing(Recommendation.Phase::issued, Comparator.reverseOrder());

    private record ScoreRow(String frameworkId, BigDecimal overallScore, String grade, Instant completedAt) {}

    /** What a framework's row in the answer is from an instant on. */
    private record ScorePhase(String framework, Instant from, String json) {}

    private final Script script;
    private final List<ScorePhase> scores;
    /** Newest first. */
    private final List<Recommendation> recommendations;

    private final List<Scans.Finished> scans;
    private final Instant[] turns;

    Story(Script script) {
        this.script = script;
        this.scores = script.frameworks().stream().flatMap(Story::scoresOf).toList();
        this.recommendations = script.frameworks().stream()
                .flatMap(framework -> Backlog.of(framework, script.named(), END).stream())
                .sorted(Comparator.comparing(Recommendation::raised).reversed())
                .toList();
        this.scans = Scans.of(script);
        this.turns = turns();
    }

    /** “Northwind Health”, a clinic group, over the two years up to {@link #END}. */
    public static Story northwind() {
        return Northwind.STORY;
    }

    private static final class Northwind {
        static final Story STORY = new Story(Script.northwind());
    }

    /** The organisation's name; the API never tells it. */
    public String organisation() {
        return script.organisation();
    }

    /** Where the story begins; the oldest assessments are a few weeks older. */
    public Instant start() {
        return END.atZone(ZoneOffset.UTC).minus(LENGTH).toInstant();
    }

    /** Where the story ends. */
    public Instant end() {
        return END;
    }

    /**
     * Moments at which to synchronise so that history grows as in real life: once a week (soon after something notable
     * where there was something), in the last weeks every day and soon after whatever is notable.
     *
     * @return ascending, from {@link #start()} to {@link #end()}, about 150
     */
    public List<Instant> moments() {
        Instant daily = END.minus(DAILY);
        NavigableSet<Instant> notable = notable();
        TreeSet<Instant> moments = new TreeSet<>();
        moments.add(start());
        for (Instant week = daily; week.isAfter(start()); week = week.minus(Duration.ofDays(7))) {
            Instant event = notable.lower(week.minus(SOON));
            boolean within = event != null && event.isAfter(week.minus(Duration.ofDays(7))) && event.isAfter(start());
            moments.add(event != null && within ? event.plus(SOON) : week);
        }
        for (Instant day = END; day.isAfter(daily); day = day.minus(Duration.ofDays(1))) {
            moments.add(day);
        }
        notable.tailSet(daily).forEach(event -> moments.add(event.plus(SOON)));
        return List.copyOf(moments);
    }

    private NavigableSet<Instant> notable() {
        TreeSet<Instant> notable = new TreeSet<>();
        scores.forEach(phase -> notable.add(phase.from()));
        scans.forEach(scan -> notable.add(scan.completedAt()));
        return notable;
    }

    /** The number of the stretch between two changes that an instant falls in: within one, no answer differs. */
    int chapter(Instant instant) {
        int found = Arrays.binarySearch(turns, instant);
        return found >= 0 ? found : -found - 2;
    }

    /** Everything that the API holds at an instant. */
    Snapshot at(Instant instant) {
        List<String> rows = recommendations.stream()
                .map(recommendation -> recommendation.at(instant))
                .filter(Objects::nonNull)
                .sorted(API_ORDER)
                .map(Recommendation.Phase::json)
                .toList();
        List<String> latest = script.frameworks().stream()
                .flatMap(framework -> scoreOf(framework.id(), instant).stream())
                .toList();
        Scans.Finished scan = null;
        for (Scans.Finished finished : scans) {
            if (!finished.completedAt().isAfter(instant)) {
                scan = finished;
            }
        }
        return scan == null
                ? new Snapshot(latest, rows, "null", List.of())
                : new Snapshot(latest, rows, scan.scan(), scan.platforms());
    }

    private List<String> scoreOf(String framework, Instant instant) {
        return scores.stream()
                .filter(phase -> phase.framework().equals(framework))
                .filter(phase -> !phase.from().isAfter(instant))
                .reduce((earlier, later) -> later)
                .map(phase -> List.of(phase.json()))
                .orElse(List.of());
    }

    private static Stream<ScorePhase> scoresOf(Script.Framework framework) {
        return framework.assessments().stream().flatMap(assessment -> {
            List<ScorePhase> phases = new ArrayList<>();
            Instant completed = assessment.completedAt();
            phases.add(phase(framework, assessment.score(), completed, completed));
            Script.Restated restated = assessment.restated();
            if (restated != null) {
                phases.add(phase(framework, restated.score(), completed, restated.at()));
            }
            return phases.stream();
        });
    }

    private static ScorePhase phase(Script.Framework framework, BigDecimal score, Instant completed, Instant from) {
        ScoreRow row = new ScoreRow(framework.id(), score, gradeOf(score), completed);
        return new ScorePhase(framework.id(), from, Json.write(row));
    }

    /** The documented bands: A from 90, B from 75, C from 60, D from 40, F below. */
    private static String gradeOf(BigDecimal score) {
        double value = score.doubleValue();
        return value >= 90 ? "A" : value >= 75 ? "B" : value >= 60 ? "C" : value >= 40 ? "D" : "F";
    }

    private Instant[] turns() {
        NavigableSet<Instant> all = notable();
        recommendations.forEach(recommendation -> recommendation.phases().forEach(phase -> all.add(phase.from())));
        return all.toArray(Instant[]::new);
    }
}
