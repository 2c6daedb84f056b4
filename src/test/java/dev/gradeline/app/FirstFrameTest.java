package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.ui.kit.Fx;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start has done by the time that its first frame is there, and what it has not: decision 26. */
@Timeout(180)
class FirstFrameTest {
    private static final GlobalOptions OPTIONS =
            new GlobalOptions(null, "northwind", null, false, GlobalOptions.DEFAULT_MAX_WAIT);

    @TempDir
    private Path folder;

    /** @param cards how many frameworks are on the page that comes into sight */
    private record Seen(int cards, int keysAsked, int requests) {}

    @Test
    void itShowsWhatIsStoredAndNothingWasAskedForIt() throws Exception {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer mine = new Computer(folder, api.baseUrl());
            mine.add("northwind", "Northwind Health", NORTHWIND);
            mine.synchronise("northwind");
            mine.settings().update(now -> now.withSyncMinutes(15));
            int requests = api.requests().size();
            int asked = mine.keychain.asked();
            Programs programs = mine.programs();
            Program first = programs.open(OPTIONS);
            try (CurrentProgram current = new CurrentProgram(programs, first)) {
                // read before there is a window, and not by it
                CompletableFuture<Desktop.Begun> begun =
                        CompletableFuture.completedFuture(current.with(Desktop::begin));
                CompletableFuture<Seen> shown = new CompletableFuture<>();
                CompletableFuture<Seen> laidOut = new CompletableFuture<>();
                Stage stage = Fx.get(Stage::new);
                Desktop desktop = Fx.get(() -> {
                    Desktop opened = new Desktop(
                            current,
                            Shell.WORDS,
                            OPTIONS,
                            stage,
                            first.settings().current(),
                            null);
                    stage.setOnShown(event -> {
                        shown.complete(seen(stage, mine, api));
                        stage.getScene().addPostLayoutPulseListener(() -> laidOut.complete(seen(stage, mine, api)));
                    });
                    opened.open(null, begun);
                    return opened;
                });
                Seen unasked = new Seen(1, asked, requests);
                assertThat(shown.get(60, TimeUnit.SECONDS)).isEqualTo(unasked);
                assertThat(laidOut.get(60, TimeUnit.SECONDS)).isEqualTo(unasked);
                // then the keychain is asked, and the API
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                while ((mine.keychain.asked() == asked || api.requests().size() == requests)
                        && System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                assertThat(mine.keychain.asked()).isGreaterThan(asked);
                assertThat(api.requests().size()).isGreaterThan(requests);
                Fx.run(() ->
                        stage.getOnCloseRequest().handle(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
                assertThat(desktop.ended().get(60, TimeUnit.SECONDS)).isZero();
            }
        }
    }

    private static Seen seen(Stage stage, Computer mine, TwoOrganisations api) {
        return new Seen(
                stage.getScene().getRoot().lookupAll(".framework-card").size(),
                mine.keychain.asked(),
                api.requests().size());
    }
}
