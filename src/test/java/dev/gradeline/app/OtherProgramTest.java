package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the system's browser and file manager are given: over a real process and an opener that notes what it sees. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class OtherProgramTest {
    @TempDir
    private Path folder;

    /** A process of its own, for the variables and the path are its own. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) {
            if (arguments[0].equals("folder")) {
                Objects.requireNonNull(FileManager.find("Linux", System.getenv()))
                        .accept(Path.of(arguments[1]));
            } else {
                Browser.open(URI.create(arguments[1]));
            }
        }
    }

    private String seen(String what, String which) throws IOException, InterruptedException {
        Path opener = folder.resolve("xdg-open");
        Path seen = folder.resolve("seen-" + what);
        Files.writeString(
                opener,
                "#!/bin/sh\n{ echo \"for $1\"; /usr/bin/env; } >\"$NOTES.part\"; mv \"$NOTES.part\" \"$NOTES\"\n");
        Files.setPosixFilePermissions(opener, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        what,
                        which))
                .inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder + File.pathSeparator + System.getenv("PATH"),
                        "NOTES", seen.toString(),
                        "GRADELINE_API_KEY", "ayliea_pk_" + "a1b2c3d4".repeat(8),
                        "HTTPS_PROXY", "http://ann:s3cr@t/x@proxy.example:3128",
                        "all_proxy", "ann:s3cret@other.example:80",
                        "http_proxy", "http://plain.example:81",
                        "NO_PROXY", "localhost,.example",
                        "MAIL", "ann@example.org"));
        assertThat(builder.start().waitFor()).isZero();
        while (Files.notExists(seen)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return Files.readString(seen);
    }

    @Test
    void theBrowserSeesNeitherTheKeyNorAProxysPassword() throws IOException, InterruptedException {
        assertThat(seen("address", "https://example.org/a?b=c"))
                .startsWith("for https://example.org/a?b=c\n")
                .doesNotContain("ayliea_pk_", "GRADELINE_API_KEY", "s3cr", "ann:")
                .contains("HTTPS_PROXY=http://proxy.example:3128\n", "all_proxy=other.example:80\n")
                .contains("http_proxy=http://plain.example:81\n", "NO_PROXY=localhost,.example\n")
                .contains("MAIL=ann@example.org\n");
    }

    @Test
    void norDoesTheFileManager() throws IOException, InterruptedException {
        assertThat(seen("folder", folder.toString()))
                .startsWith("for " + folder + "\n")
                .doesNotContain("ayliea_pk_", "GRADELINE_API_KEY", "s3cr", "ann:")
                .contains("HTTPS_PROXY=http://proxy.example:3128\n");
    }
}
