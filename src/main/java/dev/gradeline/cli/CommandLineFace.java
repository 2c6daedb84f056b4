package dev.gradeline.cli;

import dev.gradeline.words.Redaction;
import dev.gradeline.words.Words;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: reads the arguments, runs the command, and says how it ended. */
public final class CommandLineFace {
    private final Opener opener;
    private final Faces faces;
    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final KeyInput in;

    /** A command line over these streams, none of which is a terminal. */
    public CommandLineFace(Opener opener, Faces faces, Words words, PrintStream out, PrintStream err, InputStream in) {
        this(opener, faces, words, out, err, new KeyInput(in, null));
    }

    private CommandLineFace(Opener opener, Faces faces, Words words, PrintStream out, PrintStream err, KeyInput in) {
        this.opener = opener;
        this.faces = faces;
        this.words = words;
        this.out = out;
        this.err = err;
        this.in = in;
    }

    /** A command line over the process's own streams. */
    public static CommandLineFace ofThisProcess(Opener opener, Faces faces, Words words) {
        return new CommandLineFace(
                opener,
                faces,
                words,
                StandardStreams.out(),
                StandardStreams.err(),
                new KeyInput(System.in, StandardStreams.terminal()));
    }

    /** Runs one command; never throws. Gives the exit code. */
    public int run(String... arguments) {
        CommonOptions common = new CommonOptions();
        Faults faults = new Faults(words, err, common::verbose);
        Session session = new Session(opener, common, faults, words, out, err, in);
        int code;
        try {
            code = arguments.length == 0
                    ? window(common, faults)
                    : commands(common, session, faults).execute(arguments);
        } catch (Error e) {
            // picocli hands on exceptions alone
            code = faults.tell(e).number();
        }
        out.flush();
        err.flush();
        return code;
    }

    /** What a click starts: there is nothing to be understood, and 200 classes of picocli would come before the window. */
    private int window(CommonOptions common, Faults faults) {
        try {
            return faces.window(common.values(), null);
        } catch (RuntimeException e) {
            return faults.tell(e).number();
        }
    }

    /** All commands with their options and texts: man page and completions are made of it. */
    CommandSpec model() {
        CommonOptions common = new CommonOptions();
        Faults faults = new Faults(words, err, common::verbose);
        return commands(common, new Session(opener, common, faults, words, out, err, in), faults)
                .getCommandSpec();
    }

    private CommandLine commands(CommonOptions common, Session session, Faults faults) {
        RootCommand window = new RootCommand(common, faces, words);
        CommandLine root = new CommandLine(window);
        root.addMixin("common", common);
        root.setResourceBundle(words.bundle());
        describe(root, words.of("cli.help.gradeline"));
        add(root, new SyncCommand(session), words.of("cli.help.sync"));
        add(root, new ReportCommand(session), words.of("cli.help.report"));
        add(root, new ExportCommand(session), words.of("cli.help.export"));
        add(root, new AssertCommand(session), words.of("cli.help.assert"));
        add(root, new BackupCommand(session), words.of("cli.help.backup"));
        add(root, new RestoreCommand(session), words.of("cli.help.restore"));
        add(root, new ImportCommand(session), words.of("cli.help.import"));
        add(root, new VerifyCommand(session), words.of("cli.help.verify"));
        add(root, new StatusCommand(session), words.of("cli.help.status"));
        add(root, new ConnectCommand(session), words.of("cli.help.connect"));
        add(root, new ForgetCommand(session), words.of("cli.help.forget"));
        add(root, new ScreenshotsCommand(session, faces), words.of("cli.help.screenshots"));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setTrimQuotes(true);
        root.registerConverter(Duration.class, this::seconds);
        root.setOut(new PrintWriter(out, true, out.charset()));
        root.setErr(new PrintWriter(err, true, err.charset()));
        root.setExecutionStrategy(parsed -> {
            window.check(root, parsed.hasSubcommand());
            return new CommandLine.RunLast().execute(parsed);
        });
        root.setParameterExceptionHandler((fault, arguments) -> wrongUsage(meant(fault, window), arguments));
        root.setExecutionExceptionHandler(
                (fault, command, parsed) -> faults.tell(fault).number());
        return root;
    }

    private void add(CommandLine root, Object command, String help) {
        CommandLine line = new CommandLine(command);
        describe(line, help);
        root.addSubcommand(line);
    }

    private void describe(CommandLine line, String help) {
        line.getCommandSpec().version(words.of("cli.version", Version.current()));
        line.getCommandSpec().usageMessage().description(help.replace("%", "%%"));
        line.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
        line.getCommandSpec().usageMessage().synopsisHeading(words.of("cli.help.usage") + " ");
        line.getCommandSpec().usageMessage().commandListHeading(words.of("cli.help.commands") + "%n");
    }

    private Duration seconds(String text) {
        Duration wait = Duration.ofSeconds(Integer.parseInt(text));
        if (wait.isNegative()) {
            throw new NumberFormatException(text);
        }
        return wait;
    }

    /** Where the first word is a mistyped command, what follows it is not to blame. */
    private static ParameterException meant(ParameterException fault, RootCommand window) {
        String word = window.mistyped();
        CommandLine at = fault.getCommandLine();
        return word != null && at.getParent() == null && fault instanceof UnmatchedArgumentException
                ? new UnmatchedArgumentException(at, List.of(word))
                : fault;
    }

    /** Picocli quotes the arguments that it did not understand: one of them may be a key. */
    private int wrongUsage(ParameterException fault, String[] arguments) {
        if (List.of(arguments).stream().anyMatch(Redaction::holdsKey)) {
            err.println(words.of("cli.usage.keyAsArgument"));
        } else {
            err.println(Redaction.of(new UsageWords(words).sentence(fault, List.of(arguments))));
            err.println(words.of(
                    "cli.usage.hint", fault.getCommandLine().getCommandSpec().qualifiedName()));
        }
        return ExitCode.USAGE.number();
    }
}
