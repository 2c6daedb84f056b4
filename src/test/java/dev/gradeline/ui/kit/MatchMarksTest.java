package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the ground of a mark is drawn, seen in the picture; the text stands in a cell of 200 pixels. */
class MatchMarksTest {
    private static final Color GROUND = Color.web("#fbe8a6");
    /** A word is a good deal shorter than this share of its text. */
    private static final double END = 0.4;

    private record Drawn(double from, double to, double left, double right, NodeOrientation direction) {}

    private static Drawn draw(String title, String sought) {
        return Fx.get(() -> {
            TableView<String> table = new TableView<>(FXCollections.observableArrayList(title));
            TableColumn<String, String> column = RowCell.column(
                    "TITLE", "Title", "title", RowCell::showText, new ReadOnlyObjectWrapper<>(List.of(sought)), true);
            column.setMinWidth(200);
            column.setMaxWidth(200);
            table.getColumns().add(column);
            Scene scene = new Scene(new StackPane(table), 300, 200);
            new Theme(scene).choose(Settings.Theme.LIGHT, 100);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Node text = table.lookup(".table-row-cell .text");
            Bounds place = text.localToScene(text.getBoundsInLocal());
            WritableImage picture = scene.snapshot(null);
            stage.close();
            double first = Double.MAX_VALUE;
            double last = -1;
            PixelReader pixels = picture.getPixelReader();
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = (int) place.getMinY(); y < place.getMaxY(); y++) {
                    if (pixels.getColor(x, y).equals(GROUND)) {
                        first = Math.min(first, x);
                        last = x;
                    }
                }
            }
            double width = ((Text) text).getLayoutBounds().getWidth();
            return new Drawn(
                    (first - place.getMinX()) / width,
                    (last - place.getMinX()) / width,
                    place.getMinX(),
                    place.getMaxX(),
                    table.lookup(".table-row-cell .table-cell").getNodeOrientation());
        });
    }

    /** The whole text, and one that is cut at its end. */
    @ParameterizedTest
    @CsvSource({"הפעלת אימות רב-שלבי, הפעלת", "הפעלת אימות רב-שלבי לכל המנהלים במערכת, הפעלת"})
    void theFirstWordIsMarkedAtTheRightWhereOneReadsFromThere(String title, String sought) {
        Drawn drawn = draw(title, sought);
        assertThat(drawn.from()).isGreaterThan(1 - END);
        assertThat(drawn.to()).isBetween(0.95, 1.05);
        assertThat(drawn.right()).as("the text begins at the cell's right edge").isBetween(185.0, 195.0);
        assertThat(drawn.direction()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    }

    @ParameterizedTest
    @CsvSource({"הפעלת אימות רב-שלבי, שלבי", "تشفير النسخ الاحتياطية, الاحتياطية"})
    void theLastWordIsMarkedAtTheLeft(String title, String sought) {
        Drawn drawn = draw(title, sought);
        assertThat(drawn.from()).isBetween(-0.05, 0.05);
        assertThat(drawn.to()).isLessThan(END + 0.1);
    }

    @ParameterizedTest
    @CsvSource({"Encrypt the backups, encrypt", "Encrypt the backups of all the systems that there are, encrypt"})
    void theFirstWordIsMarkedAtTheLeftOtherwise(String title, String sought) {
        Drawn drawn = draw(title, sought);
        assertThat(drawn.from()).isBetween(-0.05, 0.05);
        assertThat(drawn.to()).isLessThan(END + 0.1);
        assertThat(drawn.left()).isBetween(5.0, 12.0);
        assertThat(drawn.direction()).isEqualTo(NodeOrientation.INHERIT);
    }
}
