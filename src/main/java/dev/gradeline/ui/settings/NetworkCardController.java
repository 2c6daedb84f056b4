package dev.gradeline.ui.settings;

import dev.gradeline.settings.Network.ProxyUse;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.ui.settings.CertificatesViewModel.Row;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card “Network” of the settings: the proxy, and certificates that count beside the system's. */
public final class NetworkCardController {
    private final NetworkViewModel model;
    private final CertificatesViewModel files;

    @FXML
    private ComboBox<ProxyUse> proxy;

    @FXML
    private Label inUse;

    @FXML
    private GridPane manual;

    @FXML
    private TextField proxyAddress;

    @FXML
    private Label advice;

    @FXML
    private TextField proxyUser;

    @FXML
    private PasswordField proxyPassword;

    @FXML
    private Button apply;

    @FXML
    private Label networkMessage;

    @FXML
    private VBox certificates;

    @FXML
    private Button addCertificates;

    @FXML
    private Label certificatesMessage;

    public NetworkCardController(NetworkViewModel model, CertificatesViewModel files) {
        this.model = model;
        this.files = files;
    }

    @FXML
    private void initialize() {
        SettingsController.choices(proxy, List.of(ProxyUse.values()), model.use(), model::name);
        SettingsController.present(manual, model.use().isEqualTo(ProxyUse.MANUAL));
        inUse.textProperty().bind(model.inUse());
        SettingsController.present(inUse, model.inUse().isNotEmpty());
        proxyAddress.textProperty().bindBidirectional(model.address());
        proxyUser.textProperty().bindBidirectional(model.user());
        proxyPassword.textProperty().bindBidirectional(model.password());
        advice.textProperty().bind(model.advice());
        SettingsController.present(advice, model.advice().isNotEmpty());
        apply.disableProperty().bind(model.ready().not());
        networkMessage.textProperty().bind(model.message());
        SettingsController.present(networkMessage, model.message().isNotEmpty());
        files.rows().addListener((ListChangeListener<Row>) change -> fill());
        fill();
        certificatesMessage.textProperty().bind(files.message());
        SettingsController.present(certificatesMessage, files.message().isNotEmpty());
    }

    private void fill() {
        Rows.fill(certificates, files.rows().stream().map(this::line).toList());
        Rows.show(certificates, !files.rows().isEmpty());
    }

    private Node line(Row row) {
        Label title = label(row.title(), "strong");
        Label state = label(row.state(), row.good() ? "muted" : "tone-bad");
        Label file = label(row.file(), "muted");
        state.getStyleClass().add("small");
        file.getStyleClass().add("small");
        VBox text = new VBox(2, title, state);
        if (!row.title().equals(row.file())) {
            text.getChildren().add(file);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        Button remove = new Button(files.removeName());
        remove.setAccessibleText(files.removeName(row));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(event -> {
            addCertificates.requestFocus();
            files.remove(row);
        });
        HBox line = new HBox(12, text, remove);
        line.getStyleClass().addAll("row-line", "certificate-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @FXML
    private void apply() {
        model.apply();
    }

    @FXML
    private void addCertificates() {
        files.add();
    }
}
