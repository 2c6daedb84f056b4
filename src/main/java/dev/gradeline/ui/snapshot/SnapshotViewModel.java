package dev.gradeline.ui.snapshot;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.PdfReport;
import dev.gradeline.report.Progress;
import dev.gradeline.report.ReportData;
import dev.gradeline.report.ReportOptions;
import dev.gradeline.report.ReportPreview;
import dev.gradeline.settings.AtomicFile;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PDF snapshot before it is saved: what it is to hold, and its pages as they will be. What is shown is the very file that is
 * saved. JavaFX thread.
 */
public final class SnapshotViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotViewModel.class);

    /** Under which name the settings keep what was wanted last. */
    private static final String KEPT = "snapshot";

    /** What snapshots are made of and what follows from one. Blocking: off the JavaFX thread. */
    public interface Source {
        /** The start of “what changed” unless the person wants another. */
        Instant since();

        /** Everything to be shown, with what changed from a moment on. */
        ReportData data(Instant since);

        /** Options with all that the person does not choose here. */
        ReportOptions options();

        /** A snapshot was saved. */
        void saved();
    }

    /**
     * What a snapshot is called and belongs to.
     *
     * @param name the connection's name, safe in a file's name
     * @param day of the moment shown
     */
    public record Subject(String name, LocalDate day) {}

    private final Words words;
    private final SettingsStore settings;
    private final TaskRunner tasks;
    private final Executor ui;
    private final FilePicker picker;
    private final Source source;
    private final Subject subject;
    private final Consumer<String> finished;
    private final SnapshotPages pages;
    private final ReadOnlyObjectWrapper<Recipe> recipe;
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> sinceDay = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper making = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private Making current = new Making();
    private @Nullable Instant since;
    private boolean closed;
    private boolean everyRow;

    /** What the last one was made of. Each wish but another day changes only how it is told. */
    private volatile @Nullable Material material;

    private record Material(Instant since, ReportData data) {}

    /**
     * @param ui runs what it is given on the JavaFX thread
     * @param finished told, in words, where the snapshot was saved: then this is over
     */
    public SnapshotViewModel(
            Words words,
            SettingsStore settings,
            TaskRunner tasks,
            Executor ui,
            FilePicker picker,
            Source source,
            Subject subject,
            Consumer<String> finished) {
        this.words = words;
        this.settings = settings;
        this.tasks = tasks;
        this.ui = ui;
        this.picker = picker;
        this.source = source;
        this.subject = subject;
        this.finished = finished;
        this.pages = new SnapshotPages(words, tasks, this::failed);
        this.recipe = new ReadOnlyObjectWrapper<>(
                Recipe.parse(settings.current().tables().getOrDefault(KEPT, "")));
    }

    /** One snapshot in the making: it can be given up. */
    private final class Making implements Progress {
        private volatile boolean cancelled;
        private volatile double told;

        @Override
        public void done(double share) {
            if (share - told >= 0.01 || share >= 1) {
                told = share;
                ui.execute(() -> {
                    if (this == current) {
                        progress.set(share);
                    }
                });
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    /** Begins to make the first one. */
    public void open() {
        tasks.run(
                source::since,
                start -> {
                    since = start;
                    sinceDay.set(LocalDate.ofInstant(start, words.zone()));
                    make();
                },
                this::failed);
    }

    /** Makes the snapshot anew; what was under way is given up. */
    private void make() {
        current.cancelled = true;
        Instant start = since;
        if (closed || start == null) {
            return;
        }
        Making mine = new Making();
        current = mine;
        ready.set(false);
        message.set("");
        if (recipe.get().isEmpty()) {
            making.set(false);
            message.set(words.of("snapshot.nothing"));
            return;
        }
        making.set(true);
        progress.set(0);
        ReportOptions given = source.options();
        ReportOptions options = recipe.get()
                .applyTo(everyRow ? given.withFilter(RecommendationFilter.ALL) : given)
                .withSince(start);
        tasks.run(() -> new PdfReport(words).preview(data(start), options, mine), made -> made(made, mine), error -> {
            if (mine == current) {
                making.set(false);
                if (!(error instanceof CancellationException)) {
                    failed(error);
                }
            }
        });
    }

    private void made(ReportPreview made, Making by) {
        if (by != current || closed) {
            pages.drop(made);
            return;
        }
        making.set(false);
        ready.set(true);
        pages.show(made);
    }

    /** Blocking, the first time for a day. */
    private ReportData data(Instant start) {
        Material known = material;
        if (known != null && known.since().equals(start)) {
            return known.data();
        }
        ReportData read = source.data(start);
        material = new Material(start, read);
        return read;
    }

    private void failed(Exception error) {
        LOG.warn("no snapshot could be made", error);
        message.set(words.of("snapshot.failed", FaultText.of(error)));
    }

    /** Changes what is wanted, and makes the snapshot anew. It is kept for the next time when a snapshot is saved. */
    void change(UnaryOperator<Recipe> other) {
        Recipe next = other.apply(recipe.get());
        if (!next.equals(recipe.get())) {
            recipe.set(next);
            make();
        }
    }

    /** Which recommendations the page behind this shows, in words; empty for all. */
    public String filter() {
        RecommendationFilter filter = source.options().filter();
        return filter.isAll() ? "" : new PostureWords(words).filter(filter);
    }

    /** Takes in every recommendation, or those alone that the filter lets pass. */
    public void everyRow(boolean every) {
        if (every != everyRow) {
            everyRow = every;
            make();
        }
    }

    /** Tells what changed from another day on; null goes back to the last snapshot's. */
    public void changedSince(@Nullable LocalDate day) {
        if (day == null) {
            open();
        } else {
            since = day.atStartOfDay(words.zone()).toInstant();
            sinceDay.set(day);
            make();
        }
    }

    /** Asks for a place and saves what is shown there. Does nothing while there is nothing to save. */
    public void save() {
        ReportPreview shown = pages.shown();
        if (!ready.get() || shown == null) {
            return;
        }
        String of = recipe.get().redacted() ? "" : "-" + subject.name();
        picker.toSave("gradeline" + of + "-" + subject.day() + ".pdf", file -> write(shown, file));
    }

    private void write(ReportPreview shown, Path file) {
        String wanted = recipe.get().text();
        tasks.run(
                () -> {
                    AtomicFile.write(file, out -> out.write(shown.file()));
                    afterwards(file, source::saved);
                    afterwards(file, () -> settings.update(now -> now.withTable(KEPT, wanted)));
                    return file;
                },
                written -> finished.accept(words.of("shell.save.done", written)),
                error -> {
                    LOG.warn("could not save {}", file, error);
                    message.set(words.of("shell.save.failed", file, FaultText.of(error)));
                });
    }

    /** The file stands, whatever becomes of the note of it. */
    private static void afterwards(Path file, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("saved {}, but what follows from it failed", file, e);
        }
    }

    /** Gives up what is under way, and lets go of the pages. */
    public void close() {
        closed = true;
        current.cancelled = true;
        pages.close();
    }

    Words words() {
        return words;
    }

    /** What is wanted. */
    ReadOnlyObjectProperty<Recipe> recipe() {
        return recipe.getReadOnlyProperty();
    }

    /** The day from which changes are told; null before that is known. */
    public ReadOnlyObjectProperty<@Nullable LocalDate> sinceDay() {
        return sinceDay.getReadOnlyProperty();
    }

    /** The day that the snapshot shows, the last that changes can be told from. */
    public LocalDate lastDay() {
        return subject.day();
    }

    /** The pages of the one that was made last. */
    SnapshotPages pages() {
        return pages;
    }

    /** What went wrong, in words; empty for nothing. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** How much of the one under way is done, 0 to 1. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Whether one is in the making. */
    public ReadOnlyBooleanProperty making() {
        return making.getReadOnlyProperty();
    }

    /** Whether what is shown is what is wanted, so that it can be saved. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }
}
