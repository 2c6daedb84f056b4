package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.junit.jupiter.api.Test;

class SwapListTest {
    private final SwapList<String> lines = new SwapList<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void whoListensHearsOfOneChangeFromAllToAll() {
        lines.swap(List.of("a", "b"));
        lines.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                heard.add(
                        change.getRemoved() + " to " + change.getAddedSubList() + " replaced " + change.wasReplaced());
            }
        });

        lines.swap(List.of("c"));
        lines.swap(List.of());
        lines.swap(List.of());

        assertThat(heard).containsExactly("[a, b] to [c] replaced true", "[c] to [] replaced false");
        assertThat(lines).isEmpty();
    }

    @Test
    void eachListenerHearsTheWholeChange() {
        List<String> second = new ArrayList<>();
        ListChangeListener<String> first = change -> {
            while (change.next()) {
                heard.addAll(change.getAddedSubList());
            }
        };
        lines.addListener(first);
        lines.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                second.addAll(change.getAddedSubList());
            }
        });

        lines.swap(List.of("a", "b"));

        assertThat(heard).containsExactly("a", "b");
        assertThat(second).containsExactly("a", "b");
    }

    @Test
    void theToolkitsOwnListsFollow() {
        ObservableList<String> filtered = new FilteredList<>(lines, line -> !line.equals("b"));
        ObservableList<String> copy = FXCollections.observableArrayList();
        javafx.beans.binding.Bindings.bindContent(copy, filtered);

        lines.swap(List.of("a", "b", "c"));
        assertThat(copy).containsExactly("a", "c");
        lines.swap(List.of("b", "d"));
        assertThat(copy).containsExactly("d");
    }
}
