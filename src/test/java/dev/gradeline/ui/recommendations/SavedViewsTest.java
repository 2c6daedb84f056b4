package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Postures;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The named views, in one language and then in another. */
class SavedViewsTest {
    @TempDir
    private Path folder;

    private PageContext context(Locale locale) {
        PageContext plain = new TestPages(TestPages.firstVisit(Postures.northwind()), locale).context();
        return new PageContext(
                plain.words(),
                plain.situation(),
                plain.arriving(),
                plain.filter(),
                plain.navigator(),
                plain.memory(),
                TaskRunner.direct(),
                new SettingsStore(folder.resolve("settings.json")),
                plain.saver(),
                "northwind");
    }

    private SavedViews views(Locale locale) {
        return new SavedViews(context(locale));
    }

    private static SavedView named(String name, String search) {
        return new SavedView(name, RecommendationFilter.ALL.withSearch(search), null, null, "", Grouping.NONE);
    }

    private void write(String text) throws Exception {
        context(Locale.UK).settings().update(all -> all.withViews("northwind", text));
    }

    private String written() {
        return context(Locale.UK).settings().current().views().getOrDefault("northwind", "");
    }

    @Test
    void anOwnViewThatIsNamedAsABroughtOneInTheOtherLanguageStays() {
        views(Locale.UK).keep(named("Offene P1", "mine"));
        SavedViews german = views(Locale.GERMANY);
        assertThat(german.builtIn().getFirst().name()).isEqualTo("Offene P1");
        assertThat(german.own().get()).containsExactly(named("Offene P1", "mine"));
        assertThat(german.find(german.key(named("Offene P1", "mine")))).isEqualTo(named("Offene P1", "mine"));
        assertThat(german.find(german.key(german.builtIn().getFirst())))
                .isEqualTo(german.builtIn().getFirst());

        german.keep(named("Andere", ""));
        assertThat(views(Locale.UK).own().get()).containsExactly(named("Offene P1", "mine"), named("Andere", ""));
    }

    @Test
    void anOwnViewOfSuchANameIsShownFirstAndRemovedByItself() {
        views(Locale.UK).keep(named("Offene P1", "mine"));
        SavedViews german = views(Locale.GERMANY);
        german.showFirst(named("Offene P1", "mine"));
        assertThat(german.isFirst(german.builtIn().getFirst())).isFalse();
        assertThat(views(Locale.GERMANY).find(views(Locale.GERMANY).first().get()))
                .isEqualTo(named("Offene P1", "mine"));
        german.remove(named("Offene P1", "mine"));
        assertThat(written()).isEmpty();
    }

    @Test
    void aBroughtViewThatIsShownFirstIsFoundInEveryLanguage() {
        SavedViews english = views(Locale.UK);
        english.showFirst(english.builtIn().getFirst());
        assertThat(written()).isEqualTo("default=#OPEN_P1");
        SavedViews german = views(Locale.GERMANY);
        assertThat(Objects.requireNonNull(german.find(german.first().get())).name())
                .isEqualTo("Offene P1");
    }

    @ParameterizedTest
    @CsvSource({"Open+P1, en, Open P1", "Open+P1, de, Offene P1", "Offene+P1, en, Open P1", "Mine, de, Mine"})
    void theOldFormIsUnderstood(String old, String language, String name) throws Exception {
        write("default=" + old + "\nname=Mine&search=x");
        SavedViews views = views(Locale.of(language));
        assertThat(Objects.requireNonNull(views.find(views.first().get())).name())
                .isEqualTo(name);
    }

    @Test
    void aDefaultThatThisVersionDoesNotKnowIsKept() throws Exception {
        write("default=#OF_TOMORROW");
        SavedViews views = views(Locale.UK);
        assertThat(views.find(views.first().get())).isNull();
        views.keep(named("Mine", ""));
        assertThat(written()).isEqualTo("default=#OF_TOMORROW\nname=Mine");
    }

    @Test
    void anOwnNameThatBeginsAsAKeyIsNone() {
        SavedViews views = views(Locale.UK);
        views.keep(named("#OPEN_P1", "mine"));
        views.showFirst(named("#OPEN_P1", "mine"));
        SavedViews again = views(Locale.UK);
        assertThat(again.find(again.first().get())).isEqualTo(named("#OPEN_P1", "mine"));
    }
}
