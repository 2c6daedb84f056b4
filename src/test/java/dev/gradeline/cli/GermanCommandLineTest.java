package dev.gradeline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.words.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The command line in German: people read German, scripts read the same options, exit codes and data. */
class GermanCommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Opener opener = new Opener() {
            @Override
            public Workbench open(GlobalOptions options) {
                throw new AssertionError("nothing is opened");
            }

            @Override
            public Workbench openToConnect(GlobalOptions options) {
                throw new AssertionError("nothing is opened");
            }
        };
        Faces faces = new Faces() {
            @Override
            public int window(GlobalOptions options, @Nullable Path demoOutput) {
                throw new AssertionError("nothing is shown");
            }

            @Override
            public int open(GlobalOptions options, Path backup) {
                throw new AssertionError("nothing is shown");
            }

            @Override
            public void screenshots(Workbench bench, PictureRequest request) {
                throw new AssertionError("nothing is shown");
            }
        };
        return new CommandLineFace(
                        opener,
                        faces,
                        new Words(Locale.GERMANY, ZoneOffset.UTC),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        new ByteArrayInputStream(new byte[0]))
                .run(arguments);
    }

    @Test
    void helpIsGermanAndNamesTheSameCommandsAndOptions() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("Aufruf: gradeline")
                .contains("Befehle:", "sync", "--data-dir=DIR", "Wo Verlauf und Einstellungen liegen.")
                .doesNotContain("Usage", "Commands", "Default");
    }

    @Test
    void wrongUsageIsToldInGermanAndEndsAsEver() {
        assertThat(run("sink")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("Es gibt keinen Befehl „sink“.");
    }
}
