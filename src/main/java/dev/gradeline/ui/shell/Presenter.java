package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.present.PresentController;
import dev.gradeline.ui.present.PresentViewModel;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Shows the slides over the whole screen, in the same window, and gives the window back as it was: page, scroll position,
 * focus and size. While slides are shown, no key reaches what lies behind them. JavaFX thread.
 */
final class Presenter {
    private final StackPane window;
    private final PageContext context;
    private final Supplier<String> organisation;
    private @Nullable Shown shown;

    /** What is on the screen, and what was before. */
    private record Shown(
            Parent slides,
            PresentViewModel model,
            @Nullable Node focus,
            @Nullable Was stage) {}

    /** How the window was. */
    private record Was(
            Stage stage,
            boolean fullScreen,
            @Nullable KeyCombination exit,
            @Nullable String hint) {}

    /** @param window the pane that all of the window is in */
    Presenter(StackPane window, PageContext context, Supplier<String> organisation) {
        this.window = window;
        this.context = context;
        this.organisation = organisation;
        window.addEventFilter(KeyEvent.ANY, this::keep);
    }

    boolean isShown() {
        return shown != null;
    }

    /** Begins, unless slides are shown already. */
    void present() {
        if (shown != null) {
            return;
        }
        Node focus = window.getScene() == null ? null : window.getScene().getFocusOwner();
        PresentViewModel model = new PresentViewModel(context, organisation.get());
        Parent slides = Fxml.load(new PresentController(model, this::leave), context.words());
        window.getChildren().forEach(behind -> behind.setVisible(false));
        window.getChildren().add(slides);
        window.setCursor(Cursor.NONE);
        shown = new Shown(slides, model, focus, fill());
        slides.requestFocus();
    }

    private @Nullable Was fill() {
        if (window.getScene() == null || !(window.getScene().getWindow() instanceof Stage stage)) {
            return null;
        }
        Was was = new Was(
                stage, stage.isFullScreen(), stage.getFullScreenExitKeyCombination(), stage.getFullScreenExitHint());
        // Escape is ours: it closes the list of keys before it leaves
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(true);
        return was;
    }

    /** Ends, if slides are shown. */
    void leave() {
        Shown ending = shown;
        if (ending == null) {
            return;
        }
        shown = null;
        ending.model().close();
        Was was = ending.stage();
        if (was != null) {
            was.stage().setFullScreen(was.fullScreen());
            was.stage().setFullScreenExitKeyCombination(was.exit());
            was.stage().setFullScreenExitHint(was.hint());
        }
        window.getChildren().remove(ending.slides());
        window.getChildren().forEach(behind -> behind.setVisible(true));
        window.setCursor(null);
        Node focus = ending.focus();
        if (focus != null) {
            focus.requestFocus();
        }
    }

    /** Wherever the focus has gone, keys belong to the slides. */
    private void keep(KeyEvent event) {
        Shown now = shown;
        if (now != null && !now.slides().equals(event.getTarget())) {
            event.consume();
            now.slides().requestFocus();
            now.slides().fireEvent(event.copyFor(now.slides(), now.slides()));
        }
    }
}
