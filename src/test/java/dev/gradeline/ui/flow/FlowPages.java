package dev.gradeline.ui.flow;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Lifetime;
import dev.gradeline.posture.Lifetime.Held;
import dev.gradeline.posture.Lifetimes;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import dev.gradeline.posture.Unread;
import dev.gradeline.ui.kit.Memory;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** The flow page over lives of a test's own. */
final class FlowPages {
    static final Instant BEGIN = Instant.parse("2025-10-05T09:00:00Z");

    private FlowPages() {}

    static final class Around {
        final PageSurroundings pages;
        final PageContext context;
        Function<Instant, Lifetimes> lives;

        Around(Path folder, TaskRunner tasks, Function<Instant, Lifetimes> lives) {
            this.lives = lives;
            this.pages = new PageSurroundings(TestPages.firstVisit(Postures.northwind()), tasks, folder, Map.of());
            PageContext plain = pages.context;
            Memory memory = new Memory() {
                @Override
                public List<Change> changes(Instant from, Instant to) {
                    return List.of();
                }

                @Override
                public List<Recommendation> versions(String recommendationId, Instant asOf) {
                    return List.of();
                }

                @Override
                public Lifetimes lifetimes(Instant asOf) {
                    return Around.this.lives.apply(asOf);
                }
            };
            this.context = new PageContext(
                    plain.words(),
                    plain.situation(),
                    plain.arriving(),
                    plain.filter(),
                    plain.navigator(),
                    memory,
                    tasks,
                    plain.settings(),
                    plain.saver(),
                    plain.connection());
        }
    }

    static Around around(Path folder, Lifetime... lives) {
        return new Around(folder, TaskRunner.direct(), asOf -> seen(asOf, List.of(), List.of(lives)));
    }

    static Lifetimes seen(Instant asOf, List<Unread> unread, List<Lifetime> lives) {
        return new Lifetimes(asOf, BEGIN, Set.of(BEGIN), unread, lives);
    }

    /** “open 2026-01-10 completed 2026-02-01”: each status until the next. */
    static Lifetime life(String id, int priority, String framework, String story) {
        String[] words = story.split(" ");
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            Instant to = i + 3 < words.length ? day(words[i + 3]) : null;
            held.add(new Held(day(words[i + 1]), to, new Status(words[i])));
        }
        return new Lifetime(id, id, "Title of " + id, priority, new Framework(framework), null, held);
    }

    private static Instant day(String day) {
        return day.equals("begin") ? BEGIN : Instant.parse(day + "T12:00:00Z");
    }

    /** The same as a look at a moment that is over. */
    static Situation past(Situation present) {
        return new Situation(
                present.posture(),
                present.now(),
                present.since(),
                present.lastReport(),
                present.changes(),
                present.sinceVisit(),
                present.oldAfterDays(),
                true);
    }

    /** A year of an organisation at work, always the same. */
    static Lifetimes busy(Instant asOf, int count) {
        Random random = new Random(7);
        List<String> frameworks = List.of("hipaa", "cis-v8", "ai-security", "nist-csf-2");
        List<Lifetime> lives = new ArrayList<>();
        long span = asOf.getEpochSecond() - BEGIN.getEpochSecond();
        for (int i = 0; i < count; i++) {
            Instant opened = i % 9 == 0 ? BEGIN : BEGIN.plusSeconds((long) (span * random.nextDouble()));
            Instant closed = opened.plusSeconds(86_400L * (5 + random.nextInt(240)));
            List<Held> held = new ArrayList<>();
            boolean ends = closed.isBefore(asOf);
            held.add(new Held(opened, ends ? closed : null, i % 4 == 0 ? Status.IN_PROGRESS : Status.OPEN));
            if (ends) {
                held.add(new Held(closed, null, i % 6 == 0 ? Status.DISMISSED : Status.COMPLETED));
            }
            lives.add(new Lifetime(
                    "r" + i,
                    "r" + i,
                    "Encrypt the backups of system number " + i,
                    1 + i % 4,
                    new Framework(frameworks.get(i % frameworks.size())),
                    null,
                    held));
        }
        Unread gap = new Unread(Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-05-04T09:00:00Z"));
        return new Lifetimes(asOf, BEGIN, Set.of(BEGIN), List.of(gap), lives);
    }
}
