package dev.gradeline.cli;

import dev.gradeline.ayliea.Call;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.sync.SyncProgress;
import dev.gradeline.sync.SyncReport;
import dev.gradeline.sync.SyncReport.PartReport;
import dev.gradeline.words.ChangeWords;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code gradeline sync}: synchronises once, stores, and prints what changed. */
@Command(name = "sync")
final class SyncCommand implements Callable<Integer> {
    private final Session session;

    SyncCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::synchronise);
    }

    private ExitCode synchronise(Workbench bench) {
        new DemoNote(session).before(bench);
        bench.prepareToSynchronise();
        SyncReport report = bench.synchroniser().run(Call.inBackground(), SyncProgress.NONE);
        tell(report.parts().values());
        if (report.parts().values().stream().anyMatch(part -> part.outcome() == Outcome.OK)) {
            printChanges(report);
        }
        ExitCode code = ExitCode.of(
                report.parts().values().stream().map(PartReport::outcome).toList());
        return code == ExitCode.KEY ? new KeyTrouble(session).tell(bench) : code;
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
                        .map(part -> new Notices.Ended(part.part(), part.outcome(), part.detail(), part.retryAt()))
                        .toList());
    }

    private String count(Part part, int rows) {
        return switch (part) {
            case SCORES -> session.words().of("cli.sync.frameworks", rows);
            case RECOMMENDATIONS -> session.words().of("cli.sync.recommendations", rows);
            case DISCOVERY -> session.words().of("cli.sync.platforms", rows);
        };
    }

    private void printChanges(SyncReport report) {
        if (report.changes().isEmpty()) {
            session.print(session.words().of("cli.sync.nothing"));
        }
        for (ChangeWords.Line line : new ChangeWords(session.words()).digest(report.changes())) {
            session.print(line.symbol() + " " + line.text());
        }
    }
}
