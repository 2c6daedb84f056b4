package dev.gradeline.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.ChartPane;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.LinkPane;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.kit.Theme;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewPageTest {
    private final TestPages pages = new TestPages(TestPages.northwind());
    private final ShownPage page =
            ShownPage.of(() -> Fxml.load(new OverviewController(new OverviewViewModel(pages.context())), pages.words));

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void showsEveryPartOfThePosture() {
        assertThat(page.texts())
                .contains("HIPAA", "49", "D", "AI Security", "72", "C")
                .contains("What changed since your last visit", "· 8 Nov", "4 recommendations completed")
                .contains("37 open", "12 in progress", "61 completed", "5 dismissed")
                .contains("P1", "Stop sending patient records to unapproved AI tools")
                .contains("14", "platforms", "3", "shadow AI", "65", "risk score")
                .contains("ChatGPT", "95%");
        assertThat(page.nodes(".framework-card", LinkPane.class)).hasSize(5);
        assertThat(page.node(".open-chart", ChartPane.class).getAccessibleText())
                .contains("from 52 to 37");
    }

    @Test
    void nothingIsCutAtTheOrdinarySize() {
        List<String> meantToBeShort = page.nodes(".label", Label.class).stream()
                .filter(label -> label.getWidth() + 0.5 < label.prefWidth(-1)
                        && !label.isWrapText()
                        && !label.getText().isEmpty())
                .map(Label::getText)
                .toList();
        assertThat(meantToBeShort)
                .as("only long titles are shortened")
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(20));
    }

    @Test
    void aCardOpensTheTrendByClickAndByKey() {
        LinkPane hipaa = page.nodes(".framework-card", LinkPane.class).getFirst();
        page.click(hipaa);
        assertThat(pages.asked).containsExactly("trends hipaa");
        assertThat(hipaa.isFocused()).isTrue();

        page.press(KeyCode.ENTER);
        page.press(KeyCode.SPACE);
        assertThat(pages.asked).containsExactly("trends hipaa", "trends hipaa", "trends hipaa");

        page.press(KeyCode.TAB);
        page.press(KeyCode.ENTER);
        assertThat(pages.asked).last().isEqualTo("trends iso-27001");
    }

    @Test
    void aCardLeadsToItsRecommendationsTooByMouseAndByKey() {
        LinkPane hipaa = page.nodes(".framework-card", LinkPane.class).getFirst();
        page.moveTo(20, 20, hipaa);
        page.click(page.nodes(".card-more", Button.class).getFirst());
        assertThat(pages.asked).as("the button is no click on the card").isEmpty();
        assertThat(page.menu()).containsExactly("Show in Trends", "8 recommendations wait");
        page.choose("8 recommendations wait");
        assertThat(pages.asked)
                .singleElement()
                .asString()
                .startsWith("recommendations ")
                .contains("hipaa", "open", "in_progress");

        page.focus(hipaa);
        page.when(() -> Event.fireEvent(
                hipaa, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
        page.choose("Show in Trends");
        assertThat(pages.asked).last().isEqualTo("trends hipaa");
    }

    @Test
    void countsAndRowsOpenTheTableNarrowed() {
        page.click("12 in progress");
        page.click("Stop sending patient records to unapproved AI tools");
        page.click("All open");
        assertThat(pages.asked).hasSize(3);
        assertThat(pages.asked.get(0)).contains("statuses=[in_progress]").contains("maxPriority=null");
        assertThat(pages.asked.get(1)).contains("open").contains("in_progress").contains("maxPriority=1");
        assertThat(pages.asked.get(2)).contains("open").contains("in_progress").contains("maxPriority=null");
    }

    @Test
    void aPriorityBarAndAPlatformLeadOnByClickAndByKey() {
        LinkPane second =
                page.nodes("#priorityBars > .row-link", LinkPane.class).get(1);
        assertThat(second.getAccessibleText()).isEqualTo("P2: 14 open or in progress");
        page.click(second);
        page.press(KeyCode.ENTER);
        assertThat(pages.asked)
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked)
                        .contains("in_progress")
                        .contains("minPriority=2")
                        .contains("maxPriority=2"));
        page.click("ChatGPT");
        page.press(KeyCode.SPACE);
        assertThat(pages.asked.subList(2, 4)).containsOnly("platform ChatGPT");
    }

    @Test
    void theOpenOnesCanBeReadAsATable() {
        page.click("Show as table");
        assertThat(page.texts("#openRows")).contains("From", "Open", "14 November 2026", "37");
        assertThat(page.nodes(".open-chart", ChartPane.class)).isEmpty();
        page.click("Show as chart");
        assertThat(page.nodes(".open-chart", ChartPane.class)).hasSize(1);
    }

    @Test
    void everyPartIsReachedByTheKeyboardAlone() {
        page.focus(page.nodes(".framework-card", LinkPane.class).getFirst());
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 60 && reached.size() < 45; i++) {
            reached.add(page.focused());
            page.press(KeyCode.TAB);
        }
        assertThat(reached)
                .anyMatch(text -> text.startsWith("HIPAA, grade D"))
                .contains(
                        "All changes",
                        "Show as table",
                        "37 open",
                        "P2: 14 open or in progress",
                        "All open",
                        "Platforms")
                .anyMatch(text -> text.startsWith("P1, Enforce"))
                .contains("ChatGPT, 95%");
        assertThat(reached).as("each has a name").noneMatch(String::isEmpty);
    }

    @Test
    void whatCanBeClickedIsLargeEnough() {
        assertThat(page.nodes(".row-link", LinkPane.class))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Math.min(link.getWidth(), link.getHeight()))
                        .as(link.getAccessibleText())
                        .isGreaterThanOrEqualTo(24));
        assertThat(page.nodes(".link-button", Button.class))
                .allSatisfy(button -> assertThat(button.getHeight()).isGreaterThanOrEqualTo(24));
    }

    @Test
    void underTheSamplesBannerNothingIsCutAtTheFold() {
        Posture six = ManyFrameworks.of(6);
        page.when(() -> pages.situation.set(TestPages.since(six, Postures.LAST_VISIT, TestPages.northwindChanges())));
        // a window of 1280×800 less navigation, header, banner and status line
        double hidden = Fx.get(() -> {
            Parent shown = Fxml.load(new OverviewController(new OverviewViewModel(pages.context())), pages.words);
            Scene scene = new Scene(new StackPane(shown), 1072, 674);
            new Theme(scene).choose(Settings.Theme.LIGHT, 100);
            for (int pass = 0; pass < 3; pass++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
            ScrollPane scroll = (ScrollPane) shown;
            return scroll.getContent().getLayoutBounds().getHeight()
                    - scroll.getViewportBounds().getHeight();
        });
        assertThat(hidden).isLessThanOrEqualTo(0.5);
    }

    @Test
    void aShortWindowHasCompactCards() {
        assertThat(page.nodes(".framework-card.compact", LinkPane.class)).isEmpty();
        double tall = page.nodes(".framework-card", LinkPane.class).getFirst().getHeight();
        try (ShownPage little = ShownPage.of(
                () -> Fxml.load(new OverviewController(new OverviewViewModel(pages.context())), pages.words), 560)) {
            assertThat(little.nodes(".framework-card.compact", LinkPane.class))
                    .hasSize(5)
                    .allSatisfy(card -> assertThat(card.getHeight()).isLessThan(tall * 0.6));
            assertThat(little.texts()).contains("HIPAA", "49", "30 Sept");
        }
    }

    @Test
    void headingsLeadToTheirPages() {
        page.click("All 11");
        page.click("Platforms");
        page.click("4 recommendations completed");
        assertThat(pages.asked)
                .containsExactly("open CHANGES", "open DISCOVERY", "changes of RECOMMENDATION_COMPLETED");
    }

    @Test
    void aRefreshKeepsTheKeyboardWhereItWas() {
        LinkPane second = page.nodes(".framework-card", LinkPane.class).get(1);
        page.focus(second);
        page.when(() -> pages.situation.set(TestPages.firstVisit(Postures.northwindEarlier())));
        assertThat(page.nodes(".framework-card", LinkPane.class).get(1).isFocused())
                .isTrue();
        assertThat(page.texts()).contains("66").doesNotContain("72");
    }

    @Test
    void anEmptyHistoryShowsOneQuietPage() {
        page.when(() -> pages.situation.set(TestPages.firstVisit(Postures.empty())));
        assertThat(page.texts()).contains("Nothing here yet").doesNotContain("Recommendations", "AI discovery");
        page.when(() -> pages.situation.set(TestPages.northwind()));
        assertThat(page.texts()).contains("Recommendations").doesNotContain("Nothing here yet");
    }

    @Test
    void rowsWithoutRoomAreOutOfSight() {
        assertThat(page.nodes("#topRows > .row-link", LinkPane.class)).hasSizeBetween(3, 15);
        assertThat(page.nodes("#topRows > .row-link", LinkPane.class))
                .allSatisfy(row -> assertThat(row.getBoundsInParent().getMaxY())
                        .isLessThanOrEqualTo(row.getParent().getLayoutBounds().getHeight() + 1));
    }
}
