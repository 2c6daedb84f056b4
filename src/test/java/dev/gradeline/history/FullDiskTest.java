package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk of 6 MB that is full in the middle of storing each part: a tmpfs in a name space of the process's own. */
class FullDiskTest {
    private static final List<String> OWN_MOUNTS = List.of("unshare", "--user", "--map-root-user", "--mount", "--");

    @TempDir
    Path disk;

    @TempDir
    Path backups;

    @Test
    void aFullDiskIsToldLeavesTheOldStateAndHealsWithRoom() throws Exception {
        Process child = apart(mount() + " && exec \"$@\"", java(FullDiskChild.class, disk.toString()));
        assertThat(child.inputReader().lines())
                .containsExactly("SCORES FULL ", "RECOMMENDATIONS FULL ", "DISCOVERY FULL ");
        assertThat(child.waitFor()).isZero();
    }

    @Test
    void whatIsOnAFullDiskIsReadByAProgramThatStartsThen() throws Exception {
        String file = disk.resolve("history").resolve("h.db").toString();
        String fill = "{ cat /dev/zero > '" + disk + "/filler'; true; } 2>&-";
        String[] java = java(HistoryChild.class, file);
        Process child = apart(
                mount() + " && \"$@\" once && rm -rf '" + disk + "/history/native' && " + fill + " ; exec \"$@\" look '"
                        + backups.resolve("b.db") + "'",
                java);
        assertThat(child.inputReader().lines().toList())
                .endsWith("opened", "run 1", "copied", "not written FULL")
                .doesNotContain("scores 2");
        assertThat(child.waitFor()).isZero();
        assertThat(backups.resolve("b.db")).isNotEmptyFile();
    }

    private String mount() throws Exception {
        String mount = "mount -t tmpfs -o size=6m none '" + disk + "'";
        if (apart(mount).waitFor() != 0) {
            if (Boolean.getBoolean("gradeline.ci")) {
                fail("this test needs unshare (util-linux) and the right to mount in a name space of one's own");
            }
            Assumptions.abort("nothing can be mounted here");
        }
        return mount;
    }

    private static String[] java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private static Process apart(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(OWN_MOUNTS);
        command.addAll(List.of("sh", "-c", script));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
