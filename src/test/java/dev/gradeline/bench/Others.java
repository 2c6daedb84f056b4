package dev.gradeline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How much of the processors others had while something was measured: all that was done, less what this process and those that
 * it started and waited for have done. Other machines on the same host count as others. Linux only.
 */
final class Others {
    private final long[] begun;

    private Others(long[] begun) {
        this.begun = begun;
    }

    static Others watch() {
        return new Others(ticks());
    }

    /** Since the watch began, 0 to 1; below 0 where the system does not tell. */
    double share() {
        long[] now = ticks();
        if (now.length == 0 || begun.length == 0 || now[0] <= begun[0]) {
            return -1;
        }
        double busy = now[1] - begun[1];
        double own = now[2] - begun[2];
        return Math.max(0, busy - own) / (now[0] - begun[0]);
    }

    /** All there are, those that were used, and those that we used; nothing where the system does not tell. */
    private static long[] ticks() {
        try {
            // user, nice, system, idle, waiting for disks, interrupts (two kinds), other machines; guests are in "user"
            long[] machine =
                    numbers(Files.readAllLines(Path.of("/proc/stat")).getFirst().replaceFirst("cpu +", ""));
            long all = Arrays.stream(machine, 0, 8).sum();
            long busy = all - machine[3] - machine[4];
            String[] own = Processes.stat("self");
            return new long[] {
                all, busy, Arrays.stream(own, 11, 15).mapToLong(Long::parseLong).sum()
            };
        } catch (IOException notLinux) {
            return new long[0];
        }
    }

    private static long[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
