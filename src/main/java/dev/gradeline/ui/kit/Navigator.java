package dev.gradeline.ui.kit;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import java.net.URI;
import java.util.List;

/** How a page leads to another without knowing it. JavaFX thread. */
public interface Navigator {
    void open(PageId page);

    /** The connect page, which looks whose the key is. */
    void connect();

    /** The recommendation table, narrowed. */
    void openRecommendations(RecommendationFilter filter);

    /** The recommendation table with nothing narrowed, and the one of this id selected where it has it. */
    default void openRecommendation(String id) {
        openRecommendations(RecommendationFilter.ALL);
    }

    /** The changes since the last visit, narrowed to one kind. */
    default void openChanges(Change.Kind kind) {
        open(PageId.CHANGES);
    }

    /** Discovery, with one platform selected. */
    default void openPlatform(Platform platform) {
        open(PageId.DISCOVERY);
    }

    /** The trends, with one framework in front. */
    void openTrends(Framework framework);

    /** Opens an http or https address in the browser; anything else is ignored. */
    void browse(URI address);

    /** Synchronises now; does nothing while a run is under way. */
    void refresh();

    /** Ends the synchronisation under way, if any; what it has stored stays. */
    void cancel();

    /** Tells something that has no place on a page, for what it concerns is not shown. */
    default void say(String text) {}

    /** Tells what was done as it was wished, where no page shows it. */
    default void done(String text) {
        say(text);
    }

    /** Something of the person's own was stored: what is shown is read again. */
    default void stored() {}

    /**
     * Saves the snapshot as PDF.
     *
     * @param recommendations all of those shown, in the order in which the PDF lists what passes the filter
     */
    default void exportPdf(List<Recommendation> recommendations) {}
}
