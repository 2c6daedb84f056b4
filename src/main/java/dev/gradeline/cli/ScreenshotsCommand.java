package dev.gradeline.cli;

import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gradeline screenshots}: a PNG of every page, without a display. */
@Command(name = "screenshots")
final class ScreenshotsCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[xX×](\\d{3,4})");
    private static final int SMALLEST = 200;
    private static final int LARGEST = 8000;

    private final Session session;
    private final Faces faces;

    /** The two looks. */
    enum Look {
        LIGHT,
        DARK
    }

    /** Width and height in pixels. */
    private record Size(int width, int height) {}

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            descriptionKey = "cli.option.picturesOutput")
    private Path folder = Path.of("");

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            completionCandidates = Choices.Looks.class,
            descriptionKey = "cli.option.theme")
    private Look theme = Look.LIGHT;

    @Option(names = "--size", paramLabel = "WxH", descriptionKey = "cli.option.size")
    private String size = "1280x800";

    @Option(names = "--text", paramLabel = "PERCENT", descriptionKey = "cli.option.text")
    private int textPercent = 100;

    @Option(
            names = "--page",
            paramLabel = "PAGE",
            split = ",",
            completionCandidates = Choices.Pages.class,
            descriptionKey = "cli.option.page")
    private @Nullable List<String> pages;

    @Mixin
    private Period period = new Period();

    ScreenshotsCommand(Session session, Faces faces) {
        this.session = session;
        this.faces = faces;
    }

    @Override
    public Integer call() {
        return session.with(this::draw);
    }

    private ExitCode draw(Workbench bench) throws IOException {
        Words words = session.words();
        Size pixels = size(words);
        if (textPercent < 90 || textPercent > 150) {
            throw new UsageException(words.of("cli.text.bad", String.valueOf(textPercent)));
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException(words.of("cli.output.notFolder", folder.toString()));
        }
        Stored stored = Stored.read(session, bench, period);
        Instant asOf = stored.isPresent() ? null : stored.posture().asOf();
        Files.createDirectories(folder);
        faces.screenshots(
                bench,
                new PictureRequest(
                        folder,
                        theme.name().toLowerCase(Locale.ROOT),
                        pixels.width(),
                        pixels.height(),
                        textPercent,
                        pages == null ? List.of() : pages,
                        asOf,
                        period.since(words, stored.posture().asOf())));
        return ExitCode.DONE;
    }

    private Size size(Words words) {
        Matcher parts = SIZE.matcher(size);
        if (parts.matches()) {
            int width = Integer.parseInt(parts.group(1));
            int height = Integer.parseInt(parts.group(2));
            if (Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST) {
                return new Size(width, height);
            }
        }
        throw new UsageException(words.of("cli.size.bad", size));
    }
}
