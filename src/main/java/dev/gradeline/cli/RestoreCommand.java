package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.history.OtherOrganizationException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gradeline restore}: takes in what a backup knows; nothing that is here is lost. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.restoreFile")
    private Path file = Path.of("");

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withNew(this::restore);
    }

    private ExitCode restore(Workbench bench) {
        InputFile.check(file, session.words());
        History.Restored restored;
        try {
            restored = bench.history().restore(file);
        } catch (OtherOrganizationException other) {
            throw new UsageException(session.words()
                    .of(
                            "cli.restore.other",
                            file,
                            other.theirs(),
                            bench.connection().name(),
                            other.ours()));
        }
        InputFile.remember(bench);
        if (restored.answers() == 0 && restored.imports() == 0) {
            session.tell("cli.restore.nothing", file);
        } else {
            session.tell(
                    "cli.restore.done",
                    file,
                    restored.answers(),
                    restored.assessments() + restored.imports(),
                    restored.recommendations());
        }
        return ExitCode.DONE;
    }
}
