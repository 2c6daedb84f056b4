package dev.gradeline.ui.shell;

import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.Arriving;
import dev.gradeline.ui.kit.KeyStanding;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.RescueWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's frame: which page, which moment, what the navigation counts, whose key. JavaFX thread. */
public final class ShellViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ShellViewModel.class);

    private final Services services;
    private @Nullable Reading first;
    private final Words words;
    private final TimeWords times;
    private final SituationFeed feed;
    private final SyncStatus sync;
    private final LimitNotices limits;
    private final NewsNotice news;
    private final ObservableValue<Arriving> arriving;
    private final ObjectProperty<PageId> page = new SimpleObjectProperty<>(PageId.OVERVIEW);
    private final ObjectProperty<@Nullable Instant> asOf = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Instant> since = new SimpleObjectProperty<>();
    private final ObjectProperty<RecommendationFilter> filter = new SimpleObjectProperty<>(RecommendationFilter.ALL);
    private final KeyWatch key;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rescue = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper mishap = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Settings.Connection> connection;
    /** Whether the first look showed a story and no key to go on with it. */
    private boolean archive;
    /** Whether to begin once the first look is over. */
    private boolean beginning;

    public ShellViewModel(Services services) {
        this(services, null);
    }

    /** @param first what was read already, and is shown until {@link #open}; null for nothing */
    ShellViewModel(Services services, @Nullable Reading first) {
        this.services = services;
        this.first = first;
        this.words = services.words();
        this.times = new TimeWords(words);
        this.connection = new ReadOnlyObjectWrapper<>(services.connection());
        this.feed = new SituationFeed(services, first, this::storageFailed);
        this.key = new KeyWatch(services, this::keyLooked, this::lookFailed);
        this.sync = new SyncStatus(services, feed.present(), key.standing(), this::ran);
        this.arriving = Bindings.createObjectBinding(
                () -> asOf.get() == null ? sync.arriving().get() : Arriving.NOTHING, sync.arriving(), asOf);
        this.limits = new LimitNotices(services, feed.watched(), asOf.isNotNull(), this::settingsFailed);
        this.news = new NewsNotice(services, feed.present(), key.standing(), asOf.isNotNull(), this::settingsFailed);
        mishap.set(mishap(services));
        asOf.addListener((observable, was, now) -> reload());
        since.addListener((observable, was, now) -> reload());
    }

    /** Reads what is stored. Call once the window stands; nothing here waits for the network. */
    public void open() {
        Reading read = first;
        first = null;
        if (read != null && asOf.get() == null && since.get() == null) {
            feed.show(read);
        } else {
            reload();
        }
        key.look();
        services.tasks().run(services.history()::rescue, this::showRescue, this::storageFailed);
    }

    /** A run ended: what it stored is read, and where the key is may be another matter than before. */
    private void ran() {
        reload();
        key.look();
    }

    /** Goes on by itself once there is a key again; without one there is only what is stored. */
    private void keyLooked(KeyVault.@Nullable Found was, KeyVault.Found now, boolean seenAsArchive) {
        if (was == null) {
            archive = seenAsArchive;
            if (beginning) {
                begin();
            }
        } else if (now.secret() == null) {
            if (KeyStanding.of(now).isNone() && !feed.present().get().isEmpty()) {
                sync.rest();
            }
        } else if (was.secret() == null) {
            sync.start();
        }
    }

    private void lookFailed(Exception error) {
        storageFailed(error);
        if (beginning) {
            // to read what can be read is the better mistake; the run itself says what is wrong
            begin();
        }
    }

    /** Where the key is, or what is in the way of it. */
    public KeyWatch key() {
        return key;
    }

    /**
     * Begins to synchronise, at once and then by the schedule; not where there is a story and no key, as the first look sees it.
     * A key that is only locked away is one.
     */
    public void startSync() {
        if (services.backup() != null) {
            return;
        }
        if (key.found().get() == null) {
            beginning = true;
        } else {
            begin();
        }
    }

    private void begin() {
        beginning = false;
        if (archive) {
            sync.rest();
        } else {
            sync.start();
        }
    }

    /** Ends the schedule. Blocking, short: call it off the JavaFX thread. */
    public void close() {
        sync.close();
    }

    /**
     * Remembers that the visit ends now: the next one tells what changed since. For the end of the program, not for a look
     * at another page: who comes back within the visit has seen nothing yet. Blocking.
     */
    public void endVisit() {
        if (services.history().isWritable()) {
            services.history().setMark(History.Mark.LAST_VISIT, services.clock().instant());
        }
    }

    public void reload() {
        feed.load(asOf.get(), since.get());
    }

    public Services services() {
        return services;
    }

    public ReadOnlyObjectProperty<Situation> situation() {
        return feed.situation();
    }

    /** What is known now, whatever moment the window shows. */
    public ReadOnlyObjectProperty<Posture> present() {
        return feed.present();
    }

    /** The limits that were crossed. */
    public LimitNotices limits() {
        return limits;
    }

    /** What synchronisations brought that was not told yet. */
    public NewsNotice news() {
        return news;
    }

    /** What a first reading has brought so far; nothing while the window shows the past. */
    public ObservableValue<Arriving> arriving() {
        return arriving;
    }

    public ObjectProperty<PageId> page() {
        return page;
    }

    /** The moment that the whole window shows; null for now. */
    public ObjectProperty<@Nullable Instant> asOf() {
        return asOf;
    }

    /** The start of “what changed”; null for the last visit. */
    public ObjectProperty<@Nullable Instant> since() {
        return since;
    }

    /** The one recommendation filter. */
    public ObjectProperty<RecommendationFilter> filter() {
        return filter;
    }

    public SyncStatus sync() {
        return sync;
    }

    /** What the person should know now, such as that the history cannot be read; empty when there is nothing. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** What is behind the {@link #message}, for who can help; empty when it says all. */
    public ReadOnlyStringProperty details() {
        return details.getReadOnlyProperty();
    }

    /** Whether the {@link #message} tells of what was done as it was wished. */
    public ReadOnlyBooleanProperty good() {
        return good.getReadOnlyProperty();
    }

    /** Tells the person something to heed; an empty text takes back what was told. */
    public void say(String text) {
        tell(text, false);
    }

    /** Tells the person what was done as it was wished, such as where a file was saved. */
    public void done(String text) {
        tell(text, true);
    }

    private void tell(String text, boolean asWished) {
        details.set("");
        if (asWished) {
            // the same once more is told once more
            message.set("");
        }
        good.set(asWished);
        message.set(text);
    }

    /** Tells of a fault of the program's own: without this, a control would do nothing and say nothing. */
    public void fault(Throwable thrown) {
        say(words.of("shell.message.fault"));
        details.set(words.of("shell.message.faultDetails", FaultText.of(thrown)));
    }

    /** That the history was damaged and recovered, until {@link #dismissRescue}; empty when there is nothing to tell. */
    public ReadOnlyStringProperty rescue() {
        return rescue.getReadOnlyProperty();
    }

    /** The person has taken note: it is not told again, here or by the command line. */
    public void dismissRescue() {
        rescue.set("");
        services.tasks()
                .run(
                        () -> {
                            services.history().dismissRescue();
                            return true;
                        },
                        done -> {},
                        this::storageFailed);
    }

    /** That the settings were damaged, until {@link #dismissMishap}; empty when there is nothing to tell. */
    public ReadOnlyStringProperty mishap() {
        return mishap.getReadOnlyProperty();
    }

    /** The person has taken note of the damaged settings: it is not told again, here or by the command line. */
    public void dismissMishap() {
        mishap.set("");
        services.tasks()
                .run(
                        () -> {
                            services.settings().dismissMishap();
                            return true;
                        },
                        done -> {},
                        this::settingsFailed);
    }

    private static String mishap(Services services) {
        SettingsStore.Mishap met = services.settings().mishap();
        return met == null ? "" : services.words().of(met.messageKey(), met.kept());
    }

    /** The header button: “As of: now” or the date. */
    public String asOfLabel() {
        Instant moment = asOf.get();
        return words.of(
                "shell.asOf",
                moment == null
                        ? words.of("shell.asOf.now")
                        : times.day(moment, services.clock().instant()));
    }

    /** The banner over a past posture; empty for the present. */
    public String asOfBanner() {
        Instant moment = asOf.get();
        if (moment == null) {
            return "";
        }
        Instant first = feed.firstSync();
        return first == null || moment.isBefore(first)
                ? nothingKnown(moment, first)
                : words.of("shell.asOf.banner", times.dateTime(moment));
    }

    private String nothingKnown(Instant moment, @Nullable Instant first) {
        return first == null
                ? words.of("shell.asOf.never", times.dateTime(moment))
                : words.of("shell.asOf.nothing", times.dateTime(moment), times.dateTime(first));
    }

    /** Why there is nothing to export, where there is nothing. */
    String nothingToExport() {
        return words.of(feed.firstSync() == null ? "shell.export.never" : "shell.export.nothing");
    }

    /** The number beside a navigation entry; empty when there is none to show. */
    public String badge(PageId id) {
        Situation situation = feed.situation().get();
        Posture posture = situation.posture();
        Scan scan = posture.scan();
        long count = switch (id) {
            case RECOMMENDATIONS -> posture.count(Status.OPEN);
            case DISCOVERY -> scan == null ? 0 : scan.platforms().size();
            case CHANGES -> situation.changes().size();
            case OVERVIEW, TRENDS, FLOW, PORTFOLIO, SETTINGS -> 0;
        };
        return count == 0 ? "" : words.of("shell.badge", count);
    }

    /** Which organisation this is; another value when it is given another name. */
    public ReadOnlyObjectProperty<Settings.Connection> connection() {
        return connection.getReadOnlyProperty();
    }

    /** Takes another name for the organisation. */
    public void renamed(Settings.Connection now) {
        connection.set(now);
    }

    /** Synchronises now, or ends the run under way; says why where nothing can be read. */
    public void refreshOrCancel() {
        if (services.backup() == null) {
            sync.refreshOrCancel();
        } else {
            say(services.onlyLooked());
        }
    }

    /** What the banner over a backup says: whose it is, and of when. */
    public String backupBanner() {
        if (services.backup() == null) {
            return "";
        }
        Instant last = present().get().lastSync();
        String name = connection.get().title();
        return last == null
                ? words.of("shell.backup.banner.never", name)
                : words.of("shell.backup.banner", name, times.dateTime(last));
    }

    /** What the banner over sample data says: whose data it is, and whether it stays. */
    public String demoBanner() {
        return services.kept()
                ? words.of("shell.demo.kept", services.directory().root())
                : words.of("shell.demo.banner");
    }

    private void showRescue(History.@Nullable Rescue found) {
        rescue.set(
                found == null
                        ? ""
                        : new RescueWords(words)
                                .inWindow(
                                        found.at(),
                                        found.damaged(),
                                        found.pages(),
                                        new RescueWords.Left(
                                                found.synchronisations(),
                                                found.assessments(),
                                                found.recommendations(),
                                                found.scans())));
    }

    private void settingsFailed(Exception error) {
        LOG.warn("what was told could not be kept", error);
        say(words.of("settings.notKept", FaultText.of(error)));
    }

    private void storageFailed(Exception error) {
        LOG.error("history or keychain could not be read", error);
        say(words.of("shell.storageFailed", FaultText.of(error)));
    }
}
