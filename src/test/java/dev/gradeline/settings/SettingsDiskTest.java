package dev.gradeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings on a disk that is full, and on one that is read-only: a tmpfs in a name space of the process's own. */
class SettingsDiskTest {
    @TempDir
    Path disk;

    /** The first start writes, the others only try. */
    private List<String> after(String... between) throws Exception {
        String mount = "mount -t tmpfs -o size=200k none '" + disk + "'";
        if (apart(mount, List.of()).waitFor() != 0) {
            if (Boolean.getBoolean("gradeline.ci")) {
                fail("this test needs unshare (util-linux) and the right to mount in a name space of one's own");
            }
            Assumptions.abort("nothing can be mounted here");
        }
        StringBuilder script = new StringBuilder(mount + " && \"$@\" begin");
        for (String each : between) {
            script.append(" && ").append(each).append(" && \"$@\" look");
        }
        Process child = apart(script.toString(), SettingsOnADisk.command(disk.resolve("settings.json")));
        List<String> said = child.inputReader().lines().toList();
        assertThat(child.waitFor()).isZero();
        return said.stream()
                .filter(line -> line.startsWith("written") || line.startsWith("not written"))
                .toList();
    }

    private static Process apart(String script, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("unshare", "--user", "--map-root-user", "--mount", "--", "sh", "-c", script, "sh"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aFullDiskLeavesWhatWasAndADamagedFileCostsNothing() throws Exception {
        String fill = "{ cat /dev/zero > '" + disk + "/filler'; true; } 2>/dev/null";
        String damage =
                "printf '{' | dd of='" + disk + "/settings.json' conv=notrunc,nocreat 2>/dev/null && truncate -s 1 '"
                        + disk + "/settings.json' && { cat /dev/zero >> '" + disk + "/filler'; true; } 2>/dev/null";
        assertThat(after(fill, damage, "rm '" + disk + "/filler'"))
                .satisfiesExactly(
                        full -> assertThat(full).isEqualTo("not written 120 1 whole"),
                        damaged -> assertThat(damaged).isEqualTo("not written 120 1 settings.json copy"),
                        room -> assertThat(room)
                                .matches("written 120 1 settings\\.json\\.damaged-\\d{8}T\\d{6}Z copy"));
    }

    @Test
    void aReadOnlyDiskLeavesWhatWasAndTheCopyOfADamagedFileIsUsed() throws Exception {
        String readOnly = "mount -o remount,ro '" + disk + "'";
        String damage =
                "mount -o remount,rw '" + disk + "' && printf '{' > '" + disk + "/settings.json' && " + readOnly;
        assertThat(after(readOnly, damage))
                .containsExactly("not written 120 1 whole", "not written 120 1 settings.json copy");
    }
}
