package dev.gradeline.app;

import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.history.History;
import dev.gradeline.settings.Appearance;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.connect.ConnectController;
import dev.gradeline.ui.connect.ConnectViewModel;
import dev.gradeline.ui.kit.FxTaskRunner;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.portfolio.Holdings;
import dev.gradeline.ui.settings.CertificatesViewModel;
import dev.gradeline.ui.settings.NetworkCardController;
import dev.gradeline.ui.settings.NetworkViewModel;
import dev.gradeline.ui.settings.Organisations;
import dev.gradeline.ui.shell.ChooserSaver;
import dev.gradeline.ui.shell.Exits;
import dev.gradeline.ui.shell.NetworkPageController;
import dev.gradeline.ui.shell.Reading;
import dev.gradeline.ui.shell.Shell;
import dev.gradeline.ui.shell.WaitController;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window shows, from start to close: connect, sample data, dashboard follow each other in it. JavaFX thread. */
final class Desktop implements Exits {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    /** How long a closed window waits for what is under way, such as a file that is being saved. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The choices on the settings page that everything is made anew for. */
    private static final String LANGUAGE = "language";

    private static final String DATES = "dateStyle";

    private final CurrentProgram current;
    private final Tongue tongue;
    private final GlobalOptions options;
    private final Frame frame;
    private final @Nullable Consumer<Path> folders;
    private final FxTaskRunner tasks = new FxTaskRunner(Platform::runLater);
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Function<Words, ChooserSaver.Chooser> choosers;

    private final LaterStart later;
    private final OtherSchedules others;

    /** Language and style of days chosen in the settings that are open, and what speaks so. */
    private Appearance spoken;

    private Words words;
    private ChooserSaver.Chooser chooser;
    private Organising organising;
    private Organisations organisations;

    /** What was opened last that is not the sample, or will be when that is left. */
    private GlobalOptions real;

    private @Nullable Shell shell;

    /** Where the dashboard that is not the sample's was left last. */
    private @Nullable Left left;

    /** Whether the next dashboard is to be as it was left. */
    private boolean returning;

    private Runnable cancelWork = () -> {};
    private Runnable leaving = () -> {};
    private boolean quitting;
    /** Whether no dashboard was shown yet: only the first one begins with the chosen page. */
    private boolean starting = true;
    /** Whether the page to connect on is shown. */
    private boolean connecting;

    /** Where the page that is shown tells what went wrong in the program itself. */
    private Consumer<Throwable> faults = fault -> {};
    /** What the next page tells first; empty for nothing. */
    private String news = "";

    /**
     * @param current is closed when the window is
     * @param words in the language of the settings
     * @param tongue knows the words of the others
     * @param folders shows a folder in the system's file manager; null where there is none
     */
    Desktop(
            CurrentProgram current,
            Words words,
            Tongue tongue,
            GlobalOptions options,
            Stage stage,
            Settings settings,
            @Nullable Consumer<Path> folders) {
        this(
                current,
                words,
                tongue,
                options,
                stage,
                settings,
                folders,
                spoken -> ChooserSaver.nativeChooser(stage, spoken));
    }

    /** As above, on a system that speaks as the words do. */
    Desktop(
            CurrentProgram current,
            Words words,
            GlobalOptions options,
            Stage stage,
            Settings settings,
            @Nullable Consumer<Path> folders) {
        this(current, words, Tongue.of(words), options, stage, settings, folders);
    }

    /**
     * As above, with dialogs of another kind.
     *
     * @param chooser asks the person for files
     */
    Desktop(
            CurrentProgram current,
            Words words,
            GlobalOptions options,
            Stage stage,
            Settings settings,
            @Nullable Consumer<Path> folders,
            ChooserSaver.Chooser chooser) {
        this(current, words, Tongue.of(words), options, stage, settings, folders, spoken -> chooser);
    }

