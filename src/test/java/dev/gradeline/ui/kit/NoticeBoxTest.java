package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Postures;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A notice says what happened, how old what is shown is, and the way out. */
class NoticeBoxTest {
    @Test
    void offlineOffersAnotherTry() {
        try (Shown shown = new Shown(Outcome.UNREACHABLE, "no route to host")) {
            assertThat(shown.page.texts())
                    .anySatisfy(text -> assertThat(text).contains("could not be reached", "Last read 2 h ago"))
                    .contains("Try again", "Details")
                    .doesNotContain("Replace the key…", "Copy the details");
            shown.page.click("Try again");
            assertThat(shown.pages.asked).containsExactly("refresh");
        }
    }

    @Test
    void refusedLeadsToAnotherKey() {
        try (Shown shown = new Shown(Outcome.REFUSED, "403")) {
            assertThat(shown.page.texts()).contains("Replace the key…").doesNotContain("Try again");
            shown.page.click("Replace the key…");
            assertThat(shown.pages.asked).containsExactly("connect");
        }
    }

    @Test
    void whatTheWindowSaysOverEveryPageIsOnlyMarked() {
        for (Outcome outcome : new Outcome[] {Outcome.KEY_REJECTED, Outcome.NO_KEY}) {
            try (Shown shown = new Shown(outcome, "401")) {
                assertThat(shown.page.texts()).containsExactly("Recommendations: read 2 h ago");
            }
        }
    }

    @Test
    void detailsOpenAndCloseInPlace() {
        try (Shown shown = new Shown(Outcome.NOT_UNDERSTOOD, "text/html")) {
            shown.page.click("Details");
            assertThat(shown.page.texts())
                    .contains("Hide the details", "Copy the details")
                    .anySatisfy(text -> assertThat(text).contains("Technical reason: text/html", "Last tried", "UTC"));
            shown.page.click("Hide the details");
            assertThat(shown.page.texts()).noneMatch(text -> text.contains("text/html"));
        }
    }

    private static final class Shown implements AutoCloseable {
        private final TestPages pages;
        private final ShownPage page;

        Shown(Outcome outcome, String detail) {
            Freshness freshness = new Freshness(
                    Part.RECOMMENDATIONS, Postures.NOW.minus(Duration.ofHours(2)), Postures.NOW, outcome, detail);
            pages = new TestPages(TestPages.firstVisit(Postures.northwindWith(freshness)));
            PartNotice notice =
                    Objects.requireNonNull(PartNotice.of(Part.RECOMMENDATIONS, pages.situation.get(), pages.words));
            page = ShownPage.of(() -> {
                NoticeBox box = new NoticeBox();
                box.show(notice, pages.words, pages.context().navigator());
                return box;
            });
        }

        @Override
        public void close() {
            page.close();
        }
    }
}
