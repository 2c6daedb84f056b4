package dev.gradeline.ui.shell;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.settings.AboutCardController;
import dev.gradeline.ui.settings.AboutViewModel;
import dev.gradeline.ui.settings.CertificatesViewModel;
import dev.gradeline.ui.settings.DiagnosticsCardController;
import dev.gradeline.ui.settings.DiagnosticsViewModel;
import dev.gradeline.ui.settings.HistoryCardController;
import dev.gradeline.ui.settings.HistoryCardViewModel;
import dev.gradeline.ui.settings.LimitsController;
import dev.gradeline.ui.settings.LimitsViewModel;
import dev.gradeline.ui.settings.NetworkCardController;
import dev.gradeline.ui.settings.NetworkViewModel;
import dev.gradeline.ui.settings.NoticesController;
import dev.gradeline.ui.settings.NoticesViewModel;
import dev.gradeline.ui.settings.Organisations;
import dev.gradeline.ui.settings.OrganisationsCardController;
import dev.gradeline.ui.settings.OrganisationsViewModel;
import dev.gradeline.ui.settings.OrganisationsViewModel.Row;
import dev.gradeline.ui.settings.SettingsController;
import dev.gradeline.ui.settings.SettingsViewModel;
import dev.gradeline.ui.shell.ShellActions.Command;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** What looks after the histories and organisations on this computer, for the settings, the menu and the palette. */
final class Housekeeping {
    private final Words words;
    private final ShellViewModel model;
    private final HistoryCardViewModel history;
    private final OrganisationsViewModel organisations;
    private final NetworkViewModel network;
    private final CertificatesViewModel certificates;
    private final DiagnosticsViewModel diagnostics;
    private final AboutViewModel about;

    /**
     * @param keyChanged told when the open organisation's key was removed
     * @param applied told of settings that were written
     */
    Housekeeping(
            ShellViewModel model,
            FilePicker picker,
            Organisations others,
            Runnable keyChanged,
            Consumer<Settings> applied) {
        Services services = model.services();
        this.words = services.words();
        this.model = model;
        Settings.Connection connection = services.connection();
        Path histories = services.directory().historyDirectory();
        this.history = new HistoryCardViewModel(
                words,
                services.history(),
                services.clock(),
                services.tasks(),
                picker,
                new HistoryCardViewModel.Place(
                        connection.title(), connection.name(), histories, services.demo(), services.onlyLooked()),
                new HistoryCardViewModel.Effects() {
                    @Override
                    public void stored() {
                        model.reload();
                    }

                    @Override
                    public void keepApart(Path backup) {
                        others.keepBackup(backup);
                    }
                });
        this.organisations = new OrganisationsViewModel(
                words,
                others,
                services.tasks(),
                picker,
                services.clock(),
                histories,
                new OrganisationsViewModel.Effects() {
                    @Override
                    public void renamed(Settings.Connection now) {
                        model.renamed(now);
                    }

                    @Override
                    public void keyChanged() {
                        keyChanged.run();
                    }

                    @Override
                    public void scheduled(Settings now) {
                        applied.accept(now);
                    }

                    @Override
                    public void show() {
                        model.page().set(PageId.SETTINGS);
                    }
                });
        this.network = new NetworkViewModel(words, services.settings(), services.tasks(), services.outward());
        this.certificates =
                new CertificatesViewModel(words, services.settings(), services.tasks(), picker, InstantSource.system());
        this.about = new AboutViewModel(words, services.tasks(), services.version(), AboutViewModel.program());
        this.diagnostics =
                new DiagnosticsViewModel(words, services.diagnostics(), services.clock(), services.tasks(), picker);
        model.asOf().subscribe(history::showing);
        model.situation().addListener(o -> lookIfShown());
        model.key().line().addListener(o -> organisations.look());
    }

    private void lookIfShown() {
        if (model.page().get() == PageId.SETTINGS) {
            history.look();
        }
    }

    OrganisationsViewModel organisations() {
        return organisations;
    }

    /** Looks again; call whenever the settings come into sight. */
    void look() {
        history.look();
        organisations.look();
        network.look();
        certificates.look();
    }

    /** The settings page with its cards. */
    Parent page(SettingsViewModel settings, LimitsViewModel limits, NoticesViewModel notices) {
        Parent list = Fxml.load(new OrganisationsCardController(organisations, words), words);
        Parent card = Fxml.load(new HistoryCardController(history, settings), words);
        Parent news = Fxml.load(new NoticesController(notices), words);
        Parent watched = Fxml.load(new LimitsController(limits), words);
        Parent way = Fxml.load(new NetworkCardController(network, certificates), words);
        Parent help = Fxml.load(new DiagnosticsCardController(diagnostics), words);
        Parent about = Fxml.load(new AboutCardController(this.about), words);
        return Fxml.load(
                new SettingsController(
                        settings, new SettingsController.Cards(list, card, news, watched, way, help, about)),
                words);
    }

    /** What the palette offers of all this; of the sample data and a backup, nothing that is about histories and organisations. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(command("settings.diagnostics.save", () -> onPage(diagnostics::save)));
        commands.add(command("settings.certificates.add", () -> onPage(certificates::add)));
        if (model.services().demo() || model.services().backup() != null) {
            return commands;
        }
        for (Row row : organisations.rows()) {
            if (!row.open()) {
                commands.add(new Command(
                        words.of("shell.palette.command.switch", row.title()), () -> organisations.switchTo(row)));
            }
        }
        commands.add(command("shell.palette.command.add", organisations::add));
        commands.add(command("shell.palette.command.openBackup", organisations::openBackup));
        commands.add(command("shell.palette.command.rename", () -> withOpen(organisations::askToRename)));
        commands.add(command("shell.palette.command.remove", () -> withOpen(organisations::askToRemove)));
        commands.add(command("shell.palette.command.backup", () -> onPage(history::backUp)));
        commands.add(command("shell.palette.command.restore", this::restore));
        commands.add(command("shell.palette.command.import", () -> onPage(history::importPast)));
        return commands;
    }

    /** Asks for a backup to take in. */
    void restore() {
        onPage(history::restore);
    }

    void withOpen(Consumer<Row> action) {
        Row open = organisations.open();
        if (open != null) {
            action.accept(open);
        }
    }

    /** How it goes is told on the page. */
    private void onPage(Runnable action) {
        model.page().set(PageId.SETTINGS);
        action.run();
    }

    private Command command(String key, Runnable action) {
        return new Command(words.of(key), action);
    }
}
