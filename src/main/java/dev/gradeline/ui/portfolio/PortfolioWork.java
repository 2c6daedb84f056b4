package dev.gradeline.ui.portfolio;

import dev.gradeline.history.Glance.Look;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.Attention;
import dev.gradeline.ui.kit.KeyLine;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.KeyStanding;
import dev.gradeline.ui.kit.KeyWords;
import dev.gradeline.ui.kit.Movement;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.StandingWords;
import dev.gradeline.ui.portfolio.Holdings.Member;
import dev.gradeline.ui.portfolio.PortfolioRow.Mark;
import dev.gradeline.ui.portfolio.PortfolioRow.Move;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works out an organisation's row. Immutable; any thread. */
final class PortfolioWork {
    private static final int FIRST_PRIORITY = 1;

    private final Words words;
    private final PostureWords posture;
    private final TimeWords times;
    private final OutcomeWords outcomes;
    private final StandingWords standings;
    private final ChangeWords changes;
    private final int oldAfterDays;

    PortfolioWork(Words words, int oldAfterDays) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.times = new TimeWords(words);
        this.outcomes = new OutcomeWords(words);
        this.standings = new StandingWords(words);
        this.changes = new ChangeWords(words);
        this.oldAfterDays = oldAfterDays;
    }

    /** Before its history was looked into. */
    PortfolioRow reading(Member member) {
        return plain(member, "", "", words.of("portfolio.reading"));
    }

    /** Its history cannot be read. */
    PortfolioRow broken(Member member, String why) {
        return plain(member, words.of("portfolio.broken"), why, "");
    }

    PortfolioRow seen(Member member, Look look, Instant now) {
        return switch (look) {
            case Look.Nothing nothing -> plain(member, "", "", words.of("portfolio.never"));
            case Look.Older older -> plain(member, words.of("portfolio.older"), words.of("portfolio.older.hint"), "");
            case Look.Known known -> known(member, known, now);
        };
    }

    /** The same, now that it is known where its key is; null when that is not known. */
    PortfolioRow withKey(PortfolioRow row, @Nullable KeySight key) {
        String line = key == null ? "" : KeyLine.of(key, words);
        // where the key is now says more than that the last run had none
        boolean keyless = key != null && row.trouble().equals(outcomes.reason(Outcome.NO_KEY));
        KeyStanding standing = key == null ? KeyStanding.THERE : KeyStanding.of(key);
        String trouble = keyless ? new KeyWords(words).brief(standing) : row.trouble();
        String hint = Stream.of(keyless ? new KeyWords(words).brief(standing) : row.hint(), line)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return new PortfolioRow(
                row.connection(),
                row.open(),
                trouble,
                trouble.isEmpty() ? line : trouble,
                hint,
                row.grades(),
                row.moves(),
                row.since(),
                row.urgent(),
                row.synced(),
                row.syncedText(),
                row.syncedHint(),
                row.assessed());
    }

    private static PortfolioRow plain(Member member, String trouble, String hint, String syncedText) {
        return new PortfolioRow(
                member.connection(),
                member.open(),
                trouble,
                trouble,
                hint,
                List.of(),
                List.of(),
                "",
                null,
                null,
                syncedText,
                "",
                "");
    }

    private PortfolioRow known(Member member, Look.Known known, Instant now) {
        Posture held = known.posture();
        Situation situation = new Situation(held, now, null, null, List.of(), oldAfterDays);
        Instant synced = held.lastSync();
        Freshness failed = failed(held);
        String trouble = failed == null ? "" : trouble(held, failed);
        return new PortfolioRow(
                member.connection(),
                member.open(),
                trouble,
                trouble,
                failed == null ? "" : hint(held, failed),
                grades(situation),
                moves(known),
                synced == null ? "" : since(known, now),
                urgent(held),
                synced,
                synced == null ? words.of("portfolio.never") : Recency.of(synced, now, times),
                synced == null ? "" : Recency.inFull(synced, times),
                assessed(situation));
    }

    private static @Nullable Freshness failed(Posture held) {
        return held.freshness().values().stream()
                .filter(each -> each.outcome() != null && each.outcome() != Outcome.OK)
                .findFirst()
                .orElse(null);
    }

    /** What befell all parts alike is said once, without their names. */
    private String trouble(Posture held, Freshness failed) {
        Outcome outcome = Objects.requireNonNull(failed.outcome());
        boolean all = held.freshness().values().stream().allMatch(each -> each.outcome() == outcome);
        String reason = outcomes.reason(outcome);
        return all ? reason : words.of("portfolio.trouble.part", outcomes.name(failed.part()), reason);
    }

    private String hint(Posture held, Freshness failed) {
        return outcomes.notice(
                        failed.part(), Objects.requireNonNull(failed.outcome()), failed.detail(), held.allRefused())
                .text();
    }

    private List<Mark> grades(Situation situation) {
        return situation.posture().standings().stream()
                .filter(Standing::reported)
                .map(standing -> new Mark(
                        posture.framework(standing.framework()),
                        standing.current().grade(),
                        standing.current().overallScore(),
                        standings.spoken(standing, situation)))
                .sorted(PortfolioOrder.WORST)
                .toList();
    }

    private List<Move> moves(Look.Known known) {
        List<Move> scores = new ArrayList<>();
        List<Change> others = new ArrayList<>();
        for (Change change : Changes.net(known.changes())) {
            if (change instanceof Change.Score score && score.earlier() != null && score.later() != null) {
                scores.add(move(score));
            } else {
                others.add(change);
            }
        }
        scores.sort(Comparator.comparing(Move::points, Comparator.nullsLast(Comparator.naturalOrder())));
        List<Move> all = new ArrayList<>(scores);
        for (ChangeWords.Line line : changes.digest(others)) {
            all.add(new Move(
                    Movement.UNKNOWN, words.of("portfolio.move.other", line.symbol(), line.text()), line.text(), null));
        }
        return all;
    }

    /** “3 HIPAA”, and where the letter changed, from which to which. */
    private Move move(Change.Score score) {
        var was = Objects.requireNonNull(score.earlier());
        var is = Objects.requireNonNull(score.later());
        String name = posture.framework(score.framework());
        BigDecimal points = was.overallScore() == null || is.overallScore() == null
                ? null
                : is.overallScore().subtract(was.overallScore());
        Movement plain = Movement.ofScore(points, posture);
        String moved = plain.known() ? words.of("portfolio.move", plain.text(), name) : name;
        String text = Objects.equals(was.grade(), is.grade())
                ? moved
                : words.of("portfolio.move.grade", moved, letter(was.grade()), letter(is.grade()));
        Movement shown = new Movement(plain.direction(), text, tone(plain, was.grade(), is.grade()));
        return new Move(shown, "", changes.line(score).text(), points);
    }

    /** A letter tells more than a point: where it changed, that is what is welcome or not. */
    private static ChangeWords.Tone tone(Movement points, @Nullable Grade was, @Nullable Grade is) {
        GradeBand before = was == null ? null : was.band();
        GradeBand after = is == null ? null : is.band();
        if (before == null || after == null || before == after) {
            return points.tone();
        }
        return after.place() > before.place() ? ChangeWords.Tone.BAD : ChangeWords.Tone.GOOD;
    }

    private String letter(@Nullable Grade grade) {
        return grade == null ? posture.unknown() : posture.clean(grade.letter());
    }

    private String since(Look.Known known, Instant now) {
        String day = times.day(known.since(), now);
        return known.sinceReport() ? words.of("portfolio.sinceReport", day) : words.of("portfolio.since", day);
    }

    private static @Nullable Long urgent(Posture held) {
        if (held.freshness(Part.RECOMMENDATIONS).refreshedAt() == null) {
            return null;
        }
        return held.recommendations().stream()
                .filter(each -> Status.OPEN.equals(each.status())
                        && each.priority() != null
                        && each.priority() == FIRST_PRIORITY)
                .count();
    }

    private String assessed(Situation situation) {
        Instant newest = situation.posture().standings().stream()
                .filter(Standing::reported)
                .map(standing -> standing.current().completedAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (newest == null) {
            return "";
        }
        long old = situation.posture().standings().stream()
                .filter(standing -> standing.reported() && Attention.isOld(standing, situation))
                .count();
        String day = Recency.of(newest, situation.now(), times);
        return old == 0 ? words.of("portfolio.assessed", day) : words.of("portfolio.assessed.old", day, old);
    }
}
