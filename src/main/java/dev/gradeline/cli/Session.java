package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.Redaction;
import dev.gradeline.words.RescueWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.PrintStream;

/** What every command works with: the options given, the way to the services, words, and the three streams. */
final class Session {
    private final Opener opener;
    private final CommonOptions common;
    private final Faults faults;
    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final KeyInput in;

    /** One command's work. */
    @FunctionalInterface
    interface Work {
        ExitCode on(Workbench bench) throws IOException;
    }

    Session(
            Opener opener,
            CommonOptions common,
            Faults faults,
            Words words,
            PrintStream out,
            PrintStream err,
            KeyInput in) {
        this.opener = opener;
        this.common = common;
        this.faults = faults;
        this.words = words;
        this.out = out;
        this.err = err;
        this.in = in;
    }

    /** Does the work with a connection that exists, then closes everything. */
    int with(Work work) {
        return with(opener.open(common.values()), work);
    }

    /** Does the work with a connection that may be new, then closes everything. */
    int withNew(Work work) {
        return with(opener.openToConnect(common.values()), work);
    }

    /**
     * Does the work with one of several connections, then closes everything: whatever goes wrong, opening it included, is told and
     * keeps nobody from the next one. That the settings were damaged is not told once more.
     */
    ExitCode with(String connection, Work work) {
        return faults.guard(() -> {
            try (Workbench bench = opener.open(common.values().of(connection))) {
                return guarded(bench, work);
            }
        });
    }

    private int with(Workbench opened, Work work) {
        try (Workbench bench = opened) {
            SettingsStore.Mishap mishap = bench.settings().mishap();
            if (mishap != null) {
                tell(mishap.messageKey(), mishap.kept());
            }
            return guarded(bench, work).number();
        }
    }

    /** What goes wrong is told while the bench is open: its log takes the details. */
    private ExitCode guarded(Workbench bench, Work work) {
        ExitCode code = faults.guard(() -> work.on(bench));
        faults.guard(() -> tellRescue(bench));
        return code;
    }

    /** Whatever the command came to: what it read or wrote lies in a history that is no longer whole. */
    private ExitCode tellRescue(Workbench bench) {
        History.Rescue rescue = bench.rescue();
        if (rescue != null) {
            tellText(new RescueWords(words)
                    .text(
                            rescue.at(),
                            rescue.damaged(),
                            rescue.pages(),
                            new RescueWords.Left(
                                    rescue.synchronisations(),
                                    rescue.assessments(),
                                    rescue.recommendations(),
                                    rescue.scans())));
        }
        return ExitCode.DONE;
    }

    GlobalOptions options() {
        return common.values();
    }

    Words words() {
        return words;
    }

    TimeWords times() {
        return new TimeWords(words);
    }

    OutcomeWords outcomes() {
        return new OutcomeWords(words);
    }

    KeyInput in() {
        return in;
    }

    /** Standard output: data, and nothing else. */
    PrintStream out() {
        return out;
    }

    /** One line of data. */
    void print(String line) {
        out.println(Redaction.of(line));
    }

    /** One message, on standard error. */
    void tell(String key, Object... arguments) {
        tellText(words.of(key, arguments));
    }

    /** One message that is in words already, on standard error. */
    void tellText(String text) {
        err.println(Redaction.of(text));
    }
}
