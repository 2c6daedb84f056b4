package dev.gradeline.ui.snapshot;

import dev.gradeline.report.PagePicture;
import dev.gradeline.report.ReportPreview;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of the snapshot that was made last, of which one is looked at. JavaFX thread; pages are drawn on a worker. */
final class SnapshotPages {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotPages.class);

    /** Pixels for each point of a page: sharp enough to be read on a usual screen. */
    private static final double SCALE = 1.5;

    private final Words words;
    private final TaskRunner tasks;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<@Nullable PagePicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper atStart = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
    private @Nullable ReportPreview shown;
    private int index;

    /** @param failed told when a page could not be drawn */
    SnapshotPages(Words words, TaskRunner tasks, Consumer<Exception> failed) {
        this.words = words;
        this.tasks = tasks;
        this.failed = failed;
    }

    /** The snapshot whose pages these are; null before the first. */
    @Nullable ReportPreview shown() {
        return shown;
    }

    /** Shows the pages of another snapshot, at the place where one was, and lets go of those before. */
    void show(ReportPreview made) {
        drop(shown);
        shown = made;
        index = Math.min(index, made.pages() - 1);
        draw(made);
    }

    /** Turns so many pages on, or back where the number is below 0. */
    void turn(int pages) {
        ReportPreview now = shown;
        if (now != null) {
            int wanted = Math.clamp((long) index + pages, 0, now.pages() - 1);
            if (wanted != index) {
                index = wanted;
                draw(now);
            }
        }
    }

    private void draw(ReportPreview of) {
        int wanted = index;
        page.set(words.of("snapshot.page", wanted + 1, of.pages()));
        atStart.set(wanted == 0);
        atEnd.set(wanted == of.pages() - 1);
        tasks.run(
                () -> of.page(wanted, SCALE),
                drawn -> {
                    if (of == shown && wanted == index) {
                        picture.set(drawn);
                    }
                },
                error -> {
                    if (of == shown) {
                        failed.accept(error);
                    }
                });
    }

    /** Lets go of a snapshot that is not shown, or no longer; null for none. */
    void drop(@Nullable ReportPreview old) {
        if (old != null) {
            tasks.run(
                    () -> {
                        old.close();
                        return old;
                    },
                    gone -> {},
                    error -> LOG.warn("a snapshot's pages were not let go", error));
        }
    }

    /** Lets go of the pages. */
    void close() {
        drop(shown);
        shown = null;
    }

    /** The page looked at, while a newer one is drawn the older one; null before the first. */
    ReadOnlyObjectProperty<@Nullable PagePicture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Which page of how many, in words; empty before the first. */
    ReadOnlyStringProperty page() {
        return page.getReadOnlyProperty();
    }

    /** Whether there is no page before this one. */
    ReadOnlyBooleanProperty atStart() {
        return atStart.getReadOnlyProperty();
    }

    /** Whether there is no page after this one. */
    ReadOnlyBooleanProperty atEnd() {
        return atEnd.getReadOnlyProperty();
    }
}
