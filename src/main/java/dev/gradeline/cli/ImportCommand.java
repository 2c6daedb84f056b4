package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.posture.Assessment;
import dev.gradeline.report.AssessmentCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gradeline import}: past assessments from a table, so that a newcomer need not start with an empty trend. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private static final int TOLD = 10;

    private final Session session;

    @Parameters(paramLabel = "FILE.csv", descriptionKey = "cli.option.importFile")
    private Path file = Path.of("");

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withNew(this::take);
    }

    private ExitCode take(Workbench bench) throws IOException {
        InputFile.check(file, session.words());
        AssessmentCsv.Read read = AssessmentCsv.read(file, bench.clock().instant());
        if (!read.flaws().isEmpty()) {
            read.flaws().stream().limit(TOLD).forEach(this::tell);
            int more = read.flaws().size() - TOLD;
            String rest = more > 0 ? " " + session.words().of("import.more", more) : "";
            throw new UsageException(session.words().of("cli.import.refused", file) + rest);
        }
        List<Assessment> rows = read.assessments();
        History.Imported imported = bench.history().importAssessments(rows);
        InputFile.remember(bench);
        session.tell("cli.import.done", file, imported.added(), imported.known());
        List<Integer> overruled = imported.overruled();
        if (!overruled.isEmpty()) {
            String lines = overruled.stream()
                    .limit(TOLD)
                    .map(row -> String.valueOf(read.lines().get(row)))
                    .collect(Collectors.joining(", "));
            session.tell("import.overruled", overruled.size(), overruled.size() > TOLD ? lines + ", …" : lines);
        }
        return ExitCode.DONE;
    }

    private void tell(AssessmentCsv.Flaw flaw) {
        session.tell("import.flaw." + flaw.kind().name().toLowerCase(java.util.Locale.ROOT), flaw.line(), flaw.value());
    }
}
