package dev.gradeline.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** The card “About” of the settings: versions, licence, and what others made. */
public final class AboutCardController {
    private final AboutViewModel model;

    @FXML
    private Label version;

    @FXML
    private TextArea thirdPartyText;

    public AboutCardController(AboutViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        version.setText(model.version());
        thirdPartyText.textProperty().bind(model.notices());
        SettingsController.present(thirdPartyText, model.notices().isNotEmpty());
    }

    @FXML
    private void toggleThirdParty() {
        model.toggleNotices();
    }
}
