package dev.gradeline.ui.settings;

import dev.gradeline.settings.Notices;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the window tells by itself, and from how much on. JavaFX thread. */
public final class NoticesViewModel {
    static final List<Integer> POINTS = List.of(0, 2, 3, 5, 10);
    static final List<Integer> COUNTS = List.of(1, 2, 3, 5, 10);

    private final Words words;
    private final SettingsStore store;
    private final Consumer<Settings> applied;
    private final Choices choices;
    private final ReadOnlyObjectWrapper<Notices> notices;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /** @param applied told the settings when a choice was kept */
    public NoticesViewModel(Words words, SettingsStore store, TaskRunner tasks, Consumer<Settings> applied) {
        this.words = words;
        this.store = store;
        this.applied = applied;
        this.choices = new Choices(store, tasks, this::kept, this::notKept);
        this.notices = new ReadOnlyObjectWrapper<>(store.current().notices());
    }

    private void change(UnaryOperator<Notices> how) {
        Notices wanted = how.apply(notices.get());
        if (!wanted.equals(notices.get())) {
            notices.set(wanted);
            choices.keep(settings -> settings.withNotices(how.apply(settings.notices())));
        }
    }

    private void kept(Settings now) {
        message.set("");
        applied.accept(now);
    }

    private void notKept(Exception error) {
        notices.set(store.current().notices());
        message.set(words.of("settings.notKept", FaultText.of(error)));
    }

    void tellGrades(boolean told) {
        change(now -> now.withGrades(told));
    }

    void tellPlatforms(boolean told) {
        change(now -> now.withPlatforms(told));
    }

    void tellKeys(boolean told) {
        change(now -> now.withKeys(told));
    }

    void choosePoints(int least) {
        change(now -> now.withPoints(least));
    }

    void chooseCount(int least) {
        change(now -> now.withCount(least));
    }

    /** “each change of letter”, “from 5 points on”. */
    String pointsName(int least) {
        return words.of("settings.notices.points.name", least);
    }

    /** “each one”, “from 3 on”. */
    String countName(int least) {
        return words.of("settings.notices.count.name", least);
    }

    ReadOnlyObjectProperty<Notices> notices() {
        return notices.getReadOnlyProperty();
    }

    /** That a choice could not be kept; empty when all were. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
