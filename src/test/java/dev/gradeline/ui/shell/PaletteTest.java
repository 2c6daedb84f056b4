package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.shell.ShellActions.Command;
import dev.gradeline.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** What the palette offers first, and how it looks. */
class PaletteTest {
    private static Command command(String name) {
        return new Command(name, () -> {});
    }

    @Test
    void aWholeWordGoesBeforeABeginningAndThatBeforeTheRest() {
        List<Command> all = List.of(
                command("Monkeys"), command("List the keys"), command("Replace the API key…"), command("Key map"));
        assertThat(Palette.matches(all, "key").stream().map(Command::name))
                .containsExactly("Replace the API key…", "Key map", "List the keys", "Monkeys");
        assertThat(Palette.matches(all, "")).isEqualTo(all);
        assertThat(Palette.matches(all, "nothing like it")).isEmpty();
    }

    @Test
    void theHintStaysUntilSomethingIsTypedAndNothingIsEmptyBelow() {
        Words words = new Words(Locale.UK, ZoneOffset.UTC);
        List<Command> all = IntStream.range(0, 40)
                .mapToObj(i -> command(i < 2 ? "Open " + i : "Close " + i))
                .toList();
        StackPane window = Fx.get(StackPane::new);
        try (ShownPage shown = ShownPage.of(() -> window, 1024, 800, 100)) {
            shown.when(() -> Palette.toggle(window, all, words));
            TextField field = shown.node("#palette-field", TextField.class);
            await(field::isFocused);
            Fx.run(() -> lay(window));
            assertThat(Fx.get(() -> field.lookupAll(".text").stream()
                            .map(Text.class::cast)
                            .filter(Text::isVisible)
                            .filter(text -> !Color.TRANSPARENT.equals(text.getFill()))
                            .map(Text::getText)
                            .toList()))
                    .contains(words.of("shell.palette.hint"));
            Region list = shown.node("#palette-list", Region.class);
            double whole = Fx.get(list::getHeight);
            assertThat(whole).isBetween(300.0, 600.0);
            shown.picture("palette");
            shown.when(() -> field.setText("open"));
            Fx.run(() -> lay(window));
            assertThat(Fx.get(list::getHeight)).as("two rows").isLessThan(whole / 3);
        }
    }

    private static void await(BooleanSupplier state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!Fx.get(state::getAsBoolean)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void lay(StackPane window) {
        for (int pass = 0; pass < 3; pass++) {
            window.applyCss();
            window.layout();
        }
    }
}
