package dev.gradeline.ui.trends;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The chart as a table: every assessment of the time shown, the newest first. JavaFX thread. */
public final class PointsTable extends TableView<PointsTable.Point> {
    /** One assessment, as it sorts and as it reads. */
    public record Point(
            String framework,
            Cell<Instant> when,
            Cell<BigDecimal> score,
            String grade,
            Cell<BigDecimal> change,
            Cell<Instant> seen,
            String mark) {}

    /** A value that sorts by itself and reads as its text; null sorts first. */
    public record Cell<T extends Comparable<? super T>>(
            @Nullable T value, String text) implements Comparable<Cell<T>> {
        @Override
        public int compareTo(Cell<T> other) {
            T mine = value;
            T theirs = other.value;
            return mine == null || theirs == null
                    ? Boolean.compare(mine != null, theirs != null)
                    : mine.compareTo(theirs);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private @Nullable TrendDrawing shown;

    public PointsTable() {
        getStyleClass().add("points-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    /** Lists what a drawing shows. */
    void show(TrendDrawing drawing, Words words) {
        if (getColumns().isEmpty()) {
            setAccessibleText(words.of("trends.points"));
            getColumns()
                    .setAll(List.of(
                            column(words.of("trends.column.framework"), 170, Point::framework),
                            column(words.of("trends.points.completed"), 140, Point::when),
                            number(words.of("trends.column.score"), 80, Point::score),
                            column(words.of("trends.column.grade"), 80, Point::grade),
                            number(words.of("trends.column.previous"), 110, Point::change),
                            column(words.of("trends.points.seen"), 140, Point::seen),
                            column(words.of("trends.points.mark"), 110, Point::mark)));
        }
        if (!drawing.sameAssessments(shown)) {
            getItems().setAll(points(drawing, words));
            sort();
        }
        shown = drawing;
    }

    private static <T> TableColumn<Point, T> column(String title, double width, Function<Point, T> value) {
        TableColumn<Point, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private static <T> TableColumn<Point, T> number(String title, double width, Function<Point, T> value) {
        TableColumn<Point, T> column = column(title, width, value);
        column.getStyleClass().addAll("number", "figures");
        return column;
    }

    /** Every assessment of the time shown. */
    static List<Point> points(TrendDrawing drawing, Words words) {
        PostureWords posture = new PostureWords(words);
        TimeWords times = new TimeWords(words);
        List<Point> points = new ArrayList<>();
        for (TrendChart.Line line : drawing.lines()) {
            Standing standing = line.standing();
            for (int i = 0; i < standing.assessments().size(); i++) {
                Instant at = standing.assessments().get(i).effectiveAt();
                if (!at.isBefore(drawing.from()) && !at.isAfter(drawing.to())) {
                    points.add(point(standing, i, posture, times, words));
                }
            }
        }
        points.sort(Comparator.comparing(Point::when).reversed().thenComparing(Point::framework));
        return points;
    }

    private static Point point(Standing standing, int index, PostureWords posture, TimeWords times, Words words) {
        Assessment each = standing.assessments().get(index);
        BigDecimal change = standing.changeAt(index);
        Grade grade = each.grade();
        String mark = each.imported()
                ? words.of("trends.readout.imported")
                : each.restated() ? words.of("trends.readout.restated") : "";
        return new Point(
                posture.framework(standing.framework()),
                new Cell<>(each.effectiveAt(), times.date(each.effectiveAt())),
                new Cell<>(each.overallScore(), posture.number(each.overallScore())),
                posture.clean(grade == null ? null : grade.letter()),
                new Cell<>(change, change == null ? posture.number(null) : posture.movement(change)),
                new Cell<>(each.firstSeen(), times.date(each.firstSeen())),
                mark);
    }
}
