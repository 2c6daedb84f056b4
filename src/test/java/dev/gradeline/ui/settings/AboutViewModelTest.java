package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AboutViewModelTest {
    @TempDir
    private Path app;

    private AboutViewModel model() {
        return new AboutViewModel(
                new Words(Locale.UK, ZoneOffset.UTC), TaskRunner.direct(), "1.2.3", app.resolve("gradeline.jar"));
    }

    @Test
    void theNoticesBesideTheProgramAreShownAndHidden() throws IOException {
        Files.createDirectories(app.resolve("legal"));
        Files.writeString(
                app.resolve("legal").resolve("THIRD-PARTY.txt"), "ControlsFX (org.controlsfx)\n    BSD-3-Clause\n");
        AboutViewModel model = model();
        assertThat(model.notices().get()).isEmpty();
        model.toggleNotices();
        assertThat(model.notices().get()).contains("ControlsFX");
        model.toggleNotices();
        assertThat(model.notices().get()).isEmpty();
    }

    @Test
    void aProgramThatIsNoPackageSaysWhereItsLibrariesAreNamed() {
        AboutViewModel model = model();
        model.toggleNotices();
        assertThat(model.notices().get()).contains("pom.xml");
    }

    @Test
    void namesTheVersionsThatMatterForAReport() {
        assertThat(model().version()).startsWith("1.2.3 · Java " + Runtime.version());
    }
}
