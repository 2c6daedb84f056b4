package dev.gradeline.ui.connect;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.connect.ConnectViewModel.Access;
import dev.gradeline.words.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What checking a key found: what it may read, whose it is, and that in words. JavaFX thread. */
final class Finding {
    private final Words words;
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ApiKey> key = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<KeyCheck.@Nullable Other> other = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper unsure = new ReadOnlyBooleanWrapper();
    private final ObservableList<Access> access = FXCollections.observableArrayList();

    Finding(Words words) {
        this.words = words;
        // any other word than that the key works is no good news
        verdict.addListener((observable, was, now) -> good.set(false));
    }

    /** Nothing is known of the key that is typed now. */
    void clear() {
        key.set(null);
        other.set(null);
        unsure.set(false);
        access.clear();
        verdict.set("");
    }

    /** Says something else; what was found stays. */
    void say(String text) {
        verdict.set(text);
    }

    void found(ApiKey tried, KeyCheck answer) {
        CheckWords found = CheckWords.of(answer.parts(), words);
        boolean any = found.readsAny();
        KeyCheck.Other mismatch = any ? answer.other() : null;
        key.set(any ? tried : null);
        access.setAll(any ? found.rows() : List.of());
        other.set(mismatch);
        String stored = answer.unsure();
        unsure.set(any && mismatch == null && stored != null);
        if (mismatch != null) {
            verdict.set(whose(mismatch));
            return;
        }
        if (stored != null && unsure.get()) {
            verdict.set(words.of("connect.unsure", stored));
            return;
        }
        boolean works = any && found.trouble().isEmpty();
        verdict.set(works ? words.of("connect.works") : found.trouble());
        good.set(works);
    }

    private String whose(KeyCheck.Other mismatch) {
        Settings.Connection home = mismatch.home();
        if (home != null && mismatch.stored().isEmpty()) {
            return words.of("connect.other.here", home.title());
        }
        return home == null
                ? words.of("connect.other", mismatch.stored())
                : words.of("connect.other.known", home.title(), mismatch.stored());
    }

    /** The key that was found to be of use; null while there is none. */
    ReadOnlyObjectProperty<@Nullable ApiKey> key() {
        return key.getReadOnlyProperty();
    }

    /** As {@link ConnectViewModel#verdict}. */
    ReadOnlyStringProperty verdict() {
        return verdict.getReadOnlyProperty();
    }

    /** As {@link ConnectViewModel#good}. */
    ReadOnlyBooleanProperty good() {
        return good.getReadOnlyProperty();
    }

    /** As {@link ConnectViewModel#other}. */
    ReadOnlyObjectProperty<KeyCheck.@Nullable Other> other() {
        return other.getReadOnlyProperty();
    }

    /** As {@link ConnectViewModel#unsure}. */
    ReadOnlyBooleanProperty unsure() {
        return unsure.getReadOnlyProperty();
    }

    /** As {@link ConnectViewModel#access}. */
    ObservableList<Access> access() {
        return access;
    }
}
