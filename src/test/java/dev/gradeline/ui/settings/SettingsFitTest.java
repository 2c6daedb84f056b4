package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.kit.WholeTexts;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the room beside the navigation, the settings fit in their width: nothing is cut, nothing scrolls sideways. */
class SettingsFitTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "en, 1072, 100",
        "en, 816, 100",
        "en, 712, 150",
        "en, 968, 150",
        "de, 1072, 100",
        "de, 816, 100",
        "de, 712, 150",
        "de, 968, 150"
    })
    void nothingIsCutAndNothingScrollsSideways(Locale locale, double width, int textPercent) {
        Words words = new Words(locale, ZoneOffset.UTC);
        // everything that can be shown is
        new SettingsStore(folder.resolve("settings.json"))
                .update(now -> now.withNetwork(Network.ofProxy("proxy.northwind-health.example", 3128, "")
                        .withCertificates(List.of("/mnt/certificates/of/the/company/old-authority.pem"))));
        assertThat(Fx.get(() -> faults(words, width, textPercent))).isEmpty();
    }

    private SettingsViewModel settings(Words words) {
        KeyVault vault = new KeyVault(new FakeKeychain(), "test", Map.of());
        var _ = vault.keep("ayliea_pk_a1b2c3d4" + "e".repeat(56));
        return new SettingsViewModel(
                words,
                new SettingsStore(folder.resolve("settings.json")),
                vault,
                TaskRunner.direct(),
                new SettingsViewModel.Facts(
                        new Settings.Connection("test", "Northwind Health", "https://assess.ayliea.com/api/v1"),
                        false,
                        Path.of("/home/sam/.local/share/gradeline"),
                        true,
                        LocalDate.of(2026, 11, 28)),
                new SettingsViewModel.Effects() {
                    @Override
                    public void applied(Settings now) {}

                    @Override
                    public void keyChanged() {}

                    @Override
                    public void connect() {}

                    @Override
                    public void openFolder() {}
                });
    }

    private List<String> faults(Words words, double width, int textPercent) {
        Parent page = new SettingsCards(words, folder).page(settings(words));
        StackPane root = new StackPane(page);
        // as high as all of it, so that whatever is cut is cut for its width
        Scene scene = new Scene(root, width, 6000);
        new Theme(scene).choose(Settings.Theme.LIGHT, textPercent);
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
        ScrollPane scroll = (ScrollPane) page.lookup(".page-scroll");
        Region content = (Region) scroll.getContent();
        assertThat(content.minWidth(-1))
                .isLessThanOrEqualTo(scroll.getViewportBounds().getWidth());
        assertThat(content.getWidth())
                .isLessThanOrEqualTo(scroll.getViewportBounds().getWidth());
        return WholeTexts.faults(page);
    }
}