    private Desktop(
            CurrentProgram current,
            Words words,
            Tongue tongue,
            GlobalOptions options,
            Stage stage,
            Settings settings,
            @Nullable Consumer<Path> folders,
            Function<Words, ChooserSaver.Chooser> choosers) {
        this.current = current;
        this.tongue = tongue;
        this.options = options;
        this.real = options;
        this.frame = new Frame(stage, words, settings);
        this.folders = folders;
        this.choosers = choosers;
        this.later = new LaterStart(this, current);
        this.others = new OtherSchedules(current, ran -> Platform.runLater(() -> ranBeside(ran)));
        this.spoken = settings.appearance();
        this.words = words;
        this.chooser = choosers.apply(words);
        this.organising = new Organising(current, words, options);
        this.organisations = new OrganisationWays(this, current, organising, words, tasks, chooser);
    }

    /** What is made from now on speaks as was chosen. Gives whether that is other than before. */
    private boolean learn(Appearance chosen) {
        spoken = chosen;
        if (tongue.speaks(words, chosen)) {
            return false;
        }
        words = tongue.words(chosen);
        chooser = choosers.apply(words);
        organising = new Organising(current, words, options);
        organisations = new OrganisationWays(this, current, organising, words, tasks, chooser);
        current.speak(words);
        tongue.controls().accept(words.locale());
        return true;
    }

    /** An organisation that is not shown was synchronised. */
    private void ranBeside(OtherSchedules.Ran ran) {
        Shell shown = shell;
        if (shown != null && !quitting) {
            shown.ranBeside(ran.connection(), ran.report());
        }
    }

    /** Which organisations there are, or how often they are synchronised, may be other than before. Any thread. */
    void othersChanged() {
        others.look();
    }

    /** The exit code, once the window is closed and all that belonged to it. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Shows the window. */
    void open() {
        open(null);
    }

    /**
     * Shows the window.
     *
     * @param backup what is opened at once; null to begin with what is stored
     */
    void open(@Nullable Path backup) {
        open(backup, null);
    }

    /**
     * Shows the window.
     *
     * @param backup what is opened at once; null to begin with what is stored
     * @param begun what {@link #begin} gives, where that was begun already
     */
    void open(@Nullable Path backup, @Nullable CompletableFuture<Begun> begun) {
        frame.open(new StackPane(), this::quit);
        if (begun != null) {
            enter(() -> Waiting.join(begun));
        } else if (backup == null) {
            enter();
        } else {
            organisations.openBackup(backup);
        }
    }

    /**
     * Comes to the front, as a second start asks for.
     *
     * @param wish what that one would have shown: it is shown once nothing else is under way. Where there is no such connection,
     *     the window stays as it is. A start of another version only tells of that.
     */
    void raise(OneWindow.Wish wish) {
        if (!quitting) {
            frame.raise();
            if (wish.version().isEmpty()) {
                later.ask(wish);
            } else {
                tellHere(words.of("app.window.otherVersion", wish.version()));
            }
        }
    }

    /** Tells something over the page that is shown, or over the next one that has a place for it. */
    private void tellHere(String text) {
        if (shell == null) {
            news = text;
        } else {
            shell.say(text);
        }
    }

    /** Has something done as soon as the window begins to close: from then on nothing can be shown in it. */
    void whenLeaving(Runnable told) {
        leaving = told;
    }

    /** Whether a page is shown that a person can leave for another organisation's. */
    boolean isSettled() {
        return shell != null || connecting;
    }

    /** @param there leads a dashboard of this connection there */
    private record Left(String connection, Consumer<Shell> there) {}

    enum Beginning {
        SAMPLE,
        DASHBOARD,
        CONNECT
    }

    void enter() {
        enter(() -> current.with(Desktop::begin));
    }

    private void enter(Callable<Begun> beginning) {
        step(beginning, begun -> {
            switch (begun.beginning()) {
                case SAMPLE -> grow();
                case DASHBOARD -> dashboard("", begun.reading());
                case CONNECT -> connectPage(false, false);
            }
        });
    }

    /**
     * With which page the window begins.
     *
     * @param reading what is on it; null where that is still to be read
     */
    record Begun(Beginning beginning, @Nullable Reading reading) {}

    /** Blocking: looks at disk, and at the keychain only where nothing is stored. */
    static Begun begin(Program program) {
        Beginning beginning = beginning(program);
        Reading reading = null;
        if (beginning == Beginning.DASHBOARD) {
            // opened here, and not on the JavaFX thread's time
            program.synchroniser();
            reading = Reading.of(program.history(), program.clock(), program.settings(), program.connection());
        }
        return new Begun(beginning, reading);
    }

