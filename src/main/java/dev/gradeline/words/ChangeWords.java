package dev.gradeline.words;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Change.Kind;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes in sentences: the same ones on screen, on the command line and in the PDF. Immutable; any thread. */
public final class ChangeWords {
    /** More names than this are counted: “and 4 more”. */
    private static final int NAMED = 3;

    private static final int LONGEST_NAME = 60;

    private final Words words;
    private final PostureWords posture;
    private final ScoreSentences scores;

    /** Whether a change is welcome; {@code NEUTRAL} wherever the API does not say. */
    public enum Tone {
        GOOD,
        BAD,
        NEUTRAL
    }

    /**
     * One line of a digest.
     *
     * @param symbol a single character that says without colour what kind of change it is: ▲ ▼ ✓ + − ! ◷
     * @param text the sentence, cleaned for display
     * @param at the newest moment among the changes
     * @param changes what the line sums up: one change, or several of a kind
     */
    public record Line(Kind kind, String symbol, Tone tone, String text, Instant at, List<Change> changes) {
        public Line {
            changes = List.copyOf(changes);
        }

        /** How all that is summed up moved: 1 up, −1 down; 0 where that differs or is not known. */
        public int direction() {
            List<Integer> directions =
                    changes.stream().map(ChangeWords::direction).distinct().toList();
            return directions.size() == 1 ? directions.getFirst() : 0;
        }
    }

    public ChangeWords(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
        this.scores = new ScoreSentences(words, posture, new TimeWords(words));
    }

    /**
     * One line for each framework or figure, however often it was assessed; changes of recommendations and platforms are counted by kind.
     * Grades come first, then scores, then the rest in the order of {@link Kind}; among equals the newest first.
     */
    public List<Line> digest(List<Change> changes) {
        List<Line> lines = new ArrayList<>();
        Map<Kind, List<Change>> counted = new EnumMap<>(Kind.class);
        for (Change change : Changes.net(changes)) {
            switch (change) {
                case Change.OfRecommendation r ->
                    counted.computeIfAbsent(r.kind(), k -> new ArrayList<>()).add(r);
                case Change.OfPlatform p ->
                    counted.computeIfAbsent(p.kind(), k -> new ArrayList<>()).add(p);
                case Change.Score s -> lines.add(line(s));
                case Change.Figure f -> lines.add(line(f));
                case Change.NotAssessed n -> lines.add(line(n));
            }
        }
        counted.forEach((kind, some) -> lines.add(sum(kind, some)));
        lines.sort(Comparator.comparing((Line line) -> group(line.kind()))
                .thenComparing(Line::at, Comparator.reverseOrder())
                .thenComparing(Line::text));
        return List.copyOf(lines);
    }

    /** One change as its own line. */
    public Line line(Change change) {
        String text = switch (change) {
            case Change.Score s -> scores.of(s);
            case Change.OfRecommendation r -> recommendation(r);
            case Change.OfPlatform p -> platform(p);
            case Change.Figure f -> figure(f);
            case Change.NotAssessed n -> words.of("change.notAssessed", posture.framework(n.framework()), n.days());
        };
        return new Line(change.kind(), symbol(change), tone(change), text, change.at(), List.of(change));
    }

    private String platform(Change.OfPlatform change) {
        String name = posture.clean(change.platform().name());
        return switch (change.kind()) {
            case PLATFORM_GONE -> words.of("change.platformGone", name);
            case PLATFORM_RETURNED -> words.of("change.platformReturned", name);
            default -> words.of("change.platformNew", name);
        };
    }

    private Line sum(Kind kind, List<Change> changes) {
        Change newest = changes.stream().max(Comparator.comparing(Change::at)).orElseThrow();
        return new Line(kind, symbol(newest), tone(newest), count(kind, changes), newest.at(), changes);
    }

    private String count(Kind kind, List<Change> changes) {
        int n = changes.size();
        return switch (kind) {
            case RECOMMENDATION_OPENED -> words.of("changes.opened", n);
            case RECOMMENDATION_RETURNED -> words.of("changes.returned", n);
            case RECOMMENDATION_REOPENED -> words.of("changes.reopened", n);
            case RECOMMENDATION_COMPLETED -> words.of("changes.completed", n);
            case RECOMMENDATION_DISMISSED -> words.of("changes.dismissed", n);
            case RECOMMENDATION_REPRIORITISED -> words.of("changes.reprioritised", n);
            case RECOMMENDATION_EDITED -> words.of("changes.edited", n);
            case RECOMMENDATION_GONE -> words.of("changes.gone", n);
            case PLATFORM_NEW -> words.of("changes.platformsNew", n, names(changes));
            case PLATFORM_RETURNED -> words.of("changes.platformsReturned", n, names(changes));
            case PLATFORM_GONE -> words.of("changes.platformsGone", n, names(changes));
            default -> words.of("changes.progressed", n);
        };
    }

