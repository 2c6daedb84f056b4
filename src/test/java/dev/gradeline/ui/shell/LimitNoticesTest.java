package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.demo.Story;
import dev.gradeline.posture.Limit;
import dev.gradeline.posture.LimitCheck;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit set in the settings, told on every page until it is dismissed: over the sample's two years. */
class LimitNoticesTest {
    private static final String CROSSED = "Limit: HIPAA has ";

    @TempDir
    private Path folder;

    private static List<String> notices(LiveShell live) {
        return live.page.texts().stream()
                .filter(text -> text.startsWith("Limit: "))
                .toList();
    }

    private static void addScoreOfHipaa(LiveShell live, String points) {
        live.page.shortcut(KeyCode.COMMA);
        choose(live, "#matter", "Score at least");
        choose(live, "#scope", "HIPAA");
        live.page.focus(live.page.node("#number", TextField.class));
        live.page.write(points);
        live.page.press(KeyCode.ENTER);
    }

    /** Goes down the box until it shows a text. */
    @SuppressWarnings("unchecked")
    private static void choose(LiveShell live, String selector, String text) {
        ComboBox<Object> box = live.page.node(selector, ComboBox.class);
        live.page.focus(box);
        for (int i = 0; i < 20 && !text.equals(shown(box)); i++) {
            live.page.press(KeyCode.DOWN);
        }
        assertThat(shown(box)).isEqualTo(text);
    }

    private static String shown(ComboBox<Object> box) {
        return Fx.get(() -> box.getConverter().toString(box.getValue()));
    }

    @Test
    void aCrossedLimitIsToldOnEveryPageLeadsThereAndStaysDismissed() throws IOException {
        Path data = GrownDemo.get().copyTo(folder.resolve("data"));
        try (LiveShell live = new LiveShell(data)) {
            assertThat(notices(live)).isEmpty();
            addScoreOfHipaa(live, "100");
            assertThat(live.page.texts()).contains("HIPAA: a score of 100 or more");
            for (PageId id : PageId.values()) {
                live.open(id);
                assertThat(notices(live))
                        .as(id.id())
                        .singleElement()
                        .asString()
                        .startsWith(CROSSED)
                        .endsWith("below 100.");
            }
            live.page.picture("limit-notice");
            live.page.click("Show");
            assertThat(live.current()).isEqualTo(PageId.TRENDS);
        }
        try (LiveShell again = new LiveShell(data)) {
            assertThat(notices(again)).as("after a restart").hasSize(1);
            again.page.click("Dismiss");
            assertThat(notices(again)).isEmpty();
        }
        try (LiveShell third = new LiveShell(data)) {
            assertThat(notices(third)).as("dismissed before the restart").isEmpty();
            addScoreOfHipaa(third, "99");
            assertThat(notices(third)).as("another limit").hasSize(1);
            third.page.click("Remove");
            assertThat(notices(third)).isEmpty();
        }
    }

    @Test
    void thePastIsNotMixedWithNoticesOfThePresent() throws IOException {
        Path data = GrownDemo.get().copyTo(folder.resolve("data"));
        try (LiveShell live = new LiveShell(data)) {
            live.settings.update(now -> now.withLimits("demo", "min-score=100;max-open=0"));
            live.page.when(() -> live.shell.model().reload());
            assertThat(notices(live)).as("low: the page is not pushed away").hasSize(1);
            live.page.click(moreOf(live));
            assertThat(notices(live)).hasSize(3);
            assertThat(live.page.texts()).anyMatch(text -> text.endsWith("more limits are crossed."));
            live.page.when(() -> live.shell.model().asOf().set(Story.END.minus(Duration.ofDays(200))));
            assertThat(notices(live)).isEmpty();
            live.page.click("Back to now");
            assertThat(notices(live)).hasSize(3);
            live.page.picture("limit-notices-many");
            live.page.click("Dismiss all");
            assertThat(notices(live)).isEmpty();
        }
    }

    private static String moreOf(LiveShell live) {
        return live.page.texts().stream()
                .filter(text -> text.matches("\\d+ more"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGravestIsToldFirst() throws IOException {
        Path data = GrownDemo.get().copyTo(folder.resolve("data"));
        try (LiveShell live = new LiveShell(data)) {
            live.settings.update(now -> now.withLimits("demo", "max-age=0;min-score=100;min-grade:hipaa=A"));
            live.page.when(() -> live.shell.model().reload());
            List<LimitCheck> checks = Fx.get(() -> live.shell.model().limits().notices().get().stream()
                    .map(LimitNotices.Notice::check)
                    .toList());
            assertThat(checks.getFirst().limit().kind()).isEqualTo(Limit.Kind.MIN_GRADE);
            List<BigDecimal> off = checks.stream()
                    .filter(check -> check.limit().kind() == Limit.Kind.MIN_SCORE)
                    .map(check -> Objects.requireNonNull(check.by()))
                    .toList();
            assertThat(off).hasSizeGreaterThan(2).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void whatCouldNotBeKeptIsWrittenAtTheNextLook() throws IOException {
        Path data = GrownDemo.get().copyTo(folder.resolve("data"));
        try (LiveShell live = new LiveShell(data)) {
            live.settings.update(now -> now.withLimits("demo", "min-score:hipaa=100"));
            live.page.when(() -> live.shell.model().reload());
            String raised = live.settings.current().alarms().get("demo");
            Path file = data.resolve("settings.json");
            Path away = Files.move(file, data.resolve("away.json"));
            Files.createDirectory(file);
            live.page.click("Dismiss");
            assertThat(live.settings.current().alarms()).containsEntry("demo", raised);
            Files.delete(file);
            Files.move(away, file);
            live.page.when(() -> live.shell.model().reload());
        }
        try (LiveShell again = new LiveShell(data)) {
            again.page.when(() -> again.shell.model().reload());
            assertThat(notices(again)).as("dismissed before the restart").isEmpty();
        }
    }

    @Test
    void beforeAnythingIsKnownNothingIsCrossed() throws IOException {
        try (LiveShell live = new LiveShell(folder.resolve("new"))) {
            live.settings.update(now -> now.withLimits("demo", "min-score=100;max-open=0;no-new-platforms"));
            live.page.when(() -> live.shell.model().reload());
            assertThat(notices(live)).isEmpty();
            assertThat(live.settings.current().alarms()).isEmpty();
        }
    }
}
