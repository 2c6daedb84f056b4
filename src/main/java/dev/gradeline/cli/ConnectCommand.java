package dev.gradeline.cli;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.ApiResult;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.Probe;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.settings.Settings;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gradeline connect}: reads a key from standard input, checks it against the API, and keeps it. */
@Command(name = "connect")
final class ConnectCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--label", paramLabel = "NAME", descriptionKey = "cli.option.label")
    private @Nullable String label;

    @Option(names = "--same-organisation", descriptionKey = "cli.option.sameOrganisation")
    private boolean sameOrganisation;

    ConnectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (session.options().demo()) {
            throw new UsageException(session.words().of("cli.connect.demo"));
        }
        return session.withNew(this::connect);
    }

    private ExitCode connect(Workbench bench) throws IOException {
        String text = session.in().key(session.words().of("cli.connect.prompt"));
        ApiKey.Flaw flaw = ApiKey.flawOf(text);
        if (flaw != ApiKey.Flaw.NONE) {
            session.tellText(new KeyTrouble(session).flaw(flaw));
            return ExitCode.KEY;
        }
        ApiKey key = ApiKey.of(text);
        Map<Part, Outcome> readable;
        try (AyliaClient client = bench.clientOf(key)) {
            Probe probe = client.probe(key, new Call());
            readable = outcomes(probe.parts());
            print(probe.parts());
            if (!readable.containsValue(Outcome.OK)) {
                session.tell("cli.connect.notKept");
                return ExitCode.of(readable.values());
            }
            refuseAnotherOrganisation(bench, key, probe.organizationId());
        }
        remember(bench);
        ExitCode kept = keep(bench, key);
        return kept == ExitCode.DONE ? ExitCode.of(readable.values()) : kept;
    }

    private static Map<Part, Outcome> outcomes(Map<Part, ApiResult<Integer>> answers) {
        Map<Part, Outcome> outcomes = new EnumMap<>(Part.class);
        answers.forEach((part, answer) -> outcomes.put(part, answer.outcome()));
        return outcomes;
    }

    private void print(Map<Part, ApiResult<Integer>> answers) {
        int width = answers.keySet().stream()
                .mapToInt(part -> session.outcomes().name(part).length())
                .max()
                .orElse(0);
        answers.forEach((part, answer) -> {
            String name = session.outcomes().name(part);
            session.print(name
                    + " ".repeat(width - name.length() + 2)
                    + session.words()
                            .of(answer.outcome() == Outcome.OK ? "cli.connect.readable" : "cli.connect.unreadable"));
        });
        new Notices(session)
                .tell(answers.entrySet().stream()
                        .map(each -> new Notices.Ended(
                                each.getKey(),
                                each.getValue().outcome(),
                                each.getValue().detail()))
                        .toList());
    }

    /** Two organisations in one history would make one story of two: the second one gets a history of its own. */
    private void refuseAnotherOrganisation(Workbench bench, ApiKey key, @Nullable String organization) {
        Settings.Connection connection = bench.connection();
        if (!History.isKnown(bench.directory().historyFile(connection.name()))) {
            return;
        }
        String known = bench.history().posture().organizationId();
        if (known != null && organization != null && !known.equals(organization)) {
            throw new UsageException(session.words().of("cli.connect.anotherOrganisation", connection.name()));
        }
        if (sameOrganisation) {
            bench.history().rememberKey(key.secret());
        } else if (bench.history().isStranger(key.secret(), organization)) {
            throw new UsageException(session.words().of("cli.connect.unknownOrganisation", connection.name()));
        }
    }

    private void remember(Workbench bench) {
        Settings.Connection used = bench.connection();
        Settings.Connection connection =
                label == null ? used : new Settings.Connection(used.name(), label.strip(), used.baseUrl());
        bench.settings().update(settings -> settings.withConnection(connection).withLastConnection(connection.name()));
    }

    private ExitCode keep(Workbench bench, ApiKey key) {
        KeyVault.Found kept = bench.vault().keep(key.secret());
        if (kept.place() == KeyVault.Place.KEYCHAIN) {
            session.tell("cli.connect.kept", key.visible(), bench.vault().keychainName());
            return ExitCode.DONE;
        }
        KeychainResult<?> trouble = kept.trouble();
        if (trouble != null) {
            session.tell("cli.keychain.state", bench.vault().keychainName(), new KeyTrouble(session).keychain(trouble));
        }
        session.tell("cli.connect.cannotKeep", KeyVault.VARIABLE);
        return ExitCode.KEYCHAIN;
    }
}
