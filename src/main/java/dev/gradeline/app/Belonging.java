package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.Probe;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.history.HistoryException;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeyVault.Place;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.settings.SafeName;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.connect.KeyCheck;
import dev.gradeline.words.Words;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the histories on this computer a key belongs to, and a place of its own for one that belongs to none. Blocking. */
final class Belonging {
    private static final Logger LOG = LoggerFactory.getLogger(Belonging.class);

    /** What a connection is called of whose name nothing can be written in Latin letters. */
    private static final String NAMELESS = "organisation";

    private final CurrentProgram current;
    private final Program opened;
    private final GlobalOptions like;
    private final Naming naming;
    private final Replacement replacement = new Replacement();

    /**
     * @param opened the program whose connection a key was typed for
     * @param like how it was opened
     * @param words that those speak in which nobody named
     */
    Belonging(CurrentProgram current, Program opened, GlobalOptions like, Words words) {
        this.naming = new Naming(words);
        this.current = current;
        this.opened = opened;
        this.like = like;
    }

    private static final Set<Outcome> IN_QUESTION =
            EnumSet.of(Outcome.OTHER_ORGANISATION, Outcome.UNKNOWN_ORGANISATION);

    /** Whether the last synchronisation found the key to be of another organisation, or could not tell whose it is. */
    static boolean isKeyOfAnother(Program program) {
        try {
            return new Homes(program).hasHistory(program.connection())
                    && program.history().posture().freshness().values().stream()
                            .map(Freshness::outcome)
                            .anyMatch(outcome -> outcome != null && IN_QUESTION.contains(outcome));
        } catch (HistoryException e) {
            LOG.warn("what the last synchronisation found is not known", e);
            return false;
        }
    }

    /**
     * Tries a key, and holds it against what is stored.
     *
     * @throws HistoryException when that cannot be read: then nobody knows whose it is
     */
    KeyCheck check(ApiKey key, Call call) {
        Probe probe = opened.client().probe(key, call);
        String theirs = probe.organizationId();
        Settings.Connection connection = opened.connection();
        Homes homes = new Homes(opened);
        if (!homes.hasHistory(connection)) {
            // what was read of the organisation before goes on, instead of beginning anew beside it
            Settings.Connection home = homes.ofKey(theirs, key);
            return new KeyCheck(
                    probe.parts(),
                    home == null ? null : new KeyCheck.Other("", naming.shown(home)),
                    null,
                    suggestion(probe));
        }
        String ours = opened.history().posture().organizationId();
        String title = naming.title(connection);
        if (theirs != null && ours != null && !ours.equals(theirs)) {
            Settings.Connection home = homes.ofKey(theirs, key);
            KeyCheck.Other other = new KeyCheck.Other(title, home == null ? null : naming.shown(home));
            return new KeyCheck(probe.parts(), other, null, suggestion(probe));
        }
        boolean stranger = opened.history().isStranger(key.secret(), theirs);
        return new KeyCheck(probe.parts(), null, stranger ? title : null, suggestion(probe));
    }

    /** The API names no organisation; the domain that it scanned tells one from another. */
    static String suggestion(Probe probe) {
        String domain = probe.domain();
        return domain == null ? "" : domain;
    }

    /**
     * Takes the person's word that a key is of the organisation whose data is stored here, for when its dashboard opens: it is
     * the next synchronisation that finds out whether anybody says otherwise.
     */
    void vouchFor(ApiKey key) {
        current.vouchFor(opened.connection(), key);
    }

    /** A connection at the same address with a name that nothing on this computer has yet. */
    Settings.Connection newConnection(String label) {
        Settings known = opened.settings().current();
        String apart = naming.apart(label, known, "");
        boolean numbered = apart.isEmpty() && isAnyUnnamed(known);
        String name = SafeName.forConnection(
                apart,
                NAMELESS,
                taken -> known.connection(taken) != null
                        || numbered && taken.equals(NAMELESS)
                        || taken.equals(Programs.DEFAULT)
                        || taken.equals(Programs.DEMO)
                        || Files.exists(opened.directory().historyFile(taken)));
        return new Settings.Connection(name, apart, opened.connection().baseUrl());
    }

    private boolean isAnyUnnamed(Settings known) {
        return known.connections().stream().anyMatch(Naming::isUnnamed)
                || Files.exists(opened.directory().historyFile(Programs.DEFAULT));
    }

    /** What the open connection is to be called: as somebody wrote, with a number where another is called so. */
    Settings.Connection named(String label) {
        Settings.Connection now = opened.connection();
        String apart = naming.apart(label, opened.settings().current(), now.name());
        return new Settings.Connection(now.name(), apart, now.baseUrl());
    }

