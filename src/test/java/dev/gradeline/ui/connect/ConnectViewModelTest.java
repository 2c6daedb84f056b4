package dev.gradeline.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;
import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.ApiResult;
import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Part;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectViewModelTest {
    private static final String KEY = "ayliea_pk_a1b2c3d4" + "e".repeat(56);
    private static final String OTHER_KEY = "ayliea_pk_b1b2c3d4" + "f".repeat(56);

    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private final FakeKeychain keychain = new FakeKeychain();
    private final KeyVault vault = new KeyVault(keychain, "test", Map.of());
    private final KeyVault apart = new KeyVault(keychain, "apart", Map.of());
    private KeyCheck.@Nullable Other other;
    private @Nullable String unsure;
    private String suggestion = "";
    private @Nullable Call checked;
    private final List<String> steps = new ArrayList<>();
    private ApiResult<Integer> answer = new ApiResult.Ok<>(3, List.of());
    private ApiResult<Integer> discovery = new ApiResult.Ok<>(3, List.of());

    private ConnectViewModel model(boolean mayGoBack) {
        return model(mayGoBack, TaskRunner.direct());
    }

    private ConnectViewModel model(boolean mayGoBack, TaskRunner tasks) {
        return model(mayGoBack, tasks, vault);
    }

    private ConnectViewModel model(boolean mayGoBack, TaskRunner tasks, KeyVault vault) {
        return new ConnectViewModel(
                words,
                vault,
                tasks,
                new ConnectSteps() {
                    @Override
                    public KeyCheck check(ApiKey key, Call call) {
                        checked = call;
                        Map<Part, ApiResult<Integer>> answers = new EnumMap<>(Part.class);
                        for (Part part : Part.values()) {
                            answers.put(part, part == Part.DISCOVERY ? discovery : answer);
                        }
                        return new KeyCheck(answers, other, unsure, suggestion);
                    }

                    @Override
                    public void vouchFor(ApiKey key) {
                        steps.add("vouched");
                    }

                    @Override
                    public KeyVault.Found keep(ApiKey key, String organisation, boolean sessionOnly) {
                        return sessionOnly ? vault.keepForSession(key.secret()) : vault.keep(key.secret());
                    }

                    @Override
                    public KeyVault.Found keepApart(ApiKey key, String organisation, boolean sessionOnly) {
                        steps.add("apart " + organisation + (sessionOnly ? " for this session" : ""));
                        return sessionOnly ? apart.keepForSession(key.secret()) : apart.keep(key.secret());
                    }

                    @Override
                    public KeyVault.Found keepFor(ApiKey key, Settings.Connection connection, boolean sessionOnly) {
                        steps.add("for " + connection.name());
                        return apart.keep(key.secret());
                    }

                    @Override
                    public void openKept() {
                        steps.add("open kept");
                    }

                    @Override
                    public void connected(String organisation) {
                        steps.add("connected " + organisation);
                    }

                    @Override
                    public void back() {
                        steps.add("back");
                    }

                    @Override
                    public void openBackup() {
                        steps.add("backup");
                    }

                    @Override
                    public void exploreSample() {
                        steps.add("sample");
                    }
                },
                "Northwind Health",
                mayGoBack);
    }

    @Test
    void aNameIsSuggestedUntilThePersonWritesOne() {
        ConnectViewModel model = model(false);
        suggestion = "northwind.example";
        model.key().set(KEY);
        model.check();
        assertThat(model.organisation().get()).as("as it was written").isEqualTo("Northwind Health");
        model.organisation().set("");
        model.check();
        assertThat(model.organisation().get()).isEqualTo("northwind.example");
        suggestion = "contoso.example";
        model.key().set(OTHER_KEY);
        model.check();
        assertThat(model.organisation().get()).isEqualTo("contoso.example");
        model.organisation().set("");
        suggestion = "";
        model.save();
        assertThat(steps).as("nobody named it").contains("connected ");
    }

    @Test
    void theButtonSaysWhatItDoes() {
        ConnectViewModel model = model(false);
        assertThat(model.saveLabel().get()).isEqualTo("Save and open");
        model.sessionOnly().set(true);
        assertThat(model.saveLabel().get()).isEqualTo("Open for this session");
    }

    @Test
    void aCheckSaysWhyItWaitsAndCanBeCancelled() {
        ManualTasks tasks = new ManualTasks();
        ConnectViewModel model = model(false, tasks);
        model.key().set(KEY);
        model.check();
        assertThat(model.checking().get()).isTrue();
        model.cancelCheck();
        tasks.endAll();
        assertThat(checked)
                .isNotNull()
                .satisfies(call -> assertThat(call.isCancelled()).isTrue());
        assertThat(model.checking().get()).isFalse();
    }

    @Test
    void whatBefellEveryPartIsSaidOfAllAndNothingOfWhatIsStored() {
        answer = new ApiResult.ServerFault<>(503);
        discovery = new ApiResult.ServerFault<>(503);
        ConnectViewModel model = model(false);
        model.key().set(KEY);
        model.check();
        assertThat(model.verdict().get())
                .contains("scores, recommendations and discovery")
                .doesNotContain("stays as it was");
        answer = new ApiResult.NoKey<>(true);
        discovery = new ApiResult.NoKey<>(true);
        model.check();
        assertThat(model.verdict().get()).contains("did not accept").doesNotContain("stays as it was");
    }

    @Test
    void besideTheEnvironmentsKeyNoOtherIsKept() {
        KeyVault given = new KeyVault(keychain, "test", Map.of(KeyVault.VARIABLE, OTHER_KEY));
        ConnectViewModel model = model(true, TaskRunner.direct(), given);
        assertThat(model.environment()).contains(KeyVault.VARIABLE);
        model.key().set(KEY);
        model.check();
        assertThat(model.canSave().get()).isFalse();
        assertThat(model.saveHint().get()).contains(KeyVault.VARIABLE);
        model.key().set(OTHER_KEY);
        model.check();
        assertThat(model.canSave().get()).as("the environment's own").isTrue();
        assertThat(model(true).environment()).isEmpty();
    }

    @Test
    void withoutAKeychainNothingIsSaidToBeSaved() {
        keychain.fail(new KeychainResult.Absent<>("none"));
        ConnectViewModel model = model(false);
        model.open();
        assertThat(model.saveLabel().get()).isEqualTo("Open for this session");
        assertThat(model.withoutKeychain().get()).isTrue();
        assertThat(model.keychain().get()).contains("GNOME Keyring", KeyVault.VARIABLE);
        assertThat(model.retryable().get()).isFalse();
    }

    @Test
    void aKeyFoundAfterUnlockingOpensTheDashboard() {
        keychain.write("test", KEY);
        keychain.fail(new KeychainResult.Locked<>());
        vault.find();
        ConnectViewModel model = model(false);
        model.open();
        assertThat(model.retryable().get()).isTrue();

        model.tryKeychainAgain();
        assertThat(steps).as("still locked").isEmpty();
        assertThat(model.retryable().get()).isTrue();

        keychain.fail(null);
        model.tryKeychainAgain();
        assertThat(steps).containsExactly("back");
    }

    @Test
    void whoReplacesAKeyIsNotSentAwayByTheOldOne() {
        keychain.write("test", KEY);
        keychain.fail(new KeychainResult.Locked<>());
        ConnectViewModel model = model(true);
        model.open();
        keychain.fail(null);
        model.tryKeychainAgain();
        assertThat(steps).isEmpty();
        assertThat(model.keychain().get()).contains("unlocked");
    }

    @Test
    void anAnswerAboutAKeyThatIsNoLongerInTheFieldIsIgnored() {
        ManualTasks tasks = new ManualTasks();
        ConnectViewModel model = model(false, tasks);
        model.key().set(KEY);
        model.check();
        model.key().set(OTHER_KEY);
        tasks.endAll();

        assertThat(model.verdict().get()).isEmpty();
        assertThat(model.access()).isEmpty();
        assertThat(model.canSave().get()).isFalse();
        assertThat(model.canCheck().get()).as("the other key can be checked").isTrue();
        model.save();
        tasks.endAll();
        assertThat(keychain.accounts()).as("kept without a check").isEmpty();

        model.check();
        tasks.endAll();
        model.save();
        tasks.endAll();
        assertThat(vault.find().secret()).isEqualTo(OTHER_KEY);
    }

    static List<ApiResult<Integer>> answersOfNoUse() {
        return List.of(
                new ApiResult.NoKey<>(true),
                new ApiResult.Refused<>(Part.SCORES, "Insufficient scope"),
                new ApiResult.RateLimited<>(Instant.parse("2026-11-23T09:30:00Z")),
                new ApiResult.Unreachable<>("no network"),
                new ApiResult.NotUnderstood<>("text/html"),
                new ApiResult.ServerFault<>(503));
    }

    @ParameterizedTest
    @MethodSource("answersOfNoUse")
    void aKeyThatWasNotProvenIsNotKept(ApiResult<Integer> useless) {
        vault.keep(OTHER_KEY);
        answer = useless;
        discovery = useless;
        ConnectViewModel model = model(true);
        check(model);
        assertThat(model.verdict().get()).isNotEmpty();
        assertThat(model.good().get()).isFalse();
        assertThat(model.canSave().get()).isFalse();
        model.save();
        assertThat(steps).isEmpty();
        assertThat(vault.find().secret()).isEqualTo(OTHER_KEY);
    }

    @Test
    void enterWhileTheKeyIsBeingSavedChangesNothing() {
        ManualTasks tasks = new ManualTasks();
        ConnectViewModel model = model(true, tasks);
        check(model);
        tasks.endAll();
        model.save();
        model.check();
        assertThat(tasks.waiting()).as("the save alone").isEqualTo(1);
        tasks.endAll();
        assertThat(steps).containsExactly("connected Northwind Health");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void backAfterAFailedSaveLeavesTheOldKeyInUse() {
        vault.keep(OTHER_KEY);
        ConnectViewModel model = model(true);
        check(model);
        keychain.fail(new KeychainResult.Locked<>());
        model.save();
        assertThat(model.verdict().get()).contains("locked", "“Open for this session”");
        model.back();
        assertThat(steps).containsExactly("back");
        assertThat(vault.find().secret()).isEqualTo(OTHER_KEY);
    }

    @Test
    void askingTheKeychainAgainLeavesTheCheckAlone() {
        keychain.fail(new KeychainResult.Locked<>());
        ManualTasks tasks = new ManualTasks();
        ConnectViewModel model = model(true, tasks);
        model.open();
        tasks.endAll();
        model.key().set(KEY);
        model.check();
        model.tryKeychainAgain();
        tasks.endAll();

        assertThat(model.busy().get()).isFalse();
        assertThat(model.good().get()).isTrue();
    }

    @Test
    void aKeyOfAnotherOrganisationGetsAConnectionOfItsOwnOnceThatHasAName() {
        vault.keep(OTHER_KEY);
        other = new KeyCheck.Other("Northwind Health", null);
        ConnectViewModel model = model(true);
        check(model);

        assertThat(model.verdict().get()).contains("another organisation", "“Northwind Health”", "Nothing was mixed");
        assertThat(model.good().get()).isFalse();
        assertThat(model.canSave().get()).as("without a name").isFalse();
        model.save();
        assertThat(steps).isEmpty();

        model.otherName().set(" Contoso Clinics ");
        assertThat(model.saveLabel().get()).isEqualTo("Add connection and open");
        model.save();

        assertThat(steps).containsExactly("apart Contoso Clinics", "open kept");
        assertThat(model.key().get()).isEmpty();
        assertThat(keychain.read("test")).isEqualTo(new KeychainResult.Ok<>(OTHER_KEY));
        assertThat(keychain.read("apart")).isEqualTo(new KeychainResult.Ok<>(KEY));
    }

    @Test
    void aKeyOfWhichNothingTellsWhoseItIsIsKeptOnThePersonsWordOnly() {
        unsure = "Northwind Health";
        ConnectViewModel model = model(true);
        check(model);

        assertThat(model.unsure().get()).isTrue();
        assertThat(model.good().get()).isFalse();
        assertThat(model.verdict().get()).contains("new here", "“Northwind Health”", "Nothing was changed");
        assertThat(model.saveLabel().get()).isEqualTo("This is the same organisation: go on");
        assertThat(steps).isEmpty();
        model.save();
        assertThat(steps).containsExactly("vouched", "connected Northwind Health");
        assertThat(keychain.read("test")).isEqualTo(new KeychainResult.Ok<>(KEY));
    }

    @Test
    void anotherKeyIsTypedIntoAnEmptyField() {
        other = new KeyCheck.Other("Northwind Health", null);
        ConnectViewModel model = model(true);
        check(model);
        model.otherName().set("Contoso");
        model.useAnotherKey();

        assertThat(model.key().get()).isEmpty();
        assertThat(model.other().get()).isNull();
        assertThat(model.verdict().get()).isEmpty();
        other = null;
        check(model);
        model.save();
        assertThat(steps).containsExactly("connected Northwind Health");
        assertThat(keychain.accounts()).containsExactly("test");
    }

    @Test
    void aKeyOfAnOrganisationThatHasAConnectionIsKeptForThatOne() {
        other = new KeyCheck.Other(
                "Northwind Health", new Settings.Connection("contoso", "Contoso", "https://assess.ayliea.com/api/v1"));
        ConnectViewModel model = model(true);
        check(model);
        assertThat(model.verdict().get()).contains("“Contoso”, which has a connection");
        assertThat(model.needsName().get()).isFalse();
        model.save();
        assertThat(steps).containsExactly("for contoso", "open kept");
    }

    @Test
    void whereTheKeychainFailsThePersonDecidesAboutAConnectionOfItsOwnToo() {
        other = new KeyCheck.Other("Northwind Health", null);
        ConnectViewModel model = model(true);
        check(model);
        model.otherName().set("Contoso");
        keychain.fail(new KeychainResult.Locked<>());
        model.save();
        assertThat(model.verdict().get()).contains("locked", "“Add connection for this session”");
        assertThat(steps).containsExactly("apart Contoso");
        model.save();
        assertThat(steps).containsExactly("apart Contoso", "apart Contoso for this session", "open kept");
    }

    @Test
    void theKeyInUseIsCheckedWithoutBeingPastedUnlessOneIsTyped() {
        vault.keep(KEY);
        other = new KeyCheck.Other("Northwind Health", null);
        ConnectViewModel typed = model(true);
        typed.key().set("ayliea_");
        typed.checkKept();
        assertThat(typed.key().get()).isEqualTo("ayliea_");
        ConnectViewModel model = model(true);
        model.checkKept();
        assertThat(model.other().get()).isEqualTo(other);
    }

    private Parent page(boolean mayGoBack, Consumer<ConnectViewModel> act, String focus) {
        ConnectViewModel model = model(mayGoBack);
        Parent page = Fxml.load(new ConnectController(model, words), words);
        model.open();
        act.accept(model);
        if (!focus.isEmpty()) {
            // what a scroll pane holds is found once the pane is drawn
            page.sceneProperty()
                    .addListener((observable, was, now) -> Platform.runLater(() -> {
                        page.applyCss();
                        Node node = page.lookup(focus);
                        assertThat(node).isNotNull();
                        node.requestFocus();
                    }));
        }
        return page;
    }

    private static void check(ConnectViewModel model) {
        model.key().set(KEY);
        model.check();
    }

    @Test
    void pictures() throws Exception {
        PagePictures.light("connect-first", () -> page(false, model -> {}, ""));
        discovery = new ApiResult.Refused<>(Part.DISCOVERY, "Insufficient scope");
        PagePictures.all("connect-checked", () -> page(true, ConnectViewModelTest::check, ""));
        discovery = answer;
        other = new KeyCheck.Other("Northwind Health", null);
        PagePictures.all("connect-other", () -> page(true, ConnectViewModelTest::check, ""));
        other = new KeyCheck.Other(
                "Northwind Health", new Settings.Connection("contoso", "Contoso Clinics", "https://example.test"));
        PagePictures.all("connect-other-known", () -> page(true, ConnectViewModelTest::check, ""));
        other = null;
        answer = new ApiResult.NoKey<>(true);
        discovery = answer;
        PagePictures.light("connect-wrong-key", () -> page(false, ConnectViewModelTest::check, ""));
        answer = new ApiResult.Ok<>(3, List.of());
        discovery = answer;
        keychain.fail(new KeychainResult.Locked<>());
        PagePictures.light("connect-locked", () -> page(false, model -> {}, ""));
        keychain.fail(new KeychainResult.Absent<>("none"));
        PagePictures.light(
                "connect-focus", () -> page(false, model -> model.sessionOnly().set(false), ".check-box"));
        PagePictures.light("connect-no-keychain", () -> page(false, ConnectViewModelTest::check, ".check-box"));
    }

    /** The toolkit without a screen moves no drags: what it would send is sent from here. */
    @Test
    void aKeyIsDroppedAnywhereOnThePage() {
        ConnectViewModel model = Fx.get(() -> model(false));
        Dragboard board = Fx.get(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(" " + KEY + "\n");
            Dragboard made =
                    DragboardHelper.createDragboard(Toolkit.getToolkit().createLocalClipboard());
            made.setContent(content);
            return made;
        });
        try (ShownPage shown = ShownPage.of(() -> Fxml.load(new ConnectController(model, words), words))) {
            Node target = shown.node(".connect-card", Node.class);
            Node key = shown.node("#key", Node.class);
            shown.when(() -> Event.fireEvent(target, drag(DragEvent.DRAG_DROPPED, board)));
            assertThat(model.key().get()).isEqualTo(KEY);
            assertThat(Fx.get(key::isFocused)).isTrue();
        }
    }

    private static DragEvent drag(EventType<DragEvent> type, Dragboard board) {
        return new DragEvent(type, board, 1, 1, 1, 1, TransferMode.COPY, null, null, null);
    }
}
