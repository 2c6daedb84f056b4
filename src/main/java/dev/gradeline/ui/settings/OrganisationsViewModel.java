package dev.gradeline.ui.settings;

import dev.gradeline.posture.Outcome;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.KeyLine;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of organisations, what can be opened from it, and what was last asked about one of them. JavaFX thread. */
public final class OrganisationsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationsViewModel.class);

    /** In place of an interval: that of all organisations. */
    public static final int AS_ALL = -1;

    /**
     * One organisation.
     *
     * @param open whether the window shows it
     * @param key where its key is, in a few words, or that this is being found out
     * @param removableKey whether it has a key that is ours to remove
     * @param stored how much is stored of it and how fresh that is, in a sentence
     * @param trouble whether not all could be read last time
     * @param minutes its own interval, or {@link #AS_ALL}
     */
    public record Row(
            Settings.Connection connection,
            boolean open,
            String key,
            boolean removableKey,
            String stored,
            boolean trouble,
            int minutes,
            int minutesOfAll) {
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

        /** One of them has another interval. */
        void scheduled(Settings now);

        /** Shows the list to the person. */
        void show();
    }

    private final Words words;
    private final Organisations organisations;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final TaskRunner.Newest looks;
    private final TaskRunner.Newest keyLooks;
    /** Intervals that are still to be kept, one after the other. */
    private final Queue<Runnable> writes = new ArrayDeque<>();

    private final Effects effects;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final RenamingViewModel renaming;
    private final RemovalViewModel removal;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private List<Organisations.Organisation> listed = List.of();
    /** By the connection's name, as they were found last. */
    private Map<String, KeySight> keys = Map.of();

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
        this.clock = clock;
        this.looks = new TaskRunner.Newest(tasks);
        this.keyLooks = new TaskRunner.Newest(tasks);
        this.effects = effects;
        this.renaming = new RenamingViewModel(organisations, tasks, new Told());
        this.removal = new RemovalViewModel(words, organisations, tasks, picker, clock, histories, new Told());
    }

    /** Looks again which there are, and then where their keys are: nobody waits for a keychain to see the list. */
    public void look() {
        looks.run(
                organisations::list,
                found -> {
                    listed = found;
                    show();
                    keyLooks.run(
                            organisations::keys,
                            seen -> {
                                keys = seen;
                                show();
                            },
                            error -> LOG.warn("where the keys are is not known", error));
                },
                error -> failed("settings.organisations.unknown", error));
    }

    /** Who stands on one of them stays there when nothing changed. */
    private void show() {
        List<Row> found = listed.stream().map(this::row).toList();
        if (writes.isEmpty() && !found.equals(rows)) {
            rows.setAll(found);
        }
    }

    private Row row(Organisations.Organisation each) {
        KeySight key = keys.get(each.connection().name());
        Integer own = each.schedule().own();
        return new Row(
                each.connection(),
                each.open(),
                key == null ? words.of("settings.organisations.keyAsked") : KeyLine.of(key, words),
                key != null && key.removable(),
                stored(each.stored()),
                each.stored().trouble() != null || !each.stored().unreadable().isEmpty(),
                own == null ? AS_ALL : own,
                each.schedule().ofAll());
    }

    private String stored(Organisations.Stored stored) {
        if (!stored.unreadable().isEmpty()) {
            return words.of("settings.organisations.unreadable", stored.unreadable());
        }
        Instant synced = stored.synced();
        Outcome trouble = stored.trouble();
        String fresh = synced == null
                ? words.of("settings.organisations.never")
                : words.of(
                        "settings.organisations.synced",
                        Sizes.of(stored.bytes(), words),
                        new TimeWords(words).ago(synced, clock.instant()));
        return trouble == null
                ? fresh
                : words.of("settings.organisations.trouble", fresh, new OutcomeWords(words).reason(trouble));
    }

    /** The intervals that one of them can have. */
    static List<Integer> intervals() {
        List<Integer> all = new ArrayList<>(SettingsViewModel.INTERVALS);
        all.addFirst(AS_ALL);
        return all;
    }

    /** What an interval is called in an organisation's list. */
    String intervalName(int minutes, Row row) {
        return minutes == AS_ALL
                ? words.of("settings.sync.own.asAll", SettingsViewModel.intervalName(row.minutesOfAll(), words))
                : SettingsViewModel.intervalName(minutes, words);
    }

    /** Gives one of them another interval, open or not. Who runs through the choices has the last one kept. */
    public void schedule(Row row, int minutes) {
        writes.add(() -> tasks.run(
                () -> organisations.schedule(row.connection(), minutes == AS_ALL ? null : minutes),
                now -> {
                    effects.scheduled(now);
                    written();
                },
                error -> {
                    // what is shown must be what holds
                    rows.clear();
                    failed("settings.notKept", error);
                    written();
                }));
        if (writes.size() == 1) {
            writes.element().run();
        }
    }

    private void written() {
        writes.remove();
        if (writes.isEmpty()) {
            look();
        } else {
            writes.element().run();
        }
    }

    private void failed(String key, Exception error) {
        LOG.warn("{}", key, error);
        message.set(words.of(key, FaultText.of(error)));
    }

    /** What the answer to a question led to. JavaFX thread. */
    interface Answered {
        /** Says how it went. */
        void tell(String text);

        /** Says that it failed, by the text of this key. */
        void failed(String key, Exception error);

        /** The organisation has another name now. */
        void renamed(Row row, Settings.Connection now);

        /** The organisation has no key any more. */
        void keyRemoved(Row row);

        /** The organisation is gone. */
        void removed();
    }

    private final class Told implements Answered {
        @Override
        public void tell(String text) {
            message.set(text);
        }

        @Override
        public void failed(String key, Exception error) {
            OrganisationsViewModel.this.failed(key, error);
        }

        @Override
        public void renamed(Row row, Settings.Connection now) {
            if (row.open()) {
                effects.renamed(now);
            }
            look();
        }

        @Override
        public void keyRemoved(Row row) {
            if (row.open()) {
                effects.keyChanged();
            }
            look();
        }

        @Override
        public void removed() {
            look();
        }
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
        renaming.ask(row);
        effects.show();
    }

    /** Asks what of an organisation is to be removed. */
    public void askToRemove(Row row) {
        settle();
        removal.ask(row);
        effects.show();
    }

    /** Takes question and message away; nothing is changed. */
    public void settle() {
        renaming.settle();
        removal.settle();
        message.set("");
    }

    /** What one of them is to be called. */
    public RenamingViewModel renaming() {
        return renaming;
    }

    /** What of one of them is to be removed. */
    public RemovalViewModel removal() {
        return removal;
    }

    /** What removing the history of the organisation in question means, and what to type. */
    public String warning() {
        Row about = removal.row().get();
        return about == null ? "" : removal.warning(rows.stream().allMatch(each -> each.equals(about)));
    }

    /** How the last action went; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
