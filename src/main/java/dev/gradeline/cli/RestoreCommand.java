package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.history.OtherOrganizationException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gradeline restore}: takes in what a backup knows; nothing that is here is lost. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.option.restoreFile")
    private Path file = Path.of("");

    @Option(names = "--same-organisation", descriptionKey = "cli.option.restoreSame")
    private boolean sameOrganisation;

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
            restored = bench.history().restore(file, sameOrganisation, () -> false);
        } catch (OtherOrganizationException other) {
            throw new UsageException(refusal(bench, other));
        }
        InputFile.remember(bench);
        if (restored.isNothing()) {
            session.tell("cli.restore.nothing", file);
        }
        if (restored.answers() + restored.imports() + restored.annotations() > 0) {
            session.tell(
                    "cli.restore.done",
                    file,
                    restored.answers(),
                    restored.assessments() + restored.imports(),
                    restored.recommendations());
        }
        if (restored.annotations() > 0) {
            session.tell("restore.annotations", restored.annotations());
        }
        if (restored.replaced() > 0) {
            session.tell(
                    "restore.replaced",
                    restored.replaced(),
                    restored.assessments(),
                    Math.max(0, restored.versions()),
                    restored.scans());
        }
        return ExitCode.DONE;
    }

    private String refusal(Workbench bench, OtherOrganizationException other) {
        String here = bench.connection().name();
        return other.mayBeSame()
                ? session.words().of("cli.restore.unknown", file, here)
                : session.words()
                        .of(
                                "cli.restore.other",
                                file,
                                String.valueOf(other.theirs()),
                                here,
                                String.valueOf(other.ours()));
    }
}
