package dev.gradeline.ui.shell;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Lifetimes;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.settings.Settings;
import dev.gradeline.sync.SyncReport;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.Memory;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.Notebook;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.recommendations.RecommendationsViewModel.NamedView;
import dev.gradeline.ui.settings.LimitsViewModel;
import dev.gradeline.ui.settings.NoticesViewModel;
import dev.gradeline.ui.settings.SettingsController;
import dev.gradeline.ui.settings.SettingsViewModel;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dashboard over one open connection: builds frame and pages by hand. JavaFX thread. */
public final class Shell implements Navigator {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

    /**
     * What the window gives to the dashboard.
     *
     * @param theme puts another theme and text size on the window
     * @param browser opens a checked address; blocking, throws when it cannot
     * @param folders shows a folder in the system's file manager; blocking, throws when it cannot; null where there is none
     * @param passing how long a message stays of what was done as it was wished; null until it is dismissed
     */
    public record Surroundings(
            Exits exits,
            Consumer<Settings> theme,
            Consumer<URI> browser,
            @Nullable Consumer<Path> folders,
            ChooserSaver.Chooser chooser,
            @Nullable Duration passing) {
        /** Long enough to read two lines. */
        public static final Duration TO_READ = Duration.ofSeconds(6);

        /** Where messages stay until they are dismissed. */
        public Surroundings(
                Exits exits,
                Consumer<Settings> theme,
                Consumer<URI> browser,
                @Nullable Consumer<Path> folders,
                ChooserSaver.Chooser chooser) {
            this(exits, theme, browser, folders, chooser, null);
        }
    }

    private final Services services;
    private final Surroundings surroundings;
    private final ShellViewModel model;
    private final SettingsViewModel settings;
    private final Housekeeping housekeeping;
    private final Pages pages;
    private final ShellActions actions;
    private final ShellController controller;
    private final Parent root;

    public Shell(Services services, Surroundings surroundings) {
        this(services, surroundings, null);
    }

    /** @param first what was read already; null where nothing was */
    public Shell(Services services, Surroundings surroundings, @Nullable Reading first) {
        this(services, surroundings, first, PageId.OVERVIEW);
    }

    /**
     * @param first what was read already; null where nothing was
     * @param page what is shown first: no other one is made for it
     */
    public Shell(Services services, Surroundings surroundings, @Nullable Reading first, PageId page) {
        this.services = services;
        this.surroundings = surroundings;
        this.model = new ShellViewModel(services, first);
        ChooserSaver saver = new ChooserSaver(
                surroundings.chooser(),
                services.settings(),
                services.tasks(),
                services.words(),
                model::say,
                model::done);
        this.housekeeping =
                new Housekeeping(model, saver, surroundings.exits().organisations(), this::keyChanged, this::applied);
        this.settings = settings();
        PageContext context = new PageContext(
                services.words(),
                model.situation(),
                model.arriving(),
                model.filter(),
                this,
                memory(),
                services.tasks(),
                services.settings(),
                saver,
                services.connection().name());
        this.pages = new Pages(context, this::settingsPage, surroundings.exits().holdings());
        model.page().addListener(o -> lookAtPortfolio());
        model.situation().addListener(o -> lookAtPortfolio());
        StackPane overlay = new StackPane();
        Presenter presenter = new Presenter(overlay, context, () -> organisation(services, model));
        this.actions = new ShellActions(
                model, saver, this::pin, surroundings.exits(), overlay, this::more, presenter::present);
        model.page().set(page);
        this.controller = new ShellController(
                model,
                pages,
                actions,
                surroundings.exits(),
                housekeeping,
                this,
                PassingMessage.after(surroundings.passing()));
        overlay.getChildren().add(Fxml.load(controller, services.words()));
        this.root = overlay;
    }

    /** What a run stored shows there, too; what nobody looks at is not read. */
    private void lookAtPortfolio() {
        if (model.page().get() == PageId.PORTFOLIO) {
            pages.lookAtPortfolio();
        }
    }

