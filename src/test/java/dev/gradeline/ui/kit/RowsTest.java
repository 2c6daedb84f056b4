package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody sees yet is not in the scene, and comes to its place when it is first shown. */
class RowsTest {
    private static final double ROW = 20;

    @BeforeEach
    void start() {
        Fx.start();
    }

    @Test
    void whatIsHiddenBeforeItIsInAWindowComesToItsPlaceWhenItIsShown() {
        Fx.run(() -> {
            Label first = new Label("first");
            Label second = new Label("second");
            Label third = new Label("third");
            VBox page = new VBox(first, second, third);
            Rows.showLate(second, false);
            Rows.showLate(second, false);
            Scene scene = new Scene(page, 100, 100);
            assertThat(second.getScene()).isNull();
            Rows.showLate(second, true);
            assertThat(page.getChildren()).containsExactly(first, second, third);
            assertThat(second.getSkin()).as("styled in the same frame").isNotNull();
            Rows.showLate(second, false);
            assertThat(second.getScene()).as("as any other from now on").isSameAs(scene);
            assertThat(second.isVisible() || second.isManaged()).isFalse();
        });
    }

    @Test
    void rowsThatAreReplacedTakeTheKeyboardFromNobodyWhoIsElsewhere() {
        Fx.run(() -> {
            TextField field = new TextField();
            VBox rows = new VBox(choice());
            VBox page = new VBox(field, rows);
            Scene scene = new Scene(page, 200, 100);
            new Theme(scene).choose(Settings.Theme.LIGHT, 100);
            field.requestFocus();
            page.applyCss();
            page.layout();
            assertThat(rows.isFocusWithin()).as("why nobody asks JavaFX").isTrue();
            Rows.fill(rows, List.of(choice()));
            assertThat(scene.getFocusOwner()).isSameAs(field);

            rows.getChildren().getFirst().requestFocus();
            HBox line = choice();
            Rows.fill(rows, List.of(line));
            assertThat(scene.getFocusOwner()).isSameAs(line);
        });
    }

    private static HBox choice() {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList("one", "two"));
        box.setValue("one");
        return new HBox(box);
    }

    @Test
    void rowsComeIntoTheSceneWhenThereIsRoomForThem() {
        Fx.run(() -> {
            FitRows rows = new FitRows();
            rows.setWanted(3);
            rows.setGap(2);
            rows.fill(labels());
            VBox page = new VBox(rows);
            new Theme(new Scene(page, 100, 400)).choose(Settings.Theme.LIGHT, 100);
            assertThat(laidOut(page, rows, 3 * ROW + 4)).isEqualTo(3);
            assertThat(rows.getChildren()).hasSize(3);
            assertThat(laidOut(page, rows, 7 * ROW + 12)).isEqualTo(7);
            assertThat(rows.getChildren()).hasSize(7);
            assertThat(laidOut(page, rows, 5 * ROW + 8)).isEqualTo(5);
            rows.fill(labels());
            assertThat(rows.getChildren()).as("as many as had room").hasSize(5);
            assertThat(laidOut(page, rows, 20 * ROW)).isEqualTo(9);
        });
    }

    private static List<Label> labels() {
        return IntStream.range(0, 9)
                .mapToObj(number -> {
                    Label row = new Label("row " + number);
                    row.setFocusTraversable(true);
                    row.setMinHeight(ROW);
                    row.setPrefHeight(ROW);
                    return row;
                })
                .toList();
    }

    private static long laidOut(Pane page, Region rows, double height) {
        rows.setMinHeight(height);
        rows.setMaxHeight(height);
        page.applyCss();
        page.layout();
        return rows.getChildrenUnmodifiable().stream().filter(Node::isVisible).count();
    }
}
