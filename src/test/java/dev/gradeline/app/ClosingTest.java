package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final List<String> closed = new ArrayList<>();

    private AutoCloseable resource(String name) {
        return () -> closed.add(name);
    }

    @Test
    void theLastOpenedIsClosedFirstAndAFaultStopsNothing() {
        Closing closing = new Closing();
        closing.add(resource("first"));
        closing.add(() -> {
            throw new IllegalStateException("stuck");
        });
        closing.add(resource("last"));

        closing.close();
        closing.close();

        assertThat(closed).containsExactly("last", "first");
    }

    @Test
    void whatComesTooLateIsClosedAtOnce() {
        Closing closing = new Closing();
        closing.close();

        assertThatThrownBy(() -> closing.add(resource("late"))).isInstanceOf(IllegalStateException.class);

        assertThat(closed).containsExactly("late");
    }

    @Test
    void nothingIsOpenedTooLate() {
        Closing closing = new Closing();
        closing.close();
        List<String> opened = new ArrayList<>();

        assertThatThrownBy(() -> closing.open(() -> {
                    opened.add("late");
                    return resource("late");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(opened).isEmpty();
    }
}
