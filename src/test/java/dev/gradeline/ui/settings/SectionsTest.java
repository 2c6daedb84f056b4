package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.ShownPage;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of sections leads to each card by keyboard and mouse, and marks the one in sight. */
class SectionsTest {
    // made on the JavaFX thread, once there is one
    private final VBox list = Fx.get(VBox::new);
    private final VBox cards = Fx.get(VBox::new);
    private final ScrollPane scroll = Fx.get(() -> new ScrollPane(cards));
    private final HBox page = Fx.get(() -> new HBox(list, scroll));

    @BeforeEach
    void fill() {
        Fx.run(() -> {
            for (int i = 0; i < 5; i++) {
                Label title = new Label("Card " + i);
                title.getStyleClass().add("card-title");
                Button inside = new Button("inside " + i);
                VBox card = new VBox(title, inside);
                card.setMinHeight(500);
                cards.getChildren().add(card);
            }
            scroll.setFitToWidth(true);
            Sections.fill(page, list, scroll, cards);
        });
    }

    private Node section(int i) {
        return list.getChildren().get(i);
    }

    private boolean isHere(int i) {
        return section(i).getPseudoClassStates().contains(PseudoClass.getPseudoClass("here"));
    }

    private static void await(BooleanSupplier state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!Fx.get(state::getAsBoolean)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void theKeyboardGoesFromTheListIntoTheCard() {
        try (ShownPage shown = ShownPage.of(() -> page)) {
            await(() -> isHere(0));
            assertThat(Fx.get(() -> list.getChildren().stream()
                            .filter(Node::isFocusTraversable)
                            .toList()))
                    .as("one stop for Tab")
                    .containsExactly(section(0));
            shown.focus(section(0));
            shown.press(KeyCode.DOWN);
            shown.press(KeyCode.DOWN);
            await(() -> section(2).isFocused());
            shown.press(KeyCode.ENTER);
            Node inside = ((VBox) cards.getChildren().get(2)).getChildren().get(1);
            await(inside::isFocused);
            await(() -> isHere(2) && !isHere(0) && section(2).isFocusTraversable());
            assertThat(Fx.get(() -> cards.localToScene(
                                    0,
                                    cards.getChildren()
                                            .get(2)
                                            .getBoundsInParent()
                                            .getMinY())
                            .getY()))
                    .as("at the top")
                    .isBetween(-2.0, 60.0);
        }
    }

    private void shorten() {
        Fx.run(() -> cards.getChildren().forEach(card -> ((VBox) card).setMinHeight(120)));
    }

    @Test
    void whatIsAskedForIsMarkedThoughItCannotComeToTheTop() {
        shorten();
        try (ShownPage _ = ShownPage.of(() -> page)) {
            Fx.run(() -> scroll.setMaxHeight(300));
            await(() -> scroll.getViewportBounds().getHeight() <= 300 && isHere(0));
            for (int i : new int[] {4, 3, 4}) {
                Fx.run(() -> ((Button) section(i)).fire());
                await(() -> isHere(i));
                assertThat(Fx.get(() -> list.getChildren().stream()
                                .filter(each ->
                                        each.getPseudoClassStates().contains(PseudoClass.getPseudoClass("here")))
                                .count()))
                        .isOne();
            }
            Fx.run(() -> scroll.setVvalue(0));
            await(() -> isHere(0));
        }
    }

    @Test
    void eachIsMarkedInItsTurnWhenThePageIsScrolled() {
        shorten();
        try (ShownPage _ = ShownPage.of(() -> page)) {
            Fx.run(() -> scroll.setMaxHeight(300));
            await(() -> scroll.getViewportBounds().getHeight() <= 300 && isHere(0));
            Set<Integer> seen = new TreeSet<>();
            for (int step = 0; step <= 100; step++) {
                double value = step / 100.0;
                Fx.run(() -> scroll.setVvalue(value));
                for (int i = 0; i < 5; i++) {
                    int card = i;
                    if (Fx.get(() -> isHere(card))) {
                        seen.add(i);
                    }
                }
            }
            assertThat(seen).containsExactly(0, 1, 2, 3, 4);
            assertThat(Fx.get(() -> isHere(4))).as("at the end").isTrue();
        }
    }

    @Test
    void whereThereIsLittleRoomThePageHasAllOfIt() {
        Fx.run(() -> page.resize(1000, 500));
        assertThat(list.isManaged()).isTrue();
        Fx.run(() -> page.resize(600, 500));
        assertThat(list.isManaged()).isFalse();
        assertThat(list.isVisible()).isFalse();
    }
}
