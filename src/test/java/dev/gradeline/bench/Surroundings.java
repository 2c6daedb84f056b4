package dev.gradeline.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where and when a run was.
 *
 * @param inProcess the collector and the heap of what is measured in one process
 * @param packaged the options of Java that the packaged program is started with, for its collector and heap
 */
record Surroundings(String machine, String date, String commit, String inProcess, String packaged) {
    /** This machine, now. */
    static Surroundings here() throws IOException, InterruptedException {
        return new Surroundings(
                hardware(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                lastCommit(),
                collector(),
                String.join(" ", Processes.packagedMemory()));
    }

    private static String hardware() {
        String processor = of("/proc/cpuinfo", "model name");
        String memory = of("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return Runtime.getRuntime().availableProcessors() + " processors"
                + (processor.isEmpty() ? "" : " (" + processor + ")")
                + (memory.isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, ", %.0f GB of memory", Long.parseLong(memory) * 1024 / 1e9))
                + ", " + System.getProperty("os.name") + " " + version(System.getProperty("os.version")) + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version() + " ("
                + System.getProperty("java.vendor") + ")";
    }

    /** What Linux says of something in a file of names and values; empty elsewhere. */
    private static String of(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException notLinux) {
            return "";
        }
    }

    private static String collector() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(" and "))
                + String.format(
                        Locale.ROOT, ", at most %.1f GB", Runtime.getRuntime().maxMemory() / 1e9);
    }

    private static String lastCommit() throws IOException, InterruptedException {
        String commit = git("rev-parse", "--short", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + " with changes";
    }

    /** What git says; nothing where there is none. */
    private static String git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException notThere) {
            return "";
        }
    }

    /** The numbers alone: what builders of a system add says nothing of its speed. */
    private static String version(String whole) {
        return whole.replaceFirst("[^0-9.].*", "");
    }
}
