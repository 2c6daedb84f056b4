package dev.gradeline.ui.shell;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.ui.kit.KeyLine;
import dev.gradeline.ui.kit.KeyStanding;
import dev.gradeline.ui.kit.KeyWay;
import dev.gradeline.ui.kit.KeyWords;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where the open organisation's key is, or what is in the way of it: looked at when the window opens, after each
 * synchronisation and, while the keychain is locked, now and then. JavaFX thread.
 */
public final class KeyWatch {
    private final Words words;
    private final KeyVault vault;
    /** Whether a backup is looked at, which needs no key. */
    private final boolean backup;

    private final TaskRunner.Newest newest;
    private final Looked looked;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<KeyVault.@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<KeyStanding> standing = new ReadOnlyObjectWrapper<>(KeyStanding.THERE);
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** What follows from a look. */
    interface Looked {
        /** @param was what the look before found; null for the first */
        void found(KeyVault.@Nullable Found was, KeyVault.Found now);
    }

    /**
     * @param looked told after each look
     * @param failed told when the look itself failed
     */
    KeyWatch(Services services, Looked looked, Consumer<Exception> failed) {
        this.words = services.words();
        this.vault = services.vault();
        this.backup = services.backup() != null;
        this.newest = new TaskRunner.Newest(services.tasks());
        this.looked = looked;
        this.failed = failed;
        standing.bind(Bindings.createObjectBinding(this::standingNow, found));
    }

    private KeyStanding standingNow() {
        KeyVault.Found now = found.get();
        // what nobody looked for yet is not missed
        return now == null ? KeyStanding.THERE : KeyStanding.of(now);
    }

    /** Looks for the key; prompts for nothing that was turned down before. */
    void look() {
        if (backup) {
            line.set(words.of("shell.backup.keyLine"));
            return;
        }
        run(vault::find);
    }

    /** Looks again where it may have come within reach by itself, as when the person unlocks the keychain elsewhere. */
    void tick() {
        if (standing.get() == KeyStanding.LOCKED && !busy.get()) {
            look();
        }
    }

    /** Does what helps; a way that leads to another page is not for here. */
    void take(KeyWay way) {
        switch (way) {
            case UNLOCK, AGAIN -> take(vault::findAgain);
            case REPAIR -> take(vault::repair);
            case CONNECT -> {}
        }
    }

    private void take(Callable<KeyVault.Found> cure) {
        busy.set(true);
        run(cure);
    }

    private void run(Callable<KeyVault.Found> look) {
        newest.run(look, this::show, error -> {
            busy.set(false);
            failed.accept(error);
        });
    }

    private void show(KeyVault.Found now) {
        busy.set(false);
        line.set(KeyLine.of(now, words));
        KeyVault.Found was = found.get();
        found.set(now);
        // last: who tells of it also asks what helps
        trouble.set(new KeyWords(words).trouble(KeyStanding.of(now), vault.keychainName()));
        looked.found(was, now);
    }

    /** What the last look found; null before the first. */
    ReadOnlyObjectProperty<KeyVault.@Nullable Found> found() {
        return found.getReadOnlyProperty();
    }

    /** The same without the key. */
    public ReadOnlyObjectProperty<KeyStanding> standing() {
        return standing.getReadOnlyProperty();
    }

    /** “key a1b2c3d4… · keychain”, or in two or three words why there is none. */
    public ReadOnlyStringProperty line() {
        return line.getReadOnlyProperty();
    }

    /** Whether a cure is under way, which may wait for the person. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What is in the way and what to do; empty where the key is there. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
