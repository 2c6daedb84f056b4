package dev.gradeline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the benchmarks need to know of processes. */
public final class Processes {
    private static final Path OPTIONS = Path.of("installer", "launcher.options");

    private Processes() {}

    /**
     * A line of what Linux tells of a process, in kB: {@code VmRSS} is what it holds, {@code VmHWM} the most that it held.
     *
     * @throws IOException where the system does not tell, or it has ended
     */
    public static double kilobytes(long pid, String line) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(each -> each.startsWith(line + ":"))
                .mapToDouble(each -> Double.parseDouble(each.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + line));
    }

    /** What Linux tells of a process after its name, which may have blanks: the state comes first. */
    static String[] stat(String process) throws IOException {
        return Files.readString(Path.of("/proc", process, "stat"))
                .replaceFirst("(?s).*\\) ", "")
                .strip()
                .split(" ");
    }

    /** The collector and the heap that the packaged program is started with, as options of Java. */
    public static List<String> packagedMemory() throws IOException {
        try (Stream<String> lines = Files.lines(OPTIONS)) {
            return lines.filter(line -> line.matches("-XX:\\+Use\\w+GC|-Xm[sx]\\w+|-XX:[+-]UseCompactObjectHeaders"))
                    .toList();
        }
    }
}
