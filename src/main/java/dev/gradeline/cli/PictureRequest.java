package dev.gradeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pictures to draw.
 *
 * @param folder an existing folder for the PNG files
 * @param theme {@code light} or {@code dark}
 * @param width in pixels, 200 to 8000
 * @param height in pixels, 200 to 8000
 * @param textPercent size of the text, 90 to 150
 * @param pages names of pages; empty for all
 * @param asOf the moment whose posture is shown; null for now
 * @param since the start of “what changed”; null for the last visit
 */
public record PictureRequest(
        Path folder,
        String theme,
        int width,
        int height,
        int textPercent,
        List<String> pages,
        @Nullable Instant asOf,
        @Nullable Instant since) {
    public PictureRequest {
        pages = List.copyOf(pages);
    }
}
