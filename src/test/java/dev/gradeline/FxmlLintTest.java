package dev.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * What can be said of every FXML file without loading it. It does not see what a controller sets in code: names for
 * assistive technology therefore stand in the FXML, where none can be forgotten on one of several paths.
 */
class FxmlLintTest {
    private static final List<FxmlText> FXML = FxmlText.under(Path.of("src/main/resources"));

    /** Controls whose text is their name; without one they show an icon alone, or the controller sets it by its id. */
    private static final Set<String> NAMED_BY_TEXT =
            Set.of("Button", "ToggleButton", "CheckBox", "RadioButton", "Hyperlink", "MenuButton", "SplitMenuButton");

    /** Controls that have no text of their own and need a name from elsewhere. */
    private static final Set<String> NEEDS_A_NAME = Set.of(
            "TextField",
            "CustomTextField",
            "PasswordField",
            "CustomPasswordField",
            "TextArea",
            "ComboBox",
            "ChoiceBox",
            "CheckComboBox",
            "DatePicker",
            "DayField",
            "Slider",
            "Spinner",
            "ListView",
            "TableView",
            "TreeView",
            "ProgressBar",
            "ProgressIndicator",
            "ToggleSwitch");

    @Test
    void everyControlHasANameForAssistiveTechnology() {
        assertThat(FXML).isNotEmpty().allSatisfy(fxml -> {
            Set<String> labelled = fxml.elements().stream()
                    .map(element -> element.getAttribute("labelFor"))
                    .filter(target -> target.startsWith("$"))
                    .map(target -> target.substring(1))
                    .collect(Collectors.toSet());
            List<String> nameless = fxml.elements().stream()
                    .filter(element -> NEEDS_A_NAME.contains(element.getTagName()) || isWithoutText(element))
                    .filter(element -> !element.hasAttribute("accessibleText"))
                    .filter(element -> !labelled.contains(element.getAttribute("fx:id")))
                    .map(FxmlLintTest::say)
                    .toList();
            assertThat(nameless).as(fxml.file()).isEmpty();
        });
    }

    @Test
    void everyControllerSitsBesideItsFxml() {
        assertThat(FXML).isNotEmpty().allSatisfy(fxml -> {
            String expected = fxml.file().replace('/', '.').replaceFirst("\\.fxml$", "") + "Controller";
            assertThat(fxml.elements().getFirst().getAttribute("fx:controller"))
                    .as(fxml.file())
                    .isEqualTo(expected);
            assertThat(FxmlLintTest.class.getResource("/" + expected.replace('.', '/') + ".class"))
                    .as(expected)
                    .isNotNull();
        });
    }

    /** Colours live in the stylesheet, where light and dark are kept apart. */
    @Test
    void noFxmlHoldsStylesOfItsOwn() {
        assertThat(FXML)
                .isNotEmpty()
                .allSatisfy(
                        fxml -> assertThat(fxml.elements().stream().filter(element -> element.hasAttribute("style")))
                                .as(fxml.file())
                                .isEmpty());
    }

    private static boolean isWithoutText(Element element) {
        boolean shown = element.hasAttribute("text");
        boolean setInCode = element.hasAttribute("fx:id")
                && element.getElementsByTagName("graphic").getLength() == 0;
        return NAMED_BY_TEXT.contains(element.getTagName()) && !shown && !setInCode;
    }

    private static String say(Element element) {
        return element.getTagName() + " " + element.getAttribute("fx:id");
    }
}
