package dev.gradeline.ui.present;

import dev.gradeline.report.chart.TextMeasure;
import dev.gradeline.ui.kit.ChartPane;
import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.ui.kit.IconLabel;
import dev.gradeline.ui.kit.MovementLabel;
import dev.gradeline.ui.kit.ScanFigure;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Slides as nodes. All sizes are in em, so that the whole grows with the screen. JavaFX thread. */
final class SlideNodes {
    private static final int FEW = 3;
    /** What a slide has room for below its title, in em. */
    private static final double ROWS = 21.5;

    private static final double TALLEST_ROW = 4.4;

    private final Words words;
    private final TextMeasure measure = ChartPane.textMeasure();

    SlideNodes(Words words) {
        this.words = words;
    }

    Node of(Slide slide) {
        return switch (slide) {
            case Slide.Grades grades -> grades(grades);
            case Slide.Trend trend -> trend(trend);
            case Slide.News news -> news(news);
            case Slide.Urgent urgent -> urgent(urgent);
            case Slide.Discovery discovery -> discovery(discovery);
            case Slide.Platforms platforms -> platforms(platforms);
            case Slide.Sentence sentence -> sentence(sentence.text());
        };
    }

    private static Node sentence(String text) {
        Label label = label(text, "present-sentence");
        label.setWrapText(true);
        VBox box = new VBox(label);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    // ---- grades

    private static Node grades(Slide.Grades slide) {
        List<Slide.Card> cards = slide.cards();
        int columns = cards.size() <= FEW ? cards.size() : Math.ceilDiv(cards.size(), 2);
        int rows = Math.ceilDiv(cards.size(), columns);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("present-grid");
        grid.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fem;", larger(cards.size())));
        for (int column = 0; column < columns; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(share);
        }
        for (int row = 0; row < rows; row++) {
            RowConstraints share = new RowConstraints();
            share.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(share);
        }
        for (int i = 0; i < cards.size(); i++) {
            grid.add(card(cards.get(i)), i % columns, i / columns);
        }
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox box = new VBox(grid);
        note(box, slide.note());
        return box;
    }

    /** Few cards have room for larger ones. */
    private static double larger(int cards) {
        return switch (cards) {
            case 1 -> 1.8;
            case 2 -> 1.4;
            case 4 -> 1.15;
            default -> 1;
        };
    }

    private static void note(VBox box, String note) {
        if (!note.isEmpty()) {
            Label label = label(note, "notice", "present-note");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setMaxWidth(Double.MAX_VALUE);
            box.getStyleClass().add("present-noted");
            box.getChildren().add(label);
        }
    }

    private static Node card(Slide.Card card) {
        Label name = label(card.name(), "present-name");
        name.setWrapText(true);
        HBox foot = new HBox(movement(card), label(card.assessed(), "muted"));
        foot.getStyleClass().add("present-foot");
        foot.setAlignment(Pos.BASELINE_LEFT);
        card.marks().forEach(mark -> foot.getChildren().add(label(mark, "mark", "present-mark")));
        VBox box = new VBox(name, standing(card), foot);
        box.getStyleClass().addAll("card", "present-card");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static HBox standing(Slide.Card card) {
        GradeBadge badge = new GradeBadge();
        badge.setLarge(true);
        badge.setGrade(card.grade());
        badge.setMinWidth(Region.USE_PREF_SIZE);
        Label score = label(card.score(), "big-number");
        score.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(badge, score);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("present-standing");
        return line;
    }

    private static Label movement(Slide.Card card) {
        if (!card.movement().known()) {
            return label(card.unmoved(), "muted");
        }
        MovementLabel movement = new MovementLabel();
        movement.setMovement(card.movement());
        movement.getStyleClass().add("present-movement");
        return movement;
    }

    // ---- one framework

    private Node trend(Slide.Trend slide) {
        ChartPane chart = new ChartPane();
        chart.setChart((width, height) -> slide.line().shapes(width, height, words, measure));
        chart.setAccessibleText(slide.spoken());
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox frame = new VBox(chart);
        frame.getStyleClass().addAll("card", "present-chart");
        VBox.setVgrow(frame, Priority.ALWAYS);
        Label sentence = label(slide.sentence(), "present-lead");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox told = new VBox(sentence);
        slide.facts().forEach(fact -> {
            Label line = label(fact, "muted");
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            told.getChildren().add(line);
        });
        told.getStyleClass().add("present-told");
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox standing = standing(slide.card());
        // the sentence beside it wraps, a grade never
        standing.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(standing, told);
        head.getStyleClass().add("present-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(head, frame);
        box.getStyleClass().add("present-trend");
        return box;
    }

    // ---- lists

    private static Node news(Slide.News slide) {
        VBox rows = rows();
        double height = rowHeight(slide.items().size());
        for (Slide.Item item : slide.items()) {
            IconLabel icon = new IconLabel();
            icon.show(item.line());
            rows.getChildren().add(row(height, icon, wrapped(item.text()), still(label(item.day(), "muted"))));
        }
        return rows;
    }

    private static Node urgent(Slide.Urgent slide) {
        VBox rows = rows();
        double height = rowHeight(slide.todos().size());
        for (Slide.Todo todo : slide.todos()) {
            Label pill = still(label(todo.priority(), "pill", "figures"));
            rows.getChildren().add(row(height, pill, wrapped(todo.title()), still(label(todo.framework(), "muted"))));
        }
        return rows;
    }

    private static VBox rows() {
        VBox rows = new VBox();
        rows.getStyleClass().addAll("card", "present-rows");
        rows.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(rows, Pos.TOP_CENTER);
        return rows;
    }

    /** In em: all that is shown fills the slide, but few rows do not lie far apart. */
    private static double rowHeight(int rows) {
        return Math.min(TALLEST_ROW, ROWS / rows);
    }

    private static HBox row(double height, Node... cells) {
        HBox row = new HBox(cells);
        row.getStyleClass().addAll("present-row", "row-line");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setStyle(String.format(Locale.ROOT, "-fx-min-height: %.2fem;", height));
        return row;
    }

    private static Label wrapped(String text) {
        Label label = label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static Label still(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    // ---- discovery

    private static Node discovery(Slide.Discovery slide) {
        HBox figures = new HBox();
        figures.getStyleClass().add("present-figures");
        for (ScanFigure figure : slide.figures()) {
            MovementLabel movement = new MovementLabel();
            movement.setMovement(figure.movement());
            movement.getStyleClass().add("present-movement");
            HBox number = new HBox(label(figure.number(), "big-number", "present-figure"), movement);
            number.setAlignment(Pos.BASELINE_LEFT);
            number.getStyleClass().add("figure-number");
            VBox box = new VBox(number, label(figure.name(), "present-name"));
            box.getStyleClass().addAll("card", "present-card");
            box.setAlignment(Pos.CENTER_LEFT);
            box.setPrefWidth(1);
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setMaxWidth(Double.MAX_VALUE);
            figures.getChildren().add(box);
        }
        VBox.setVgrow(figures, Priority.ALWAYS);
        VBox box = new VBox(figures);
        if (!slide.platforms().isEmpty()) {
            Label platforms = label(String.join("   ·   ", slide.platforms()), "present-platforms");
            platforms.setWrapText(true);
            platforms.setMinHeight(Region.USE_PREF_SIZE);
            VBox named = new VBox(label(slide.heading(), "muted"), platforms);
            named.getStyleClass().add("present-told");
            box.getChildren().add(named);
        }
        box.getStyleClass().add("present-trend");
        note(box, slide.note());
        return box;
    }

    /** In two columns, read downwards. */
    private static Node platforms(Slide.Platforms slide) {
        int rows = Math.ceilDiv(slide.names().size(), 2);
        HBox columns = new HBox();
        columns.getStyleClass().add("present-figures");
        for (int from = 0; from < slide.names().size(); from += rows) {
            VBox column = rows();
            for (String name : slide.names()
                    .subList(from, Math.min(from + rows, slide.names().size()))) {
                column.getChildren().add(row(rowHeight(rows), wrapped(name)));
            }
            column.setPrefWidth(1);
            column.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(column, Priority.ALWAYS);
            columns.getChildren().add(column);
        }
        return columns;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
