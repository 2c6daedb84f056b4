package dev.gradeline.ui.settings;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Where the key is and how the keychain does, with no more of the key than is public. JavaFX thread. */
public final class KeyState {
    private final Words words;
    private final KeyVault vault;
    private final TaskRunner.Newest newest;
    private final String keyless;
    private final ReadOnlyStringWrapper key = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keychain = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper forgettable = new ReadOnlyBooleanWrapper();

    private record Answer(KeyVault.Found found, KeychainResult<Boolean> keychain) {}

    /** @param keyless why there is no key of the person's; empty where there can be */
    KeyState(Words words, KeyVault vault, TaskRunner tasks, String keyless) {
        this.words = words;
        this.vault = vault;
        this.newest = new TaskRunner.Newest(tasks);
        this.keyless = keyless;
    }

    void ask() {
        if (!keyless.isEmpty()) {
            key.set(keyless);
            return;
        }
        newest.run(
                () -> new Answer(vault.find(), vault.check()),
                answer -> {
                    key.set(place(answer.found()));
                    forgettable.set(answer.found().place() == KeyVault.Place.KEYCHAIN
                            || answer.found().place() == KeyVault.Place.SESSION);
                    keychain.set(state(answer.keychain()));
                },
                error -> keychain.set(words.of("settings.keychain.broken", vault.keychainName())));
    }

    private String place(KeyVault.Found found) {
        String secret = found.secret();
        if (secret == null) {
            return words.of("settings.key.none");
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

    /** Whether there is a key that is ours to remove: one from the environment is not. */
    public ReadOnlyBooleanProperty forgettable() {
        return forgettable.getReadOnlyProperty();
    }
}
