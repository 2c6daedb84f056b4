package dev.gradeline.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works out the course of every recommendation of one framework, from a fixed seed: each assessment raises some, and
 * until the next one a share of what is outstanding gets done. The share is larger where the score then rises, because
 * that is why it rises.
 */
final class Backlog {
    /** The stretch of time that the shares below are meant for. */
    static final double SEASON_DAYS = 75;

    private static final long SEED = 17;
    // shares of what is outstanding (of what is closed, for the last), for one season
    private static final double DISMISSED = 0.020;
    private static final double STARTED = 0.12;
    private static final double REPRIORITISED = 0.05;
    private static final double REOPENED = 0.006;
    /** How much a framework's pace grows with each point that its next assessment gains. */
    private static final double PER_POINT_GAINED = 0.025;
    /** How much likelier something gets done once it is in progress. */
    private static final double HEAD_START = 1.6;
    /** Priorities 2 to 5 as they are dealt out: the middle is common, the ends are not. */
    private static final int[] PRIORITIES = {2, 2, 3, 3, 3, 3, 4, 4, 4, 5};

    private final Script.Framework framework;
    private final List<Script.Named> named;
    private final Random random;
    private final Phrasebook phrasebook;
    private final List<Recommendation> drawn = new ArrayList<>();
    private final List<Recommendation> told = new ArrayList<>();

    private Backlog(Script.Framework framework, List<Script.Named> named) {
        this.framework = framework;
        this.named = named;
        this.random = new Random(SEED * 31 + framework.id().hashCode());
        this.phrasebook = new Phrasebook(framework.id(), random);
    }

    /** Every recommendation that this framework raises until an instant. */
    static List<Recommendation> of(Script.Framework framework, List<Script.Named> named, Instant end) {
        return new Backlog(framework, named).run(end);
    }

    private List<Recommendation> run(Instant end) {
        List<Script.Assessment> assessments = framework.assessments();
        for (int i = 0; i < assessments.size(); i++) {
            Script.Assessment assessment = assessments.get(i);
            if (assessment.bringsNewIds()) {
                drawn.forEach(recommendation -> recommendation.reissue(assessment.completedAt()));
            }
            raise(assessment);
            Script.Assessment next = i + 1 < assessments.size() ? assessments.get(i + 1) : null;
            work(assessment, next, end);
        }
        List<Recommendation> all = new ArrayList<>(told);
        all.addAll(drawn);
        return all;
    }

    private void raise(Script.Assessment assessment) {
        Instant at = assessment.completedAt();
        named.stream()
                .filter(entry -> entry.framework().equals(framework.id()))
                .filter(entry ->
                        entry.raisedBy().equals(at.atZone(ZoneOffset.UTC).toLocalDate()))
                .forEach(entry -> told.add(tell(entry, at)));
        reissue(at);
        for (int i = 0; i < assessment.raised(); i++) {
            Phrasebook.Phrase phrase = phrasebook.next();
            int priority = i < assessment.urgent() ? 1 : PRIORITIES[random.nextInt(PRIORITIES.length)];
            drawn.add(new Recommendation(framework.id(), phrase.title(), phrase.category(), priority, at));
        }
    }

    private Recommendation tell(Script.Named entry, Instant at) {
        Deque<Instant> retakes = framework.assessments().stream()
                .filter(Script.Assessment::bringsNewIds)
                .map(Script.Assessment::completedAt)
                .filter(retake -> retake.isAfter(at))
                .collect(Collectors.toCollection(ArrayDeque::new));
        Recommendation recommendation =
                new Recommendation(entry.framework(), entry.title(), entry.category(), entry.priority(), at);
        for (Script.Move move : entry.moves() == null ? List.<Script.Move>of() : entry.moves()) {
            while (!retakes.isEmpty() && retakes.getFirst().isBefore(move.at())) {
                recommendation.reissue(retakes.removeFirst());
            }
            if (move.status() != null) {
                recommendation.become(move.status(), move.at());
            }
            if (move.priority() != null) {
                recommendation.prioritise(move.priority(), move.at());
            }
        }
        retakes.forEach(recommendation::reissue);
        return recommendation;
    }

