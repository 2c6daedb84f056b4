package dev.gradeline.cli;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.history.History;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.sync.SyncProgress;
import dev.gradeline.sync.SyncReport;
import dev.gradeline.sync.SyncReport.PartReport;
import dev.gradeline.words.ChangeWords;
import dev.gradeline.words.ClockWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One synchronisation of one connection: what it stored and how it ended goes to standard error, what changed to the other. */
final class OneSync {
    private final Session session;
    private final String prefix;

    /** @param prefix stands before each line of data; may be empty */
    OneSync(Session session, String prefix) {
        this.session = session;
        this.prefix = prefix;
    }

    /**
     * Reads, stores and tells.
     *
     * @param sameOrganisation whether the person vouches for the key
     */
    ExitCode run(Workbench bench, boolean sameOrganisation) {
        new DemoNote(session).before(bench);
        bench.prepareToSynchronise();
        ApiKey key = bench.client().key();
        if (key == null
                && !History.isKnown(
                        bench.directory().historyFile(bench.connection().name()))) {
            // there is nothing to remember: no empty history stays behind
            return new KeyTrouble(session).tell(bench);
        }
        if (sameOrganisation && key != null) {
            bench.synchroniser().vouchFor(key);
        }
        SyncReport report = bench.synchroniser().run(Call.inBackground(), SyncProgress.NONE);
        if (report.parts().values().stream().allMatch(part -> part.outcome() == Outcome.NO_KEY)) {
            ExitCode code = new KeyTrouble(session).tell(bench);
            tellLastRead(report, bench.history().posture());
            return code;
        }
        tell(report.parts().values());
        String behind = new ClockWords(session.words())
                .behind(bench.history().posture(), bench.clock().instant());
        if (!behind.isEmpty()) {
            session.tellText(behind);
        }
        tellLastRead(report, bench.history().posture());
        if (report.parts().values().stream().anyMatch(part -> part.outcome() == Outcome.OK)) {
            printChanges(report, bench.history().beganAnew(report.at()));
        }
        return ExitCode.of(
                report.parts().values().stream().map(PartReport::outcome).toList());
    }

    private void tell(Collection<PartReport> parts) {
        for (PartReport part : parts) {
            if (part.outcome() == Outcome.OK) {
                session.tell("cli.sync.stored", session.outcomes().name(part.part()), count(part.part(), part.rows()));
            }
            part.oddities().forEach(oddity -> session.tell("cli.sync.odd", oddity));
        }
        new Notices(session)
                .tell(parts.stream()
                        .map(part -> new Notices.Ended(part.part(), part.outcome(), part.detail()))
                        .toList());
    }

    /** Offline is no loss: says of when the data is that stays. */
    private void tellLastRead(SyncReport report, Posture posture) {
        Map<Instant, List<String>> names = new TreeMap<>();
        for (PartReport part : report.parts().values()) {
            Instant read = posture.freshness(part.part()).refreshedAt();
            if (part.outcome() != Outcome.OK && read != null) {
                names.computeIfAbsent(read, at -> new ArrayList<>())
                        .add(session.outcomes().name(part.part()));
            }
        }
        names.forEach((read, parts) -> {
            String at = session.times().dateTime(read);
            String ago = session.times().ago(read, report.at());
            if (names.size() == 1) {
                session.tell("cli.sync.lastRead", at, ago);
            } else {
                parts.forEach(name -> session.tell("cli.sync.lastReadPart", name, at, ago));
            }
        });
    }

    private String count(Part part, int rows) {
        return switch (part) {
            case SCORES -> session.words().of("cli.sync.frameworks", rows);
            case RECOMMENDATIONS -> session.words().of("cli.sync.recommendations", rows);
            case DISCOVERY -> session.words().of("cli.sync.platforms", rows);
        };
    }

    /** @param anew the parts that cannot be compared with before */
    private void printChanges(SyncReport report, Set<Part> anew) {
        if (!anew.isEmpty()) {
            String names = anew.stream().map(session.outcomes()::name).collect(Collectors.joining(", "));
            print(session.words().of("cli.sync.anew", names));
        } else if (report.changes().isEmpty()) {
            print(session.words().of("cli.sync.nothing"));
        }
        for (ChangeWords.Line line : new ChangeWords(session.words()).digest(report.changes())) {
            print(line.symbol() + " " + line.text());
        }
    }

    private void print(String line) {
        session.print(prefix + line);
    }
}
