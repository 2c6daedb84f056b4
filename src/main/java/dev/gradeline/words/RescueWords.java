package dev.gradeline.words;

import java.nio.file.Path;
import java.time.Instant;

/** A rescued history, told: what happened, what it means, what to do. */
public final class RescueWords {
    private final Words words;
    private final TimeWords times;

    public RescueWords(Words words) {
        this.words = words;
        this.times = new TimeWords(words);
    }

    /**
     * What there is now.
     *
     * @param assessments with the imported ones
     */
    public record Left(int synchronisations, int assessments, int recommendations, int scans) {}

    /**
     * Some sentences.
     *
     * @param pages how many pages of the damaged file could not be read; negative when that is not known
     */
    public String text(Instant at, Path damaged, int pages, Left left) {
        return text(at, damaged, pages, left, "rescue.byCommand");
    }

    /** The same for somebody at the window, where another way leads to a backup. */
    public String inWindow(Instant at, Path damaged, int pages, Left left) {
        return text(at, damaged, pages, left, "rescue.byWindow");
    }

    private String text(Instant at, Path damaged, int pages, Left left, String way) {
        return words.of(
                "rescue.text",
                times.dateTime(at),
                pages < 0 ? "" : words.of("rescue.pages", pages),
                left.synchronisations(),
                left.assessments(),
                left.recommendations(),
                left.scans(),
                damaged,
                words.of(way));
    }
}
