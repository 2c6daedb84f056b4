package dev.gradeline.cli;

import dev.gradeline.history.HistoryException;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Redaction;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes a sentence on standard error, a log entry and an exit code. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Words words;
    private final PrintStream err;
    private final BooleanSupplier verbose;

    /** @param verbose whether the person wants to see stack traces; asked when something goes wrong */
    Faults(Words words, PrintStream err, BooleanSupplier verbose) {
        this.words = words;
        this.err = err;
        this.verbose = verbose;
    }

    /** Runs the work; whatever it throws is told and turned into its exit code. */
    ExitCode guard(Callable<ExitCode> work) {
        try {
            return work.call();
        } catch (Exception | Error e) {
            return tell(e);
        }
    }

    /** Tells people what went wrong. */
    ExitCode tell(Throwable thrown) {
        Throwable fault = FaultText.cause(thrown);
        ExitCode code = switch (fault) {
            case UsageException usage -> say(ExitCode.USAGE, FaultText.of(usage));
            case HistoryException history -> say(ExitCode.STORAGE, storage(history.kind()), FaultText.of(history));
            case IOException io -> say(ExitCode.STORAGE, words.of("cli.storage.file", file(io)));
            case OutOfMemoryError memory -> say(ExitCode.FAULT, words.of("cli.fault.memory"));
            default -> say(ExitCode.FAULT, words.of("cli.fault"));
        };
        if (code == ExitCode.FAULT) {
            LOG.error("unforeseen", fault);
        } else {
            LOG.warn("exit {}: {}", code.number(), fault.toString());
        }
        if (verbose.getAsBoolean() && code != ExitCode.USAGE) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace, true));
            err.print(Redaction.of(trace.toString()));
        }
        return code;
    }

    private ExitCode say(ExitCode code, String... sentences) {
        for (String sentence : sentences) {
            err.println(Redaction.of(sentence));
        }
        return code;
    }

    /** The name of an exception tells people nothing. */
    private String file(IOException fault) {
        return switch (fault) {
            case NoSuchFileException none -> words.of("cli.storage.noFile", String.valueOf(none.getFile()));
            case AccessDeniedException denied -> words.of("cli.storage.denied", String.valueOf(denied.getFile()));
            case FileAlreadyExistsException other -> words.of("cli.storage.notFolder", String.valueOf(other.getFile()));
            case NotDirectoryException other -> words.of("cli.storage.notFolder", String.valueOf(other.getFile()));
            default -> {
                String name = fault.getClass().getSimpleName();
                String text = FaultText.of(fault);
                yield text.startsWith(name + ": ") ? text.substring(name.length() + 2) : text;
            }
        };
    }

    private String storage(HistoryException.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> words.of("cli.storage.unreadable");
            case READ_ONLY -> words.of("cli.storage.readOnly");
            case LOCKED -> words.of("cli.storage.locked");
            case FULL -> words.of("cli.storage.full");
            case NEWER -> words.of("cli.storage.newer");
            case RENEWED -> words.of("cli.storage.renewed");
            case DAMAGED -> words.of("cli.storage.damaged");
        };
    }
}
