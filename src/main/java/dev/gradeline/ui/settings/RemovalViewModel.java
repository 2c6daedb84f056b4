package dev.gradeline.ui.settings;

import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.FileTrouble;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.OrganisationsViewModel.Answered;
import dev.gradeline.ui.settings.OrganisationsViewModel.Row;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The question what of an organisation is to be removed, and the backup before that. JavaFX thread. */
public final class RemovalViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(RemovalViewModel.class);

    private final Words words;
    private final Organisations organisations;
    private final TaskRunner tasks;
    private final FilePicker picker;
    private final InstantSource clock;
    private final Path histories;
    private final Answered answered;
    private final ReadOnlyObjectWrapper<@Nullable Row> row = new ReadOnlyObjectWrapper<>();
    private final StringProperty typedName = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private AtomicBoolean cancelled = new AtomicBoolean();

    /** @param histories the folder in which all histories live: no backup goes there */
    RemovalViewModel(
            Words words,
            Organisations organisations,
            TaskRunner tasks,
            FilePicker picker,
            InstantSource clock,
            Path histories,
            Answered answered) {
        this.words = words;
        this.organisations = organisations;
        this.tasks = tasks;
        this.picker = picker;
        this.clock = clock;
        this.histories = histories;
        this.answered = answered;
    }

    void ask(Row about) {
        typedName.set("");
        row.set(about);
    }

    void settle() {
        row.set(null);
    }

    /** Removes the key of the organisation in question; its history stays. */
    public void removeKey() {
        Row losing = row.get();
        if (losing == null || !losing.removableKey()) {
            return;
        }
        settle();
        tasks.run(
                () -> organisations.forgetKey(losing.connection()),
                result -> {
                    answered.tell(
                            isGone(result)
                                    ? words.of("settings.organisations.keyRemoved", losing.title())
                                    : words.of("settings.organisations.keyNotRemoved", losing.title()));
                    answered.keyRemoved(losing);
                },
                error -> answered.failed("settings.organisations.notRemoved", error));
    }

    private static boolean isGone(KeychainResult<Boolean> result) {
        return result instanceof KeychainResult.Ok || result instanceof KeychainResult.Absent;
    }

    /** Copies the history of the organisation in question; the question stays open. Does nothing while another copy is made. */
    public void backUpFirst() {
        Row about = row.get();
        if (about == null || busy.get()) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), words.zone());
        picker.toSave(
                "gradeline-" + about.connection().name() + "-" + day + "." + HistoryCardViewModel.BACKUP,
                target -> backUp(about, target));
    }

    private void backUp(Row about, Path target) {
        if (target.toAbsolutePath().normalize().startsWith(histories)) {
            answered.tell(words.of("settings.history.backup.inside", target));
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        answered.tell("");
        busy.set(true);
        tasks.run(
                () -> {
                    organisations.backup(about.connection(), target, stop::get);
                    return target;
                },
                done -> {
                    busy.set(false);
                    answered.tell(words.of("settings.history.backup.done", done));
                },
                error -> {
                    busy.set(false);
                    notBackedUp(target, error);
                });
    }

    private void notBackedUp(Path target, Exception error) {
        if (error instanceof CancellationException) {
            answered.tell(words.of("settings.history.cancelled"));
            return;
        }
        LOG.warn("no backup was made", error);
        answered.tell(words.of("settings.history.backup.failed", FileTrouble.writing(error, target, words)));
    }

    /** Ends the backup that is under way: no file comes of it. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Removes history and key of the organisation in question, once its name was typed. */
    public void removeAll() {
        Row leaving = row.get();
        if (leaving == null || !isConfirmed()) {
            return;
        }
        settle();
        if (leaving.open()) {
            organisations.leaveAndRemove(leaving.connection());
            return;
        }
        tasks.run(
                () -> organisations.remove(leaving.connection()),
                result -> {
                    answered.tell(
                            isGone(result)
                                    ? words.of("settings.organisations.removed", leaving.title())
                                    : words.of("settings.organisations.removedNotKey", leaving.title()));
                    answered.removed();
                },
                error -> answered.failed("settings.organisations.notRemoved", error));
    }

    /** Nobody removes what is just being copied. */
    private boolean isConfirmed() {
        Row about = row.get();
        return about != null
                && !busy.get()
                && typedName.get().strip().equalsIgnoreCase(about.title().strip());
    }

    /** The organisation of which the person is asked what to remove; null while nobody is asked. */
    public ReadOnlyObjectProperty<@Nullable Row> row() {
        return row.getReadOnlyProperty();
    }

    /** The name as typed, to confirm. */
    public StringProperty typedName() {
        return typedName;
    }

    /** Whether the name was typed and no backup is being made, so that history and key may be removed. */
    public BooleanBinding confirmed() {
        return Bindings.createBooleanBinding(this::isConfirmed, row, typedName, busy);
    }

    /** Whether a backup is being made. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What is asked about the organisation in question. */
    public String question() {
        Row about = row.get();
        return about == null ? "" : words.of("settings.organisations.remove.question", about.title());
    }

    /**
     * What removing its history means, and what to type.
     *
     * @param last whether there is no other organisation
     */
    String warning(boolean last) {
        Row about = row.get();
        if (about == null) {
            return "";
        }
        return last
                ? words.of("settings.organisations.remove.last", about.title())
                : words.of("settings.organisations.remove.warning", about.title());
    }
}