    private static Beginning beginning(Program program) {
        if (program.demo()) {
            return Beginning.SAMPLE;
        }
        boolean known = History.isKnown(
                program.directory().historyFile(program.connection().name()));
        return known || program.vault().find().secret() != null ? Beginning.DASHBOARD : Beginning.CONNECT;
    }

    private void grow() {
        Call call = new Call();
        cancelWork = call::cancel;
        WaitController wait = WaitController.working(
                words.of("shell.wait.growing"),
                words.of("shell.wait.growing.detail"),
                words.of("shell.wait.cancel"),
                call::cancel);
        place(Fxml.load(wait, words));
        DemoHistory.Progress progress = (done, total) -> Platform.runLater(() -> wait.progress((double) done / total));
        step(() -> current.with(program -> grow(program, call, progress)), grown -> {
            cancelWork = () -> {};
            if (call.isCancelled() && !options.demo()) {
                leaveDemo();
            } else {
                dashboard();
            }
        });
    }

    private static Program grow(Program program, Call call, DemoHistory.Progress progress) {
        DemoHistory demo = program.demoHistory();
        if (demo != null) {
            demo.grow(call, progress);
            demo.live();
        }
        return program;
    }

    @Override
    public void speak(Settings now) {
        String changed = now.language() == spoken.language() ? DATES : LANGUAGE;
        if (learn(now.appearance())) {
            leave(() -> dashboard(changed));
        }
    }

    /** Ends what the dashboard has under way, then goes on. */
    private void leave(Runnable next) {
        Shell left = takeShell();
        step(
                () -> current.with(program -> {
                    end(left);
                    return program;
                }),
                program -> next.run());
    }

    void dashboard() {
        dashboard("");
    }

    private void dashboard(String setting) {
        dashboard(setting, null);
    }

    /**
     * @param setting what has the focus on the settings page, by its id; empty for the first page
     * @param reading what is shown first; null where that is still to be read
     */
    private void dashboard(String setting, @Nullable Reading reading) {
        Words spoken = words;
        step(() -> current.with(program -> Wiring.services(program, spoken, tasks, Platform::runLater)), services -> {
            boolean returned = returns(services.connection().name());
            boolean begins = starting && setting.isEmpty() && !returned;
            Shell built = new Shell(
                    services,
                    new Shell.Surroundings(
                            this, frame::dress, Browser::open, folders, chooser, Shell.Surroundings.TO_READ),
                    reading,
                    begins ? startPage(services.settings().current()) : PageId.OVERVIEW);
            letGo(takeShell());
            shell = built;
            place(built.root());
            faults = built.model()::fault;
            // keychain and network come after what a person waits for
            frame.painted(() -> {
                if (shell == built) {
                    built.model().open();
                    built.model().startSync();
                    others.start();
                }
            });
            if (!setting.isEmpty()) {
                showSetting(built, setting);
            } else if (returned) {
                Objects.requireNonNull(left).there().accept(built);
            }
            starting = false;
            returning = false;
            tellNews(built.model()::say);
            later.grant();
        });
    }

    /** One dashboard takes the other's place: what the other had under way ends, too. */
    private void letGo(@Nullable Shell replaced) {
        if (replaced != null) {
            tasks.run(
                    () -> {
                        end(replaced);
                        return true;
                    },
                    ended -> {},
                    error -> LOG.warn("the dashboard before did not end", error));
        }
    }

    private boolean returns(String connection) {
        Left was = left;
        return returning && was != null && was.connection().equals(connection);
    }

    private static PageId startPage(Settings now) {
        return PageId.of(now.appearance().startPage()).orElse(PageId.OVERVIEW);
    }

    private static void showSetting(Shell built, String setting) {
        built.open(PageId.SETTINGS);
        // what scrolls has no content before
        built.root().applyCss();
        Node control = built.root().lookup("#" + setting);
        if (control != null) {
            control.requestFocus();
        }
    }