    /** Slides have no banner: what is sample data says so itself. */
    private static String organisation(Services services, ShellViewModel model) {
        return services.demo()
                ? services.words().of("present.sample", model.connection().get().title())
                : model.connection().get().title();
    }

    /** An organisation that is not shown was synchronised by its own schedule. */
    public void ranBeside(Settings.Connection connection, SyncReport report) {
        model.news().ranBeside(connection, report);
        lookAtPortfolio();
        if (model.page().get() == PageId.SETTINGS) {
            housekeeping.organisations().look();
        }
    }

    /** What to put into the scene. */
    public Parent root() {
        return root;
    }

    /** The pages that were built so far. */
    Set<PageId> made() {
        return pages.made();
    }

    public ShellViewModel model() {
        return model;
    }

    /** What leads another dashboard of the same organisation to where this one is: its page, moment and filters. */
    public Consumer<Shell> asHere() {
        PageId page = model.page().get();
        Instant asOf = model.asOf().get();
        Instant since = model.since().get();
        RecommendationFilter filter = model.filter().get();
        Consumer<Pages> narrowed = pages.asHere();
        return other -> {
            other.model.since().set(since);
            other.model.asOf().set(asOf);
            other.model.filter().set(filter);
            narrowed.accept(other.pages);
            other.open(page);
        };
    }

    /** Ends what runs on the JavaFX thread for this window; {@link ShellViewModel#close} ends the rest. Call once. */
    public void dispose() {
        controller.dispose();
    }

    @Override
    public void open(PageId page) {
        model.page().set(page);
    }

    @Override
    public void connect() {
        surroundings.exits().connect();
    }

    @Override
    public void refresh() {
        if (services.backup() != null) {
            model.say(services.onlyLooked());
        } else if (!model.sync().running().get()) {
            model.sync().refreshOrCancel();
        }
    }

    @Override
    public void cancel() {
        if (model.sync().running().get()) {
            model.sync().refreshOrCancel();
        }
    }

    @Override
    public void openRecommendations(RecommendationFilter filter) {
        pages.dropView();
        model.filter().set(filter);
        open(PageId.RECOMMENDATIONS);
    }

    @Override
    public void openRecommendation(String id) {
        openRecommendations(RecommendationFilter.ALL);
        pages.showRecommendation(id);
    }

    /** What the palette offers beyond the pages: the organisations and the named views. */
    private List<ShellActions.Command> more() {
        List<ShellActions.Command> commands = new ArrayList<>(housekeeping.commands());
        commands.addAll(settingsCommands());
        for (NamedView view : pages.views()) {
            commands.add(
                    new ShellActions.Command(services.words().of("shell.palette.command.view", view.name()), () -> {
                        open(PageId.RECOMMENDATIONS);
                        pages.showView(view.key());
                    }));
        }
        return commands;
    }

    /** What the settings page does, without looking for it there. */
    private List<ShellActions.Command> settingsCommands() {
        Words words = services.words();
        List<ShellActions.Command> commands = new ArrayList<>();
        for (int percent : SettingsViewModel.TEXT_SIZES) {
            commands.add(new ShellActions.Command(
                    words.of("shell.palette.command.textSize", settings.percentName(percent)),
                    () -> settings.textPercent().set(percent)));
        }
        if (settings.facts().folderOpens()) {
            commands.add(new ShellActions.Command(words.of("settings.folder.open"), settings::openFolder));
        }
        String about = words.of("settings.about");
        commands.add(new ShellActions.Command(
                words.of("shell.palette.command.about"), () -> pages.openSettings(about, this)));
        for (String key : SettingsController.SECTIONS) {
            String title = words.of(key);
            commands.add(new ShellActions.Command(
                    words.of("shell.palette.command.section", title), () -> pages.openSettings(title, this)));
        }
        return commands;
    }

    @Override
    public void exportPdf(List<Recommendation> recommendations) {
        actions.exportPdf(model.situation().get().posture().withRecommendations(recommendations));
    }

