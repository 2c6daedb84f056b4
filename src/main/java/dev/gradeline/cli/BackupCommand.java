package dev.gradeline.cli;

import dev.gradeline.history.History;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gradeline backup}: a consistent copy of the history, while it is in use. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            descriptionKey = "cli.option.backupOutput")
    private String output = "";

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::backup);
    }

    private ExitCode backup(Workbench bench) {
        Target target = new Target(output, session.words(), session.out());
        target.check();
        if (target.isStandardOutput()) {
            throw new UsageException(session.words().of("cli.backup.file"));
        }
        Path file = Path.of(output).toAbsolutePath();
        if (History.isAmong(bench.directory().historyDirectory(), file)) {
            // a history that somebody lives in must not be what is replaced
            throw new UsageException(session.words().of("cli.backup.inside", output));
        }
        new DemoNote(session).before(bench);
        bench.prepareToRead();
        if (bench.history().posture().isEmpty()) {
            throw new UsageException(session.words().of("cli.stored.nothing"));
        }
        bench.history().backup(file);
        session.tell("cli.backup.done", output);
        return ExitCode.DONE;
    }
}
