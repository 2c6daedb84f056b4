package dev.gradeline.ui.settings;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.ui.kit.KeyStanding;
import dev.gradeline.ui.kit.KeyWay;
import dev.gradeline.ui.kit.KeyWords;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Where the key is and how the keychain does, with no more of the key than is public. JavaFX thread. */
public final class KeyState {
    private final Words words;
    private final KeyVault vault;
    private final TaskRunner tasks;
    private final TaskRunner.Newest newest;
    private final String keyless;
    private final ReadOnlyStringWrapper key = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keychain = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper forgettable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replaceable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper connectName;
    private final ReadOnlyObjectWrapper<@Nullable KeyWay> cure = new ReadOnlyObjectWrapper<>();

    private record Answer(KeyVault.Found found, KeychainResult<Boolean> keychain) {}

    /** @param keyless why there is no key of the person's; empty where there can be */
    KeyState(Words words, KeyVault vault, TaskRunner tasks, String keyless) {
        this.words = words;
        this.vault = vault;
        this.tasks = tasks;
        this.newest = new TaskRunner.Newest(tasks);
        this.keyless = keyless;
        this.connectName = new ReadOnlyStringWrapper(words.of("settings.key.replace"));
        replaceable.set(keyless.isEmpty());
    }

    /** Looks where the key is. */
    public void ask() {
        if (!keyless.isEmpty()) {
            key.set(keyless);
            return;
        }
        ask(vault::find);
    }

    /** Does what {@link #cure} says, which may wait for the person. */
    void takeCure(Runnable done) {
        KeyWay way = cure.get();
        if (way == null || busy.get()) {
            return;
        }
        busy.set(true);
        tasks.run(
                way == KeyWay.REPAIR ? vault::repair : vault::findAgain,
                found -> {
                    busy.set(false);
                    ask(() -> found);
                    done.run();
                },
                error -> {
                    busy.set(false);
                    ask();
                });
    }

    private void ask(Callable<KeyVault.Found> look) {
        newest.run(
                () -> new Answer(look.call(), vault.check()),
                this::show,
                error -> keychain.set(words.of("settings.keychain.broken", vault.keychainName())));
    }

    private void show(Answer answer) {
        KeyStanding standing = KeyStanding.of(answer.found());
        boolean environment = answer.found().place() == KeyVault.Place.ENVIRONMENT;
        key.set(place(answer.found()));
        // what cannot be read is there all the same, and can be removed
        forgettable.set(!environment && !standing.isNone());
        replaceable.set(!environment);
        connectName.set(words.of(standing == KeyStanding.THERE ? "settings.key.replace" : "key.way.connect"));
        cure.set(new KeyWords(words)
                .ways(standing).stream()
                        .filter(way -> way != KeyWay.CONNECT)
                        .findFirst()
                        .orElse(null));
        boolean told = standing != KeyStanding.THERE && standing != KeyStanding.NONE;
        keychain.set(told ? "" : state(answer.keychain()));
    }

    private String place(KeyVault.Found found) {
        String secret = found.secret();
        if (secret == null) {
            KeyStanding standing = KeyStanding.of(found);
            return standing == KeyStanding.NONE
                    ? words.of("settings.key.none")
                    : new KeyWords(words).trouble(standing, vault.keychainName());
        }
        String visible = ApiKey.flawOf(secret) == ApiKey.Flaw.NONE
                ? ApiKey.of(secret).visible()
                : words.of("settings.key.malformed");
        return switch (found.place()) {
            case KEYCHAIN -> words.of("settings.key.keychain", visible, vault.keychainName());
            case SESSION -> words.of("settings.key.session", visible);
            case ENVIRONMENT -> words.of("settings.key.environment", visible, KeyVault.VARIABLE);
            case NOWHERE -> words.of("settings.key.none");
        };
    }

    private String state(KeychainResult<Boolean> result) {
        String name = vault.keychainName();
        return switch (result) {
            case KeychainResult.Ok<Boolean> ok -> words.of("settings.keychain.ready", name);
            case KeychainResult.Absent<Boolean> absent -> words.of("settings.keychain.absent");
            case KeychainResult.Locked<Boolean> locked -> words.of("settings.keychain.locked", name);
            case KeychainResult.Slow<Boolean> slow -> words.of("settings.keychain.slow", name);
            case KeychainResult.Broken<Boolean> broken -> words.of("settings.keychain.broken", name);
        };
    }

    /** The key's visible part and its place; empty before the first answer. */
    public ReadOnlyStringProperty key() {
        return key.getReadOnlyProperty();
    }

    /** The keychain and its state; empty where it does not matter. */
    public ReadOnlyStringProperty keychain() {
        return keychain.getReadOnlyProperty();
    }

    /** Whether another key can be given: not beside the environment’s, which goes before every other. */
    public ReadOnlyBooleanProperty replaceable() {
        return replaceable.getReadOnlyProperty();
    }

    /** What the button that leads to another key says. */
    public ReadOnlyStringProperty connectName() {
        return connectName.getReadOnlyProperty();
    }

    /** What helps where the key cannot be read; null where nothing is needed but a key. */
    public ReadOnlyObjectProperty<@Nullable KeyWay> cure() {
        return cure.getReadOnlyProperty();
    }

    /** Whether that is under way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What its button says; empty where there is none. */
    public String cureName() {
        KeyWay way = cure.get();
        return way == null ? "" : new KeyWords(words).name(way);
    }

    /** Whether there is a key that is ours to remove: one from the environment is not. */
    public ReadOnlyBooleanProperty forgettable() {
        return forgettable.getReadOnlyProperty();
    }
}
