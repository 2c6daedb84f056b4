package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Appearance;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
    private static final String KEY = "ayliea_pk_a1b2c3d4" + "e".repeat(56);

    @TempDir
    private Path folder;

    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private final FakeKeychain keychain = new FakeKeychain();
    private final List<String> effects = new ArrayList<>();

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("settings.json"));
    }

    private KeyVault vault(Map<String, String> environment) {
        return new KeyVault(keychain, "test", environment);
    }

    private SettingsViewModel model(SettingsStore store, KeyVault vault, TaskRunner tasks, boolean folderOpens) {
        return new SettingsViewModel(
                words,
                store,
                vault,
                tasks,
                new SettingsViewModel.Facts(
                        new Settings.Connection("test", "Northwind Health", "https://assess.ayliea.com/api/v1"),
                        false,
                        Path.of("/home/sam/.local/share/gradeline"),
                        folderOpens,
                        LocalDate.of(2026, 11, 28)),
                new SettingsViewModel.Effects() {
                    @Override
                    public void applied(Settings now) {
                        effects.add("applied " + now.theme() + " " + now.textPercent());
                    }

                    @Override
                    public void keyChanged() {
                        effects.add("key changed");
                    }

                    @Override
                    public void connect() {
                        effects.add("connect");
                    }

                    @Override
                    public void openFolder() {
                        effects.add("open folder");
                    }
                });
    }

    private Parent page(SettingsViewModel model) {
        return new SettingsCards(words, folder).page(model);
    }

    private SettingsViewModel model(KeyVault vault) {
        return model(store(), vault, TaskRunner.direct(), true);
    }

    @Test
    void ofTwoQuickChoicesTheLastOneStays() {
        SettingsStore store = store();
        ManualTasks tasks = new ManualTasks();
        SettingsViewModel model = model(store, vault(Map.of()), tasks, true);

        model.theme().set(Settings.Theme.DARK);
        model.textPercent().set(125);
        model.theme().set(Settings.Theme.LIGHT);

        assertThat(tasks.waiting()).as("one is written at a time").isEqualTo(1);
        tasks.endAll();
        assertThat(store.current().theme()).isEqualTo(Settings.Theme.LIGHT);
        assertThat(store.current().textPercent()).isEqualTo(125);
        assertThat(effects).containsExactly("applied DARK 100", "applied DARK 125", "applied LIGHT 125");
    }

    @Test
    void whatCouldNotBeWrittenIsNotShownAsChosen() throws Exception {
        SettingsStore store = store();
        SettingsViewModel model = model(store, vault(Map.of()), TaskRunner.direct(), true);
        Files.createDirectory(folder.resolve("settings.json"));

        model.theme().set(Settings.Theme.DARK);

        assertThat(model.theme().get()).isEqualTo(Settings.Theme.SYSTEM);
        assertThat(model.message().get()).contains("could not be kept");
        assertThat(effects).isEmpty();
    }

    @Test
    void theKeysPlaceIsSaidWithItsVisiblePartOnly() {
        KeyVault kept = vault(Map.of());
        kept.keep(KEY);
        assertThat(keyOf(kept)).isEqualTo("ayliea_pk_a1b2c3d4…, kept in Test Keychain");
        KeyVault session = vault(Map.of());
        session.keepForSession(KEY);
        assertThat(keyOf(session)).startsWith("ayliea_pk_a1b2c3d4…, for this session only");
        assertThat(keyOf(vault(Map.of(KeyVault.VARIABLE, KEY))))
                .startsWith("ayliea_pk_a1b2c3d4…, from the environment variable GRADELINE_API_KEY");
        kept.forget();
        assertThat(keyOf(vault(Map.of()))).isEqualTo("There is no key on this computer.");
    }

    private String keyOf(KeyVault vault) {
        SettingsViewModel model = model(vault);
        model.open();
        String text = model.keyState().key().get();
        assertThat(text).doesNotContain("eeee");
        return text;
    }

    @Test
    void theKeychainsStateIsSaid() {
        SettingsViewModel model = model(vault(Map.of()));
        model.open();
        assertThat(model.keyState().keychain().get()).isEqualTo("Test Keychain is unlocked.");
        keychain.fail(new KeychainResult.Locked<>());
        model.open();
        assertThat(model.keyState().key().get())
                .startsWith("Test Keychain is locked, so the key in it cannot be read.");
        assertThat(model.keyState().cureName()).isEqualTo("Unlock and try again");
        assertThat(model.keyState().forgettable().get()).isTrue();
        assertThat(model.keyState().connectName().get()).isEqualTo("Connect with a key…");
        keychain.fail(new KeychainResult.Absent<>("none"));
        KeyState absent = model(vault(Map.of())).keyState();
        absent.ask();
        assertThat(absent.key().get()).startsWith("There is no keychain").contains(KeyVault.VARIABLE);
        assertThat(absent.cure().get()).isNull();
        assertThat(absent.forgettable().get()).isFalse();
    }

    @Test
    void theEnvironmentsKeyIsNeitherReplacedNorForgotten() {
        KeyState state = model(vault(Map.of(KeyVault.VARIABLE, KEY))).keyState();
        state.ask();
        assertThat(state.replaceable().get()).isFalse();
        assertThat(state.forgettable().get()).isFalse();
        assertThat(state.key().get()).contains(KeyVault.VARIABLE, "change the variable");
    }

    @Test
    void aKeyIsForgottenOnlyAfterAQuestion() {
        KeyVault vault = vault(Map.of());
        vault.keep(KEY);
        SettingsViewModel model = model(vault);
        model.open();
        assertThat(model.keyState().forgettable().get()).isTrue();

        model.forgetKey();
        assertThat(keychain.accounts()).as("nobody was asked").hasSize(1);
        model.askToForgetKey();
        model.keepKey();
        model.forgetKey();
        assertThat(keychain.accounts()).as("the answer was no").hasSize(1);

        model.askToForgetKey();
        model.forgetKey();
        assertThat(keychain.accounts()).isEmpty();
        assertThat(model.confirming().get()).isFalse();
        assertThat(model.keyState().key().get()).contains("no key");
        assertThat(model.keyState().forgettable().get()).isFalse();
        assertThat(effects).containsExactly("key changed");
    }

    @Test
    void aKeyFromTheEnvironmentIsNotOursToForget() {
        SettingsViewModel model = model(vault(Map.of(KeyVault.VARIABLE, KEY)));
        model.open();
        assertThat(model.keyState().forgettable().get()).isFalse();
    }

    @Test
    void theFolderIsOpenedWhereItCanBe() {
        model(store(), vault(Map.of()), TaskRunner.direct(), false).openFolder();
        assertThat(effects).isEmpty();
        model(vault(Map.of())).openFolder();
        assertThat(effects).containsExactly("open folder");
    }

    @Test
    void pictures() throws Exception {
        KeyVault vault = vault(Map.of());
        vault.keep(KEY);
        PagePictures.all("settings", () -> {
            SettingsViewModel model = model(vault);
            model.open();
            return page(model);
        });
        PagePictures.tall("settings-forget", 100, () -> {
            SettingsViewModel model = model(store(), vault, TaskRunner.direct(), false);
            model.open();
            model.askToForgetKey();
            return page(model);
        });
    }

    @Test
    void thePictureOfAProxyAndCertificatesOfOnesOwn() throws Exception {
        Path pem = SettingsCards.authority(folder);
        store().update(now -> now.withNetwork(Network.ofProxy("proxy.northwind.example", 3128, "ann")
                .withCertificates(List.of(pem.toString(), "/mnt/usb/old-authority.pem"))));
        for (int textPercent : List.of(100, 150)) {
            PagePictures.tall("settings-network-" + textPercent, textPercent, () -> page(model(vault(Map.of()))));
        }
    }

    @Test
    void datesAreNamedByTheDayOfTodayAndAPageThatIsNotThereIsTheFirst() {
        store().update(now -> now.withAppearance(now.appearance().withStartPage("portfolio-3d")));
        SettingsViewModel model = model(vault(Map.of()));
        assertThat(List.of(Appearance.DateStyle.values()).stream().map(model::dateStyleName))
                .containsExactly("As the language", "2026-11-28 (ISO 8601)", "28/11/2026", "28 November 2026");
        model.dateStyle().set(Appearance.DateStyle.ISO);
        assertThat(model.startPage().get()).isEqualTo("overview");
        assertThat(store().current().appearance().startPage())
                .as("kept until another is chosen")
                .isEqualTo("portfolio-3d");
        model.startPage().set("changes");
        assertThat(store().current().appearance())
                .isEqualTo(Settings.DEFAULT
                        .appearance()
                        .withDateStyle(Appearance.DateStyle.ISO)
                        .withStartPage("changes"));
    }

    @Test
    void motionIsAsTheSystemSaysOrReduced() {
        SettingsViewModel model = model(vault(Map.of()));
        assertThat(List.of(Appearance.Motion.values()).stream().map(model::motionName))
                .containsExactly("As the system", "Reduced");
        assertThat(model.motion().get()).isEqualTo(Appearance.Motion.SYSTEM);
        model.motion().set(Appearance.Motion.REDUCED);
        assertThat(store().current().appearance().motion()).isEqualTo(Appearance.Motion.REDUCED);
        assertThat(model(vault(Map.of())).motion().get()).isEqualTo(Appearance.Motion.REDUCED);
    }

    @Test
    void onceAChoiceIsKeptNothingSaysThatItWasNot() throws Exception {
        SettingsViewModel model = model(store(), vault(Map.of()), TaskRunner.direct(), true);
        Path inTheWay = Files.createDirectory(folder.resolve("settings.json"));
        model.theme().set(Settings.Theme.DARK);
        Files.delete(inTheWay);

        model.theme().set(Settings.Theme.DARK);

        assertThat(model.message().get()).isEmpty();
        assertThat(model.theme().get()).isEqualTo(Settings.Theme.DARK);
    }

    @Test
    void aLostChoiceIsSetBackAndToldAlthoughALaterOneWasKept() throws Exception {
        SettingsStore store = store();
        ManualTasks tasks = new ManualTasks();
        SettingsViewModel model = model(store, vault(Map.of()), tasks, true);
        model.theme().set(Settings.Theme.DARK);
        model.textPercent().set(125);
        Path inTheWay = Files.createDirectory(folder.resolve("settings.json"));
        tasks.end(0);
        Files.delete(inTheWay);
        tasks.endAll();

        assertThat(store.current().textPercent()).isEqualTo(125);
        assertThat(model.textPercent().get()).isEqualTo(125);
        assertThat(model.theme().get()).isEqualTo(Settings.Theme.SYSTEM);
        assertThat(model.message().get()).contains("could not be kept");
    }
}
