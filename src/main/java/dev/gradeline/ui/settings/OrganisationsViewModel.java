package dev.gradeline.ui.settings;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.FileTrouble;
import dev.gradeline.ui.kit.KeyLine;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of organisations, and what can be done with each: open, rename, remove. JavaFX thread. */
public final class OrganisationsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationsViewModel.class);

    /**
     * One organisation.
     *
     * @param open whether the window shows it
     * @param key where its key is, in a few words
     * @param removableKey whether it has a key that is ours to remove
     */
    public record Row(Settings.Connection connection, boolean open, String key, boolean removableKey) {
        /** What to call it. */
        public String title() {
            return connection.title();
        }
    }

    /** What follows beyond the list. JavaFX thread. */
    public interface Effects {
        /** The open organisation has another label. */
        void renamed(Settings.Connection connection);

        /** The open organisation's key is gone. */
        void keyChanged();

        /** Shows the list to the person. */
        void show();
    }

    private final Words words;
    private final Organisations organisations;
    private final TaskRunner tasks;
    private final TaskRunner.Newest looks;
    private final FilePicker picker;
    private final InstantSource clock;
    private final Path histories;
    private final Effects effects;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Row> renaming = new ReadOnlyObjectWrapper<>();
    private final StringProperty newName = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Row> removing = new ReadOnlyObjectWrapper<>();
    private final StringProperty typedName = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /** @param histories the folder in which all histories live: no backup goes there */
    public OrganisationsViewModel(
            Words words,
            Organisations organisations,
            TaskRunner tasks,
            FilePicker picker,
            InstantSource clock,
            Path histories,
            Effects effects) {
        this.words = words;
        this.organisations = organisations;
        this.tasks = tasks;
        this.looks = new TaskRunner.Newest(tasks);
        this.picker = picker;
        this.clock = clock;
        this.histories = histories;
        this.effects = effects;
    }

    /** Looks again which there are and where their keys are. */
    public void look() {
        looks.run(
                organisations::list,
                found -> show(found.stream().map(this::row).toList()),
                error -> failed("settings.organisations.unknown", error));
    }

    /** Who stands on one of them stays there when nothing changed. */
    private void show(List<Row> found) {
        if (!found.equals(rows)) {
            rows.setAll(found);
        }
    }

    private Row row(Organisations.Organisation each) {
        KeyVault.Place place = each.key().place();
        return new Row(
                each.connection(),
                each.open(),
                KeyLine.of(each.key(), words),
                place == KeyVault.Place.KEYCHAIN || place == KeyVault.Place.SESSION);
    }

    private void failed(String key, Exception error) {
        LOG.warn("{}", key, error);
        message.set(words.of(key, FaultText.of(error)));
    }

    /** Every organisation; empty before the first look and in the sample data. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** The organisation that the window shows; null before the first look. */
    public @Nullable Row open() {
        return rows.stream().filter(Row::open).findFirst().orElse(null);
    }

    /** Shows another organisation; nothing happens for the one that is open. */
    public void switchTo(Row row) {
        if (!row.open()) {
            organisations.open(row.connection());
        }
    }

    /** Leads to the connect page for one more. */
    public void add() {
        organisations.add();
    }

    /** Asks for a backup, and makes an organisation of its own of it. */
    public void openBackup() {
        organisations.openBackup();
    }

    /** Asks what the organisation is to be called. */
    public void askToRename(Row row) {
        settle();
        newName.set(row.title());
        renaming.set(row);
        effects.show();
    }

    /** Keeps the name that was typed; nothing happens without one. */
    public void rename() {
        Row row = renaming.get();
        String name = newName.get().strip();
        if (row == null || name.isEmpty()) {
            return;
        }
        Settings.Connection was = row.connection();
        Settings.Connection renamed = new Settings.Connection(was.name(), name, was.baseUrl());
        renaming.set(null);
        tasks.run(
                () -> {
                    organisations.rename(renamed);
                    return renamed;
                },
                kept -> {
                    if (row.open()) {
                        effects.renamed(kept);
                    }
                    look();
                },
                error -> failed("settings.notKept", error));
    }

    /** Asks what of an organisation is to be removed. */
    public void askToRemove(Row row) {
        settle();
        typedName.set("");
        removing.set(row);
        effects.show();
    }

    /** Takes question and message away; nothing is changed. */
    public void settle() {
        renaming.set(null);
        removing.set(null);
        message.set("");
    }

    /** Removes the key of the organisation in question; its history stays. */
    public void removeKey() {
        Row row = removing.get();
        if (row == null || !row.removableKey()) {
            return;
        }
        removing.set(null);
        tasks.run(
                () -> organisations.forgetKey(row.connection()),
                result -> {
                    message.set(
                            isGone(result)
                                    ? words.of("settings.organisations.keyRemoved", row.title())
                                    : words.of("settings.organisations.keyNotRemoved", row.title()));
                    if (row.open()) {
                        effects.keyChanged();
                    }
                    look();
                },
                error -> failed("settings.organisations.notRemoved", error));
    }

    private static boolean isGone(KeychainResult<Boolean> result) {
        return result instanceof KeychainResult.Ok || result instanceof KeychainResult.Absent;
    }

    /** Copies the history of the organisation in question; the question stays open. */
    public void backUpFirst() {
        Row row = removing.get();
        if (row == null) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), words.zone());
        picker.toSave(
                "gradeline-" + row.connection().name() + "-" + day + "." + HistoryCardViewModel.BACKUP,
                target -> backUp(row, target));
    }

    private void backUp(Row row, Path target) {
        if (target.toAbsolutePath().normalize().startsWith(histories)) {
            message.set(words.of("settings.history.backup.inside", target));
            return;
        }
        tasks.run(
                () -> {
                    organisations.backup(row.connection(), target);
                    return target;
                },
                done -> message.set(words.of("settings.history.backup.done", done)),
                error -> message.set(
                        words.of("settings.history.backup.failed", FileTrouble.writing(error, target, words))));
    }

    /** Removes history and key of the organisation in question, once its name was typed. */
    public void removeAll() {
        Row row = removing.get();
        if (row == null || !isNamed()) {
            return;
        }
        removing.set(null);
        if (row.open()) {
            organisations.leaveAndRemove(row.connection());
            return;
        }
        tasks.run(
                () -> organisations.remove(row.connection()),
                result -> {
                    message.set(
                            isGone(result)
                                    ? words.of("settings.organisations.removed", row.title())
                                    : words.of("settings.organisations.removedNotKey", row.title()));
                    look();
                },
                error -> failed("settings.organisations.notRemoved", error));
    }

    private boolean isNamed() {
        Row row = removing.get();
        return row != null
                && typedName.get().strip().equalsIgnoreCase(row.title().strip());
    }

    /** The organisation that is being renamed; null while none is. */
    public ReadOnlyObjectProperty<@Nullable Row> renaming() {
        return renaming.getReadOnlyProperty();
    }

    /** What it is to be called. */
    public StringProperty newName() {
        return newName;
    }

    /** The organisation of which the person is asked what to remove; null while nobody is asked. */
    public ReadOnlyObjectProperty<@Nullable Row> removing() {
        return removing.getReadOnlyProperty();
    }

    /** The name as typed, to confirm. */
    public StringProperty typedName() {
        return typedName;
    }

    /** Whether the name was typed, so that history and key may be removed. */
    public BooleanBinding confirmed() {
        return Bindings.createBooleanBinding(this::isNamed, removing, typedName);
    }

    /** What is asked about the organisation in question. */
    public String question() {
        Row row = removing.get();
        return row == null ? "" : words.of("settings.organisations.remove.question", row.title());
    }

    /** What removing its history means, and what to type. */
    public String warning() {
        Row row = removing.get();
        if (row == null) {
            return "";
        }
        List<Row> others = rows.stream().filter(each -> !each.equals(row)).toList();
        return others.isEmpty()
                ? words.of("settings.organisations.remove.last", row.title())
                : words.of("settings.organisations.remove.warning", row.title());
    }

    /** How the last action went; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
