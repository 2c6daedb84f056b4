package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldLineTest {
    private final AtomicInteger pressed = new AtomicInteger();
    private final ToggleButton chosen = Fx.get(() -> new ToggleButton("The chosen one"));
    private final FoldLine line = Fx.get(this::line);
    private final ShownPage page = ShownPage.of(() -> new StackPane(line), 200);

    private FoldLine line() {
        FoldLine made = new FoldLine();
        made.setMoreText("More");
        ToggleGroup group = new ToggleGroup();
        ToggleButton other = new ToggleButton("Another one");
        chosen.setToggleGroup(group);
        other.setToggleGroup(group);
        chosen.setSelected(true);
        Button button = new Button("A button");
        button.setOnAction(event -> pressed.incrementAndGet());
        made.fill(List.of(new TextField(), other, button, chosen));
        return made;
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void width(double pixels) {
        page.when(() -> {
            line.setMaxWidth(pixels);
            line.setPrefWidth(pixels);
        });
    }

    @Test
    void withRoomEverythingStandsInTheLineAndThereIsNoMenu() {
        assertThat(page.texts()).containsExactly("Another one", "A button", "The chosen one");
    }

    @Test
    void whatHasNoRoomIsInTheMenuAndWhatIsChosenFoldsLast() {
        width(460);
        assertThat(page.texts()).contains("The chosen one", "More").doesNotContain("A button");
        page.click("More");
        assertThat(page.menu()).contains("A button").doesNotContain("The chosen one");
        page.choose("A button");
        assertThat(pressed).hasValue(1);
        width(900);
        assertThat(page.texts()).containsExactly("Another one", "A button", "The chosen one");
    }

    @Test
    void nothingLeavesTheLineHoweverNarrow() {
        for (double width : new double[] {600, 480, 400, 330, 280, 240}) {
            width(width);
            for (Node node : Fx.get(line::getChildrenUnmodifiable)) {
                if (node.isVisible()) {
                    Bounds place = node.getBoundsInParent();
                    assertThat(place.getMaxX()).as("%s at %s", node, width).isLessThanOrEqualTo(width + 0.5);
                }
            }
        }
    }

    @Test
    void aMenuOfChoicesAlwaysShowsAndHoldsThemAll() {
        page.when(() -> line.setChoices(() -> List.of(new MenuItem("one"), new MenuItem("two"))));
        assertThat(page.texts()).contains("The chosen one", "More");
        page.click("More");
        assertThat(page.menu()).containsExactly("one", "two");
    }

    @Test
    void whatIsKeptFoldsAfterAllOthersAndTheMenuThenSaysSo() {
        page.when(() -> {
            Button first = new Button("First of all");
            Button second = new Button("Second of all");
            Button kept = new Button("The kept one");
            FoldLine.setItem(kept, () -> new MenuItem("The kept one"));
            FoldLine.setKept(kept, true);
            line.setKeptText(count -> "More, " + count + " of them active");
            line.fill(List.of(first, second, kept));
        });
        width(305);
        assertThat(page.texts())
                .contains("First of all", "The kept one", "More")
                .doesNotContain("Second of all");
        width(215);
        assertThat(page.texts()).contains("The kept one", "More").doesNotContain("First of all");
        width(90);
        assertThat(page.texts()).containsExactly("More, 1 of them active");
        page.click("More, 1 of them active");
        assertThat(page.menu()).containsExactly("First of all", "Second of all", "The kept one");
    }

    /** From left to right. */
    private List<String> inLine() {
        return Fx.get(() -> line.getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void linksStandBehindTheMenuAndAreNoPartOfIt() {
        page.when(() -> {
            Button clear = new Button("Clear all");
            clear.getStyleClass().add("link-button");
            FoldLine.setKept(clear, true);
            line.fill(List.of(new Button("First of all"), clear, new Button("Second of all"), new Button("The third")));
        });
        width(900);
        assertThat(inLine()).containsExactly("First of all", "Second of all", "The third", "Clear all");
        width(330);
        assertThat(inLine()).containsExactly("First of all", "More", "Clear all");
        width(90);
        assertThat(inLine()).containsExactly("More");
        page.click("More");
        assertThat(page.menu()).endsWith("Clear all").hasSizeGreaterThanOrEqualTo(4);
    }
}
