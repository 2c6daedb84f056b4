package dev.gradeline.ui.settings;

import dev.gradeline.history.History;
import dev.gradeline.history.OtherOrganizationException;
import dev.gradeline.report.AssessmentCsv;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.FileTrouble;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history of one connection as a thing to look after: how much it holds, backup, restore, import. JavaFX thread. */
public final class HistoryCardViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryCardViewModel.class);

    /** What the name of a backup ends with. */
    public static final String BACKUP = "db";

    private static final String TABLE = "csv";
    private static final int FLAWS_TOLD = 10;

    /**
     * Where the history is.
     *
     * @param name what to call the organisation
     * @param connection the connection's name, safe in a file's name
     * @param histories the folder in which all histories live: no backup goes there
     * @param demo whether all of it is the sample
     * @param onlyLooked why nothing can be taken in; empty where it can
     */
    public record Place(String name, String connection, Path histories, boolean demo, String onlyLooked) {
        /** One that takes in what comes. */
        public Place(String name, String connection, Path histories, boolean demo) {
            this(name, connection, histories, demo, "");
        }
    }

    /** What follows beyond this card. JavaFX thread. */
    public interface Effects {
        /** More is stored than before. */
        void stored();

        /** Gives the backup of another organisation a connection of its own. */
        void keepApart(Path backup);
    }

    private final Words words;
    private final TimeWords times;
    private final History history;
    private final InstantSource clock;
    private final TaskRunner tasks;
    private final TaskRunner.Newest looks;
    private final FilePicker picker;
    private final Place place;
    private final Effects effects;
    private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper backupReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Path> apart = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> perhaps = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> flaws = FXCollections.observableArrayList();
    private AtomicBoolean cancelled = new AtomicBoolean();
    private @Nullable Instant asOf;
    private boolean empty;

    public HistoryCardViewModel(
            Words words,
            History history,
            InstantSource clock,
            TaskRunner tasks,
            FilePicker picker,
            Place place,
            Effects effects) {
        this.words = words;
        this.times = new TimeWords(words);
        this.history = history;
        this.clock = clock;
        this.tasks = tasks;
        this.looks = new TaskRunner.Newest(tasks);
        this.picker = picker;
        this.place = place;
        this.effects = effects;
        reasons();
    }

    /** Looks how much is stored; call whenever that may have changed. */
    public void look() {
        looks.run(history::contents, this::show, error -> {
            LOG.warn("how much is stored is not known", error);
            size.set(words.of("settings.history.unknown", FaultText.of(error)));
            counts.set("");
        });
    }

    /** Tells which moment the window shows; null for now. */
    public void showing(@Nullable Instant moment) {
        asOf = moment;
        reasons();
    }

    private void show(History.Contents contents) {
        Instant first = contents.firstSync();
        size.set(
                first == null
                        ? words.of("settings.history.size.new", Sizes.of(contents.bytes(), words))
                        : words.of("settings.history.size", Sizes.of(contents.bytes(), words), times.date(first)));
        counts.set(words.of(
                "settings.history.counts",
                contents.assessments(),
                contents.recommendations(),
                contents.scans(),
                contents.syncs()));
        empty = first == null && contents.assessments() == 0;
        reasons();
    }

    private void reasons() {
        reason.set(
                place.demo()
                        ? words.of("settings.history.demo")
                        : asOf != null && place.onlyLooked().isEmpty()
                                ? words.of("settings.history.past")
                                : place.onlyLooked());
        backupReason.set(reason.get().isEmpty() && empty ? words.of("settings.history.backup.empty") : reason.get());
    }

    /** Asks where to, then copies the history there. */
    public void backUp() {
        if (busy.get() || !backupReason.get().isEmpty()) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), words.zone());
        picker.toSave("gradeline-" + place.connection() + "-" + day + "." + BACKUP, this::backUp);
    }

    private void backUp(Path target) {
        if (target.toAbsolutePath().normalize().startsWith(place.histories())) {
            // a history that somebody lives in must not be what is replaced
            say(words.of("settings.history.backup.inside", target), false);
            return;
        }
        run(
                words.of("settings.history.backup.doing"),
                stop -> {
                    history.backup(target, stop);
                    return target;
                },
                done -> say(words.of("settings.history.backup.done", done), true),
                error -> say(
                        words.of("settings.history.backup.failed", FileTrouble.writing(error, target, words)), false));
    }

    /** Asks for a backup, then takes in what it knows; nothing that is here is lost. */
    public void restore() {
        if (!busy.get() && reason.get().isEmpty()) {
            picker.toOpen(BACKUP, file -> restore(file, false));
        }
    }

    /** Takes in the backup that was refused last, on the person's word that it is of this organisation. */
    public void restoreAsSame() {
        Path file = perhaps.get();
        if (file != null && !busy.get()) {
            restore(file, true);
        }
    }

    private void restore(Path file, boolean sameOrganisation) {
        run(
                words.of("settings.history.restore.doing"),
                stop -> history.restore(file, sameOrganisation, stop),
                brought -> restored(file, brought),
                error -> notRestored(file, error));
    }

    private void restored(Path file, History.Restored brought) {
        if (brought.isNothing()) {
            say(words.of("settings.history.restore.nothing", file.getFileName()), true);
            return;
        }
        List<String> told = new ArrayList<>();
        if (brought.answers() + brought.imports() + brought.annotations() > 0) {
            told.add(words.of(
                    "settings.history.restore.done",
                    file.getFileName(),
                    brought.answers(),
                    brought.assessments() + brought.imports(),
                    brought.recommendations()));
        }
        if (brought.annotations() > 0) {
            told.add(words.of("restore.annotations", brought.annotations()));
        }
        if (brought.replaced() > 0) {
            told.add(words.of(
                    "restore.replaced",
                    brought.replaced(),
                    brought.assessments(),
                    Math.max(0, brought.versions()),
                    brought.scans()));
        }
        say(String.join(" ", told), true);
        effects.stored();
    }

    private void notRestored(Path file, Exception error) {
        if (error instanceof OtherOrganizationException other) {
            String why = other.mayBeSame() ? "settings.history.restore.unknown" : "settings.history.restore.other";
            say(words.of(why, file.getFileName(), place.name()), false);
            apart.set(file);
            perhaps.set(other.mayBeSame() ? file : null);
        } else {
            say(words.of("settings.history.takenIn.not", FileTrouble.reading(error, file, words)), false);
        }
    }

    /** Gives the backup of another organisation, which was refused, a connection of its own. */
    public void keepApart() {
        Path file = apart.get();
        if (file != null && !busy.get()) {
            dismiss();
            effects.keepApart(file);
        }
    }

    /** Asks for a table of past assessments, then takes them in: all or, where anything is wrong with it, none. */
    public void importPast() {
        if (!busy.get() && reason.get().isEmpty()) {
            picker.toOpen(TABLE, this::importPast);
        }
    }

    /** @param brought null when the table has flaws */
    private record Import(AssessmentCsv.Read table, History.@Nullable Imported brought) {}

    private void importPast(Path file) {
        run(
                words.of("settings.history.import.doing"),
                stop -> take(file, stop),
                taken -> imported(file, taken),
                error -> say(words.of("settings.history.takenIn.not", FileTrouble.reading(error, file, words)), false));
    }

    /** Blocking. */
    private Import take(Path file, BooleanSupplier stop) throws Exception {
        AssessmentCsv.Read table = AssessmentCsv.read(file, clock.instant());
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
        return new Import(table, table.flaws().isEmpty() ? history.importAssessments(table.assessments()) : null);
    }

    private void imported(Path file, Import taken) {
        History.Imported brought = taken.brought();
        if (brought == null) {
            say(words.of("settings.history.import.refused", file.getFileName()), false);
            flaws.setAll(flawsOf(taken.table().flaws()));
            return;
        }
        String done = words.of("settings.history.import.done", file.getFileName(), brought.added(), brought.known());
        String lines = brought.overruled().stream()
                .limit(FLAWS_TOLD)
                .map(row -> String.valueOf(taken.table().lines().get(row)))
                .collect(Collectors.joining(", ", "", brought.overruled().size() > FLAWS_TOLD ? ", …" : ""));
        say(
                lines.isEmpty()
                        ? done
                        : done + " "
                                + words.of(
                                        "import.overruled", brought.overruled().size(), lines),
                lines.isEmpty());
        if (brought.added() > 0) {
            effects.stored();
        }
    }

    private List<String> flawsOf(List<AssessmentCsv.Flaw> all) {
        Stream<String> told = all.stream()
                .limit(FLAWS_TOLD)
                .map(flaw -> words.of(
                        "import.flaw." + flaw.kind().name().toLowerCase(Locale.ROOT), flaw.line(), flaw.value()));
        int more = all.size() - FLAWS_TOLD;
        return Stream.concat(told, more > 0 ? Stream.of(words.of("import.more", more)) : Stream.empty())
                .toList();
    }

    /** Work that can be ended. */
    private interface Work<T> {
        T run(BooleanSupplier stop) throws Exception;
    }

    private <T> void run(String what, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        dismiss();
        doing.set(what);
        busy.set(true);
        tasks.run(
                () -> work.run(stop::get),
                value -> {
                    busy.set(false);
                    done.accept(value);
                    look();
                },
                error -> {
                    busy.set(false);
                    if (error instanceof CancellationException) {
                        say(words.of("settings.history.cancelled"), true);
                    } else {
                        LOG.warn("{} failed", what, error);
                        failed.accept(error);
                    }
                });
    }

    /** Ends what is under way; all is then as it was before. What is done already stays done, and is told. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Takes the message away. */
    public void dismiss() {
        say("", false);
    }

    private void say(String text, boolean isGood) {
        flaws.clear();
        apart.set(null);
        perhaps.set(null);
        good.set(isGood);
        message.set(text);
    }

    /** The size of the file and when its story begins; empty before the first look. */
    public ReadOnlyStringProperty size() {
        return size.getReadOnlyProperty();
    }

    /** How many assessments, recommendations, scans and synchronisations are kept. */
    public ReadOnlyStringProperty counts() {
        return counts.getReadOnlyProperty();
    }

    /** Why nothing can be restored or imported now; empty when it can. */
    public ReadOnlyStringProperty reason() {
        return reason.getReadOnlyProperty();
    }

    /** Why no backup can be made now; empty when one can. */
    public ReadOnlyStringProperty backupReason() {
        return backupReason.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What is under way. */
    public ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    /** How the last action went; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Whether the message is that all went as wished. */
    public ReadOnlyBooleanProperty good() {
        return good.getReadOnlyProperty();
    }

    /** What is wrong with the table that was to be imported, line by line. */
    public ObservableList<String> flaws() {
        return flaws;
    }

    /** The backup of another organisation that was refused last; null when none was. */
    public ReadOnlyObjectProperty<@Nullable Path> apart() {
        return apart.getReadOnlyProperty();
    }

    /** The backup that was refused last and may be of this organisation after all; null when none was. */
    public ReadOnlyObjectProperty<@Nullable Path> perhaps() {
        return perhaps.getReadOnlyProperty();
    }
}
