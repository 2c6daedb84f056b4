package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.keychain.KeyVault.Place;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.settings.OrganisationsViewModel.Row;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of organisations, beside a keychain that takes its time. */
class OrganisationsListTest {
    @TempDir
    private Path folder;

    @Test
    void isThereBeforeTheKeychainAnswers() {
        SettingsCards cards = new SettingsCards(new Words(Locale.UK, ZoneOffset.UTC), folder);
        ManualTasks tasks = new ManualTasks();
        OrganisationsViewModel model = cards.organisations(tasks);
        model.look();
        tasks.end(0);
        assertThat(model.rows())
                .extracting(Row::title)
                .containsExactly("Northwind Health", "Contoso Clinics", "from-sam");
        assertThat(model.rows()).allSatisfy(row -> {
            assertThat(row.key()).isEqualTo("looking for its key…");
            assertThat(row.removableKey()).isFalse();
        });
        tasks.end(0);
        List<String> keys = List.of("key a1b2c3d4… · keychain", "key c0c0c0c0… · keychain", "no key");
        assertThat(model.rows()).extracting(Row::key).isEqualTo(keys);
        assertThat(model.rows()).extracting(Row::removableKey).containsExactly(true, true, false);

        cards.keys.put("from-sam", new KeySight(Place.SESSION, "", null));
        model.look();
        tasks.end(0);
        assertThat(model.rows())
                .extracting(Row::key)
                .as("what is known stays meanwhile")
                .isEqualTo(keys);
        tasks.endAll();
        assertThat(model.rows().getLast().key()).contains("session");
        assertThat(model.rows().getLast().removableKey()).isTrue();
    }
}
