package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.history.History;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.ui.kit.PageId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What synchronisations bring is told over every page, once: over the sample's two years, with more runs after them. */
class NewsNoticeTest {
    @TempDir
    private Path folder;

    private Path data = Path.of("");

    /** Moments after the sample's end: the clock of each window begins there. */
    private Duration later = Duration.ZERO;

    @BeforeEach
    void copy() throws IOException {
        data = GrownDemo.get().copyTo(folder.resolve("data"));
    }

    private LiveShell open() throws IOException {
        LiveShell live = new LiveShell(data);
        live.clock.advance(later);
        live.page.when(() -> live.shell.model().reload());
        return live;
    }

    private static String news(LiveShell live) {
        return live.page.isShown("newsBanner") ? live.page.text("newsText") : "";
    }

    /** As a synchronisation does: stores, and tells the window when it is over. */
    private void run(LiveShell live, Consumer<History.Run> stores) {
        later = later.plus(Duration.ofHours(1));
        live.clock.advance(Duration.ofHours(1));
        try (History.Run run = live.history.begin()) {
            stores.accept(run);
        }
        live.page.when(() -> live.shell.model().reload());
    }

    private void grade(LiveShell live, String framework, String score, String letter) {
        Posture now = live.history.posture();
        Instant at = live.clock.instant();
        List<Assessment> all = new ArrayList<>();
        for (Standing standing : now.standings()) {
            if (standing.reported()) {
                boolean moves = standing.framework().id().equals(framework);
                all.add(
                        moves
                                ? new Assessment(
                                        new Framework(framework),
                                        new BigDecimal(score),
                                        new Grade(letter),
                                        at,
                                        at,
                                        false)
                                : standing.current());
            }
        }
        run(live, run -> run.storeScores(all));
    }

    private void platforms(LiveShell live, String... names) {
        Scan was = Objects.requireNonNull(live.history.posture().scan());
        Instant at = live.clock.instant();
        List<Platform> all = new ArrayList<>(was.platforms());
        for (String name : names) {
            all.add(new Platform(null, name, "llm_chat", "Vendor", null, null, null, null, at));
        }
        run(
                live,
                run -> run.storeDiscovery(new Scan(
                        "scan-" + at,
                        was.organizationId(),
                        "completed",
                        was.domain(),
                        at,
                        at,
                        all.size(),
                        was.shadowAiCount(),
                        was.overallRiskScore(),
                        all,
                        at)));
    }

    private void key(LiveShell live, Outcome outcome) {
        if (outcome == Outcome.OK) {
            grade(live, "none", "1", "F");
            run(live, run -> run.storeRecommendations(live.history.posture().recommendations()));
            run(live, run -> run.storeDiscovery(live.history.posture().scan()));
        } else {
            run(live, run -> {
                for (Part part : Part.values()) {
                    run.storeFailure(part, outcome, "401");
                }
            });
        }
    }

    @Test
    void nothingIsToldOfWhatWasThereBeforeThenEachThingOnceInOneNotice() throws IOException {
        try (LiveShell live = open()) {
            assertThat(news(live)).as("two years of history are no news").isEmpty();
            grade(live, "hipaa", "61", "C");
            assertThat(news(live)).isEqualTo("HIPAA rose from 49 to 61 — now C, was D.");
            platforms(live, "Pi", "Poe");
            assertThat(news(live)).isEqualTo("HIPAA rose from 49 to 61 — now C, was D. 2 new platforms: Pi, Poe.");
            for (PageId id : List.of(PageId.TRENDS, PageId.SETTINGS)) {
                live.open(id);
                assertThat(news(live)).as(id.id()).isNotEmpty();
            }
            live.page.picture("news");
        }
        try (LiveShell again = open()) {
            assertThat(news(again)).as("told before the restart").isEmpty();
            grade(again, "soc-2", "30", "F");
            grade(again, "hipaa", "80", "B");
            assertThat(news(again)).isEqualTo("2 grades changed: soc-2 (C to F), HIPAA (C to B).");
            again.page.click(again.page.node("#newsDismiss", Labeled.class));
            assertThat(news(again)).isEmpty();
            platforms(again, "Kimi");
            assertThat(news(again)).as("only what came since").isEqualTo("1 new platform: Kimi.");
        }
    }

