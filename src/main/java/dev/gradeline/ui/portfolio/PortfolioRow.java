package dev.gradeline.ui.portfolio;

import dev.gradeline.posture.Grade;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Movement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One organisation as people read it. What is not known is empty or null, and never a nought.
 *
 * @param open whether the window shows it
 * @param trouble what keeps its data from being fresh, in a few words; empty for nothing
 * @param below what stands below its name: the trouble, or where its key is
 * @param hint the same at length
 * @param grades the worst first
 * @param moves what moved since, falls first
 * @param since from when on it moved: “since the last report, 30 Oct”; empty when nothing is known
 * @param urgent how many recommendations of the first priority are open; null when that was never read
 * @param synced when it was last read
 * @param syncedText the same for people; where it never was, that
 * @param syncedHint the moment in full; empty when it never was
 * @param assessed how old its assessments are; empty when that is not known
 */
record PortfolioRow(
        Settings.Connection connection,
        boolean open,
        String trouble,
        String below,
        String hint,
        List<Mark> grades,
        List<Move> moves,
        String since,
        @Nullable Long urgent,
        @Nullable Instant synced,
        String syncedText,
        String syncedHint,
        String assessed) {
    /**
     * A framework's grade.
     *
     * @param spoken framework, grade, score and age in a sentence
     */
    record Mark(
            String name, @Nullable Grade grade, @Nullable BigDecimal score, String spoken) {}

    /**
     * Something that moved.
     *
     * @param movement how, with the framework's name; {@link Movement#UNKNOWN} for what is no number
     * @param text what is no number, after a character that tells its kind; else empty
     * @param spoken all of it in a sentence
     * @param points by how many points a score moved; null for anything else
     */
    record Move(
            Movement movement,
            String text,
            String spoken,
            @Nullable BigDecimal points) {}

    PortfolioRow {
        grades = List.copyOf(grades);
        moves = List.copyOf(moves);
    }

    String title() {
        return connection.title();
    }
}