    private String names(List<Change> changes) {
        List<String> names = changes.stream()
                .filter(Change.OfPlatform.class::isInstance)
                .map(Change.OfPlatform.class::cast)
                .map(p -> Cleaning.shorten(posture.clean(p.platform().name()), LONGEST_NAME))
                .toList();
        String first = String.join(words.of("changes.comma"), names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? first : words.of("changes.andMore", first, names.size() - NAMED);
    }

    private String recommendation(Change.OfRecommendation change) {
        String title = posture.title(change.recommendation().title());
        return switch (change.kind()) {
            case RECOMMENDATION_OPENED -> words.of("change.opened", title);
            case RECOMMENDATION_RETURNED -> words.of("change.returned", title);
            case RECOMMENDATION_REOPENED -> words.of("change.reopened", title);
            case RECOMMENDATION_COMPLETED -> words.of("change.completed", title);
            case RECOMMENDATION_DISMISSED -> words.of("change.dismissed", title);
            case RECOMMENDATION_REPRIORITISED ->
                words.of("change.reprioritised", priority(change.before()), priority(change.after()), title);
            case RECOMMENDATION_EDITED -> words.of("change.edited", title);
            case RECOMMENDATION_GONE -> words.of("change.gone", title);
            default -> words.of("change.progressed", status(change.before()), status(change.after()), title);
        };
    }

    private String status(@Nullable String id) {
        return posture.status(id == null ? null : new Status(id));
    }

    private String priority(@Nullable String number) {
        return number == null ? posture.priority(null) : words.of("posture.priority", posture.clean(number));
    }

    private String figure(Change.Figure figure) {
        if (figure.kind() == Kind.SCAN_NEW) {
            return words.of("change.scanNew", count(figure.after()));
        }
        if (figure.kind() == Kind.SCAN_GONE) {
            return words.of("change.scanGone", count(figure.before()));
        }
        return words.of(
                figure.kind() == Kind.SHADOW_AI_COUNT ? "change.shadowAi" : "change.riskScore",
                amount(figure.before()),
                amount(figure.after()));
    }

    private static int count(@Nullable String number) {
        BigDecimal value = parse(number);
        return value == null ? 0 : value.intValue();
    }

    private String amount(@Nullable String number) {
        BigDecimal value = parse(number);
        return value == null && number != null ? posture.clean(number) : posture.number(value);
    }

    private static @Nullable BigDecimal parse(@Nullable String number) {
        try {
            return number == null ? null : new BigDecimal(number);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** How a figure moved, or a priority, of which 1 is the highest: 1 up, −1 down, 0 when that is not known. */
    private static int direction(Change change) {
        BigDecimal was = parse(change.before());
        BigDecimal now = parse(change.after());
        if (was == null || now == null) {
            return 0;
        }
        return change.kind() == Kind.RECOMMENDATION_REPRIORITISED ? was.compareTo(now) : now.compareTo(was);
    }

    private static Tone tone(Change change) {
        return switch (change.kind()) {
            case GRADE_UP, SCORE_UP, RECOMMENDATION_COMPLETED -> Tone.GOOD;
            case GRADE_DOWN, SCORE_DOWN -> Tone.BAD;
            case SHADOW_AI_COUNT -> {
                int direction = direction(change);
                yield direction > 0 ? Tone.BAD : direction < 0 ? Tone.GOOD : Tone.NEUTRAL;
            }
            default -> Tone.NEUTRAL;
        };
    }

    private static String symbol(Change change) {
        return switch (change.kind()) {
            case GRADE_UP, SCORE_UP -> "▲";
            case GRADE_DOWN, SCORE_DOWN -> "▼";
            case GRADE_CHANGED, REASSESSED -> "■";
            case RESTATED, RECOMMENDATION_EDITED -> "±";
            case NEWLY_ASSESSED,
                    RECOMMENDATION_OPENED,
                    RECOMMENDATION_RETURNED,
                    RECOMMENDATION_REOPENED,
                    PLATFORM_NEW,
                    PLATFORM_RETURNED,
                    SCAN_NEW -> "+";
            case FRAMEWORK_GONE, RECOMMENDATION_GONE, PLATFORM_GONE, SCAN_GONE -> "−";
            case RECOMMENDATION_PROGRESSED, RECOMMENDATION_REPRIORITISED, RISK_SCORE -> "→";
            case RECOMMENDATION_COMPLETED -> "✓";
            case RECOMMENDATION_DISMISSED -> "×";
            case SHADOW_AI_COUNT -> direction(change) < 0 ? "▼" : "!";
            case NOT_ASSESSED -> "◷";
        };
    }

    /** Up and down are read together; only then does the order of the kinds count. */
    private static Kind group(Kind kind) {
        return switch (kind) {
            case GRADE_DOWN, GRADE_UP, GRADE_CHANGED -> Kind.GRADE_DOWN;
            case SCORE_DOWN, SCORE_UP -> Kind.SCORE_DOWN;
            default -> kind;
        };
    }
}
