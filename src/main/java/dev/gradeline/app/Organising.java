package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.BaseUrl;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.Probe;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.history.History;
import dev.gradeline.history.HistoryException;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeyVault.Place;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.SafeName;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.connect.KeyCheck;
import dev.gradeline.ui.settings.Organisations.Organisation;
import dev.gradeline.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** All of them; none in the sample data. Only the open one's keychain entry may lead to a prompt. */
    List<Organisation> list() {
        return current.with(program -> {
            if (program.demo()) {
                return List.of();
            }
            KeyVault.Found own = program.vault().find();
            KeychainResult<Boolean> keychain = program.vault().check();
            return connections(program).stream()
                    .map(each -> {
                        boolean open = isOpen(program, each);
                        return new Organisation(each, open, open ? own : keyOf(each, own, keychain));
                    })
                    .toList();
        });
    }

    /** In the order in which they came; one that was never named is there, too. */
    private static List<Settings.Connection> connections(Program program) {
        List<Settings.Connection> all = new ArrayList<>();
        for (Settings.Connection each : program.settings().current().connections()) {
            if (SafeName.isConnection(each.name())) {
                all.add(each);
            }
        }
        Settings.Connection open = program.connection();
        if (all.stream().noneMatch(each -> isOpen(program, each))) {
            all.addFirst(open);
        }
        Settings.Connection first = unnamed();
        if (all.stream().noneMatch(each -> each.name().equals(first.name())) && hasHistory(program, first)) {
            all.addFirst(first);
        }
        return all;
    }

    private static Settings.Connection unnamed() {
        return new Settings.Connection(Programs.DEFAULT, "", BaseUrl.AYLIEA.toString());
    }

    private static boolean isOpen(Program program, Settings.Connection connection) {
        return connection.name().equals(program.connection().name());
    }

    private static boolean hasHistory(Program program, Settings.Connection connection) {
        return Files.exists(program.directory().historyFile(connection.name()));
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

    void rename(Settings.Connection renamed) {
        current.with(program -> program.settings().update(settings -> settings.withConnection(renamed)));
    }

    KeychainResult<Boolean> forgetKey(Settings.Connection connection) {
        return current.with(
                program -> isOpen(program, connection) ? program.vault().forget() : current.forgetKeyOf(connection));
    }

    void backup(Settings.Connection connection, Path target) {
        current.with(program -> {
            if (!hasHistory(program, connection)) {
                throw new HistoryException(
                        HistoryException.Kind.UNREADABLE, words.of("app.organisation.empty", connection.title()));
            }
            with(program, connection, history -> {
                history.backup(target);
                return target;
            });
            return target;
        });
    }

    private interface Work<T> {
        T on(History history);
    }

    /** Works with a history, which is open already or is opened for this alone. */
    private static <T extends @Nullable Object> T with(Program program, Settings.Connection of, Work<T> work) {
        if (isOpen(program, of)) {
            return work.on(program.history());
        }
        Path file = program.directory().historyFile(of.name());
        try (History history = History.open(file, program.clock())) {
            return work.on(history);
        }
    }

    /**
     * Removes history, connection and key of one that is not open.
     *
     * @throws HistoryException when the history cannot be removed: then all is as it was
     */
    KeychainResult<Boolean> remove(Settings.Connection closed) {
        return current.with(program -> {
            History.remove(program.directory().historyFile(closed.name()));
            program.settings().update(settings -> settings.withoutConnection(closed.name()));
            return current.forgetKeyOf(closed);
        });
    }

    /** Where to go on when one is removed: another organisation, or a new beginning. */
    Settings.Connection insteadOf(Settings.Connection gone) {
        return current.with(program -> connections(program).stream()
                .filter(each -> !each.name().equals(gone.name()))
                .findFirst()
                .orElseGet(Organising::unnamed));
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
                    if (hasHistory(program, next)) {
                        program.history().firstSync();
                    }
                    return program.settings().update(settings -> {
                        // one that was never named must be found again, too
                        boolean lost = settings.connection(left.name()) == null && hasHistory(program, left);
                        return (lost ? settings.withConnection(left) : settings).withLastConnection(next.name());
                    });
                },
                opened -> true);
    }

    /**
     * What became of a backup.
     *
     * @param known whether its organisation was here already: then it was taken in there
     */
    record Opened(Settings.Connection connection, boolean known) {}

    /**
     * Makes an organisation of a backup, named after its file; where its organisation is known here, that one takes it in.
     *
     * @param cancelled ends it; all is then as it was
     */
    Opened fromBackup(Path file, BooleanSupplier cancelled) {
        return current.with(program -> {
            Settings.Connection made = new Belonging(current, program, like).newConnection(label(file));
            Path home = program.directory().historyFile(made.name());
            boolean kept = false;
            try {
                String organisation = take(program, made, file, cancelled);
                Settings.Connection known = organisation == null ? null : homeOf(program, organisation);
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

    private String label(Path file) {
        String name = String.valueOf(file.getFileName());
        String before;
        do {
            before = name;
            name = AROUND.matcher(name).replaceFirst("");
        } while (!name.equals(before));
        return name.isBlank() ? words.of("app.backup.name") : name;
    }

    /** Tries a key for one more organisation: one that is here already is not added twice. */
    KeyCheck checkNew(Program opened, ApiKey key) {
        Probe probe = opened.client().probe(key, new Call());
        String organisation = probe.organizationId();
        Settings.Connection home = organisation == null ? null : homeOf(opened, organisation);
        return new KeyCheck(probe.parts(), home == null ? null : new KeyCheck.Other("", home));
    }

    private static Settings.@Nullable Connection homeOf(Program program, String organisation) {
        for (Settings.Connection each : connections(program)) {
            try {
                if (hasHistory(program, each)
                        && organisation.equals(
                                with(program, each, history -> history.posture().organizationId()))) {
                    return each;
                }
            } catch (HistoryException e) {
                LOG.warn("whose data is stored as {} is not known", each.name(), e);
            }
        }
        return null;
    }
}
