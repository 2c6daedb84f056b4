package dev.gradeline.ui.trends;

import dev.gradeline.bench.Figure;
import dev.gradeline.bench.Figures;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.FxTaskRunner;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.kit.Theme;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * What the trends cost the JavaFX thread, in its own processor time, so that whatever else the machine does does not count:
 * opening them, beside a stock {@code LineChart} of the same data without symbols that takes turns with them, and moving the
 * line that tells all values.
 */
public final class TrendsBenchmark {
    private static final int FRAMEWORKS = 20;
    private static final int POINTS = 500;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 10;
    private static final int MOVES = 150;
    /** The frame after which everything stands, of either side. */
    private static final int SETTLED = 5;

    /** As in the program: what is no work for the JavaFX thread is not done on it. */
    private static final TaskRunner WORKERS = new FxTaskRunner(Platform::runLater);

    private static final double WIDTH = 1072;
    private static final double HEIGHT = 714;

    private final StackPane root = new StackPane();
    private final long thread;

    private TrendsBenchmark() {
        thread = Thread.currentThread().threadId();
        Scene scene = new Scene(root, 990, HEIGHT);
        new Theme(scene).choose(Settings.Theme.LIGHT, 100);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        root.setMinSize(WIDTH, HEIGHT);
    }

    public static void main(String[] arguments) {
        run(Figures.alone());
    }

    public static void run(Figures figures) {
        Posture posture = posture();
        TrendsBenchmark bench = Fx.get(TrendsBenchmark::new);
        List<Double> first = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> chart = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (int round = -figures.warmUp(WARM_UP); round < figures.rounds(ROUNDS); round++) {
            Cost stock = bench.open(() -> stock(posture));
            Cost alone = bench.open(() -> chartAlone(posture));
            Cost page = bench.open(() -> page(posture));
            if (round >= 0) {
                first.add(page.first() / stock.first());
                whole.add(page.settled() / stock.settled());
                chart.add(alone.first() / stock.first());
                millis.add(page.settled());
            }
        }
        figures.tell(Figure.TRENDS_FIRST, first);
        figures.tell(Figure.TRENDS_WHOLE, whole);
        figures.tell(Figure.TRENDS_CHART, chart);
        figures.tell(Figure.TRENDS_TIME, millis);
        figures.tell(Figure.TRENDS_MOVE, bench.moves(posture));
        Fx.run(() -> bench.root.getScene().getWindow().hide());
    }

    private static Parent page(Posture posture) {
        TestPages pages = new TestPages(TestPages.firstVisit(posture), WORKERS);
        TrendsViewModel model = new TrendsViewModel(pages.context());
        model.choose(TrendRange.ALL);
        return Fxml.load(new TrendsController(model), pages.words);
    }

    private static Parent chartAlone(Posture posture) {
        TestPages pages = new TestPages(TestPages.firstVisit(posture), WORKERS);
        TrendsViewModel model = new TrendsViewModel(pages.context());
        model.choose(TrendRange.ALL);
        TrendView view = new TrendView();
        view.follow(model);
        return view;
    }

    private static Region stock(Posture posture) {
        NumberAxis time = new NumberAxis();
        time.setForceZeroInRange(false);
        LineChart<Number, Number> chart = new LineChart<>(time, new NumberAxis(0, 100, 10));
        chart.setCreateSymbols(false);
        chart.setAnimated(false);
        for (Standing standing : posture.standings()) {
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(standing.framework().name());
            for (Assessment each : standing.assessments()) {
                series.getData().add(new XYChart.Data<>(each.effectiveAt().getEpochSecond(), each.overallScore()));
            }
            chart.getData().add(series);
        }
        return chart;
    }

    /**
     * Milliseconds of the JavaFX thread.
     *
     * @param first for building something, and the frame that first draws it
     * @param settled until everything stands that puts itself off
     */
    private record Cost(double first, double settled) {}

    /** Taken on the JavaFX thread itself, and right after the frame: what comes behind it does not count for the first. */
    private Cost open(Supplier<? extends Parent> what) {
        Fx.run(() -> root.getChildren().clear());
        Fx.frames(3);
        CompletableFuture<Double> first = new CompletableFuture<>();
        Runnable drawn = () -> Platform.runLater(() -> first.complete(millis()));
        double begun = Fx.get(() -> {
            // before that of the page, which puts the table off in the same way
            root.getScene().addPostLayoutPulseListener(drawn);
            double before = millis();
            root.getChildren().setAll(List.of(what.get()));
            return before;
        });
        Fx.frames(SETTLED);
        return Fx.get(() -> {
            root.getScene().removePostLayoutPulseListener(drawn);
            return new Cost(first.join() - begun, millis() - begun);
        });
    }

    private List<Double> moves(Posture posture) {
        Fx.run(() -> root.getChildren().setAll(List.of(page(posture))));
        Fx.frames(10);
        TrendView view = Fx.get(() -> (TrendView) root.lookup(".trend-view"));
        List<Double> frames = new ArrayList<>();
        for (int move = -50; move < MOVES; move++) {
            double x = 80 + (move + 50) * 2.0;
            // below the plot, where no point is near, and in the scene's coordinates, as an event has them
            Point2D at = Fx.get(() -> view.localToScene(x, view.getHeight() - 4));
            double begun = millis();
            Fx.run(() -> Event.fireEvent(view, moved(at.getX(), at.getY())));
            Fx.frames(1);
            if (move >= 0) {
                frames.add(millis() - begun);
            }
        }
        return frames;
    }

    private static MouseEvent moved(double x, double y) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                y,
                x,
                y,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    private double millis() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread) / 1e6;
    }

    /** Twenty frameworks with five hundred assessments each, over ten years. */
    static Posture posture() {
        Random random = new Random(3);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < FRAMEWORKS; i++) {
            Framework framework = new Framework("framework-" + (10 + i));
            List<Assessment> assessments = new ArrayList<>();
            double score = 40 + random.nextInt(50);
            for (int point = 0; point < POINTS; point++) {
                score = Math.clamp(score + random.nextGaussian() * 3, 5, 99);
                Instant at = Postures.NOW
                        .minus(Duration.ofDays(3_650))
                        .plus(Duration.ofHours(175L * point + random.nextInt(100)));
                assessments.add(new Assessment(
                        framework, BigDecimal.valueOf(Math.round(score)), new Grade("B"), at, at, false));
            }
            standings.add(new Standing(framework, assessments, true));
        }
        return ManyFrameworks.with(Postures.northwind(), standings);
    }
}