    @Test
    void itLeadsToWhatItTellsOf() throws IOException {
        try (LiveShell live = open()) {
            grade(live, "hipaa", "61", "C");
            platforms(live, "Pi");
            live.page.click("Show platforms");
            assertThat(live.current()).isEqualTo(PageId.DISCOVERY);
            assertThat(news(live)).as("that was looked at").isEqualTo("HIPAA rose from 49 to 61 — now C, was D.");
            live.page.click("Show changes");
            assertThat(live.current()).isEqualTo(PageId.CHANGES);
            assertThat(news(live)).isEmpty();
        }
    }

    @Test
    void aRefusedKeyIsToldOnceUntilItWasAcceptedAgain() throws IOException {
        try (LiveShell live = open()) {
            key(live, Outcome.KEY_REJECTED);
            assertThat(news(live))
                    .isEqualTo(
                            "Ayliea did not accept this key. Connect with a new key from Organization Settings → API Keys.");
            assertThat(live.page.texts()).contains("Replace the key…");
            live.page.click(live.page.node("#newsDismiss", Labeled.class));
            key(live, Outcome.KEY_REJECTED);
            assertThat(news(live)).isEmpty();
        }
        try (LiveShell again = open()) {
            assertThat(news(again)).isEmpty();
            key(again, Outcome.OK);
            key(again, Outcome.UNREACHABLE);
            assertThat(news(again)).as("that is the status line's to tell").isEmpty();
            key(again, Outcome.KEY_REJECTED);
            assertThat(news(again))
                    .isEqualTo(
                            "Ayliea did not accept this key. Connect with a new key from Organization Settings → API Keys.");
            key(again, Outcome.OK);
            assertThat(news(again)).as("it is over").isEmpty();
        }
    }

    @Test
    void thresholdsHoldWhatIsSmallBackUntilItIsNotAndAKindCanBeTurnedOff() throws IOException {
        try (LiveShell live = open()) {
            live.settings.update(
                    now -> now.withNotices(now.notices().withPoints(10).withCount(3)));
            grade(live, "iso-27001", "74", "C");
            platforms(live, "Pi", "Poe");
            assertThat(news(live)).isEmpty();
        }
        try (LiveShell again = open()) {
            platforms(again, "Kimi");
            assertThat(news(again)).as("with those before").isEqualTo("3 new platforms: Kimi, Pi, Poe.");
            grade(again, "iso-27001", "59", "D");
            assertThat(news(again)).startsWith("iso-27001 fell from 76 to 59");
            again.page.click(again.page.node("#newsDismiss", Labeled.class));
            again.settings.update(now -> now.withNotices(now.notices().withGrades(false)));
            grade(again, "iso-27001", "95", "A");
            assertThat(news(again)).isEmpty();
            again.settings.update(now -> now.withNotices(now.notices().withGrades(true)));
            again.page.when(() -> again.shell.model().reload());
            assertThat(news(again))
                    .as("what happened meanwhile is not told afterwards")
                    .isEmpty();
        }
    }

    @Test
    void aRefusedKeyIsNotToldToWhoWantsNoneOfIt() throws IOException {
        try (LiveShell live = open()) {
            live.settings.update(now -> now.withNotices(now.notices().withKeys(false)));
            key(live, Outcome.KEY_REJECTED);
            assertThat(news(live)).isEmpty();
            live.settings.update(now -> now.withNotices(now.notices().withKeys(true)));
            key(live, Outcome.KEY_REJECTED);
            assertThat(news(live)).as("to who wants it").isNotEmpty();
        }
    }

    @Test
    void thePastIsNotMixedWithNewsOfThePresent() throws IOException {
        try (LiveShell live = open()) {
            live.page.when(
                    () -> live.shell.model().asOf().set(live.clock.instant().minus(Duration.ofDays(200))));
            grade(live, "hipaa", "61", "C");
            assertThat(news(live)).isEmpty();
        }
        try (LiveShell again = open()) {
            assertThat(news(again)).as("nobody has seen it yet").startsWith("HIPAA rose");
        }
    }

    @Test
    void whatTheSettingsRememberIsReadBackAndNonsenseIsNothing() {
        Told told = new Told(Instant.parse("2026-11-23T06:38:00Z"), null, true);
        assertThat(Told.parse(told.text())).isEqualTo(told);
        assertThat(Told.parse("yesterday;;what")).isEqualTo(new Told(null, null, false));
        assertThat(Told.parse(null)).isEqualTo(new Told(null, null, false));
    }
}
