package dev.gradeline.ui.settings;

import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault.Place;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Postures;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The cards of histories and organisations for tests: a real history, three organisations, notes of what was asked. */
final class SettingsCards implements FilePicker {
    static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

    final List<String> asked = new ArrayList<>();
    final List<Organisations.Organisation> known = new ArrayList<>(List.of(
            organisation("northwind", "Northwind Health", true),
            organisation("contoso", "Contoso Clinics", false),
            organisation("from-sam", "from-sam", false)));
    final Map<String, KeySight> keys = new HashMap<>(Map.of(
            "northwind", new KeySight(Place.KEYCHAIN, "ayliea_pk_a1b2c3d4…", null),
            "contoso", new KeySight(Place.KEYCHAIN, "ayliea_pk_c0c0c0c0…", null),
            "from-sam", new KeySight(Place.NOWHERE, null, null)));

    /** The file that the person takes; null to think better of it. */
    @Nullable Path chosen;

    private final Words words;
    private final Path folder;

    SettingsCards(Words words, Path folder) {
        this.words = words;
        this.folder = folder;
    }

    private static Organisations.Organisation organisation(String name, String label, boolean open) {
        return new Organisations.Organisation(
                new Settings.Connection(name, label, "https://assess.ayliea.com/api/v1"),
                open,
                new Organisations.Schedule(open ? 60 : null, 15),
                label.equals(name)
                        ? Organisations.Stored.NOTHING
                        : new Organisations.Stored(
                                212_000, NOW.minusSeconds(300), open ? null : Outcome.KEY_REJECTED, ""));
    }

    /** A file own.pem with an authority's certificate, valid until 2046. */
    static Path authority(Path folder) throws IOException {
        Path file = folder.resolve("own.pem");
        try (InputStream pem = SettingsCards.class.getResourceAsStream("/dev/gradeline/own-authority.pem")) {
            Files.copy(Objects.requireNonNull(pem), file);
        }
        return file;
    }

    Path historyFile() {
        return folder.resolve("history").resolve("northwind.db");
    }

    History history() {
        return History.open(historyFile(), InstantSource.system());
    }

    /** Stores one assessment of an organisation. */
    static void store(History history, String framework, int score) {
        try (History.Run run = history.begin()) {
            run.storeScores(List.of(new Assessment(
                    new Framework(framework),
                    BigDecimal.valueOf(score),
                    new Grade("C"),
                    Instant.parse("2026-01-01T10:00:00Z"),
                    NOW,
                    false)));
        }
    }

    HistoryCardViewModel history(History history, TaskRunner tasks, boolean demo) {
        return new HistoryCardViewModel(
                words,
                history,
                InstantSource.fixed(NOW),
                tasks,
                this,
                new HistoryCardViewModel.Place("Northwind Health", "northwind", folder.resolve("history"), demo),
                new HistoryCardViewModel.Effects() {
                    @Override
                    public void stored() {
                        asked.add("stored");
                    }

                    @Override
                    public void keepApart(Path backup) {
                        asked.add("keep apart " + backup.getFileName());
                    }
                });
    }

    OrganisationsViewModel organisations() {
        return organisations(TaskRunner.direct());
    }

    OrganisationsViewModel organisations(TaskRunner tasks) {
        return new OrganisationsViewModel(
                words,
                new Some(),
                tasks,
                this,
                InstantSource.fixed(NOW),
                folder.resolve("history"),
                new OrganisationsViewModel.Effects() {
                    @Override
                    public void renamed(Settings.Connection connection) {
                        asked.add("renamed " + connection.label());
                    }

                    @Override
                    public void keyChanged() {
                        asked.add("key changed");
                    }

                    @Override
                    public void scheduled(Settings now) {
                        asked.add("scheduled");
                    }

                    @Override
                    public void show() {
                        asked.add("show");
                    }
                });
    }

    /** The whole page, with both cards as they first come into sight. */
    Parent page(SettingsViewModel settings) {
        OrganisationsViewModel organisations = organisations();
        organisations.look();
        return page(settings, organisations);
    }

