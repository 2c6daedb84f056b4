package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Appearance;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.Settings.Language;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language is spoken where. */
class TongueTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "en-US, SYSTEM, en-US, Settings",
        "de-AT, SYSTEM, de-AT, Einstellungen",
        "fr-FR, SYSTEM, en, Settings",
        "de-DE, EN, en, Settings",
        "en-US, EN, en-US, Settings",
        "en-GB, DE, de, Einstellungen",
        "de-CH, DE, de-CH, Einstellungen",
        "und, SYSTEM, en, Settings",
    })
    void theChoiceGoesBeforeTheSystem(String system, Language chosen, String expected, String settings) {
        Tongue tongue = new Tongue(Locale.forLanguageTag(system), ZoneOffset.UTC, locale -> {});
        assertThat(tongue.locale(chosen)).isEqualTo(Locale.forLanguageTag(expected));
        assertThat(tongue.words(Settings.DEFAULT.withLanguage(chosen).appearance())
                        .of("page.settings"))
                .isEqualTo(settings);
    }

    @Test
    void theSettingsThatTheRunWillUseSayIt() {
        DataDirectory standard = directory("standard", Language.DE);
        Path other = directory("other", Language.EN).root();
        assertThat(chosen(standard)).isEqualTo(Language.DE);
        assertThat(chosen(standard, "sync", "--max-wait", "3")).isEqualTo(Language.DE);
        assertThat(chosen(standard, "--data-dir", other.toString(), "status")).isEqualTo(Language.EN);
        assertThat(chosen(standard, "status", "--data-dir=" + other)).isEqualTo(Language.EN);
        assertThat(chosen(standard, "--demo", "--data-dir", other.toString())).isEqualTo(Language.EN);
        assertThat(chosen(standard, "--demo")).isEqualTo(Language.SYSTEM);
        assertThat(chosen(standard, "--data-dir")).isEqualTo(Language.DE);
        assertThat(chosen(standard, "--data-dir", "\0")).isEqualTo(Language.SYSTEM);
        assertThat(chosen(new DataDirectory(folder.resolve("none")))).isEqualTo(Language.SYSTEM);
    }

    @Test
    void theStyleOfDaysIsSpokenToo() {
        Tongue tongue = new Tongue(Locale.UK, ZoneOffset.UTC, locale -> {});
        for (Appearance.DateStyle style : Appearance.DateStyle.values()) {
            Appearance chosen = Settings.DEFAULT.appearance().withDateStyle(style);
            Words words = tongue.words(chosen);
            assertThat(tongue.speaks(words, chosen)).isTrue();
            assertThat(tongue.speaks(words, Settings.DEFAULT.appearance()))
                    .isEqualTo(style == Appearance.DateStyle.SYSTEM);
            assertThat(words.dates().name().replace("LOCALE", "SYSTEM")).isEqualTo(style.name());
        }
    }

    private static Language chosen(DataDirectory standard, String... arguments) {
        return Tongue.chosen(standard, arguments).language();
    }

    private DataDirectory directory(String name, Language language) {
        DataDirectory directory = new DataDirectory(folder.resolve(name));
        new SettingsStore(directory.settingsFile()).update(settings -> settings.withLanguage(language));
        return directory;
    }
}
