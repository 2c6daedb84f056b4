package dev.gradeline.ui.settings;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.OrganisationsViewModel.Answered;
import dev.gradeline.ui.settings.OrganisationsViewModel.Row;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The question what an organisation is to be called. JavaFX thread. */
public final class RenamingViewModel {
    private final Organisations organisations;
    private final TaskRunner tasks;
    private final Answered answered;
    private final ReadOnlyObjectWrapper<@Nullable Row> row = new ReadOnlyObjectWrapper<>();
    private final StringProperty newName = new SimpleStringProperty("");

    RenamingViewModel(Organisations organisations, TaskRunner tasks, Answered answered) {
        this.organisations = organisations;
        this.tasks = tasks;
        this.answered = answered;
    }

    void ask(Row about) {
        newName.set(about.title());
        row.set(about);
    }

    void settle() {
        row.set(null);
    }

    /** Keeps the name that was typed; nothing happens without one. */
    public void rename() {
        Row renaming = row.get();
        String name = newName.get().strip();
        if (renaming == null || name.isEmpty()) {
            return;
        }
        Settings.Connection was = renaming.connection();
        Settings.Connection renamed = new Settings.Connection(was.name(), name, was.baseUrl());
        settle();
        tasks.run(
                () -> {
                    organisations.rename(renamed);
                    return renamed;
                },
                kept -> answered.renamed(renaming, kept),
                error -> answered.failed("settings.notKept", error));
    }

    /** The organisation that is being renamed; null while none is. */
    public ReadOnlyObjectProperty<@Nullable Row> row() {
        return row.getReadOnlyProperty();
    }

    /** What it is to be called. */
    public StringProperty newName() {
        return newName;
    }
}
