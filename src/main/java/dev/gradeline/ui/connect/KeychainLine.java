package dev.gradeline.ui.connect;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** How the keychain does, in a line, and another try at it. JavaFX thread. */
final class KeychainLine {
    private final Words words;
    private final KeyVault vault;
    private final TaskRunner.Newest newest;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper retryable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper absent = new ReadOnlyBooleanWrapper();

    private record Again(KeyVault.Found found, KeychainResult<Boolean> state) {}

    KeychainLine(Words words, KeyVault vault, TaskRunner tasks) {
        this.words = words;
        this.vault = vault;
        this.newest = new TaskRunner.Newest(tasks);
    }

    void ask() {
        asking();
        newest.run(vault::check, this::answered, this::broken);
    }

    /**
     * Asks anew, which may prompt to unlock it.
     *
     * @param found told where a key is now
     */
    void askAgain(Consumer<KeyVault.Found> found) {
        retryable.set(false);
        asking();
        newest.run(
                () -> new Again(vault.findAgain(), vault.check()),
                again -> {
                    answered(again.state());
                    found.accept(again.found());
                },
                this::broken);
    }

    private void asking() {
        text.set(words.of("connect.keychain.asking", vault.keychainName()));
    }

    private void broken(Exception error) {
        text.set(words.of("connect.keychain.broken"));
    }

    private void answered(KeychainResult<Boolean> result) {
        text.set(trouble(result));
        retryable.set(result instanceof KeychainResult.Locked
                || result instanceof KeychainResult.Slow
                || result instanceof KeychainResult.Broken);
        absent.set(result instanceof KeychainResult.Absent);
    }

    /** What the keychain's state means for a key that is to be kept. */
    String trouble(@Nullable KeychainResult<?> result) {
        return switch (result) {
            case KeychainResult.Absent<?> none -> words.of("connect.keychain.absent", KeyVault.VARIABLE);
            case KeychainResult.Locked<?> locked -> words.of("connect.keychain.locked", vault.keychainName());
            case KeychainResult.Slow<?> slow -> words.of("connect.keychain.slow", vault.keychainName());
            case KeychainResult.Broken<?> broken ->
                broken.twice()
                        ? words.of("connect.keychain.twice", vault.keychainName())
                        : words.of("connect.keychain.broken");
            case KeychainResult.Ok<?> ok -> words.of("connect.keychain.ready", vault.keychainName());
            case null -> words.of("connect.keychain.broken");
        };
    }

    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Whether there is no keychain at all that could keep a key. */
    ReadOnlyBooleanProperty absent() {
        return absent.getReadOnlyProperty();
    }

    /** Whether it is of use to ask again. */
    ReadOnlyBooleanProperty retryable() {
        return retryable.getReadOnlyProperty();
    }
}
