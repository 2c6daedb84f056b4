package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of one connection, looked at as of one moment, without the network. */
final class Stored {
    private final Session session;
    private final Workbench bench;
    private final Posture posture;
    private final boolean present;
    private final @Nullable Instant since;

    private Stored(Session session, Workbench bench, Posture posture, boolean present, @Nullable Instant since) {
        this.session = session;
        this.bench = bench;
        this.posture = posture;
        this.present = present;
        this.since = since;
    }

    /**
     * Reads what is stored; in the demo, its history is grown first.
     *
     * @throws UsageException when the period is not one
     */
    static Stored read(Session session, Workbench bench, Period period) {
        Words words = session.words();
        // a bad moment is told before a demo is grown for it
        period.since(words, Instant.MAX);
        period.asOf(words, bench.clock());
        new DemoNote(session).before(bench);
        bench.prepareToRead();
        Instant asOf = period.asOf(words, bench.clock());
        Posture posture =
                asOf == null ? bench.history().posture() : bench.history().posture(asOf);
        return new Stored(session, bench, posture, asOf == null, period.since(words, posture.asOf()));
    }

    Posture posture() {
        return posture;
    }

    /** Whether this is the present, and not a moment that the person named. */
    boolean isPresent() {
        return present;
    }

    /** The start of the period: as given, else as history has it. */
    Instant since(History.Mark mark) {
        if (since != null) {
            return since;
        }
        Instant start = bench.history().periodStart(mark, posture.asOf());
        // before the first answer there is nothing to compare: no period leads backwards
        return start.isAfter(posture.asOf()) ? posture.asOf() : start;
    }

    List<Change> changes(Instant from) {
        Duration oldAfter = Duration.ofDays(bench.settings().current().oldAfterDays());
        return bench.history().changes(from, posture.asOf(), oldAfter);
    }

    /** Warns where what is stored is missing or could not be refreshed: “nothing” must not pass for “no findings”. */
    void tellStale(Part... parts) {
        if (posture.isEmpty()) {
            session.tellText(nothing());
            return;
        }
        for (Part part : parts) {
            Freshness freshness = posture.freshness(part);
            if (freshness.outcome() != Outcome.OK) {
                session.tellText(freshness(part));
            }
        }
    }

    /** How fresh a part is, or why it is not; “9 h ago” would be told from today, so of a past moment the date is said. */
    String freshness(Part part) {
        Freshness freshness = posture.freshness(part);
        return present
                ? session.outcomes().freshness(freshness, posture.asOf())
                : session.outcomes().freshness(freshness);
    }

    /**
     * Nobody should be handed a document about nothing.
     *
     * @throws UsageException when nothing was known at the moment looked at
     */
    void requireSomething() {
        if (posture.isEmpty()) {
            throw new UsageException(nothing());
        }
    }

    private String nothing() {
        Instant first = bench.history().firstSync();
        if (present || first == null) {
            return session.words().of("cli.stored.nothing");
        }
        return session.words()
                .of(
                        "cli.stored.nothingThen",
                        session.times().dateTime(posture.asOf()),
                        session.times().dateTime(first));
    }
}
