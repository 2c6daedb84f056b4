package dev.gradeline.ui.snapshot;

import dev.gradeline.report.PagePicture;
import dev.gradeline.report.ReportOptions.Form;
import dev.gradeline.report.ReportOptions.Paper;
import dev.gradeline.ui.kit.DayField;
import java.nio.IntBuffer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sheet with what a snapshot is to hold, and its pages beside it. JavaFX thread. */
public final class SnapshotController {
    private final SnapshotViewModel model;
    private final Runnable cancel;

    @FXML
    private VBox sheet;

    @FXML
    private RadioButton full;

    @FXML
    private RadioButton brief;

    @FXML
    private RadioButton a4;

    @FXML
    private RadioButton letter;

    @FXML
    private DayField since;

    @FXML
    private VBox sections;

    @FXML
    private VBox filterBox;

    @FXML
    private Label filter;

    @FXML
    private CheckBox everyRow;

    @FXML
    private CheckBox redacted;

    @FXML
    private ScrollPane pages;

    @FXML
    private ImageView picture;

    @FXML
    private Button back;

    @FXML
    private Button on;

    @FXML
    private Label pageOf;

    @FXML
    private Label message;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button save;

    /** @param cancel closes the sheet */
    public SnapshotController(SnapshotViewModel model, Runnable cancel) {
        this.model = model;
        this.cancel = cancel;
    }

    @FXML
    private void initialize() {
        Recipe first = model.recipe().get();
        full.setSelected(first.form() == Form.FULL);
        brief.setSelected(first.form() == Form.BRIEF);
        full.selectedProperty()
                .subscribe((was, chosen) -> model.change(now -> now.withForm(chosen ? Form.FULL : Form.BRIEF)));
        a4.setSelected(first.paper() == Paper.A4);
        letter.setSelected(first.paper() == Paper.LETTER);
        a4.selectedProperty()
                .subscribe((was, chosen) -> model.change(now -> now.withPaper(chosen ? Paper.A4 : Paper.LETTER)));
        redacted.setSelected(first.redacted());
        redacted.selectedProperty().subscribe((was, chosen) -> model.change(now -> now.withRedacted(chosen)));
        show(filterBox, !model.filter().isEmpty());
        filter.setText(model.filter());
        everyRow.selectedProperty().subscribe((was, every) -> model.everyRow(every));
        since.use(model.words(), model::lastDay, false, model::changedSince);
        model.sinceDay().subscribe(day -> since.show(day));
        new SectionList(sections, model);
        pageOf.textProperty().bind(model.pages().page());
        message.textProperty().bind(model.message());
        show(message, model.message().get().isEmpty());
        model.message().subscribe(text -> show(message, !text.isEmpty()));
        progress.progressProperty().bind(model.progress());
        progress.visibleProperty().bind(model.making());
        save.disableProperty().bind(model.ready().not());
        back.disableProperty().bind(model.pages().atStart());
        on.disableProperty().bind(model.pages().atEnd());
        model.pages().picture().subscribe(this::paint);
        // as wide as there is room for, so that the words on it can be read
        picture.fitWidthProperty().bind(pages.widthProperty().subtract(18));
        pages.addEventFilter(KeyEvent.KEY_PRESSED, this::turnByKey);
        sheet.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What is to be focused first. */
    public Node first() {
        return save.isDisabled() ? full : save;
    }

    private void paint(@Nullable PagePicture drawn) {
        if (drawn == null) {
            picture.setImage(null);
            return;
        }
        PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                drawn.width(), drawn.height(), IntBuffer.wrap(drawn.argb()), PixelFormat.getIntArgbPreInstance());
        picture.setImage(new WritableImage(pixels));
        picture.setAccessibleText(model.pages().page().get());
        pages.setVvalue(0);
    }

    private void turnByKey(KeyEvent event) {
        int on = switch (event.getCode()) {
            case PAGE_DOWN, RIGHT -> 1;
            case PAGE_UP, LEFT -> -1;
            default -> 0;
        };
        if (on != 0) {
            model.pages().turn(on);
            event.consume();
        }
    }

    /** Enter saves, but on another button it presses that, and in the field it ends what is written there. */
    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || since.isFocusWithin()) {
            return;
        }
        if (event.getTarget() instanceof Button pressed) {
            pressed.fire();
        } else {
            model.save();
        }
        event.consume();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    private void turnBack() {
        model.pages().turn(-1);
    }

    @FXML
    private void turnOn() {
        model.pages().turn(1);
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void cancel() {
        cancel.run();
    }
}
