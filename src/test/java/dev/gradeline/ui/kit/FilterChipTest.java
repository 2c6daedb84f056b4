package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.Test;

/** A chip that found no room in its line, with its menu open while the choices change. */
class FilterChipTest {
    private final List<String> taken = new ArrayList<>();
    private final ClearableChip around = Fx.get(ClearableChip::new);
    private final FilterChip chip = Fx.get(this::folded);
    private final Menu menu = Fx.get(this::opened);

    private FilterChip folded() {
        around.setMenu(new MenuButton());
        FilterChip made =
                new FilterChip(around, new Words(Locale.UK, ZoneOffset.UTC), taken::add, () -> taken.add("clear"));
        made.show("Status", choices("a", "z"));
        return made;
    }

    private Menu opened() {
        Menu made = (Menu) FoldLine.item(around);
        made.show();
        return made;
    }

    private static List<Choice> choices(String... ids) {
        return List.of(ids).stream().map(id -> new Choice(id, id, 3, false)).toList();
    }

    private List<String> show(String... ids) {
        return Fx.get(() -> {
            chip.show("Status", choices(ids));
            return menu.getItems().stream().map(FilterChipTest::text).toList();
        });
    }

    private static String text(MenuItem item) {
        return item instanceof SeparatorMenuItem ? "--" : item.getText();
    }

    @Test
    void aChoiceThatIsNoMoreLeavesTheMenu() {
        assertThat(show("a", "z")).containsExactly("a  (3)", "z  (3)", "--", "Clear the filter “Status”");
        assertThat(show("a")).containsExactly("a  (3)", "--", "Clear the filter “Status”");
        assertThat(show()).containsExactly("--", "Clear the filter “Status”");
        assertThat(Fx.get(menu::isShowing)).as("it stays open").isTrue();
        assertThat(show("z", "a")).containsExactly("z  (3)", "a  (3)", "--", "Clear the filter “Status”");
    }

    @Test
    void theSameChoicesKeepTheirItems() {
        List<MenuItem> before = Fx.get(() -> List.copyOf(menu.getItems()));
        show("a", "z");
        assertThat(Fx.get(() -> List.copyOf(menu.getItems()))).isEqualTo(before);
        Fx.run(() -> before.getFirst().fire());
        assertThat(taken).containsExactly("a");
    }
}
