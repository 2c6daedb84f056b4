package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.Probe;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.history.Glance;
import dev.gradeline.history.History;
import dev.gradeline.history.HistoryException;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeyVault.Place;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.connect.KeyCheck;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.settings.Organisations;
import dev.gradeline.ui.settings.Organisations.Organisation;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The organisations on this computer, beside the one that is open: which there are, and what becomes of them. Blocking. */
final class Organising {
    private static final Logger LOG = LoggerFactory.getLogger(Organising.class);

    /** What the window suggests for a backup's name, around the organisation's. */
    private static final Pattern AROUND = Pattern.compile("^gradeline-|-\\d{4}-\\d{2}-\\d{2}$|\\.[A-Za-z0-9]+$");

    private final CurrentProgram current;
    private final Words words;
    private final GlobalOptions like;

    /** @param like how the window's program was opened */
    Organising(CurrentProgram current, Words words, GlobalOptions like) {
        this.current = current;
        this.words = words;
        this.like = like;
    }

    /** What is there to list, and whose keys may be asked for. */
    private record Listed(
            KeyVault own,
            List<Settings.Connection> all,
            String open,
            DataDirectory directory,
            Map<String, Integer> minutes,
            int minutesOfAll) {}

    private Listed listed() {
        return current.with(program -> new Listed(
                program.vault(),
                program.demo() || program.backup() != null ? List.of() : new Homes(program).all(),
                program.connection().name(),
                program.directory(),
                program.settings().current().own().syncMinutes(),
                program.settings().current().syncMinutes()));
    }

    /** All of them; none in the sample data. No keychain is asked. */
    List<Organisation> list() {
        Listed listed = listed();
        Naming naming = new Naming(words);
        return listed.all().stream()
                .map(each -> new Organisation(
                        naming.shown(each),
                        each.name().equals(listed.open()),
                        new Organisations.Schedule(listed.minutes().get(each.name()), listed.minutesOfAll()),
                        storedOf(listed.directory().historyFile(each.name()))))
                .toList();
    }

    /**
     * Where their keys are, by the connection's name. Only the open one's keychain entry may lead to a prompt, and nobody else
     * waits for that: the program is let go of before.
     */
    Map<String, KeySight> keys() {
        Listed listed = listed();
        if (listed.all().isEmpty()) {
            return Map.of();
        }
        KeyVault.Found own = listed.own().find();
        KeychainResult<Boolean> keychain = listed.own().check();
        Map<String, KeySight> keys = new HashMap<>();
        for (Settings.Connection each : listed.all()) {
            boolean open = each.name().equals(listed.open());
            keys.put(each.name(), KeySight.of(open ? own : keyOf(each, own, keychain)));
        }
        return keys;
    }

