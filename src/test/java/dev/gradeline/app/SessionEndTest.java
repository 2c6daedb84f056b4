package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.SettingsStore;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end, as at a logout, does its last work first. */
@Timeout(120)
class SessionEndTest {
    @TempDir
    private Path folder;

    /** The child: keeps something at its end, and never ends by itself. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (SessionEnd _ = new SessionEnd(
                    () -> new SettingsStore(Path.of(arguments[0])).update(settings -> settings.withTextPercent(140)))) {
                System.out.println("waiting");
                Thread.sleep(Duration.ofMinutes(2));
            }
        }
    }

    @Test
    void whatIsToBeKeptIsKeptAtATermination() throws Exception {
        Path file = folder.resolve("settings.json");
        Process child = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        OwnClassPath.get(),
                        Child.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(child.inputReader().readLine()).isEqualTo("waiting");
        child.destroy();
        child.waitFor();
        assertThat(Files.exists(file)).isTrue();
        assertThat(new SettingsStore(file).current().textPercent()).isEqualTo(140);
    }

    @Test
    void theWindowsPlaceIsKeptThoughNobodyClosesIt() throws Exception {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer computer = new Computer(folder, api.baseUrl());
            computer.add("northwind", "Northwind Health", TwoOrganisations.NORTHWIND);
            computer.synchronise("northwind");
            try (LiveWindow window = computer.window()) {
                window.awaitText("#organisation", "Northwind Health");
                window.sessionEnds();
                List<Double> place = window.place();
                assertThat(Objects.requireNonNull(computer.settings().current().window()))
                        .satisfies(kept -> assertThat(List.of(kept.x(), kept.y(), kept.width(), kept.height()))
                                .isEqualTo(place));
            }
        }
    }
}
