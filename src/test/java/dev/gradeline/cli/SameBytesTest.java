package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole command in processes of their own, which agree on nothing but the history and the options. */
class SameBytesTest {
    @TempDir
    private Path folder;

    /** The words are an option: within one language, neither a system's country, digits nor letters make a difference. */
    @ParameterizedTest
    @CsvSource({"ar, EG, tr, TR", "de, DE, de, AT"})
    void twoProcessesInTwoZonesAndCountriesWriteTheSameBytes(
            String language, String country, String otherLanguage, String otherCountry) throws Exception {
        Path one = folder.resolve("one.pdf");
        Path other = folder.resolve("other.pdf");
        Path data = GrownDemo.get().copyTo(folder.resolve("data"));
        Path elsewhere = GrownDemo.get().copyTo(folder.resolve("elsewhere"));

        Process first = report(
                data,
                one,
                "-Duser.timezone=Asia/Kathmandu",
                "-Duser.language=" + language,
                "-Duser.country=" + country);
        Process second = report(
                elsewhere,
                other,
                "-Duser.timezone=America/St_Johns",
                "-Duser.language=" + otherLanguage,
                "-Duser.country=" + otherCountry,
                "-Dfile.encoding=ISO-8859-1");
        await(first);
        await(second);

        assertThat(Files.readAllBytes(one)).hasSizeGreaterThan(50_000).isEqualTo(Files.readAllBytes(other));
    }

    private Process report(Path data, Path file, String... properties) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of(properties));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gradeline.Launcher",
                "report",
                "--demo",
                "--data-dir",
                data.toString(),
                "--as-of",
                "2026-11-20T12:00:00Z",
                "--since",
                "2026-10-20T12:00:00Z",
                "--status",
                "open",
                "-o",
                file.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(file.getFileName() + ".log").toFile())
                .start();
    }

    private static void await(Process process) throws InterruptedException {
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended in time").isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
