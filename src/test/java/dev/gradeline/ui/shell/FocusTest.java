package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Contrast;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Picture;
import dev.gradeline.ui.kit.Spoken;
import dev.gradeline.ui.kit.Targets;
import dev.gradeline.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who goes by Tab alone comes to everything, in the order of reading, and sees where they are: what the focus changes stands
 * out by 3:1 from what was there without it, all around the control.
 */
class FocusTest {
    /** As many as the longest page has stops, and some. */
    private static final int MOST = 120;

    /** How far a ring may lie outside. */
    private static final double RING = 5;

    private static final double CONTRAST = 3;

    @TempDir
    private Path folder;

    private LiveShell live;
    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();

    @BeforeEach
    void open() throws IOException {
        live = new LiveShell(GrownDemo.get().copyTo(folder.resolve("data")));
    }

    @AfterEach
    void close() {
        live.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Settings.Theme.class,
            names = {"LIGHT", "DARK"})
    void tabLeadsThroughEverythingAndIsSeen(Settings.Theme theme) {
        live.page.when(() -> new Theme(live.shell.root().getScene()).choose(theme, 100));
        walk("window", "#nav-overview", live.shell.root());
        for (PageId id : EnumSet.complementOf(EnumSet.of(PageId.OVERVIEW))) {
            live.open(id);
            walk(id.id(), "#export", live.page.node("#content", Parent.class));
        }
        live.open(PageId.OVERVIEW);
        live.page.shortcut(KeyCode.E);
        Parent sheet = live.page.node(".snapshot-sheet", Parent.class);
        walk("snapshot", null, sheet);
        goesRound(sheet);
        assertThat(faults).isEmpty();
    }

    /** From its last control Tab comes to its first, and back: never behind it. */
    private void goesRound(Parent sheet) {
        List<Node> stops = new ArrayList<>();
        for (boolean back : new boolean[] {false, true}) {
            live.page.focus(live.page.node("#save", Node.class));
            Node stop = Fx.get(() -> live.shell.root().getScene().getFocusOwner());
            stops.clear();
            while (!stops.contains(stop) && isIn(stop, sheet)) {
                stops.add(stop);
                if (back) {
                    live.page.held(KeyCode.SHIFT, KeyCode.TAB);
                } else {
                    live.page.press(KeyCode.TAB);
                }
                stop = Fx.get(() -> live.shell.root().getScene().getFocusOwner());
            }
            assertThat(stop).isSameAs(stops.getFirst());
            assertThat(stops).hasSizeGreaterThan(10);
        }
    }

