package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.TableExport;
import dev.gradeline.report.TableExport.Format;
import dev.gradeline.settings.AtomicFile;
import dev.gradeline.words.PostureWords;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gradeline export}: one table of what is stored, as CSV or JSON. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    /** What can be exported; the names are a contract. */
    enum What {
        SCORES,
        HISTORY,
        RECOMMENDATIONS,
        PLATFORMS,
        CHANGES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "WHAT", descriptionKey = "cli.option.what")
    private What what = What.SCORES;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            descriptionKey = "cli.option.exportOutput")
    private String output = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Choices.Formats.class,
            descriptionKey = "cli.option.format")
    private @Nullable Format format;

    @Mixin
    private Period period = new Period();

    @Mixin
    private FilterOptions filterOptions = new FilterOptions();

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::export);
    }

    private ExitCode export(Workbench bench) throws IOException {
        Target target = new Target(output, session.words(), session.out());
        target.check();
        Format chosen = format(target);
        RecommendationFilter filter =
                filterOptions.filter(session.words(), period.asOfOrNow(session.words(), bench.clock()));
        if (what != What.RECOMMENDATIONS && !filter.isAll()) {
            throw new UsageException(session.words().of("cli.export.filter", what));
        }
        if (what != What.CHANGES && period.hasSince()) {
            throw new UsageException(session.words().of("cli.export.since", what));
        }
        Stored stored = Stored.read(session, bench, period);
        stored.tellStale(parts());
        new UnmatchedValues(session).tell(filter, stored.posture());
        target.write(content(bench.history(), stored, filter, chosen));
        return ExitCode.DONE;
    }

    private Format format(Target target) {
        if (format != null) {
            return format;
        }
        return switch (target.ending()) {
            case "csv" -> Format.CSV;
            case "json" -> Format.JSON;
            default -> throw new UsageException(session.words().of("cli.export.format"));
        };
    }

    private Part[] parts() {
        return switch (what) {
            case SCORES, HISTORY -> new Part[] {Part.SCORES};
            case RECOMMENDATIONS -> new Part[] {Part.RECOMMENDATIONS};
            case PLATFORMS -> new Part[] {Part.DISCOVERY};
            case CHANGES -> Part.values();
        };
    }

    private AtomicFile.Content content(History history, Stored stored, RecommendationFilter filter, Format chosen) {
        return switch (what) {
            case SCORES -> {
                List<Standing> reported = stored.posture().standings().stream()
                        .filter(Standing::reported)
                        .toList();
                yield stream -> TableExport.scores(reported, chosen, stream);
            }
            case HISTORY -> {
                List<Assessment> seen = history.assessments(stored.posture().asOf());
                yield stream -> TableExport.history(seen, chosen, stream);
            }
            case RECOMMENDATIONS -> {
                List<Recommendation> rows =
                        filter.apply(stored.posture().recommendations(), new PostureWords(session.words())::codes);
                yield stream -> TableExport.recommendations(rows, chosen, stream);
            }
            case PLATFORMS -> {
                Scan scan = stored.posture().scan();
                List<Platform> rows = scan == null ? List.of() : scan.platforms();
                yield stream -> TableExport.platforms(rows, chosen, stream);
            }
            case CHANGES -> {
                List<Change> rows = stored.changes(stored.since(History.Mark.LAST_VISIT));
                yield stream -> TableExport.changes(rows, chosen, stream);
            }
        };
    }
}