    private void tellNews(Consumer<String> say) {
        if (!news.isEmpty()) {
            say.accept(news);
            news = "";
        }
    }

    @Override
    public Organisations organisations() {
        return organisations;
    }

    @Override
    public Holdings holdings() {
        return new PortfolioWays(current, organisations, words);
    }

    @Override
    public void connect() {
        connect(false);
    }

    /** Shows the dashboard again, as it was left for a page that is not of it. */
    void back() {
        returning = true;
        dashboard();
    }

    /** @param adding whether it is for one more organisation */
    void connect(boolean adding) {
        leave(() -> connectPage(adding, true));
    }

    /** @param leaving whether a dashboard was left for it, which is there to go back to */
    private void connectPage(boolean adding, boolean leaving) {
        step(() -> current.with(Desktop::toConnect), found -> {
            Program opened = found.program();
            Settings.Connection connection = opened.connection();
            boolean known = opened.settings().current().connection(connection.name()) != null;
            ConnectViewModel model = new ConnectViewModel(
                    words,
                    opened.vault(),
                    tasks,
                    new ConnectWays(this, current, organising, opened, real, adding, words),
                    adding ? "" : connection.label(),
                    leaving || known);
            place(Fxml.load(new ConnectController(model, words), words));
            faults = fault -> model.tell(words.of("shell.message.fault"));
            model.open();
            if (found.otherOrganisation() && !adding) {
                model.checkKept();
            }
            tellNews(model::tell);
            tellSetAside(opened.settings(), model::tell);
            connecting = true;
            returning = false;
            later.grant();
        });
    }

    /** Shows proxy and certificates in place of the page that is shown, which comes back with all that was typed there. */
    void network(Program opened) {
        Parent before = frame.page();
        Node asked = frame.focused();
        SettingsStore settings = opened.settings();
        NetworkViewModel network = new NetworkViewModel(words, settings, tasks, Wiring.outward(opened));
        CertificatesViewModel certificates = new CertificatesViewModel(
                words,
                settings,
                tasks,
                new ChooserSaver(chooser, settings, tasks, words, text -> LOG.info("{}", text)),
                InstantSource.system());
        Parent card = Fxml.load(new NetworkCardController(network, certificates), words);
        place(Fxml.load(
                new NetworkPageController(card, () -> {
                    frame.place(before);
                    connecting = true;
                    if (asked != null) {
                        asked.requestFocus();
                    }
                    later.grant();
                }),
                words));
        network.look();
        certificates.look();
    }

    /**
     * A program that is about to be connected.
     *
     * @param otherOrganisation whether the key that it has was found to be of another organisation
     */
    private record ToConnect(Program program, boolean otherOrganisation) {}

    /** Blocking. */
    private static ToConnect toConnect(Program program) {
        return new ToConnect(program, Belonging.isKeyOfAnother(program));
    }

    private void tellSetAside(SettingsStore settings, Consumer<String> say) {
        SettingsStore.Mishap mishap = settings.mishap();
        if (mishap != null) {
            say.accept(words.of(mishap.messageKey(), mishap.kept()));
        }
    }

    @Override
    public void leaveDemo() {
        returning = true;
        change(new GlobalOptions(real.dataDirectory(), real.connection(), real.baseUrl(), false, real.maxWait()));
    }

    /** How a connection is opened. */
    GlobalOptions of(Settings.Connection connection) {
        return new GlobalOptions(real.dataDirectory(), connection.name(), connection.baseUrl(), false, real.maxWait());
    }

    /** How what was open before sample data or a backup is opened. */
    GlobalOptions home() {
        return real;
    }

    /** Shows a backup that was opened to be looked at. */
    void look(Program opened) {
        Appearance before = spoken;
        // a backup has no settings, and nobody chose in them how it looks and speaks
        step(() -> opened.settings().update(settings -> settings.withAppearance(before)), settings -> enter());
    }

    @Override
    public void closeBackup() {
        leaveDemo();
    }

    @Override
    public void keepBackup() {
        step(
                () -> current.with(program -> Optional.ofNullable(program.backup())),
                backup -> backup.ifPresent(organisations::keepBackup));
    }

    @Override
    public void exploreSample() {
        change(new GlobalOptions(null, null, null, true, options.maxWait()));
    }