    /**
     * Goes on by Tab as long as it stays within.
     *
     * @param from where to begin; null for after where the focus is
     */
    private void walk(String where, @Nullable String from, Parent within) {
        if (from != null) {
            live.page.focus(live.page.node(from, Node.class));
            // there and back: a ring is for who came by Tab
            live.page.press(KeyCode.TAB);
            live.page.held(KeyCode.SHIFT, KeyCode.TAB);
        } else {
            live.page.press(KeyCode.TAB);
        }
        List<Node> stops = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < MOST; i++) {
            Node stop = Fx.get(() -> live.shell.root().getScene().getFocusOwner());
            boolean now = isIn(stop, within);
            if (stops.contains(stop) || (inside && !now)) {
                break;
            }
            inside |= now;
            if (now) {
                stops.add(stop);
            }
            Rectangle2D place = Fx.get(() -> place(stop));
            boolean first = now && seen.add(Spoken.kind(stop)) && place.getWidth() > 0;
            WritableImage focused = first ? picture(place) : null;
            live.page.press(KeyCode.TAB);
            if (focused != null) {
                Rectangle2D after = Fx.get(() -> place(stop));
                check(where, stop, focused, picture(after));
            }
        }
        List<Node> all = Fx.get(() -> Targets.all(within).stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(FocusTest::isWholeShown)
                .filter(FocusTest::isStop)
                .toList());
        all.stream()
                .filter(node -> !stops.contains(node))
                .forEach(node -> faults.add(where + ": Tab does not come to " + say(node)));
        Fx.run(() -> {
            for (int i = 1; i < stops.size(); i++) {
                if (isBackward(stops.get(i - 1), stops.get(i))) {
                    faults.add(where + ": from " + say(stops.get(i - 1)) + " back to " + say(stops.get(i)));
                }
            }
        });
    }

    /** Inside of a control that is one stop as a whole there are no others. */
    private static boolean isWholeShown(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (!at.isVisible() || at.getStyleClass().contains("combo-box-base")) {
                return false;
            }
        }
        return true;
    }

    /** Of several of which one is chosen, Tab comes to that one; arrows lead on. */
    private static boolean isStop(Node node) {
        return !(node instanceof Toggle toggle)
                || toggle.getToggleGroup() == null
                || toggle.getToggleGroup().getSelectedToggle() == null
                || toggle.isSelected();
    }

    private static boolean isIn(Node node, Parent within) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(within)) {
                return true;
            }
        }
        return false;
    }

    private static String say(Node node) {
        return Spoken.kind(node) + " “" + Spoken.name(node) + "”";
    }

    /** Whether the second lies before the first: of the two parts of the page in which they differ, left of or above it. */
    private static boolean isBackward(Node first, Node second) {
        List<Node> a = path(first);
        List<Node> b = path(second);
        int same = 0;
        while (same < Math.min(a.size(), b.size()) && a.get(same).equals(b.get(same))) {
            same++;
        }
        if (same == a.size() || same == b.size()) {
            return false;
        }
        Bounds one = a.get(same).localToScene(a.get(same).getLayoutBounds());
        Bounds other = b.get(same).localToScene(b.get(same).getLayoutBounds());
        boolean above = other.getMaxY() <= one.getMinY() + 1;
        boolean below = other.getMinY() >= one.getMaxY() - 1;
        boolean left = other.getMaxX() <= one.getMinX() + 1;
        boolean right = other.getMinX() >= one.getMaxX() - 1;
        return (above && !right) || (left && !below);
    }

    private static List<Node> path(Node node) {
        List<Node> path = new ArrayList<>();
        for (Node at = node; at != null; at = at.getParent()) {
            path.addFirst(at);
        }
        return path;
    }

    /** Where a control is in the scene, with what a ring may take around it. */
    private static Rectangle2D place(Node node) {
        Node ringed = ringed(node);
        Bounds bounds = ringed.localToScene(ringed.getLayoutBounds());
        return new Rectangle2D(
                Math.floor(bounds.getMinX() - RING),
                Math.floor(bounds.getMinY() - RING),
                Math.ceil(bounds.getWidth() + 2 * RING),
                Math.ceil(bounds.getHeight() + 2 * RING));
    }

    private WritableImage picture(Rectangle2D place) {
        return Fx.get(() -> {
            SnapshotParameters part = new SnapshotParameters();
            part.setViewport(place);
            return live.shell.root().getScene().getRoot().snapshot(part, null);
        });
    }

    private static void keep(WritableImage image, String name) {
        try {
            Picture.write(image, Path.of("target", "pictures", name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the ring lies around: of a box to tick, the box; of a table that scrolls sideways, its card. */
    private static Node ringed(Node stop) {
        for (Node at = stop; stop instanceof TableView<?> && at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("table-card")) {
                return at;
            }
        }
        Node box = stop.lookup(stop instanceof CheckBox ? ".box" : ".radio");
        return box == null ? stop : box;
    }

    private void check(String where, Node stop, WritableImage focused, WritableImage without) {
        double width = Math.min(focused.getWidth(), without.getWidth());
        double height = Math.min(focused.getHeight(), without.getHeight());
        int changed = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double contrast = Contrast.of(
                        focused.getPixelReader().getColor(x, y),
                        without.getPixelReader().getColor(x, y));
                changed += contrast >= CONTRAST ? 1 : 0;
            }
        }
        Bounds ringed = Fx.get(() -> ringed(stop).getLayoutBounds());
        double around = 2 * (ringed.getWidth() + ringed.getHeight());
        if (changed < 0.8 * around) {
            keep(focused, "focus-fault-" + faults.size() + "-with");
            keep(without, "focus-fault-" + faults.size() + "-without");
            faults.add("%s: the focus on %s changes %s pixels of %.0f".formatted(where, say(stop), changed, around));
        }
    }
}
