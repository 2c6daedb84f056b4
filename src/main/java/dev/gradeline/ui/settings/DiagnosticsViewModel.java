package dev.gradeline.ui.settings;

import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves diagnostics where the person says. JavaFX thread. */
public final class DiagnosticsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DiagnosticsViewModel.class);

    private final Words words;
    private final Diagnostics diagnostics;
    private final InstantSource clock;
    private final TaskRunner tasks;
    private final FilePicker picker;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private AtomicBoolean cancelled = new AtomicBoolean();

    public DiagnosticsViewModel(
            Words words, Diagnostics diagnostics, InstantSource clock, TaskRunner tasks, FilePicker picker) {
        this.words = words;
        this.diagnostics = diagnostics;
        this.clock = clock;
        this.tasks = tasks;
        this.picker = picker;
    }

    /** Asks where to, then writes the file. */
    public void save() {
        if (!busy.get()) {
            LocalDate day = LocalDate.ofInstant(clock.instant(), words.zone());
            picker.toSave("gradeline-diagnostics-" + day + ".zip", this::save);
        }
    }

    private void save(Path target) {
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        busy.set(true);
        message.set("");
        tasks.run(
                () -> {
                    diagnostics.write(target, stop::get);
                    return target;
                },
                written -> ended(words.of("settings.diagnostics.done", written)),
                error -> {
                    if (error instanceof CancellationException) {
                        ended(words.of("settings.history.cancelled"));
                    } else {
                        LOG.warn("no diagnostics were saved", error);
                        ended(words.of("settings.diagnostics.failed", FaultText.of(error)));
                    }
                });
    }

    private void ended(String how) {
        busy.set(false);
        message.set(how);
    }

    /** Ends what is under way. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Whether the file is being written. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** How it went; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
