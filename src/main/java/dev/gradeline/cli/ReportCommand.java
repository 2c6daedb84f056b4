package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.Alongside;
import dev.gradeline.report.PdfReport;
import dev.gradeline.report.ReportData;
import dev.gradeline.report.ReportOptions;
import dev.gradeline.report.ReportSection;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gradeline report}: the PDF snapshot, from what is stored. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            descriptionKey = "cli.option.reportOutput")
    private String output = "";

    @Option(
            names = "--paper",
            paramLabel = "PAPER",
            completionCandidates = Choices.Papers.class,
            descriptionKey = "cli.option.paper")
    private ReportOptions.Paper paper = ReportOptions.Paper.A4;

    @Option(names = "--brief", descriptionKey = "cli.option.brief")
    private boolean brief;

    @Option(
            names = "--sections",
            paramLabel = "SECTION",
            split = ",",
            completionCandidates = Choices.Sections.class,
            descriptionKey = "cli.option.sections")
    private @Nullable List<String> sections;

    @Option(names = "--redact", descriptionKey = "cli.option.redact")
    private boolean redact;

    @Mixin
    private Period period = new Period();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::report);
    }

    private ExitCode report(Workbench bench) throws IOException {
        Target target = new Target(output, session.words(), session.out());
        target.check();
        List<ReportSection> parts = parts();
        RecommendationFilter chosen = filter.filter(session.words(), period.asOfOrNow(session.words(), bench.clock()));
        Stored stored = Stored.read(session, bench, period);
        Posture posture = stored.posture();
        stored.requireSomething();
        stored.tellStale(Part.values());
        new UnmatchedValues(session).tell(chosen, posture);
        Instant since = stored.since(History.Mark.LAST_REPORT);
        int oldAfterDays = bench.settings().current().oldAfterDays();
        ReportOptions options = ReportOptions.of(bench.connection().label(), Version.current())
                .withForm(brief ? ReportOptions.Form.BRIEF : ReportOptions.Form.FULL)
                .withSections(parts)
                .withPaper(paper)
                .withFilter(chosen)
                .withSince(since)
                .withOldAfterDays(oldAfterDays)
                .withRedacted(redact);
        History history = bench.history();
        Alongside alongside = new Alongside(history.annotations(), history.unread(Part.SCORES, posture.asOf()));
        Posture later = redact && !stored.isPresent() ? history.posture() : null;
        ReportData data = new ReportData(posture, stored.changes(since), alongside, later);
        target.write(stream -> new PdfReport(session.words()).write(data, options, stream));
        if (stored.isPresent()) {
            if (bench.history().isWritable()) {
                bench.history().setMark(History.Mark.LAST_REPORT, posture.asOf());
            }
        }
        return ExitCode.DONE;
    }

    /** What the snapshot is made of, in the order given; everything when nothing is. */
    private List<ReportSection> parts() {
        if (sections == null) {
            return ReportSection.ALL;
        }
        List<ReportSection> parts = new ArrayList<>();
        for (String name : sections) {
            parts.add(ReportSection.of(name)
                    .orElseThrow(() -> new UsageException(session.words()
                            .of(
                                    "cli.sections.unknown",
                                    name,
                                    ReportSection.ALL.stream()
                                            .map(ReportSection::id)
                                            .collect(Collectors.joining(", "))))));
        }
        return parts;
    }
}
