package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Notices;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesViewModelTest {
    @TempDir
    private Path folder;

    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private final List<Settings> applied = new ArrayList<>();

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("settings.json"));
    }

    @Test
    void eachChoiceIsKeptAndToldAndTheSameOneIsNot() {
        SettingsStore store = store();
        NoticesViewModel model = new NoticesViewModel(words, store, TaskRunner.direct(), applied::add);
        model.tellGrades(true);
        assertThat(applied).isEmpty();
        model.tellGrades(false);
        model.choosePoints(5);
        model.chooseCount(3);
        model.tellKeys(false);
        assertThat(applied).hasSize(4);
        assertThat(store().current().notices()).isEqualTo(new Notices(false, true, false, 5, 3));
    }

    @Test
    void whatCannotBeKeptIsAsItWasAndIsSaid() {
        TaskRunner full = new TaskRunner() {
            @Override
            public <T extends @org.jspecify.annotations.Nullable Object> void run(
                    java.util.concurrent.Callable<T> work,
                    java.util.function.Consumer<? super T> done,
                    java.util.function.Consumer<? super Exception> failed) {
                failed.accept(new java.io.IOException("no room"));
            }
        };
        NoticesViewModel model = new NoticesViewModel(words, store(), full, applied::add);
        model.tellPlatforms(false);
        assertThat(model.notices().get().platforms()).isTrue();
        assertThat(model.message().get()).contains("no room");
    }

    @Test
    void byKeyboardAKindIsTurnedOffAndItsThresholdWithIt() {
        SettingsStore store = store();
        try (ShownPage page = ShownPage.of(() -> Fxml.load(
                new NoticesController(new NoticesViewModel(words, store, TaskRunner.direct(), applied::add)), words))) {
            ComboBox<?> count = page.node("#count", ComboBox.class);
            page.focus(count);
            page.press(KeyCode.DOWN, KeyCode.DOWN);
            assertThat(store.current().notices().count()).isEqualTo(3);
            page.focus(page.node("#platforms", javafx.scene.Node.class));
            page.press(KeyCode.SPACE);
            assertThat(store.current().notices().platforms()).isFalse();
            assertThat(Fx.get(count::isDisabled)).isTrue();
        }
    }
}
