package dev.gradeline.ui.shell;

import dev.gradeline.history.History;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.report.Alongside;
import dev.gradeline.report.ReportData;
import dev.gradeline.report.ReportOptions;
import dev.gradeline.ui.kit.FilePicker;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.snapshot.SnapshotController;
import dev.gradeline.ui.snapshot.SnapshotViewModel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Asks, over the window, what a snapshot of what is on screen is to hold, and shows it. JavaFX thread. */
final class SnapshotSheet {
    private static final String STYLE = "snapshot-sheet";
    private static final Insets MARGIN = new Insets(24);

    private final ShellViewModel model;
    private final Posture posture;
    private final boolean past;

    private SnapshotSheet(ShellViewModel model, Posture posture) {
        this.model = model;
        this.posture = posture;
        this.past = model.asOf().get() != null;
    }

    /**
     * Shows the sheet, unless it is shown already.
     *
     * @param posture what is on screen, its recommendations in the order in which they stand there
     */
    static void open(StackPane window, ShellViewModel model, Posture posture, FilePicker picker) {
        if (!Overlay.isOpen(window, STYLE)) {
            new SnapshotSheet(model, posture).show(window, picker);
        }
    }

    private void show(StackPane window, FilePicker picker) {
        Services services = model.services();
        SnapshotViewModel snapshot = new SnapshotViewModel(
                services.words(),
                services.settings(),
                services.tasks(),
                services.ui(),
                picker,
                source(),
                new SnapshotViewModel.Subject(
                        services.connection().name(),
                        LocalDate.ofInstant(posture.asOf(), services.words().zone())),
                done -> {
                    Overlay.closeAny(window);
                    model.done(done);
                });
        SnapshotController controller = new SnapshotController(snapshot, () -> Overlay.closeAny(window));
        Parent sheet = Fxml.load(controller, services.words());
        Overlay.open(window, (Region) sheet, MARGIN, snapshot::close);
        snapshot.open();
        controller.first().requestFocus();
    }

    private SnapshotViewModel.Source source() {
        Services services = model.services();
        History history = services.history();
        int oldAfterDays = services.settings().current().oldAfterDays();
        ReportOptions options = ReportOptions.of(model.connection().get().label(), services.version())
                .withFilter(model.filter().get())
                .withOldAfterDays(oldAfterDays);
        return new SnapshotViewModel.Source() {
            @Override
            public Instant since() {
                return history.periodStart(History.Mark.LAST_REPORT, posture.asOf());
            }

            @Override
            public ReportData data(Instant since) {
                return new ReportData(
                        posture,
                        history.changes(since, posture, Duration.ofDays(oldAfterDays)),
                        new Alongside(history.annotations(), history.unread(Part.SCORES, posture.asOf())),
                        past ? history.posture() : null);
            }

            @Override
            public ReportOptions options() {
                return options;
            }

            @Override
            public void saved() {
                if (!past && history.isWritable()) {
                    history.setMark(History.Mark.LAST_REPORT, posture.asOf());
                    services.ui().execute(model::reload);
                }
            }
        };
    }
}