    /** A retake brings a few old ones again, whatever became of it. */
    private void reissue(Instant at) {
        List<Recommendation> again = new ArrayList<>();
        for (Recommendation recommendation : drawn) {
            boolean urgent = recommendation.now().priority() == 1;
            if (!urgent && again.isEmpty() && random.nextInt(40) == 0) {
                again.add(recommendation.again(at));
            }
        }
        drawn.addAll(again);
    }

    private void work(Script.Assessment from, Script.@Nullable Assessment to, Instant end) {
        Instant until = to == null ? end : to.completedAt();
        double gained = to == null ? 0 : to.score().subtract(from.score()).doubleValue();
        double share = Math.clamp(framework.pace() + PER_POINT_GAINED * gained, 0.1, 0.85);
        double seasons = Duration.between(from.completedAt(), until).toHours() / 24.0 / SEASON_DAYS;
        Season season = new Season(from.completedAt(), until, scaled(share, seasons), seasons);
        drawn.forEach(recommendation -> course(recommendation, season));
    }

    /** A share that holds for one season, over a stretch of so many seasons. */
    private static double scaled(double share, double seasons) {
        return 1 - StrictMath.pow(1 - share, seasons);
    }

    private record Season(Instant from, Instant until, double done, double length) {}

    private void course(Recommendation recommendation, Season season) {
        double fate = random.nextDouble();
        Instant one = moment(season);
        Instant other = moment(season);
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;
        if (recommendation.outstanding()) {
            carryOn(recommendation, season, fate, earlier, later);
        } else if (fate < scaled(REOPENED, season.length())) {
            recommendation.become(Recommendation.OPEN, later);
        }
    }

    /** The fates lie side by side on the stretch from 0 to 1: done, dismissed, started, another priority, nothing. */
    private void carryOn(Recommendation recommendation, Season season, double fate, Instant earlier, Instant later) {
        boolean started = recommendation.now().status().equals(Recommendation.IN_PROGRESS);
        double done = season.done() * (started ? HEAD_START : 1) * eagerness(recommendation);
        double dismissed = done + scaled(DISMISSED, season.length());
        double begun = dismissed + (started ? 0 : scaled(STARTED, season.length()));
        double reprioritised = begun + scaled(REPRIORITISED, season.length());
        if (fate < done) {
            if (!started && earlier.isBefore(later)) {
                recommendation.become(Recommendation.IN_PROGRESS, earlier);
            }
            recommendation.become(Recommendation.COMPLETED, later);
        } else if (fate < dismissed) {
            recommendation.become(Recommendation.DISMISSED, later);
        } else if (fate < begun) {
            recommendation.become(Recommendation.IN_PROGRESS, later);
        } else if (fate < reprioritised) {
            recommendation.prioritise(shifted(recommendation.now().priority()), later);
        }
    }

    /** What is urgent gets done a little sooner, what is not a little later. */
    private static double eagerness(Recommendation recommendation) {
        return 1.16 - 0.05 * recommendation.now().priority();
    }

    private int shifted(int priority) {
        return priority <= 2 || (priority < 5 && random.nextBoolean()) ? priority + 1 : priority - 1;
    }

    /** Some minute strictly inside a season, in office hours of a working day where the season has one. */
    private Instant moment(Season season) {
        int minutes =
                Math.toIntExact(Duration.between(season.from(), season.until()).toMinutes());
        Instant any = season.from().plus(Duration.ofMinutes(1 + random.nextInt(minutes - 1)));
        var day = any.atZone(ZoneOffset.UTC);
        int weekend = Math.max(0, day.getDayOfWeek().getValue() - 5);
        Instant office = day.minusDays(weekend)
                .withHour(7 + random.nextInt(10))
                .withSecond(0)
                .toInstant();
        return office.isAfter(season.from()) && office.isBefore(season.until()) ? office : any;
    }
}