    Parent page(SettingsViewModel settings, OrganisationsViewModel organisations) {
        HistoryCardViewModel card;
        try (History history = history()) {
            store(history, "hipaa", 49);
            card = history(history, TaskRunner.direct(), false);
            card.look();
        }
        return Fxml.load(
                new SettingsController(
                        settings,
                        new SettingsController.Cards(
                                Fxml.load(new OrganisationsCardController(organisations, words), words),
                                Fxml.load(new HistoryCardController(card, settings), words),
                                Fxml.load(
                                        new NoticesController(new NoticesViewModel(
                                                words,
                                                new SettingsStore(folder.resolve("settings.json")),
                                                TaskRunner.direct(),
                                                now -> {})),
                                        words),
                                Fxml.load(new LimitsController(limits()), words),
                                Fxml.load(new NetworkCardController(network(), certificates()), words),
                                Fxml.load(new DiagnosticsCardController(diagnostics()), words),
                                Fxml.load(
                                        new AboutCardController(
                                                new AboutViewModel(words, TaskRunner.direct(), "0.1.0", null)),
                                        words))),
                words);
    }

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("settings.json"));
    }

    private NetworkViewModel network() {
        NetworkViewModel network = new NetworkViewModel(words, store(), TaskRunner.direct(), Inert.outward());
        network.look();
        return network;
    }

    private CertificatesViewModel certificates() {
        CertificatesViewModel certificates =
                new CertificatesViewModel(words, store(), TaskRunner.direct(), this, InstantSource.fixed(NOW));
        certificates.look();
        return certificates;
    }

    private DiagnosticsViewModel diagnostics() {
        return new DiagnosticsViewModel(
                words, Inert.diagnostics(), InstantSource.fixed(NOW), TaskRunner.direct(), this);
    }

    private LimitsViewModel limits() {
        return new LimitsViewModel(
                words,
                store(),
                TaskRunner.direct(),
                "northwind",
                new SimpleObjectProperty<>(Postures.northwind()),
                now -> asked.add("limits " + now.limits()),
                "");
    }

    @Override
    public void toSave(String suggestedName, Consumer<Path> taken) {
        asked.add("save " + suggestedName);
        if (chosen != null) {
            taken.accept(chosen);
        }
    }

    @Override
    public void toOpen(String ending, Consumer<Path> taken) {
        asked.add("open " + ending);
        if (chosen != null) {
            taken.accept(chosen);
        }
    }

    private final class Some implements Organisations {
        @Override
        public List<Organisation> list() {
            return List.copyOf(known);
        }

        @Override
        public Settings schedule(Settings.Connection connection, @Nullable Integer minutes) {
            asked.add("schedule " + connection.name() + " " + minutes);
            return Settings.DEFAULT;
        }

        @Override
        public Map<String, KeySight> keys() {
            return Map.copyOf(keys);
        }

        @Override
        public void rename(Settings.Connection renamed) {
            asked.add("rename " + renamed.name() + " " + renamed.label());
        }

        @Override
        public KeychainResult<Boolean> forgetKey(Settings.Connection connection) {
            asked.add("forget key of " + connection.name());
            return new KeychainResult.Ok<>(true);
        }

        @Override
        public void backup(Settings.Connection connection, Path target, BooleanSupplier cancelled) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            asked.add("back up " + connection.name());
        }

        @Override
        public KeychainResult<Boolean> remove(Settings.Connection closed) {
            asked.add("remove " + closed.name());
            return new KeychainResult.Locked<>();
        }

        @Override
        public void open(Settings.Connection connection) {
            asked.add("open " + connection.name());
        }

        @Override
        public void add() {
            asked.add("add");
        }

        @Override
        public void openBackup() {
            asked.add("open backup");
        }

        @Override
        public void openBackup(Path backup) {
            asked.add("open backup " + backup.getFileName());
        }

        @Override
        public void keepBackup(Path backup) {
            asked.add("keep backup " + backup.getFileName());
        }

        @Override
        public void leaveAndRemove(Settings.Connection opened) {
            asked.add("leave and remove " + opened.name());
        }
    }
}