    private static Organisations.Stored storedOf(Path history) {
        try {
            Glance.Fresh fresh = Glance.freshness(history);
            long bytes = Files.exists(history) ? Files.size(history) : 0;
            return new Organisations.Stored(bytes, fresh.synced(), fresh.trouble(), "");
        } catch (HistoryException e) {
            return new Organisations.Stored(0, null, null, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Organisations.Stored(0, null, null, FaultText.of(e));
        }
    }

    /** Gives a connection an interval of its own; null has it keep to that of all. */
    Settings schedule(Settings.Connection connection, @Nullable Integer minutes) {
        return current.with(program -> program.settings()
                .update(settings -> minutes == null
                        ? settings.withoutSyncMinutes(connection.name())
                        : settings.withSyncMinutes(connection.name(), minutes)));
    }

    /** A locked keychain is not asked: it would prompt for an organisation that nobody looks at. */
    private KeyVault.Found keyOf(Settings.Connection closed, KeyVault.Found ofOpen, KeychainResult<Boolean> keychain) {
        if (ofOpen.place() == Place.ENVIRONMENT) {
            return ofOpen;
        }
        return keychain instanceof KeychainResult.Ok || current.hasSessionKey(closed)
                ? current.vaultOf(closed).find()
                : new KeyVault.Found(Place.NOWHERE, null, keychain);
    }

    /**
     * Keeps another label.
     *
     * @throws IllegalArgumentException when another one is called so, in words for people
     */
    void rename(Settings.Connection renamed) {
        current.with(program -> {
            if (new Naming(words).isTaken(renamed.label(), program.settings().current(), renamed.name())) {
                throw new IllegalArgumentException(words.of("app.organisation.taken", renamed.label()));
            }
            Settings changed = program.settings().update(settings -> settings.withConnection(renamed));
            if (new Homes(program).isOpen(renamed)) {
                program.nameHistory();
            }
            return changed;
        });
    }

    KeychainResult<Boolean> forgetKey(Settings.Connection connection) {
        return current.alone(program ->
                new Homes(program).isOpen(connection) ? program.vault().forget() : current.forgetKeyOf(connection));
    }

    /**
     * Copies a history, which may be in use meanwhile: nobody waits for that.
     *
     * @param cancelled ends it; the target is then as it was
     */
    void backup(Settings.Connection connection, Path target, BooleanSupplier cancelled) {
        Program now = current.with(program -> program);
        if (!new Homes(now).hasHistory(connection)) {
            throw new HistoryException(
                    HistoryException.Kind.UNREADABLE, words.of("app.organisation.empty", connection.title()));
        }
        with(now, connection, history -> {
            history.backup(target, cancelled);
            return target;
        });
    }

    private interface Work<T> {
        T on(History history);
    }

    /** Works with a history, which is open already or is opened for this alone. */
    private static <T extends @Nullable Object> T with(Program program, Settings.Connection of, Work<T> work) {
        if (new Homes(program).isOpen(of)) {
            return work.on(program.history());
        }
        Path file = program.directory().historyFile(of.name());
        try (History history = History.open(file, program.clock())) {
            return work.on(history);
        }
    }

    /**
     * Removes connection, history and key of one that is not open, in this order: what cannot be made again goes last.
     *
     * @throws UncheckedIOException when the settings cannot be written: then all is as it was
     * @throws HistoryException when the history cannot be removed: then all is as it was, too
     */
    KeychainResult<Boolean> remove(Settings.Connection closed) {
        return current.alone(program -> {
            SettingsStore store = program.settings();
            AtomicReference<Settings> before = new AtomicReference<>(store.current());
            store.update(settings -> {
                before.set(settings);
                return settings.withoutConnection(closed.name());
            });
            try {
                History.remove(program.directory().historyFile(closed.name()));
            } catch (RuntimeException e) {
                putBack(store, before.get(), closed.name(), e);
                throw e;
            }
            return current.forgetKeyOf(closed);
        });
    }

    private static void putBack(SettingsStore store, Settings before, String name, RuntimeException why) {
        try {
            store.update(settings -> settings.withAgain(name, before));
        } catch (UncheckedIOException e) {
            // its history and key are there all the same, and a key for it finds them again
            LOG.error("the connection {} could not be put back", name, e);
            why.addSuppressed(e);
        }
    }

    /** Where to go on when one is removed: another organisation, or a new beginning. */
    Settings.Connection insteadOf(Settings.Connection gone) {
        return current.with(program -> new Homes(program)
                .all().stream()
                        .filter(each -> !each.name().equals(gone.name()))
                        .findFirst()
                        .orElseGet(Homes::unnamed));
    }

    /**
     * Opens another organisation in place of the one that is open, and remembers it as the one last used.
     *
     * @throws RuntimeException when its history cannot be read: then the one before stays
     */
    void open(Settings.Connection next, GlobalOptions options) {
        Settings.Connection left = current.with(Program::connection);
        current.beside(
                options,
                program -> {
                    if (new Homes(program).hasHistory(next)) {
                        program.history().firstSync();
                    }
                    remember(program, left, next);
                    return next;
                },
                opened -> true);
    }

    /** What is not remembered keeps nobody from looking at an organisation, as with a full disk. */
    private static void remember(Program program, Settings.Connection left, Settings.Connection next) {
        boolean held = new Homes(program).hasHistory(left);
        try {
            program.settings()
                    .update(settings ->
                            (held ? Homes.named(settings, left) : settings).withLastConnection(next.name()));
        } catch (UncheckedIOException e) {
            LOG.warn("which organisation was opened last could not be kept", e);
        }
    }

    /**
     * What became of a backup.
     *
     * @param known whether its organisation was here already: then it was taken in there
     */
    record Opened(Settings.Connection connection, boolean known) {}

    /**
     * Makes an organisation of a backup, named as it says, else after its file; where its organisation is known here, that one takes it in.
     *
     * @param cancelled ends it; all is then as it was
     */
    Opened fromBackup(Path file, BooleanSupplier cancelled) {
        return current.alone(program -> {
            Settings.Connection made = new Belonging(current, program, like, words).newConnection(name(file));
            Path home = program.directory().historyFile(made.name());
            boolean kept = false;
            try {
                String organisation = take(program, made, file, cancelled);
                Settings.Connection known = organisation == null ? null : new Homes(program).of(organisation);
                if (known != null) {
                    take(program, known, file, cancelled);
                    return new Opened(known, true);
                }
                program.settings().update(settings -> settings.withConnection(made));
                kept = true;
                return new Opened(made, false);
            } finally {
                if (!kept) {
                    History.remove(home);
                }
            }
        });
    }

    private static @Nullable String take(
            Program program, Settings.Connection into, Path file, BooleanSupplier cancelled) {
        return with(program, into, history -> {
            history.restore(file, cancelled);
            return history.posture().organizationId();
        });
    }

    private String name(Path file) {
        String told = Strays.bearer(file).label();
        return told.isBlank() ? label(file) : told;
    }

    /** What a file is called, without what is around the organisation's name in it. */
    String label(Path file) {
        String name = String.valueOf(file.getFileName());
        String before;
        do {
            before = name;
            name = AROUND.matcher(name).replaceFirst("");
        } while (!name.equals(before));
        return name.isBlank() ? words.of("app.backup.name") : name;
    }

    /** Tries a key for one more organisation: one that is here already is not added twice. */
    KeyCheck checkNew(Program opened, ApiKey key, Call call) {
        Probe probe = opened.client().probe(key, call);
        Settings.Connection home = new Homes(opened).ofKey(probe.organizationId(), key);
        KeyCheck.Other other = home == null ? null : new KeyCheck.Other("", new Naming(words).shown(home));
        return new KeyCheck(probe.parts(), other, null, Belonging.suggestion(probe));
    }
}
