package dev.gradeline.ui.trends;

import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.words.ChangeWords.Tone;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Builds the columns of the table below the chart. JavaFX thread. */
final class TrendTable {
    private static final String EMS = "gradeline-ems";
    /** The least width of a column, in em. */
    private static final double LEAST = 3.6;

    private TrendTable() {}

    /** Gives the columns their widths for a size of text. */
    static void size(TableView<TrendRow> table, double em) {
        for (TableColumn<TrendRow, ?> column : table.getColumns()) {
            if (column.getProperties().get(EMS) instanceof Double ems) {
                column.setMinWidth(LEAST * em);
                column.setPrefWidth(ems * em);
            }
        }
    }

    /** @param waiting leads to the recommendations of a framework that wait */
    static List<TableColumn<TrendRow, ?>> columns(Words words, Consumer<TrendRow> waiting) {
        return List.of(
                column(words.of("trends.column.framework"), 9.6, TrendRow::name, NameCell::new),
                column(words.of("trends.column.grade"), 4.6, TrendRow::grade, GradeCell::new),
                numbers(words.of("trends.column.score"), 4.4, TrendRow::score, ""),
                numbers(words.of("trends.column.previous"), 5.6, TrendRow::sincePrevious, ""),
                numbers(
                        words.of("trends.column.start"),
                        5.6,
                        TrendRow::sinceStart,
                        words.of("trends.column.startMeaning")),
                numbers(words.of("trends.column.best"), 4.1, TrendRow::best, words.of("trends.column.bestMeaning")),
                numbers(words.of("trends.column.worst"), 4.6, TrendRow::worst, words.of("trends.column.worstMeaning")),
                numbers(
                        words.of("trends.column.assessments"),
                        4.6,
                        TrendRow::assessments,
                        words.of("trends.column.assessmentsMeaning")),
                next(words, waiting),
                days(words.of("trends.column.assessed")));
    }

    private static TableColumn<TrendRow, TrendRow.Next> next(Words words, Consumer<TrendRow> waiting) {
        TableColumn<TrendRow, TrendRow.Next> column =
                column(words.of("trends.column.next"), 8.6, TrendRow::next, () -> new NextCell(words, waiting));
        explain(column, words.of("trends.column.nextMeaning"));
        return column;
    }

    /** One button for whatever row the cell shows. */
    private static final class NextCell extends TableCell<TrendRow, TrendRow.Next> {
        private final Words words;
        private final Button button = new Button();
        private String titles = "";

        NextCell(Words words, Consumer<TrendRow> waiting) {
            this.words = words;
            button.getStyleClass().addAll("link-button", "next-grade");
            LateTooltip.on(button, () -> titles);
            button.setOnAction(event -> waiting.accept(getTableRow().getItem()));
        }

        @Override
        protected void updateItem(TrendRow.Next next, boolean empty) {
            super.updateItem(next, empty);
            boolean some = !empty && next != null && next.waiting() > 0;
            setGraphic(some ? button : null);
            setText(some || empty || next == null ? null : next.text());
            setAccessibleText(null);
            if (some) {
                String open = words.of("trends.next.waiting", next.waiting());
                button.setText(next.points() != null ? next.text() : words.of("trends.next.only", next.waiting()));
                button.setAccessibleText(next.text() + ", " + open);
                setAccessibleText(button.getAccessibleText());
                titles = open + "\n" + String.join("\n", next.open());
            }
        }
    }

    private static final class NameCell extends TableCell<TrendRow, String> {
        NameCell() {
            LateTooltip.on(this, () -> Objects.requireNonNullElse(getText(), ""));
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? null : name);
        }
    }

    private static final class GradeCell extends TableCell<TrendRow, TrendRow.Letter> {
        private final GradeBadge badge = new GradeBadge();

        @Override
        protected void updateItem(TrendRow.Letter letter, boolean empty) {
            super.updateItem(letter, empty);
            setGraphic(empty || letter == null ? null : badge);
            if (!empty && letter != null) {
                badge.setGrade(letter.grade());
            }
            setAccessibleText(getGraphic() == null ? null : badge.getText());
        }
    }

    private static final class NumberCell extends TableCell<TrendRow, TrendRow.Value> {
        private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
        private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

        @Override
        protected void updateItem(TrendRow.Value number, boolean empty) {
            super.updateItem(number, empty);
            boolean some = !empty && number != null;
            setText(some ? number.text() : null);
            pseudoClassStateChanged(GOOD, some && number.tone() == Tone.GOOD);
            pseudoClassStateChanged(BAD, some && number.tone() == Tone.BAD);
        }
    }

    private static final class DayCell extends TableCell<TrendRow, TrendRow.Day> {
        private String inFull = "";

        DayCell() {
            LateTooltip.on(this, () -> inFull);
        }

        @Override
        protected void updateItem(TrendRow.Day day, boolean empty) {
            super.updateItem(day, empty);
            boolean some = !empty && day != null;
            setText(some ? day.text() : null);
            inFull = some ? day.inFull() : "";
        }
    }

    private static TableColumn<TrendRow, TrendRow.Value> numbers(
            String title, double ems, Function<TrendRow, TrendRow.Value> value, String meaning) {
        TableColumn<TrendRow, TrendRow.Value> column = column(title, ems, value, NumberCell::new);
        column.getStyleClass().addAll("number", "figures");
        if (!meaning.isEmpty()) {
            explain(column, meaning);
        }
        return column;
    }

    private static TableColumn<TrendRow, TrendRow.Day> days(String title) {
        TableColumn<TrendRow, TrendRow.Day> column = column(title, 6.2, TrendRow::assessed, DayCell::new);
        column.getStyleClass().addAll("number", "figures", "day");
        return column;
    }

    /** The heading as a label of its own, so that it can say what it means. */
    private static void explain(TableColumn<TrendRow, ?> column, String meaning) {
        Label heading = new Label(column.getText());
        LateTooltip.on(heading, () -> meaning);
        heading.setAccessibleText(column.getText().replace('\n', ' ') + ", " + meaning);
        column.setGraphic(heading);
        // the text stays, unseen: it is what assistive technology calls the column
        column.getStyleClass().add("explained");
    }

    /** In two lines where it has several words: a column is no wider for its heading than for its figures. */
    private static String twoLines(String title) {
        int middle = title.length() / 2;
        int before = title.lastIndexOf(' ', middle);
        int after = title.indexOf(' ', middle);
        int at = before < 0 || (after >= 0 && after - middle < middle - before) ? after : before;
        return at < 0 ? title : title.substring(0, at) + "\n" + title.substring(at + 1);
    }

    /** @param ems its width for a text of one pixel */
    private static <T> TableColumn<TrendRow, T> column(
            String title, double ems, Function<TrendRow, T> value, Supplier<TableCell<TrendRow, T>> cell) {
        TableColumn<TrendRow, T> column = new TableColumn<>(twoLines(title));
        column.getProperties().put(EMS, ems);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> cell.get());
        return column;
    }
}
