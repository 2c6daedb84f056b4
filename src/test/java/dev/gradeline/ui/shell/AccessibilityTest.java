package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Spoken;
import dev.gradeline.ui.kit.Targets;
import dev.gradeline.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page, sheet and menu of the window over the sample's two years, at the smallest text: whatever can be pressed can be
 * hit, and whatever takes the focus says what it is. What stands on a page in other states is looked at with its pictures.
 */
class AccessibilityTest {
    @TempDir
    private Path folder;

    private LiveShell live;
    private final Set<String> faults = new LinkedHashSet<>();

    @BeforeEach
    void open() throws IOException {
        live = new LiveShell(GrownDemo.get().copyTo(folder.resolve("data")));
        live.settings.update(now -> now.withNetwork(Network.ofProxy("proxy.northwind-health.example", 3128, "")
                .withCertificates(List.of("/mnt/certificates/of/the/company/old-authority.pem"))));
        live.page.when(() -> new Theme(live.shell.root().getScene()).choose(Settings.Theme.LIGHT, 90));
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void everythingCanBeHitAndSaysWhatItIs() {
        live.page.when(() -> {
            live.shell.model().fault(new IllegalStateException("made up"));
        });
        for (PageId id : PageId.values()) {
            live.open(id);
            look(id.id());
            menus(id.id());
        }
        live.page.when(() -> live.shell.model().say(""));
        overview();
        trends();
        recommendations();
        switched("flow", PageId.FLOW, "#asTable");
        switched("discovery", PageId.DISCOVERY, "#showTimeline");
        settings();
        sheets();
        assertThat(faults).isEmpty();
    }

    private void overview() {
        live.open(PageId.OVERVIEW);
        live.page.moveTo(20, 20, live.page.node(".framework-card", Node.class));
        opened("overview, menu of a card", ".card-more");
    }

    private void trends() {
        live.open(PageId.TRENDS);
        for (String button : List.of("#addNote", "#setTarget", "#compare", "#asTable")) {
            switchedOn(button);
            look("trends " + button);
        }
        menus("trends");
    }

    private void recommendations() {
        live.open(PageId.RECOMMENDATIONS);
        live.page.when(() -> {
            TableView<?> table = live.page.node("#table", TableView.class);
            table.getSelectionModel().select(2);
        });
        look("recommendations, details");
        live.page.when(() -> live.shell
                .model()
                .filter()
                .set(live.shell.model().filter().get().withStatuses(Set.of("open"))));
        look("recommendations, narrowed");
        menus("recommendations, narrowed");
        opened("recommendations, folded", ".more");
    }

    private void settings() {
        live.open(PageId.SETTINGS);
        switchedOn("#forgetKey");
        look("settings, asking");
    }

    private void sheets() {
        live.open(PageId.OVERVIEW);
        live.page.shortcut(KeyCode.K);
        look("palette");
        live.page.press(KeyCode.ESCAPE);
        live.page.shortcut(KeyCode.E);
        look("snapshot");
        menus("snapshot");
        live.page.press(KeyCode.ESCAPE);
        live.page.when(live.page.node("#keyList", Button.class)::fire);
        look("keys");
        live.page.press(KeyCode.ESCAPE);
        live.page.when(live.page.node("#asOf", Button.class)::fire);
        look("as of");
        menus("as of");
        live.page.press(KeyCode.ESCAPE);
        opened("organisations", "#connection");
    }

    private void switched(String where, PageId id, String button) {
        live.open(id);
        switchedOn(button);
        look(where + " " + button);
    }

    private void switchedOn(String button) {
        List<ButtonBase> found = live.page.nodes(button, ButtonBase.class);
        if (!found.isEmpty()) {
            live.page.when(found.getFirst()::fire);
        }
    }

    /** The window's own scene. */
    private void look(String where) {
        Fx.frames(2);
        Fx.run(() -> check(where, live.shell.root()));
    }

    private void check(String where, Parent root) {
        root.applyCss();
        root.layout();
        Targets.small(root).forEach(fault -> faults.add(where + ": " + fault));
        Spoken.silent(root).forEach(fault -> faults.add(where + ": " + fault));
    }

    private static List<PopupWindow> popups() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast)
                .filter(Window::isShowing)
                .toList();
    }

    private void menus(String where) {
        for (Node menu : live.page.nodes(".menu-button", MenuButton.class)) {
            opens(where + ", menu of " + menu.getId(), ((MenuButton) menu)::show, ((MenuButton) menu)::hide);
        }
        for (Node box : live.page.nodes(".combo-box-base", ComboBoxBase.class)) {
            opens(where + ", list of " + box.getId(), ((ComboBoxBase<?>) box)::show, ((ComboBoxBase<?>) box)::hide);
        }
    }

    private void opened(String where, String button) {
        // some are only seen while the mouse is near
        Button found = live.page.node(button, Button.class);
        opens(where, found::fire, () -> popups().forEach(Window::hide));
    }

    private void opens(String where, Runnable open, Runnable close) {
        live.page.when(() -> {
            open.run();
            // looked at before it is painted: the Headless screen cannot paint what reaches beyond it
            popups().forEach(popup -> check(where, popup.getScene().getRoot()));
            close.run();
        });
    }
}
