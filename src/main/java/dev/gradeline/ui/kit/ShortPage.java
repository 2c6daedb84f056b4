package dev.gradeline.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * Tells when a page has little height for the size of its text, so that what stands above the fold can be more compact. The
 * page then has the pseudo-class {@code short}. JavaFX thread.
 */
public final class ShortPage {
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");
    /** Below this height, in em: a window of 700 pixels at 100 % has less, one of 800 has more. */
    private static final double EMS = 50;

    private ShortPage() {}

    /**
     * Follows a page's height for as long as the page lives.
     *
     * @param body the font of the page's body text, from which an em is told
     */
    public static BooleanBinding of(Region page, ObservableValue<Font> body) {
        BooleanBinding isShort = Bindings.createBooleanBinding(
                () -> page.getHeight() > 0
                        && page.getHeight() < EMS * body.getValue().getSize(),
                page.heightProperty(),
                body);
        // a binding is held weakly by what it depends on: the page holds this one
        page.getProperties().put(ShortPage.class, isShort);
        isShort.subscribe(now -> page.pseudoClassStateChanged(SHORT, now));
        return isShort;
    }
}
