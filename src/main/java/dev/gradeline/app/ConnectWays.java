package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.connect.ConnectSteps;
import dev.gradeline.ui.connect.KeyCheck;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What connecting does beyond its page, and the window's ways on from there. */
final class ConnectWays implements ConnectSteps {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectWays.class);

    private final Desktop desktop;
    private final CurrentProgram current;
    private final Organising organising;
    private final Program opened;
    private final boolean adding;
    private final Words words;
    private final Belonging belonging;

    /**
     * @param opened what the window works with
     * @param like how that was opened
     * @param adding whether the key is for one more organisation, and not for the open one
     * @param words of what the next page tells
     */
    ConnectWays(
            Desktop desktop,
            CurrentProgram current,
            Organising organising,
            Program opened,
            GlobalOptions like,
            boolean adding,
            Words words) {
        this.desktop = desktop;
        this.current = current;
        this.organising = organising;
        this.opened = opened;
        this.adding = adding;
        this.words = words;
        this.belonging = new Belonging(current, opened, like, words);
    }

    @Override
    public KeyCheck check(ApiKey key, Call call) {
        return adding ? organising.checkNew(opened, key, call) : belonging.check(key, call);
    }

    @Override
    public boolean isAdding() {
        return adding;
    }

    @Override
    public KeyVault.Found keep(ApiKey key, String organisation, boolean sessionOnly) {
        return adding ? keepApart(key, organisation, sessionOnly) : belonging.keepHere(key, sessionOnly);
    }

    @Override
    public void vouchFor(ApiKey key) {
        belonging.vouchFor(key);
    }

    @Override
    public KeyVault.Found keepApart(ApiKey key, String organisation, boolean sessionOnly) {
        return belonging.keep(key, belonging.newConnection(organisation), sessionOnly);
    }

    @Override
    public KeyVault.Found keepFor(ApiKey key, Settings.Connection connection, boolean sessionOnly) {
        boolean here = connection.name().equals(opened.connection().name());
        return here
                ? belonging.keepHere(key, sessionOnly)
                : belonging.keep(key, belonging.kept(connection), sessionOnly);
    }

    @Override
    public void openKept() {
        remindOfTheOldKey();
        // opened anew: what the connection is called was not known when it was opened
        desktop.step(() -> current.with(Program::connection), connection -> desktop.change(desktop.of(connection)));
    }

    @Override
    public void connected(String organisation) {
        if (adding) {
            openKept();
            return;
        }
        remindOfTheOldKey();
        Settings.Connection named = belonging.named(organisation);
        desktop.step(() -> current.with(program -> keepName(program.settings(), named)), trouble -> {
            if (!trouble.isEmpty()) {
                desktop.tellNext((trouble + " " + belonging.replacement().reminder(words)).strip());
            }
            desktop.change(desktop.of(named));
        });
    }

    /** The key is kept by then, and works whatever its organisation is called. Gives what to tell; empty for nothing. */
    private String keepName(SettingsStore settings, Settings.Connection named) {
        try {
            settings.update(s -> s.withConnection(named).withLastConnection(named.name()));
            return "";
        } catch (UncheckedIOException e) {
            LOG.warn("the organisation's name could not be kept", e);
            return words.of("settings.notKept", FaultText.of(e));
        }
    }

    /** It can do what the new one can until somebody revokes it, and that can be done in Ayliea alone. */
    private void remindOfTheOldKey() {
        String reminder = belonging.replacement().reminder(words);
        if (!reminder.isEmpty()) {
            desktop.tellNext(reminder);
        }
    }

    @Override
    public void back() {
        // not by the way in: that would lead here again where there is neither a history nor a key
        desktop.back();
    }

    @Override
    public void openBackup() {
        desktop.organisations().openBackup();
    }

    @Override
    public void network() {
        desktop.network(opened);
    }

    @Override
    public void exploreSample() {
        desktop.exploreSample();
    }
}
