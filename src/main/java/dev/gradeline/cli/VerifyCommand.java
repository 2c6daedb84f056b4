package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.posture.Posture;
import dev.gradeline.report.SnapshotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gradeline verify}: whether a snapshot is as Gradeline wrote it, and agrees with the history here. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    /** Larger than any snapshot: the whole file is read. */
    private static final long LARGEST = 500_000_000;

    /** How many differences are told one by one. */
    private static final int NAMED = 20;

    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.verifyFile")
    private Path file = Path.of("");

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::verify);
    }

    private ExitCode verify(Workbench bench) throws IOException {
        InputFile.check(file, session.words());
        if (Files.size(file) > LARGEST) {
            throw new UsageException(session.words().of("cli.verify.large", file));
        }
        SnapshotFile snapshot = SnapshotFile.of(Files.readAllBytes(file));
        return switch (snapshot.state()) {
            case NOT_PDF -> throw new UsageException(session.words().of("cli.verify.notPdf", file));
            case FOREIGN -> {
                print("cli.verify.foreign", file);
                yield ExitCode.ASSERTION;
            }
            case CHANGED -> {
                print("cli.verify.changed", file);
                print(snapshot.isDataWhole() ? "cli.verify.dataWhole" : "cli.verify.dataChanged");
                if (snapshot.isDataWhole()) {
                    agreement(snapshot, bench);
                }
                yield ExitCode.ASSERTION;
            }
            case WHOLE -> {
                print("cli.verify.whole", file, snapshot.program());
                yield agreement(snapshot, bench);
            }
        };
    }

    /** Says whether the data agrees with the history; where there is none to compare with, that it could not be. */
    private ExitCode agreement(SnapshotFile snapshot, Workbench bench) throws IOException {
        Instant asOf = snapshot.asOf();
        if (asOf == null
                || !bench.demo()
                        && !History.isKnown(
                                bench.directory().historyFile(bench.connection().name()))) {
            print("cli.verify.noHistory");
            return ExitCode.DONE;
        }
        new DemoNote(session).before(bench);
        bench.prepareToRead();
        History history = bench.history();
        if (snapshot.isOfOtherThan(history.posture().organizationId())) {
            print("cli.verify.otherOrganisation");
            return ExitCode.DONE;
        }
        Posture then = history.posture(asOf);
        String moment = session.times().dateTime(asOf);
        if (then.isEmpty()) {
            print("cli.verify.nothingThen", moment);
            return ExitCode.DONE;
        }
        Instant named = snapshot.namesAsOf();
        Posture later = named == null ? null : history.posture(named);
        List<String> differences =
                snapshot.differences(then, later, bench.connection().label(), session.words());
        if (differences.isEmpty()) {
            print("cli.verify.agrees", moment);
            return ExitCode.DONE;
        }
        print("cli.verify.differs", moment);
        differences.stream().limit(NAMED).forEach(difference -> session.print("- " + difference));
        if (differences.size() > NAMED) {
            print("cli.verify.more", differences.size() - NAMED);
        }
        if (!Objects.equals(snapshot.lastSync(), then.lastSync())) {
            print("cli.verify.otherSync", when(snapshot.lastSync()), when(then.lastSync()));
        }
        return ExitCode.ASSERTION;
    }

    private String when(@Nullable Instant at) {
        return at == null
                ? session.words().of("cli.verify.never")
                : session.times().dateTime(at);
    }

    /** The verdict is what was asked for: it goes to standard output. */
    private void print(String key, Object... arguments) {
        session.print(session.words().of(key, arguments));
    }
}
