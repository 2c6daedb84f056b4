package dev.gradeline.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The card “Diagnostics” of the settings: what the file will hold, and the button that saves it. */
public final class DiagnosticsCardController {
    private final DiagnosticsViewModel model;

    @FXML
    private Button saveDiagnostics;

    @FXML
    private HBox work;

    @FXML
    private Label diagnosticsMessage;

    public DiagnosticsCardController(DiagnosticsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        UnderWay.show(work, model.busy());
        diagnosticsMessage.textProperty().bind(model.message());
        SettingsController.present(diagnosticsMessage, model.message().isNotEmpty());
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void cancel() {
        saveDiagnostics.requestFocus();
        model.cancel();
    }
}
