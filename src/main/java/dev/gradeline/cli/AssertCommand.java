package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.posture.Limit;
import dev.gradeline.posture.LimitCheck;
import dev.gradeline.posture.LimitWatch;
import dev.gradeline.posture.Limits;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.words.LimitWords;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gradeline assert}: does what is stored hold to these limits, or, without any given, to those set
 * in the window? For schedulers; says nothing on standard output. */
@Command(name = "assert")
final class AssertCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private LimitOptions options = new LimitOptions();

    @Mixin
    private Period period = new Period();

    AssertCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::check);
    }

    private ExitCode check(Workbench bench) {
        Limits given = options.limits(session.words());
        boolean fromSettings = given.all().isEmpty();
        Limits asked = fromSettings ? inSettings(bench) : given;
        if (asked.all().isEmpty()) {
            throw new UsageException(session.words().of("cli.assert.nothing"));
        }
        period.requireNotAhead(session.words(), bench.clock());
        if (period.hasSince() && !asked.askForNewPlatforms()) {
            throw new UsageException(session.words().of("cli.assert.since"));
        }
        Stored stored = Stored.read(session, bench, period);
        Posture posture = stored.posture();
        if (posture.isEmpty() && bench.history().firstSync() == null) {
            session.tell("cli.assert.empty");
            return ExitCode.ASSERTION;
        }
        stored.requireSomething();
        // what was set in the window stays meant when its framework is gone: then nobody can say that it holds
        Limits limits = fromSettings ? asked : LimitOptions.named(asked, posture, session.words());
        if (fromSettings) {
            session.tell("cli.assert.settings", limits.all().size());
        }
        tellAge(stored, limits);
        Instant since = stored.since(History.Mark.LAST_REPORT);
        Posture before = limits.askForNewPlatforms() ? bench.history().posture(since) : posture;
        List<LimitCheck> checks = limits.check(posture, before);
        LimitWords sentences = new LimitWords(session.words());
        List<LimitCheck> broken =
                checks.stream().filter(check -> !check.holds()).toList();
        broken.forEach(
                check -> session.tell("cli.assert.broken", asked(check.limit()), sentences.sentence(check, since)));
        if (broken.isEmpty()) {
            session.tell("cli.assert.holds", checks.size());
        }
        return broken.isEmpty() ? ExitCode.DONE : ExitCode.ASSERTION;
    }

    private static Limits inSettings(Workbench bench) {
        String text = bench.settings().current().limits().get(bench.connection().name());
        return text == null ? Limits.NONE : LimitWatch.parse(text).limits();
    }

    private static String asked(Limit limit) {
        return ("--" + limit.kind().id() + " " + limit.asked()).strip();
    }

    /** What is told stands on what was read then: each part that the limits speak of, with why it is not fresher. */
    private void tellAge(Stored stored, Limits limits) {
        for (Part part : Part.values()) {
            if (limits.all().stream().anyMatch(limit -> limit.kind().part() == part)) {
                session.tellText(stored.freshness(part));
            }
        }
    }
}
