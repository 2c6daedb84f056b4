package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the menu of views says where it cannot do something. */
class ViewsMenuTest {
    @TempDir
    private Path folder;

    private boolean failing;

    private final TaskRunner tasks = new TaskRunner() {
        @Override
        public <T extends @Nullable Object> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            if (failing) {
                failed.accept(new IOException("as the test wants"));
            } else {
                TaskRunner.direct().run(work, done, failed);
            }
        }
    };

    private ShownPage open(boolean report) {
        PageSurroundings around = new PageSurroundings(
                report ? TestPages.northwind() : TestPages.firstVisit(Postures.northwind()), tasks, folder, Map.of());
        return ShownPage.of(() -> Fxml.load(
                new RecommendationsController(new RecommendationsViewModel(around.context), around.context),
                around.context.words()));
    }

    private static void fire(ShownPage page, String item) {
        page.focus(page.node("#views", Node.class));
        page.press(KeyCode.SPACE, KeyCode.ESCAPE);
        page.when(() -> {
            MenuItem wanted = page.node("#views", MenuButton.class).getItems().stream()
                    .filter(each -> item.equals(each.getText()) && !each.isDisable())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + item));
            if (wanted instanceof CheckMenuItem check) {
                // as a click does
                check.setSelected(!check.isSelected());
            }
            wanted.fire();
        });
    }

    private static List<String> disabled(ShownPage page) {
        page.focus(page.node("#views", Node.class));
        page.press(KeyCode.SPACE, KeyCode.ESCAPE);
        return Fx.get(() -> page.node("#views", MenuButton.class).getItems().stream()
                .filter(MenuItem::isDisable)
                .map(MenuItem::getText)
                .filter(text -> text != null)
                .toList());
    }

    @Test
    void whatCannotBeChosenSaysWhy() {
        try (ShownPage page = open(false)) {
            assertThat(disabled(page))
                    .containsExactly(
                            "Completed since last report  – there is no report yet",
                            "Rename this view…  – only views that you kept",
                            "Remove this view  – only views that you kept",
                            "Show this view when this page opens  – no view is shown now");
        }
        try (ShownPage page = open(true)) {
            fire(page, "Open P1");
            assertThat(disabled(page))
                    .containsExactly(
                            "Rename this view…  – only views that you kept",
                            "Remove this view  – only views that you kept");
        }
    }

    @Test
    void theFieldForANameHasALabelThatStays() {
        try (ShownPage page = open(true)) {
            fire(page, "Keep this view…");
            page.write("Mine");
            Label label =
                    Fx.get(() -> page.nodes("#viewLine .label", Label.class).getFirst());
            assertThat(Fx.get(label::getText)).isEqualTo("Name of the view");
            assertThat(Fx.get(label::getLabelFor)).isEqualTo(page.node("#viewName", Node.class));
        }
    }

    @Test
    void troubleIsToldUntilItIsReadOrOver() {
        try (ShownPage page = open(true)) {
            fire(page, "Open P1");
            failing = true;
            fire(page, "Show this view when this page opens");
            assertThat(page.text("viewTrouble")).startsWith("The views could not be kept");
            page.click(page.node("#viewClose", Button.class));
            assertThat(page.isShown("viewLine")).isFalse();

            fire(page, "New this month");
            fire(page, "Show this view when this page opens");
            assertThat(page.isShown("viewTrouble")).isTrue();
            page.picture("recommendations-view-trouble");
            failing = false;
            page.click(page.node("#viewTryAgain", Button.class));
            assertThat(page.isShown("viewLine")).as("it is over").isFalse();
        }
    }
}
