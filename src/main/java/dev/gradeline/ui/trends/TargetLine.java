package dev.gradeline.ui.trends;

import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A framework and the score that it should reach. JavaFX thread. */
final class TargetLine extends WritingLine {
    private final TrendsViewModel model;
    private final ChoiceBox<TrendsViewModel.Chip> framework = new ChoiceBox<>();
    private final TextField score = new TextField();

    TargetLine(TrendsViewModel model) {
        super(model.notes());
        this.model = model;
        Words words = model.words();
        framework.setId("target-framework");
        framework.setAccessibleText(words.of("trends.target.framework"));
        framework.setConverter(new StringConverter<>() {
            @Override
            public String toString(TrendsViewModel.@Nullable Chip chip) {
                return chip == null ? "" : chip.name();
            }

            @Override
            public TrendsViewModel.@Nullable Chip fromString(String name) {
                return null;
            }
        });
        framework.valueProperty().subscribe(chosen -> score.setText(chosen == null ? "" : known(chosen)));
        score.setId("target-score");
        score.setPromptText(words.of("trends.target.score"));
        score.setAccessibleText(words.of("trends.target.score"));
        score.getStyleClass().add("target-score");
        score.setOnAction(event -> save());
        Button save = new Button(words.of("trends.target.save"));
        save.setOnAction(event -> save());
        Label hint = new Label(words.of("trends.target.hint"));
        hint.getStyleClass().addAll("muted", "small");
        getChildren().addAll(new Label(words.of("trends.target.title")), framework, score, save, cancel(), hint);
    }

    private String known(TrendsViewModel.Chip chosen) {
        BigDecimal known =
                model.notes().alongside().get().annotations().targets().get(chosen.framework());
        return known == null ? "" : new PostureWords(model.words()).number(known);
    }

    private void save() {
        TrendsViewModel.Chip chosen = framework.getValue();
        if (chosen != null) {
            model.notes().target(chosen.framework(), score.getText(), this::close);
        }
    }

    /** For the framework in front, or the first. */
    void aim(Node from) {
        open(from);
        framework.getItems().setAll(model.chips().get());
        framework.setValue(null);
        framework.getItems().stream()
                .filter(chip -> chip.framework().equals(model.inFront().get()))
                .findFirst()
                .or(() -> framework.getItems().stream().findFirst())
                .ifPresent(framework::setValue);
        score.requestFocus();
    }
}
