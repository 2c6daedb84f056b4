package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.Launcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the program's own process puts its files, with nothing but a home in its environment. */
class HomeOfAProcessTest {
    @TempDir
    Path home;

    @Test
    @EnabledOnOs(OS.LINUX)
    void filesLieBelowTheHomeThatTheEnvironmentNames() throws Exception {
        Path said = home.resolve("said.txt");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "status")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        command.environment().clear();
        command.environment().putAll(Map.of("HOME", home.toString(), "LANG", "C.UTF-8"));
        Process process = command.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        Path data = home.resolve(".local/share/gradeline");
        assertThat(Files.readString(said, StandardCharsets.UTF_8)).contains(data.toString());
        assertThat(data.resolve("log")).isDirectory();
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files)
                    .as("what others may do")
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .endsWith("------"));
        }
        assertThat(process.exitValue()).isZero();
    }
}
