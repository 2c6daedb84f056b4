package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.settings.Settings;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No two organisations are called the same, and one that nobody named speaks the language of the window. */
class NamingTest {
    private static final Naming ENGLISH = new Naming(Shell.WORDS);
    private static final Naming GERMAN = new Naming(new Words(Locale.GERMANY, ZoneOffset.UTC));

    @TempDir
    Path folder;

    private TwoOrganisations api;
    private Computer computer;
    private CurrentProgram current;
    private GlobalOptions options;

    @BeforeEach
    void start() throws IOException {
        api = new TwoOrganisations();
        computer = new Computer(folder, api.baseUrl());
        options = new GlobalOptions(null, null, api.baseUrl(), false, GlobalOptions.DEFAULT_MAX_WAIT);
        current = new CurrentProgram(computer.programs(), computer.programs().open(options));
    }

    @AfterEach
    void close() {
        current.close();
        api.close();
    }

    private Belonging belonging() {
        return new Belonging(current, current.with(each -> each), options, Shell.WORDS);
    }

    private Settings.Connection keep(Settings.Connection connection) {
        current.with(program -> program.settings().update(s -> s.withConnection(connection)));
        return connection;
    }

    private static Settings.Connection connection(String name, String label) {
        return new Settings.Connection(name, label, "https://x/api/v1");
    }

    @Test
    void whatNobodyNamedIsNamedInTheLanguageThatIsSpoken() {
        assertThat(ENGLISH.title(connection("default", ""))).isEqualTo("My organisation");
        assertThat(GERMAN.title(connection("default", ""))).isEqualTo("Meine Organisation");
        assertThat(GERMAN.title(connection("organisation-2", ""))).isEqualTo("Meine Organisation 2");
        assertThat(GERMAN.title(connection("my-organisation-3", "My organisation")))
                .as("as earlier versions kept it")
                .isEqualTo("Meine Organisation 3");
        assertThat(GERMAN.title(connection("x", "Northwind Health"))).isEqualTo("Northwind Health");
    }

    @Test
    void twoThatNobodyNamesAreToldApart() {
        Settings.Connection first = keep(belonging().named(""));
        Settings.Connection second = keep(belonging().newConnection(""));
        Settings.Connection third = keep(belonging().newConnection(" "));
        assertThat(first.name()).isEqualTo("default");
        assertThat(ENGLISH.title(first)).isEqualTo("My organisation");
        assertThat(ENGLISH.title(second)).isEqualTo("My organisation 2");
        assertThat(ENGLISH.title(third)).isEqualTo("My organisation 3");
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        keep(connection("northwind", "Northwind Health"));
        assertThat(belonging().newConnection("northwind health ").label()).isEqualTo("northwind health 2");
        assertThat(belonging().named("Northwind Health").label()).isEqualTo("Northwind Health 2");
        keep(connection("default", "Mine"));
        assertThat(belonging().named("Mine").label()).as("its own name").isEqualTo("Mine");
    }

    @Test
    void nobodyIsGivenTheNameOfAnother() {
        keep(connection("northwind", "Northwind Health"));
        keep(connection("contoso", "Contoso"));
        Organising organising = new Organising(current, Shell.WORDS, options);
        assertThatThrownBy(() -> organising.rename(connection("contoso", "NORTHWIND health")))
                .hasMessage(Shell.WORDS.of("app.organisation.taken", "NORTHWIND health"));
        assertThat(computer.settings().current().connection("contoso"))
                .extracting(Settings.Connection::label)
                .isEqualTo("Contoso");
        organising.rename(connection("contoso", "CONTOSO"));
        assertThat(organising.list())
                .extracting(each -> each.connection().title())
                .contains("CONTOSO");
    }

    @Test
    void theScansDomainIsSuggested() {
        assertThat(belonging().check(ApiKey.of(NORTHWIND), new Call()).suggestion())
                .isEqualTo("org-northwind.example");
        api.silence(CONTOSO);
        assertThat(belonging().check(ApiKey.of(CONTOSO), new Call()).suggestion())
                .isEmpty();
    }
}
