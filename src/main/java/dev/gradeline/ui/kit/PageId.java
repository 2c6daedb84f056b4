package dev.gradeline.ui.kit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages, in the order of the navigation. */
public enum PageId {
    OVERVIEW,
    TRENDS,
    RECOMMENDATIONS,
    FLOW,
    DISCOVERY,
    CHANGES,
    /** All organisations, not only the one whose pages the others are. */
    PORTFOLIO,
    SETTINGS;

    /** The name in {@code --page}, in message keys ({@code page.overview}) and in file names of pictures. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page of an {@link #id()}; empty where there is none of that name. */
    public static Optional<PageId> of(String id) {
        return Arrays.stream(values()).filter(page -> page.id().equals(id)).findFirst();
    }
}