    @Override
    public void say(String text) {
        model.say(text);
    }

    @Override
    public void done(String text) {
        model.done(text);
    }

    @Override
    public void stored() {
        model.reload();
    }

    @Override
    public void openChanges(Change.Kind kind) {
        pages.showChanges(kind);
        open(PageId.CHANGES);
    }

    @Override
    public void openPlatform(Platform platform) {
        pages.showPlatform(platform);
        open(PageId.DISCOVERY);
    }

    @Override
    public void openTrends(Framework framework) {
        pages.showTrend(framework);
        open(PageId.TRENDS);
    }

    @Override
    public void browse(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("http") || scheme.equals("https")) {
            hand(() -> surroundings.browser().accept(address), "shell.browse.failed");
        }
    }

    private Memory memory() {
        return new Memory() {
            @Override
            public List<Change> changes(Instant from, Instant to) {
                return services.history()
                        .changes(
                                from,
                                to,
                                Duration.ofDays(services.settings().current().oldAfterDays()));
            }

            @Override
            public List<Recommendation> versions(String recommendationId, Instant asOf) {
                return services.history().versions(recommendationId, asOf);
            }

            @Override
            public Lifetimes lifetimes(Instant asOf) {
                return services.history().lifetimes(asOf);
            }

            @Override
            public Notebook notebook() {
                return new HistoryNotebook(services);
            }
        };
    }

    private Parent settingsPage() {
        LimitsViewModel limits = new LimitsViewModel(
                services.words(),
                services.settings(),
                services.tasks(),
                services.connection().name(),
                model.present(),
                this::applied,
                services.onlyLooked());
        NoticesViewModel notices = new NoticesViewModel(
                services.words(),
                services.settings(),
                services.tasks(),
                now -> model.news().look());
        return housekeeping.page(settings, limits, notices);
    }

    private SettingsViewModel settings() {
        Consumer<Path> folders = surroundings.folders();
        Path folder = services.directory().root();
        SettingsViewModel made = new SettingsViewModel(
                services.words(),
                services.settings(),
                services.vault(),
                services.tasks(),
                new SettingsViewModel.Facts(
                        services.connection(),
                        services.demo(),
                        folder,
                        folders != null,
                        LocalDate.ofInstant(
                                services.clock().instant(), services.words().zone()),
                        services.onlyLooked()),
                new SettingsViewModel.Effects() {
                    @Override
                    public void applied(Settings now) {
                        Shell.this.applied(now);
                    }

                    @Override
                    public void keyChanged() {
                        model.key().look();
                    }

                    @Override
                    public void connect() {
                        surroundings.exits().connect();
                    }

                    @Override
                    public void openFolder() {
                        if (folders != null) {
                            hand(() -> folders.accept(folder), "shell.folder.failed");
                        }
                    }
                });
        model.page().addListener((observable, was, now) -> {
            if (now == PageId.SETTINGS) {
                made.open();
                housekeeping.look();
            }
        });
        model.key().found().addListener(o -> {
            if (model.page().get() == PageId.SETTINGS) {
                made.keyState().ask();
            }
        });
        return made;
    }

    private void keyChanged() {
        model.key().look();
        settings.open();
    }

    /** Another program is started off the JavaFX thread; the status line tells when it cannot be. */
    private void hand(Runnable start, String failed) {
        services.tasks().run(Executors.callable(start), started -> {}, error -> {
            LOG.warn("another program could not be started", error);
            model.say(services.words().of(failed, FaultText.of(error)));
        });
    }

    private void applied(Settings now) {
        surroundings.theme().accept(now);
        model.sync().intervalChanged();
        if (model.page().get() == PageId.SETTINGS) {
            // each organisation's line names the interval of all
            housekeeping.organisations().look();
        }
        model.reload();
        surroundings.exits().speak(now);
    }

    /** The palette's choice goes the way of the page's: the page shows it, and neither overtakes the other. */
    private void pin(Settings.Theme theme) {
        settings.theme().set(theme);
    }
}
