package dev.gradeline.cli;

import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gradeline forget}: removes the key, and on request what is stored. */
@Command(name = "forget")
final class ForgetCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--history", descriptionKey = "cli.option.forgetHistory")
    private boolean withHistory;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "cli.option.yes")
    private boolean yes;

    ForgetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::forget);
    }

    private ExitCode forget(Workbench bench) throws IOException {
        if (withHistory && !yes && !confirmed(bench)) {
            session.tell("cli.forget.nothing");
            return ExitCode.DONE;
        }
        if (withHistory) {
            // first, because it may be in use: then nothing is removed
            forgetHistory(bench);
        }
        return forgetKey(bench);
    }

    private boolean confirmed(Workbench bench) throws IOException {
        session.tell("cli.forget.confirm", bench.connection().name());
        String answer = session.in().line();
        if (answer.isEmpty()) {
            throw new UsageException(session.words().of("cli.forget.needsYes"));
        }
        return Set.of(session.words().of("cli.forget.answers").split(",")).contains(answer.toLowerCase(Locale.ROOT));
    }

    private ExitCode forgetKey(Workbench bench) {
        KeyVault vault = bench.vault();
        KeychainResult<Boolean> result = vault.forget();
        if (result instanceof KeychainResult.Ok<Boolean>(Boolean removed)) {
            session.tell(removed ? "cli.forget.key" : "cli.forget.noKey", vault.keychainName());
        } else {
            session.tell("cli.keychain.state", vault.keychainName(), new KeyTrouble(session).keychain(result));
        }
        if (vault.find().place() == KeyVault.Place.ENVIRONMENT) {
            session.tell("cli.forget.variable", KeyVault.VARIABLE);
        }
        return KeyTrouble.failed(result) ? ExitCode.KEYCHAIN : ExitCode.DONE;
    }

    private void forgetHistory(Workbench bench) {
        String name = bench.connection().name();
        boolean there = History.remove(bench.directory().historyFile(name));
        bench.settings().update(settings -> settings.withoutConnection(name));
        session.tell(there ? "cli.forget.history" : "cli.forget.noHistory", name);
    }
}
