package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class SearchFieldTest {
    private final SearchField field = Fx.get(SearchField::new);

    private String at(ShownPage page, double width) {
        page.when(() -> field.setMaxWidth(width));
        Fx.frames(2);
        return Fx.get(field::getPromptText);
    }

    @Test
    void thePromptLeavesOutWhatItAddsWhereThereIsNoRoomForIt() {
        Fx.run(() -> field.setPromptText("Suchen …  (Strg F)"));
        try (ShownPage page = ShownPage.of(() -> new StackPane(field), 200)) {
            assertThat(at(page, 400)).isEqualTo("Suchen …  (Strg F)");
            assertThat(at(page, 120)).isEqualTo("Suchen …");
            assertThat(at(page, 400)).isEqualTo("Suchen …  (Strg F)");
            page.when(() -> field.setPromptText("Find words…  (Ctrl F)"));
            assertThat(at(page, 120)).isEqualTo("Find words…");
            assertThat(at(page, 400)).as("another one").isEqualTo("Find words…  (Ctrl F)");
        }
    }
}