    /** As it is kept, and not as it is shown. */
    Settings.Connection kept(Settings.Connection shown) {
        Settings.Connection known = opened.settings().current().connection(shown.name());
        return known == null ? shown : known;
    }

    /**
     * Keeps a key for another connection than the one that it was typed for, and goes on with that. The one before keeps its
     * history, and its own key: should it have had this one, it has none afterwards.
     *
     * @throws UncheckedIOException when the settings cannot be written: then nothing was kept, and no key is another
     * @return where the key is kept. {@link Place#ENVIRONMENT} when that one's key goes before all others, and
     *     {@link Place#NOWHERE} when the keychain failed: then nothing was kept
     */
    KeyVault.Found keep(ApiKey key, Settings.Connection to, boolean sessionOnly) {
        KeyVault.Found before = opened.vault().find();
        if (before.place() == Place.ENVIRONMENT) {
            return before;
        }
        GlobalOptions options = new GlobalOptions(like.dataDirectory(), to.name(), to.baseUrl(), false, like.maxWait());
        return current.beside(
                options, beside -> keepIn(beside, key, to, before, sessionOnly), found -> isKept(found, sessionOnly));
    }

    private static boolean isKept(KeyVault.Found found, boolean sessionOnly) {
        return found.place() == Place.KEYCHAIN || sessionOnly;
    }

    /** Keeps a key for the connection that it was typed for; not beside the environment's, which goes before every other. */
    KeyVault.Found keepHere(ApiKey key, boolean sessionOnly) {
        KeyVault vault = opened.vault();
        KeyVault.Found before = vault.find();
        if (before.place() == Place.ENVIRONMENT && !key.secret().equals(before.secret())) {
            return before;
        }
        KeyVault.Found kept = sessionOnly ? vault.keepForSession(key.secret()) : vault.keep(key.secret());
        if (isKept(kept, sessionOnly)) {
            replacement.kept(before, kept);
        }
        return kept;
    }

    /** What the keys that were kept took the place of. */
    Replacement replacement() {
        return replacement;
    }

    private KeyVault.Found keepIn(
            Program beside, ApiKey key, Settings.Connection to, KeyVault.Found before, boolean sessionOnly) {
        String secret = key.secret();
        KeyVault.Found replaced = beside.vault().find();
        // before the key: one that works already is not lost where the disk is full, and none is kept that nobody finds
        boolean ofUse = before.secret() != null || new Homes(opened).hasHistory(opened.connection());
        Settings settings = remember(beside.settings(), to, ofUse);
        boolean done = false;
        KeyVault.Found kept;
        try {
            kept = sessionOnly
                    ? beside.vault().keepForSession(secret)
                    : beside.vault().keep(secret);
            done = isKept(kept, sessionOnly);
        } finally {
            if (!done) {
                takeBack(beside.settings(), to, settings);
            }
        }
        if (!done) {
            return kept;
        }
        replacement.kept(replaced, kept);
        if (kept.place() == Place.KEYCHAIN && before.place() == Place.KEYCHAIN && secret.equals(before.secret())) {
            // one key in two places would be asked for in vain under the one that it does not belong to
            KeychainResult<Boolean> gone = opened.vault().forget();
            if (!(gone instanceof KeychainResult.Ok)) {
                LOG.warn("the key stays under {}, too: {}", opened.connection().name(), gone);
            }
        }
        return kept;
    }

    /**
     * Gives the settings as they were before.
     *
     * @param ofUse whether the connection that is left has anything: then it must be found again though it was never named
     */
    private Settings remember(SettingsStore store, Settings.Connection to, boolean ofUse) {
        AtomicReference<Settings> before = new AtomicReference<>(store.current());
        store.update(settings -> {
            before.set(settings);
            Settings both = ofUse ? Homes.named(settings, opened.connection()) : settings;
            return both.withConnection(to).withLastConnection(to.name());
        });
        return before.get();
    }

    /** Leaves alone what somebody else changed since. */
    private void takeBack(SettingsStore store, Settings.Connection to, Settings before) {
        try {
            store.update(settings -> {
                List<Settings.Connection> all = settings.connections().stream()
                        .filter(each -> before.connection(each.name()) != null
                                || !(each.equals(to) || each.equals(opened.connection())))
                        .map(each ->
                                each.equals(to) ? Objects.requireNonNullElse(before.connection(to.name()), to) : each)
                        .toList();
                return settings.withConnections(all).withLastConnection(before.lastConnection());
            });
        } catch (UncheckedIOException e) {
            // a connection without a key asks for one when it is opened
            LOG.warn("the connection {} stays, without a key", to.name(), e);
        }
    }
}
