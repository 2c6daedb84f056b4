package dev.gradeline.cli;

import dev.gradeline.history.BackupRefusedException;
import dev.gradeline.history.History;
import java.nio.file.Path;
import java.util.Locale;
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

    @Option(names = "--overwrite", descriptionKey = "cli.option.overwrite")
    private boolean overwrite;

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
        try {
            bench.history().backup(file, overwrite, () -> false);
        } catch (BackupRefusedException e) {
            String key = "backup.refused." + e.reason().name().toLowerCase(Locale.ROOT);
            String why = session.words().of(key, output, e.answers(), e.assessments(), e.recommendations(), e.others());
            throw new UsageException(session.words().of("cli.backup.refused", why) + " "
                    + session.words().of(advice(e.reason())));
        }
        session.tell("cli.backup.done", output);
        return ExitCode.DONE;
    }

    private static String advice(BackupRefusedException.Reason reason) {
        return switch (reason) {
            case NO_FILE -> "cli.backup.elsewhere";
            case MORE -> "cli.backup.restoreFirst";
            case NO_BACKUP, UNREADABLE, NEWER, OTHER -> "cli.backup.overwrite";
        };
    }
}
