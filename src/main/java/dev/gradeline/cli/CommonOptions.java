package dev.gradeline.cli;

import static picocli.CommandLine.ScopeType.INHERIT;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that stand before or after any command. */
final class CommonOptions {
    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "cli.option.dataDirectory", scope = INHERIT)
    private @Nullable Path dataDirectory;

    @Option(
            names = "--connection",
            paramLabel = "NAME",
            completionCandidates = Choices.Connections.class,
            descriptionKey = "cli.option.connection",
            scope = INHERIT)
    private @Nullable String connection;

    @Option(names = "--base-url", paramLabel = "URL", descriptionKey = "cli.option.baseUrl", scope = INHERIT)
    private @Nullable String baseUrl;

    @Option(names = "--demo", descriptionKey = "cli.option.demo", scope = INHERIT)
    private boolean demo;

    @Option(names = "--max-wait", paramLabel = "SECONDS", descriptionKey = "cli.option.maxWait", scope = INHERIT)
    private @Nullable Duration maxWait;

    @Option(names = "--verbose", descriptionKey = "cli.option.verbose", scope = INHERIT)
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "cli.option.help",
            scope = INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "cli.option.version",
            scope = INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    GlobalOptions values() {
        return new GlobalOptions(
                dataDirectory, connection, baseUrl, demo, maxWait == null ? GlobalOptions.DEFAULT_MAX_WAIT : maxWait);
    }

    boolean verbose() {
        return verbose;
    }
}
