package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What listens to a key is taught by the list of keys: a key that only its author knows of is no help to anybody. */
class KeysTaughtTest {
    private static final Path UI = Path.of("src/main/java/dev/gradeline/ui");

    /** The list itself, and what writes keys down. */
    private static final List<String> LISTS = List.of("KeySheet", "KeyNames", "ShellController");

    private static final Pattern CODE = Pattern.compile("KeyCode\\.([A-Z][A-Z_0-9]*)\\b");
    private static final Pattern CASES = Pattern.compile("case ([A-Z][A-Z_0-9, ]*) ->");

    /** Each place that hears keys, which keys, and the lines of the list that tell of them; a plain word where none need. */
    private static final List<Heard> HEARD = List.of(
            new Heard("ShellKeys", "COMMA E F F11 F5 K P R", "everywhere"),
            new Heard("Palette", "DOWN ENTER UP", "a list that says so itself"),
            new Heard("PageEntries", "DOWN END ENTER HOME UP", "shell.keys.rows shell.keys.open"),
            new Heard("Overlay", "ESCAPE TAB", "shell.keys.leave shell.keys.move"),
            new Heard("SearchField", "ESCAPE", "shell.keys.leave"),
            new Heard("WritingLine", "ESCAPE", "beside a button that says so"),
            new Heard("ViewsMenu", "ESCAPE", "beside a button that says so"),
            new Heard("OrganisationsCardController", "ESCAPE", "beside a button that says so"),
            new Heard("SnapshotController", "ENTER LEFT PAGE_DOWN PAGE_UP RIGHT", "shell.keys.turn"),
            new Heard("LinkPane", "ENTER SPACE", "as every button"),
            new Heard("FoldLine", "DOWN", "as every menu"),
            new Heard("Sections", "DOWN ENTER UP", "shell.keys.rows shell.keys.open"),
            new Heard("ClearableChip", "BACK_SPACE DELETE", "shell.keys.clearFilter"),
            new Heard("TableCard", "ESCAPE", "shell.keys.letGo"),
            new Heard(
                    "TrendView",
                    "ADD DOWN END EQUALS ESCAPE HOME LEFT MINUS PLUS RIGHT SUBTRACT UP",
                    "shell.keys.along shell.keys.across shell.keys.dateLine shell.keys.dateEnds shell.keys.rangeMove"
                            + " shell.keys.rangeZoom shell.keys.letGo"),
            new Heard("FlowBars", "DOWN END HOME LEFT RIGHT UP", "shell.keys.along shell.keys.across"),
            new Heard("FlowTables", "ENTER", "shell.keys.open"),
            new Heard("ScanTimeline", "END ENTER HOME LEFT RIGHT SPACE", "shell.keys.along shell.keys.openChosen"),
            new Heard("TimelineCard", "ENTER", "shell.keys.openChosen"),
            new Heard("PlatformTable", "C ENTER", "shell.keys.copy shell.keys.open"),
            new Heard("EntryWalk", "DOWN END HOME PAGE_DOWN PAGE_UP UP", "shell.keys.rows"),
            new Heard("ChangesController", "ENTER", "shell.keys.open"),
            new Heard("PortfolioController", "ENTER", "shell.keys.open"),
            new Heard(
                    "RecommendationTable",
                    "C ENTER LEFT RIGHT SPACE",
                    "shell.keys.copy shell.keys.copyCsv shell.keys.open shell.keys.group"),
            new Heard("RecommendationsController", "DOWN ENTER", "shell.keys.toRows"),
            new Heard("DetailPlace", "DOWN ESCAPE UP", "shell.keys.detailsMove shell.keys.closeDetails"),
            new Heard("DetailController", "TAB", "shell.keys.move"),
            new Heard(
                    "PresentController",
                    "BACK_SPACE DOWN END ENTER ESCAPE F11 HOME LEFT P PAGE_DOWN PAGE_UP RIGHT SPACE UP",
                    "the slides' own list"));

    private record Heard(String file, String keys, String taught) {}

    @Test
    void everyPlaceThatHearsAKeyIsKnownHere() throws IOException {
        Map<String, String> known = HEARD.stream().collect(Collectors.toMap(Heard::file, Heard::keys));
        assertThat(inCode()).containsExactlyInAnyOrderEntriesOf(known);
    }

    @Test
    void theListTellsWhatEachOfThemDoes() throws IOException {
        String list = Files.readString(UI.resolve("shell/KeySheet.java"));
        assertThat(HEARD)
                .flatExtracting(heard -> Arrays.asList(heard.taught().split(" ", -1)))
                .filteredOn(word -> word.startsWith("shell.keys."))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(list).contains("\"" + key + "\""));
    }

    /** By the file's name: the names of all keys that it hears. */
    private static Map<String, String> inCode() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(UI)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                String text = Files.readString(file);
                if (!LISTS.contains(name) && text.contains("KeyEvent")) {
                    String keys = String.join(" ", keys(text));
                    if (!keys.isEmpty()) {
                        found.put(name, keys);
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> keys(String text) {
        Set<String> keys = new TreeSet<>();
        Matcher named = CODE.matcher(text);
        while (named.find()) {
            keys.add(named.group(1));
        }
        Matcher cases = CASES.matcher(text);
        while (text.contains("getCode()") && cases.find()) {
            for (String each : cases.group(1).split(",", -1)) {
                keys.add(each.strip());
            }
        }
        keys.removeIf(each ->
                Arrays.stream(KeyCode.values()).noneMatch(code -> code.name().equals(each)));
        return keys;
    }
}
