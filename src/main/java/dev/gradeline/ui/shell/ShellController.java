package dev.gradeline.ui.shell;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.KeyStanding;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's frame: navigation, header, banners, status bar. Thin: words and decisions are the view model's. JavaFX thread. */
public final class ShellController {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final Duration TICK = Duration.seconds(5);
    /** The width of the top bar with the longest title and a past moment, in em of the status line. */
    private static final double TOP_BAR_EMS = 49;

    private final ShellViewModel model;
    private final Pages pageNodes;
    private final ShellActions actions;
    private final Exits exits;
    private final Housekeeping housekeeping;
    private final Navigator navigator;
    private final PassingMessage.Timer passing;
    private final Words words;
    private final ShellKeys keys;
    private final Map<PageId, Label> badges = new EnumMap<>(PageId.class);
    private final PageEntries entries = new PageEntries();
    private final Timeline clock = new Timeline();

    @FXML
    private StackPane root;

    @FXML
    private VBox navigation;

    @FXML
    private VBox navigationEnd;

    @FXML
    private Button connection;

    @FXML
    private Label organisation;

    @FXML
    private Label keyLine;

    @FXML
    private HBox topBar;

    @FXML
    private Label title;

    @FXML
    private Button asOf;

    @FXML
    private Button refresh;

    @FXML
    private Button export;

    @FXML
    private HBox demoBanner;

    @FXML
    private Label demoText;

    @FXML
    private HBox asOfBanner;

    @FXML
    private Label asOfText;

    @FXML
    private VBox limitBanner;

    @FXML
    private HBox newsBanner;

    @FXML
    private HBox keyBanner;

    @FXML
    private HBox messageBanner;

    @FXML
    private FontIcon messageIcon;

    @FXML
    private Label messageText;

    @FXML
    private Label messageDetails;

    @FXML
    private Button messageMore;

    @FXML
    private HBox rescueBanner;

    @FXML
    private Label rescueText;

    @FXML
    private HBox backupBanner;

    @FXML
    private Label backupText;

    @FXML
    private StackPane refreshPlace;

    @FXML
    private HBox settingsBanner;

    @FXML
    private Label settingsText;

    @FXML
    private StackPane content;

    @FXML
    private Button commands;

    @FXML
    private Button keyList;

    @FXML
    private Button giveKey;

    @FXML
    private VBox connectionLine;

    @FXML
    private Button present;

    /** A button that is disabled shows no tooltip: what lies around it tells why. */
    @FXML
    private StackPane exportPlace;

    @FXML
    private Region syncDot;

    @FXML
    private Label syncState;

    @FXML
    private HBox syncPlan;

    @FXML
    private Label syncNext;

    @FXML
    private Label syncBudget;

    @FXML
    private Label syncProblem;

    ShellController(
            ShellViewModel model,
            Pages pageNodes,
            ShellActions actions,
            Exits exits,
            Housekeeping housekeeping,
            Navigator navigator,
            PassingMessage.Timer passing) {
        this.model = model;
        this.pageNodes = pageNodes;
        this.actions = actions;
        this.exits = exits;
        this.housekeeping = housekeeping;
        this.navigator = navigator;
        this.passing = passing;
        this.words = model.services().words();
        this.keys = new ShellKeys(model, actions, this::openPalette, this::listKeys);
    }

