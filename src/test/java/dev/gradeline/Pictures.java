package dev.gradeline;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.gradeline.report.ReportPictures;
import dev.gradeline.ui.kit.PagePictures;
import dev.gradeline.ui.kit.SmallPng;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Draws every state of every page into {@code docs/screenshots}, with an index: {@code ./mvnw -q test-compile
 * exec:exec@pictures}. The states are those of the tests named {@code …PicturesTest}; the whole window is drawn from the
 * sample by {@code gradeline screenshots}.
 */
public final class Pictures {
    private static final String WINDOW = "window-";

    /** What ends the names of these pictures; others in the folder belong to the README and stay. */
    private static final String DRESSED = "-(light|dark)-\\d+x\\d+-\\d+\\.png$";

    private Pictures() {}

    /** @param arguments the folder, or the folder and a pattern of the tests' names */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String tests = arguments.length > 1 ? arguments[1] : ".*PicturesTest";
        Files.createDirectories(folder);
        if (arguments.length == 1) {
            remove(folder);
        }
        System.setProperty(PagePictures.GALLERY, folder.toString());
        boolean drawn = pages(tests);
        if (arguments.length == 1) {
            for (PagePictures.Dress dress : PagePictures.Dress.PAIRS) {
                window(dress, folder);
            }
            ReportPictures.draw(folder);
        }
        index(folder);
        System.exit(drawn ? 0 : 1);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*" + DRESSED)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean pages(String tests) {
        Launcher launcher = LauncherFactory.create();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage("dev.gradeline"))
                        .filters(ClassNameFilter.includeClassNamePatterns(tests))
                        .build(),
                summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        return summary.getSummary().getTestsFailedCount() == 0
                && summary.getSummary().getTestsFoundCount() > 0;
    }

    /** In a process of its own, as a person would ask for it. */
    private static void window(PagePictures.Dress dress, Path folder) throws Exception {
        Path drawn = Files.createTempDirectory("gradeline-pictures");
        // the settings show it: a name without the number of a run, so that they are the same every time
        Path data = Path.of(System.getProperty("java.io.tmpdir"), "Gradeline");
        // somebody else's would be drawn, and deleted
        Files.createDirectory(data);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.gradeline.Launcher",
                "--demo",
                "--data-dir",
                data.toString(),
                "screenshots",
                "--output",
                drawn.toString(),
                "--size",
                dress.windowWidth() + "x" + dress.windowHeight(),
                "--theme",
                dress.theme().name().toLowerCase(Locale.ROOT),
                "--text",
                String.valueOf(dress.textPercent())));
        int code;
        try {
            code = new ProcessBuilder(command).inheritIO().start().waitFor();
        } finally {
            deleteAll(data);
        }
        if (code != 0) {
            throw new IOException("gradeline screenshots ended with " + code);
        }
        try (Stream<Path> files = Files.list(drawn)) {
            for (Path file : files.sorted().toList()) {
                String page = file.getFileName().toString().replaceFirst("-[a-z]+\\.png$", "");
                SmallPng.shrink(file, folder.resolve(WINDOW + page + "-" + dress.suffix() + ".png"));
                Files.delete(file);
            }
        }
        Files.delete(drawn);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One table: a state in each row, its dresses beside it. */
    private static void index(Path folder) throws IOException {
        Map<String, List<String>> states = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*" + DRESSED))
                    .sorted()
                    .forEach(name -> states.computeIfAbsent(name.replaceFirst(DRESSED, ""), key -> new ArrayList<>())
                            .add(name));
        }
        StringBuilder text = new StringBuilder("""
                # Every page in every state

                Drawn by one command, and never by hand: `./mvnw -q test-compile exec:exec@pictures`. A name tells page and
                state, theme, the window's size and the size of the text in percent. What begins with `window` shows the
                whole window with the sample organisation; the others show a page as it is in a window of that size, without
                its frame. Each state is drawn in at least four of the eight dresses, so that each pair of theme, window and
                text occurs.

                | state | pictures |
                | --- | --- |
                """);
        states.forEach((state, files) -> {
            text.append("| ").append(state).append(" |");
            files.forEach(file -> text.append(" [")
                    .append(file.substring(state.length() + 1, file.length() - ".png".length())
                            .replace('-', ' ')
                            .replace('x', '×'))
                    .append("](")
                    .append(file)
                    .append(")"));
            text.append(" |\n");
        });
        Files.writeString(folder.resolve("README.md"), text);
    }
}
