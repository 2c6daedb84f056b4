package dev.gradeline.ui.kit;

import java.util.Locale;

/** The pages, in the order of the navigation. */
public enum PageId {
    OVERVIEW,
    TRENDS,
    RECOMMENDATIONS,
    FLOW,
    DISCOVERY,
    CHANGES,
    SETTINGS;

    /** The name in {@code --page}, in message keys ({@code page.overview}) and in file names of pictures. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
