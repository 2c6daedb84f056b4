package dev.gradeline.ui.settings;

import dev.gradeline.words.Words;

/** How large a file is, as file managers say it. */
final class Sizes {
    private static final double STEP = 1000;

    private Sizes() {}

    static String of(long bytes, Words words) {
        double thousands = bytes / STEP;
        return thousands < STEP
                ? words.of("settings.history.kilobytes", Math.ceil(thousands))
                : words.of("settings.history.megabytes", thousands / STEP);
    }
}
