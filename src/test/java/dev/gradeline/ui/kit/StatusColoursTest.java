package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Each status has a colour of its own, and whatever is written or drawn stands out from what lies behind it, in both themes. */
class StatusColoursTest {
    private static final Path CSS = Path.of("src/main/resources/dev/gradeline/ui/kit/gradeline.css");
    private static final Pattern TOKEN = Pattern.compile("(-gl-[a-z0-9-]+): (#[0-9a-f]{6});");
    private static final List<String> STATUSES = List.of(
            "-gl-grade-d",
            "-gl-grade-c",
            "-gl-grade-a",
            "-gl-status-dismissed",
            "-gl-status-other",
            "-gl-status-unknown");

    @Test
    void everySwatchStandsOutFromTheCard() throws IOException {
        for (String block : List.of(".root {", ".root.dark {")) {
            Map<String, Color> tokens = tokens(block);
            assertThat(STATUSES)
                    .allSatisfy(status -> assertThat(Contrast.of(token(tokens, status), token(tokens, "-gl-card")))
                            .as(status + " in " + block)
                            .isGreaterThanOrEqualTo(3));
            assertThat(STATUSES.stream().map(tokens::get)).doesNotHaveDuplicates();
        }
    }

    /** Every colour that text is written in, with what lies behind it: WCAG 2 AA asks for 4.5. */
    private static final Map<String, List<String>> TEXTS = Map.ofEntries(
            Map.entry(
                    "-gl-text",
                    List.of(
                            "-gl-window",
                            "-gl-card",
                            "-gl-nav",
                            "-gl-row-hover",
                            "-gl-row-selected",
                            "-gl-accent-soft",
                            "-gl-match")),
            Map.entry("-gl-muted", List.of("-gl-window", "-gl-card", "-gl-nav", "-gl-row-hover", "-gl-row-selected")),
            Map.entry("-gl-accent", List.of("-gl-window", "-gl-card", "-gl-row-hover")),
            Map.entry("-gl-on-accent", List.of("-gl-accent")),
            Map.entry("-gl-banner-text", List.of("-gl-banner")),
            Map.entry("-gl-grade-a", List.of("-gl-card", "-gl-grade-a-tint")),
            Map.entry("-gl-grade-b", List.of("-gl-card", "-gl-grade-b-tint")),
            Map.entry("-gl-grade-c", List.of("-gl-card", "-gl-grade-c-tint")),
            Map.entry("-gl-grade-d", List.of("-gl-card", "-gl-grade-d-tint")),
            Map.entry("-gl-grade-f", List.of("-gl-card", "-gl-grade-f-tint")));

    /** Lines of charts and the focus: 3 against what lies beside. */
    private static final List<String> DRAWN = List.of(
            "-gl-line-0",
            "-gl-line-1",
            "-gl-line-2",
            "-gl-line-3",
            "-gl-line-4",
            "-gl-line-5",
            "-gl-line-6",
            "-gl-line-7",
            "-gl-accent");

    @Test
    void everyTextCanBeReadOnWhatLiesBehindIt() throws IOException {
        for (String block : List.of(".root {", ".root.dark {")) {
            Map<String, Color> tokens = tokens(block);
            TEXTS.forEach((text, grounds) -> assertThat(grounds)
                    .allSatisfy(ground -> assertThat(Contrast.of(token(tokens, text), token(tokens, ground)))
                            .as("%s on %s in %s", text, ground, block)
                            .isGreaterThanOrEqualTo(4.5)));
            assertThat(DRAWN)
                    .allSatisfy(line -> assertThat(Contrast.of(token(tokens, line), token(tokens, "-gl-card")))
                            .as("%s on a card in %s", line, block)
                            .isGreaterThanOrEqualTo(3));
        }
    }

    /** What tells where a control is, in which state, and what an icon means: 3 against whatever it lies on (WCAG 2, 1.4.11). */
    private static final Map<String, List<String>> CONTROLS = Map.of(
            "-gl-field", List.of("-gl-card", "-gl-window"),
            "-gl-muted", List.of("-gl-card", "-gl-window", "-gl-nav", "-gl-row-hover", "-gl-row-selected"),
            "-gl-accent",
                    List.of(
                            "-gl-card",
                            "-gl-window",
                            "-gl-nav",
                            "-gl-line",
                            "-gl-accent-soft",
                            "-gl-row-hover",
                            "-gl-row-selected",
                            "-gl-banner",
                            "-gl-grade-a-tint"),
            "-gl-on-accent", List.of("-gl-accent"),
            "-gl-banner-text", List.of("-gl-banner"),
            "-gl-text", List.of("-gl-card", "-gl-window", "-gl-banner"));

    @Test
    void everyControlStandsOutFromWhatItLiesOn() throws IOException {
        for (String block : List.of(".root {", ".root.dark {")) {
            Map<String, Color> tokens = tokens(block);
            CONTROLS.forEach((edge, grounds) -> assertThat(grounds)
                    .allSatisfy(ground -> assertThat(Contrast.of(token(tokens, edge), token(tokens, ground)))
                            .as("%s on %s in %s", edge, ground, block)
                            .isGreaterThanOrEqualTo(3)));
        }
    }

    /** The tokens hold only where they are used: a field's border is not the line that parts cards. */
    @Test
    void fieldsAndChoicesHaveThatBorder() {
        for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            for (Supplier<Region> control : List.<Supplier<Region>>of(
                    TextField::new, TextArea::new, ComboBox::new, DatePicker::new, CheckBox::new, RadioButton::new)) {
                double contrast = Fx.get(() -> {
                    Region made = control.get();
                    VBox card = new VBox(made);
                    card.getStyleClass().add("card");
                    Scene scene = new Scene(card);
                    new Theme(scene).choose(theme, 100);
                    card.applyCss();
                    Region edged = made instanceof CheckBox || made instanceof RadioButton
                            ? (Region) made.lookup(made instanceof CheckBox ? ".box" : ".radio")
                            : made;
                    Color edge = edged.getBorder() == null
                            ? (Color)
                                    edged.getBackground().getFills().getFirst().getFill()
                            : (Color) edged.getBorder().getStrokes().getFirst().getTopStroke();
                    return Contrast.of(edge, (Color)
                            card.getBackground().getFills().getLast().getFill());
                });
                assertThat(contrast)
                        .as("%s in %s", Fx.get(control::get).getClass().getSimpleName(), theme)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    private static Map<String, Color> tokens(String block) throws IOException {
        String css = Files.readString(CSS);
        int start = css.indexOf(block);
        Map<String, Color> tokens = new HashMap<>();
        Matcher token = TOKEN.matcher(css.substring(start, css.indexOf('}', start)));
        while (token.find()) {
            tokens.put(token.group(1), Color.web(token.group(2)));
        }
        return tokens;
    }

    private static Color token(Map<String, Color> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }
}
