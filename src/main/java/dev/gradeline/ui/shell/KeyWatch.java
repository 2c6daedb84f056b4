package dev.gradeline.ui.shell;

import dev.gradeline.history.History;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the open organisation's key is, or what is in the way of it: looked at when the window opens, after each
 * synchronisation and, while the keychain is locked, now and then. JavaFX thread.
 */
public final class KeyWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private final Words words;
    private final KeyVault vault;
    private final History history;
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
        /**
         * Told before {@link #trouble} is.
         *
         * @param was what the look before found; null for the first
         * @param archive at the first look, whether there is a story to look at and no key to go on with it
         */
        void found(KeyVault.@Nullable Found was, KeyVault.Found now, boolean archive);
    }

    /** What a look saw. */
    private record Sight(KeyVault.Found found, boolean archive) {}

    /**
     * @param looked told after each look
     * @param failed told when the look itself failed
     */
    KeyWatch(Services services, Looked looked, Consumer<Exception> failed) {
        this.words = services.words();
        this.vault = services.vault();
        this.history = services.history();
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
        boolean first = found.get() == null;
        newest.run(() -> seen(look.call(), first), this::show, error -> {
            busy.set(false);
            failed.accept(error);
        });
    }

    /** Blocking. */
    private Sight seen(KeyVault.Found found, boolean first) {
        return new Sight(found, first && KeyStanding.of(found).isNone() && isStory());
    }

    private boolean isStory() {
        try {
            return !history.posture().isEmpty();
        } catch (RuntimeException e) {
            // to read what can be read is the better mistake; the run itself says what is wrong
            LOG.warn("whether there is anything to look at is not known", e);
            return false;
        }
    }

    private void show(Sight seen) {
        KeyVault.Found now = seen.found();
        busy.set(false);
        line.set(KeyLine.of(now, words));
        KeyVault.Found was = found.get();
        found.set(now);
        looked.found(was, now, seen.archive());
        // last: who tells of it also asks what helps, and whether it is missed at all
        trouble.set(new KeyWords(words).trouble(KeyStanding.of(now), vault.keychainName()));
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
