package dev.gradeline.ui.settings;

import dev.gradeline.settings.Appearance;
import dev.gradeline.settings.Settings;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The settings page: each choice takes effect at once. */
public final class SettingsController {
    /** The keys of the cards' titles, in their order. */
    public static final List<String> SECTIONS = List.of(
            "settings.look",
            "settings.data",
            "settings.notices",
            "settings.limits",
            "settings.organisations",
            "settings.connection",
            "settings.network",
            "settings.history",
            "settings.diagnostics",
            "settings.about");

    private final SettingsViewModel model;
    private final Cards cardsOfOthers;

    /**
     * The cards that are more than a few choices.
     *
     * @param organisations all organisations
     * @param history the open one's history
     * @param notices what a synchronisation may tell
     * @param limits what is to raise a notice
     * @param network the way to the API
     * @param diagnostics what helps to find out what went wrong
     * @param about what the program is made of
     */
    public record Cards(
            Parent organisations,
            Parent history,
            Parent notices,
            Parent limits,
            Parent network,
            Parent diagnostics,
            Parent about) {}

    @FXML
    private HBox root;

    @FXML
    private VBox sections;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox cards;

    @FXML
    private StackPane networkPlace;

    @FXML
    private StackPane diagnosticsPlace;

    @FXML
    private StackPane historyPlace;

    @FXML
    private StackPane noticesPlace;

    @FXML
    private StackPane limitsPlace;

    @FXML
    private StackPane organisationsPlace;

    @FXML
    private ComboBox<Settings.Theme> theme;

    @FXML
    private ComboBox<Settings.Language> language;

    @FXML
    private ComboBox<Appearance.DateStyle> dateStyle;

    @FXML
    private ComboBox<Appearance.Motion> motion;

    @FXML
    private ComboBox<String> startPage;

    @FXML
    private ComboBox<Integer> textSize;

    @FXML
    private ComboBox<Integer> interval;

    @FXML
    private ComboBox<Integer> oldAfter;

    @FXML
    private Label address;

    @FXML
    private Label key;

    @FXML
    private Label keychain;

    @FXML
    private HBox confirm;

    @FXML
    private Button keepKey;

    @FXML
    private StackPane aboutPlace;

    @FXML
    private Label message;

    @FXML
    private Button replaceKey;

    @FXML
    private Button cureKey;

    @FXML
    private Button forgetKey;

    public SettingsController(SettingsViewModel model, Cards cards) {
        this.model = model;
        this.cardsOfOthers = cards;
    }

    @FXML
    private void initialize() {
        choices(theme, List.of(Settings.Theme.values()), model.theme(), model::themeName);
        choices(language, List.of(Settings.Language.values()), model.language(), model::languageName);
        choices(textSize, SettingsViewModel.TEXT_SIZES, model.textPercent(), model::percentName);
        choices(dateStyle, List.of(Appearance.DateStyle.values()), model.dateStyle(), model::dateStyleName);
        choices(motion, List.of(Appearance.Motion.values()), model.motion(), model::motionName);
        choices(startPage, SettingsViewModel.START_PAGES, model.startPage(), model::startPageName);
        choices(interval, SettingsViewModel.INTERVALS, model.syncMinutes(), model::intervalName);
        choices(oldAfter, SettingsViewModel.OLD_AFTER, model.oldAfterDays(), model::ageName);
        SettingsViewModel.Facts facts = model.facts();
        address.setText(facts.connection().baseUrl());
        organisationsPlace.getChildren().setAll(cardsOfOthers.organisations());
        historyPlace.getChildren().setAll(cardsOfOthers.history());
        noticesPlace.getChildren().setAll(cardsOfOthers.notices());
        limitsPlace.getChildren().setAll(cardsOfOthers.limits());
        networkPlace.getChildren().setAll(cardsOfOthers.network());
        diagnosticsPlace.getChildren().setAll(cardsOfOthers.diagnostics());
        aboutPlace.getChildren().setAll(cardsOfOthers.about());
        Sections.fill(root, sections, scroll, cards);
        key.textProperty().bind(model.keyState().key());
        keychain.textProperty().bind(model.keyState().keychain());
        present(keychain, model.keyState().keychain().isNotEmpty());
        if (!facts.onlyLooked().isEmpty()) {
            shut(interval, facts.onlyLooked());
        }
        KeyState state = model.keyState();
        replaceKey.textProperty().bind(state.connectName());
        replaceKey.disableProperty().bind(state.replaceable().not());
        cureKey.disableProperty().bind(state.busy());
        state.cure().subscribe(way -> {
            cureKey.setText(state.cureName());
            cureKey.setVisible(way != null);
            cureKey.setManaged(way != null);
        });
        forgetKey.disableProperty().bind(model.keyState().forgettable().not().or(model.confirming()));
        present(confirm, model.confirming());
        message.textProperty().bind(model.message());
        present(message, model.message().isNotEmpty());
    }

    /** A disabled control shows no tooltip: what is around it says why. */
    static void shut(Control control, String why) {
        control.setDisable(true);
        control.setAccessibleHelp(why);
        Tooltip.install(control.getParent(), new Tooltip(why));
    }

    static void present(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    static <T> void choices(ComboBox<T> box, List<T> values, ObjectProperty<T> property, Function<T, String> name) {
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not an editable box");
            }
        });
        box.valueProperty().bindBidirectional(property);
    }

    @FXML
    private void replaceKey() {
        model.replaceKey();
    }

    @FXML
    private void cureKey() {
        model.cureKey();
    }

    @FXML
    private void askToForgetKey() {
        model.askToForgetKey();
        keepKey.requestFocus();
    }

    @FXML
    private void keepKey() {
        model.keepKey();
        forgetKey.requestFocus();
    }

    @FXML
    private void forgetKey() {
        model.forgetKey();
        replaceKey.requestFocus();
    }

    /** Scrolls the page so far that a control on it can be seen: only the Tab key does that by itself. */
    static void reveal(Node control) {
        for (Node at = control; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
                Bounds whole = scroll.getContent().getBoundsInLocal();
                Bounds place = scroll.getContent().sceneToLocal(control.localToScene(control.getBoundsInLocal()));
                double view = scroll.getViewportBounds().getHeight();
                double hidden = whole.getHeight() - view;
                if (hidden > 0) {
                    scroll.setVvalue(Math.clamp((place.getCenterY() - view / 2) / hidden, 0, 1));
                }
                return;
            }
        }
    }
}
