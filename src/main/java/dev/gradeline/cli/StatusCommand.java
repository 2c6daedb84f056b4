package dev.gradeline.cli;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Route;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.words.ClockWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gradeline status}: which connection, which key, which keychain, and how fresh each part is. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--dismiss", descriptionKey = "cli.option.dismiss")
    private boolean dismiss;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::status);
    }

    private ExitCode status(Workbench bench) {
        new DemoNote(session).before(bench);
        bench.prepareToRead();
        Words words = session.words();
        Posture posture = posture(bench);
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(words.of("cli.status.connection"), name(bench.connection()));
        rows.put(words.of("cli.status.address"), bench.connection().baseUrl());
        rows.put(words.of("cli.status.directory"), bench.directory().root().toString());
        rows.put(words.of("cli.status.key"), key(bench.vault()));
        rows.put(words.of("cli.status.keychain"), keychain(bench.vault()));
        rows.put(words.of("cli.status.proxy"), proxy(bench.client().route()));
        List<String> certificates = bench.settings().current().network().certificates();
        if (!certificates.isEmpty()) {
            rows.put(words.of("cli.status.certificates"), String.join(", ", certificates));
        }
        rows.put(
                words.of("cli.status.lastSync"), lastSync(posture, bench.clock().instant()));
        History.Rescue rescue = bench.rescue();
        if (rescue != null) {
            rows.put(
                    words.of("cli.status.history"),
                    words.of("cli.status.recovered", session.times().dateTime(rescue.at())));
        }
        SettingsStore.Mishap mishap = bench.settings().mishap();
        if (mishap != null) {
            rows.put(
                    words.of("cli.status.settings"),
                    words.of(mishap.fromCopy() ? "cli.status.settingsCopy" : "cli.status.settingsAnew", mishap.kept()));
        }
        lookAtRequests(bench);
        rows.put(
                words.of("cli.status.requests"),
                words.of(
                        "cli.status.requestsLeft",
                        bench.limiter().left(),
                        bench.limiter().permits()));
        print(rows);
        String behind = new ClockWords(words).behind(posture, bench.clock().instant());
        if (!behind.isEmpty()) {
            session.tellText(behind);
        }
        for (Part part : Part.values()) {
            Freshness freshness = posture.freshness(part);
            session.print(session.outcomes().freshness(freshness, bench.clock().instant()));
            if (freshness.outcome() == Outcome.OK && !freshness.detail().isEmpty()) {
                session.print(words.of("cli.status.odd", new PostureWords(words).clean(freshness.detail())));
            }
        }
        if (dismiss && rescue != null) {
            bench.history().dismissRescue();
        }
        if (dismiss && mishap != null) {
            bench.settings().dismissMishap();
        }
        return ExitCode.DONE;
    }

    /** To look is not to write: where nothing was ever stored, no file is made. What is missing is told of. */
    private static Posture posture(Workbench bench) {
        return History.isKnown(bench.directory().historyFile(bench.connection().name()))
                ? bench.history().posture()
                : Posture.empty(bench.clock().instant());
    }

    private String name(Settings.Connection connection) {
        return connection.label().isBlank()
                ? connection.name()
                : session.words().of("cli.status.named", connection.name(), connection.label());
    }

    private String key(KeyVault vault) {
        Words words = session.words();
        KeyVault.Found found = vault.find();
        String secret = found.secret();
        if (secret == null) {
            boolean hidden = KeyTrouble.failed(found.trouble());
            return words.of(hidden ? "cli.status.keyHidden" : "cli.status.keyNone");
        }
        ApiKey.Flaw flaw = ApiKey.flawOf(secret);
        String shown = flaw == ApiKey.Flaw.NONE ? ApiKey.of(secret).visible() : new KeyTrouble(session).flaw(flaw);
        return switch (found.place()) {
            case ENVIRONMENT -> words.of("cli.status.keyVariable", shown, KeyVault.VARIABLE);
            case KEYCHAIN -> words.of("cli.status.keyKeychain", shown, vault.keychainName());
            case SESSION -> words.of("cli.status.keySession", shown);
            case NOWHERE -> words.of("cli.status.keyNone");
        };
    }

    /** A window or a schedule may have used this key a moment ago. */
    private static void lookAtRequests(Workbench bench) {
        String secret = bench.vault().find().secret();
        if (secret != null && ApiKey.flawOf(secret) == ApiKey.Flaw.NONE) {
            bench.limiter().look(ApiKey.of(secret));
        }
    }

    /** What schedulers set goes before what a person chose in the window, so it is said who is heard. */
    private String proxy(Route route) {
        String proxy = route.proxy() == null ? session.words().of("cli.status.proxy.none") : route.proxy();
        return switch (route.source()) {
            case ENVIRONMENT -> session.words().of("cli.status.proxy.environment", proxy);
            case SETTINGS -> session.words().of("cli.status.proxy.settings", proxy);
            case SYSTEM -> session.words().of("cli.status.proxy.system", proxy);
        };
    }

    private String keychain(KeyVault vault) {
        // what was in the way of the key says more than that the keychain answers
        KeychainResult<?> trouble = vault.find().trouble();
        KeychainResult<?> state = trouble == null ? vault.check() : trouble;
        return session.words().of("cli.keychain.state", vault.keychainName(), new KeyTrouble(session).keychain(state));
    }

    private String lastSync(Posture posture, Instant now) {
        Instant last = posture.lastSync();
        if (last == null) {
            return session.words().of("cli.status.never");
        }
        String date = session.times().dateTime(last);
        String ago = session.times().ago(last, now);
        // of a moment that has not come yet, or is long past, there is only the date to say
        return date.startsWith(ago) ? date : session.words().of("cli.status.at", date, ago);
    }

    private void print(Map<String, String> rows) {
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        rows.forEach((name, value) -> session.print(name + " ".repeat(width - name.length() + 2) + value));
    }
}