    /** Goes on with another connection, or the same one opened anew. */
    void change(GlobalOptions next) {
        if (!next.demo()) {
            real = next;
        }
        Shell left = takeShell();
        Appearance before = spoken;
        step(
                () -> {
                    Program opened = current.change(next, () -> end(left));
                    // sample data has settings of its own, and nobody chose there yet how it looks and speaks
                    return opened.kept()
                            ? opened.settings().current()
                            : opened.settings().update(settings -> settings.withAppearance(before));
                },
                settings -> {
                    learn(settings.appearance());
                    // what was chosen in the sample does not outlive it
                    frame.dress(settings);
                    enter();
                });
    }

    /** Slow work and what follows it: nothing, once the window is closing. */
    <T> void step(Callable<T> work, Consumer<T> then) {
        step(work, then, this::trouble);
    }

    <T> void step(Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
        tasks.run(
                work,
                done -> {
                    if (!quitting) {
                        goOn(then, done);
                    }
                },
                error -> {
                    if (!quitting) {
                        failed.accept(error);
                    }
                });
    }

    private <T> void goOn(Consumer<T> then, T done) {
        try {
            then.accept(done);
        } catch (RuntimeException e) {
            trouble(e);
        }
    }

    /** Tells of what nobody caught on the JavaFX thread. */
    void uncaught(Throwable fault) {
        faults.accept(fault);
    }

    private void trouble(Exception error) {
        LOG.error("the window cannot go on", error);
        new Trouble(this, current, words, tasks, chooser, this::quit).show(error);
    }

    void place(Parent page) {
        connecting = false;
        frame.place(page);
    }

    /** Takes the dashboard off the window; its visit is still to be ended, before its program is closed. */
    @Nullable Shell takeShell() {
        Shell open = shell;
        shell = null;
        if (open != null) {
            if (!open.model().services().demo() && open.model().services().backup() == null) {
                left = new Left(open.model().services().connection().name(), open.asHere());
            }
            open.dispose();
        }
        return open;
    }

    /** Blocking. */
    static void end(@Nullable Shell left) {
        if (left != null) {
            left.model().close();
        }
    }

    /** Blocking. What fails here must not keep the rest from being closed. */
    private static void endVisit(@Nullable Shell left) {
        if (left == null) {
            return;
        }
        left.model().close();
        try {
            left.model().endVisit();
        } catch (RuntimeException e) {
            LOG.warn("the visit could not be noted", e);
        }
    }

    @Override
    public void quit() {
        if (quitting) {
            return;
        }
        quitting = true;
        leaving.run();
        cancelWork.run();
        Settings.WindowPlace place = frame.close();
        Shell left = takeShell();
        tasks.runLast(
                PATIENCE,
                () -> {
                    others.close();
                    current.close(program -> {
                        endVisit(left);
                        keep(place, program);
                    });
                    return 0;
                },
                ended::complete,
                ended::completeExceptionally);
    }

    /**
     * Keeps where the window is, for when the session ends and nobody closes it: the person logs out, or the system shuts down.
     * Blocking, short; any thread but JavaFX's, which may answer no more.
     */
    void sessionEnds() {
        Settings.WindowPlace place = frame.lastPlace();
        if (place == null) {
            return;
        }
        try {
            current.with(program -> {
                keep(place, program);
                return place;
            });
        } catch (CancellationException closed) {
            LOG.debug("the window was closed before the session ended");
        }
    }

    private static void keep(Settings.WindowPlace place, Program program) {
        try {
            program.settings().update(settings -> settings.withWindow(place));
        } catch (RuntimeException e) {
            LOG.warn("the window's place could not be kept", e);
        }
    }

    /** Goes on where the window was, and tells why. */
    void comeBack(String why) {
        tellNext(why);
        enter();
    }

    /** What the next page tells. */
    void tellNext(String text) {
        news = text;
    }

    /** What ends the work under way when the window is closed meanwhile. */
    void cancelBy(Runnable cancel) {
        cancelWork = cancel;
    }

    /** Another connection is open from now on. */
    void opened(GlobalOptions now) {
        real = now;
    }
}