    @FXML
    private void initialize() {
        for (PageId id : PageId.values()) {
            boolean beyond = id == PageId.SETTINGS || id == PageId.PORTFOLIO;
            (beyond ? navigationEnd : navigation).getChildren().add(entry(id));
        }
        entries.listenOn(navigation);
        entries.listenOn(navigationEnd);
        showPortfolioEntry();
        nameConnection();
        demoText.setText(model.demoBanner());
        Rows.showLate(demoBanner, model.services().demo());
        showBackup();
        messageText.textProperty().bind(model.message());
        model.message()
                .addListener(
                        o -> Rows.showLate(messageBanner, !model.message().get().isEmpty()));
        Rows.showLate(messageBanner, false);
        model.good().subscribe(good -> {
            messageBanner.pseudoClassStateChanged(GOOD, good);
            messageIcon.setIconCode(good ? Feather.CHECK_CIRCLE : Feather.INFO);
        });
        new PassingMessage(messageBanner, model.message(), model.good(), this::dismissMessage, passing);
        messageDetails.textProperty().bind(model.details());
        model.details().subscribe(text -> {
            Rows.showLate(messageMore, !text.isEmpty());
            Rows.showLate(messageDetails, false);
        });
        rescueText.textProperty().bind(model.rescue());
        model.rescue().subscribe(text -> Rows.showLate(rescueBanner, !text.isEmpty()));
        settingsText.textProperty().bind(model.mishap());
        model.mishap().subscribe(text -> Rows.showLate(settingsBanner, !text.isEmpty()));
        bindStatus();
        LateTooltip.tell(refresh, words.of("shell.refresh.hint"));
        LateTooltip.tell(connection, words.of("shell.organisations.hint"));
        LateTooltip.tell(asOf, words.of("shell.asOf.hint"));
        topBar.widthProperty().subscribe(this::fitTopBar);
        syncState.fontProperty().subscribe(this::fitTopBar);
        new AsOfMenu(asOf, root, model);
        new KeyBanner(keyBanner, model, navigator, words);
        new NewsBanner(newsBanner, model.news(), navigator, exits.organisations()::open, words);
        new LimitBanner(limitBanner, model.limits(), navigator, words);
        model.asOf().addListener(o -> momentChanged());
        model.situation().addListener(o -> situationChanged());
        model.page().addListener(o -> show(model.page().get()));
        situationChanged();
        show(model.page().get());
        listenToKeys();
        clock.getKeyFrames().add(new KeyFrame(TICK, event -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    /**
     * With one organisation alone there is nothing to lay side by side. The palette and a key lead there all the same, and who
     * is there sees where they are.
     */
    private void showPortfolioEntry() {
        Node entry = navigationEnd.getChildren().getFirst();
        BooleanBinding several = Bindings.size(housekeeping.organisations().rows())
                .greaterThan(1)
                .or(model.page().isEqualTo(PageId.PORTFOLIO));
        Rows.showLate(entry, several);
    }

    /** Of a backup it is said whose it is, and the way to more is shut. */
    private void showBackup() {
        boolean backup = model.services().backup() != null;
        Rows.showLate(backupBanner, backup);
        if (backup) {
            model.present().subscribe(known -> backupText.setText(model.backupBanner()));
            refresh.setDisable(true);
            refresh.setAccessibleHelp(model.services().onlyLooked());
            LateTooltip.around(refreshPlace, model.services()::onlyLooked);
        }
    }

    private void nameConnection() {
        organisation.textProperty().bind(model.connection().map(Settings.Connection::title));
        keyLine.textProperty().bind(model.key().line());
        connection
                .accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.of("shell.organisations.button", organisation.getText(), keyLine.getText()),
                        organisation.textProperty(),
                        keyLine.textProperty()));
        connectionLine.prefWidthProperty().bind(connection.widthProperty().subtract(22));
        new OrganisationMenu(connection, model, housekeeping, exits);
    }

    private void listenToKeys() {
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
        KeyNames names = new KeyNames(words);
        commands.setText(words.of("shell.commands", names.of(ShellKeys.shortcut(KeyCode.K))));
        keyList.setText(words.of("shell.keys.entry", ShellKeys.QUESTION_MARK));
        LateTooltip.tell(present, words.of("shell.present.hint", names.of(ShellKeys.PRESENT)));
        model.situation().subscribe(now -> {
            boolean nothing = now.posture().isEmpty();
            export.setDisable(nothing);
            export.setAccessibleHelp(
                    nothing ? model.nothingToExport() : words.of("shell.export.hint", names.of(ShellKeys.EXPORT)));
        });
        LateTooltip.around(exportPlace, export::getAccessibleHelp);
    }

    private void bindStatus() {
        SyncStatus sync = model.sync();
        syncState.textProperty().bind(sync.state());
        syncNext.textProperty().bind(sync.next());
        syncBudget.textProperty().bind(sync.budget());
        syncProblem.textProperty().bind(sync.problem());
        syncPlan.managedProperty().bind(syncNext.textProperty().isNotEmpty());
        for (Label label : new Label[] {syncBudget, syncProblem}) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        BooleanBinding asks = Bindings.createBooleanBinding(
                () -> sync.resting().get() || refusedInSilence(),
                sync.resting(),
                model.news().items(),
                model.present(),
                model.key().standing());
        Rows.showLate(giveKey, asks);
        giveKey.textProperty()
                .bind(Bindings.when(sync.resting())
                        .then(words.of("key.way.connect"))
                        .otherwise(words.of("shell.news.connect")));
        refresh.accessibleTextProperty().bind(refresh.textProperty());
        refresh.textProperty()
                .bind(Bindings.when(sync.running())
                        .then(words.of("shell.refresh.cancel"))
                        .otherwise(words.of("shell.refresh")));
        syncProblem.accessibleHelpProperty().bind(sync.problem());
        LateTooltip.on(syncProblem, syncProblem::getText);
        sync.tone().subscribe(tone -> syncDot.getStyleClass().setAll("dot", tone.style()));
    }

    /** What the notice over the page does not say, or no longer, the status bar has the way out of. */
    private boolean refusedInSilence() {
        return model.key().standing().get() == KeyStanding.THERE
                && News.isRefused(model.present().get())
                && !model.news().tellsOfKey();
    }

    private void tick() {
        model.sync().tick();
        model.key().tick();
    }

    /** Where the title and all words have no room beside each other, what an icon tells is told by the icon alone. */
    private void fitTopBar() {
        boolean narrow = topBar.getWidth() > 0
                && topBar.getWidth() < TOP_BAR_EMS * syncState.getFont().getSize();
        refresh.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        export.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
    }

    private Node entry(PageId id) {
        Label name = new Label(words.of("page." + id.id()));
        Label badge = new Label();
        badge.getStyleClass().addAll("nav-badge", "figures");
        badges.put(id, badge);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(name, gap, badge);
        line.setAlignment(Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton();
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("nav-" + id.id());
        button.getStyleClass().add("nav-item");
        button.setAccessibleText(words.of("page." + id.id()));
        line.prefWidthProperty().bind(button.widthProperty().subtract(22));
        entries.add(id, button, () -> model.page().set(id));
        return button;
    }

    private void show(PageId id) {
        Overlay.closeAny(root);
        content.getChildren().setAll(pageNodes.get(id));
        title.setText(words.of("page." + id.id()));
        entries.show(id);
    }

    private void momentChanged() {
        asOf.setText(model.asOfLabel());
        asOfText.setText(model.asOfBanner());
        boolean past = !model.asOfBanner().isEmpty();
        Rows.showLate(asOfBanner, past);
        content.pseudoClassStateChanged(PAST, past);
    }

    private void situationChanged() {
        momentChanged();
        badges.forEach((id, badge) -> badge.setText(model.badge(id)));
    }

    /** Ends what runs for this window. */
    void dispose() {
        clock.stop();
    }

    @FXML
    private void refresh() {
        model.refreshOrCancel();
    }

    @FXML
    private void keepBackup() {
        exits.keepBackup();
    }

    @FXML
    private void closeBackup() {
        exits.closeBackup();
    }

    @FXML
    private void exportPdf() {
        actions.exportPdf();
    }

    @FXML
    private void giveKey() {
        exits.connect();
    }

    @FXML
    private void present() {
        actions.present();
    }

    @FXML
    private void backToNow() {
        model.asOf().set(null);
    }

    @FXML
    private void leaveDemo() {
        exits.leaveDemo();
    }

    @FXML
    private void dismissMessage() {
        model.say("");
    }

    @FXML
    private void showMessageDetails() {
        Rows.showLate(messageMore, false);
        Rows.showLate(messageDetails, true);
    }

    @FXML
    private void dismissRescue() {
        model.dismissRescue();
    }

    @FXML
    private void dismissMishap() {
        model.dismissMishap();
    }

    @FXML
    private void restoreBackup() {
        housekeeping.restore();
    }

    @FXML
    private void openPalette() {
        Palette.toggle(root, actions.commands(this::listKeys, asOf::fire), words);
    }

    @FXML
    private void listKeys() {
        KeySheet.toggle(root, keys, words);
    }
}
