package dev.gradeline.ui.recommendations;

import dev.gradeline.bench.Curve;
import dev.gradeline.bench.Figure;
import dev.gradeline.bench.Figures;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.FxTaskRunner;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.words.PostureWords;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * What a key typed into the filter costs at 100,000 rows, sorted by two columns, beside a {@code FilteredList} with {@code
 * contains} on lower-cased fields behind a {@code SortedList} that takes turns with it; what sorting costs, beside {@code
 * List.sort} with the same comparator; and what a row takes of the memory.
 */
public final class RecommendationsBenchmark {
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 12;
    /** Each types all letters. */
    private static final int TYPED_ROUNDS = 9;

    private static final int WARM_UP = 4;
    /** Until the compiler has seen what a day of typing shows it. */
    private static final int TYPED_WARM_UP = 3;

    private static final double WIDTH = 990;
    private static final double HEIGHT = 714;

    /** What is typed, letter by letter, and taken back. */
    private static final List<String> TYPED = List.of(
            "e",
            "en",
            "enc",
            "encr",
            "encry",
            "encrypt",
            "encrypt b",
            "encrypt",
            "encr",
            "en",
            "d",
            "da",
            "dat",
            "data",
            "data c",
            "data",
            "da",
            "");

    private static final Order ORDER =
            new Order(List.of(new Order.Key(Order.Column.STATUS, false), new Order.Key(Order.Column.TITLE, true)));

    private static final Order BACK = new Order(List.of(
            new Order.Key(Order.Column.CATEGORY, true),
            new Order.Key(Order.Column.PRIORITY, false),
            new Order.Key(Order.Column.TITLE, false)));

    private final long thread = Fx.get(() -> Thread.currentThread().threadId());

    private final Figures figures;
    private final int rows;

    private RecommendationsBenchmark(Figures figures) {
        this.figures = figures;
        this.rows = figures.rows(ROWS);
    }

    public static void main(String[] arguments) throws Exception {
        run(Figures.alone());
    }

    public static void run(Figures figures) throws Exception {
        RecommendationsBenchmark bench = new RecommendationsBenchmark(figures);
        bench.memory();
        bench.sorting();
        bench.typing();
        for (int size : figures.sizes()) {
            bench.growing(size);
        }
    }

    // ---- a key typed

    /** One side: shows what is typed, and tells when it is shown. */
    private interface Side {
        /** On the JavaFX thread; tells when the rows are in the table. */
        void type(String text, Runnable placed);

        Parent root();
    }

    private void typing() throws Exception {
        Posture posture = Postures.northwindWithRecommendations(rows);
        Side ours = Fx.get(() -> ours(posture));
        Side once = Fx.get(() -> stock(posture, true));
        Side each = Fx.get(() -> stock(posture, false));
        List<Double> total = new ArrayList<>();
        List<Double> strict = new ArrayList<>();
        List<Double> onThread = new ArrayList<>();
        List<Double> strictOnThread = new ArrayList<>();
        List<Double> keys = new ArrayList<>();
        List<Double> fxKeys = new ArrayList<>();
        List<Double> slow = new ArrayList<>();
        int rounds = figures.rounds(TYPED_ROUNDS);
        for (int round = -figures.warmUp(TYPED_WARM_UP); round < rounds; round++) {
            figures.round("typing", round, rounds);
            for (String text : TYPED) {
                double theirs = key(each, text, End.AT_ONCE).took();
                double theirsOnce = key(once, text, End.AT_ONCE).took();
                double mine = key(ours, text, End.AT_ONCE).took();
                if (round >= 0) {
                    total.add(mine / theirs);
                    strict.add(mine / theirsOnce);
                    keys.add(mine);
                }
            }
            if (round >= 0) {
                slow.add(Collections.max(keys.subList(keys.size() - TYPED.size(), keys.size())));
            }
            for (String text : TYPED) {
                double theirs = key(each, text, End.PULSE).onThread();
                double theirsOnce = key(once, text, End.PULSE).onThread();
                double mine = key(ours, text, End.PULSE).onThread();
                if (round >= 0) {
                    onThread.add(mine / theirs);
                    strictOnThread.add(mine / theirsOnce);
                    fxKeys.add(mine);
                }
            }
        }
        figures.tell(Figure.KEY_SHOWN, total);
        figures.tell(Figure.KEY_THREAD, onThread);
        figures.tell(Figure.KEY_SHOWN_STRICT, strict);
        figures.tell(Figure.KEY_THREAD_STRICT, strictOnThread);
        figures.tell(Figure.KEY_TIME, keys);
        figures.tell(Figure.KEY_THREAD_TIME, fxKeys);
        figures.tell(Figure.KEY_TIME_SLOWEST, slow);
        Fx.run(() -> {
            for (Side side : List.of(ours, once, each)) {
                side.root().getScene().getWindow().hide();
            }
        });
    }

    /** Milliseconds in all, and of the JavaFX thread's own processor time. */
    private record Cost(double took, double onThread) {}

    /** When the rows are there: laid out as soon as they are known, or by the toolkit with its next frame. */
    private enum End {
        AT_ONCE,
        PULSE
    }

    private Cost key(Side side, String text, End end) throws InterruptedException {
        Fx.frames(1);
        CountDownLatch shown = new CountDownLatch(1);
        double cpu = millis();
        long begin = System.nanoTime();
        Platform.runLater(() -> side.type(text, () -> laidOut(side.root(), end, shown)));
        shown.await();
        double took = (System.nanoTime() - begin) / 1e6;
        return new Cost(took, Math.max(0.001, millis() - cpu));
    }

    private static void laidOut(Parent root, End end, CountDownLatch shown) {
        if (end == End.PULSE) {
            // a frame styles and lays out what has changed; to ask for it styles all of a page, as large as it is
            Scene scene = root.getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    shown.countDown();
                }
            });
            Platform.requestNextPulse();
            return;
        }
        root.applyCss();
        root.layout();
        shown.countDown();
    }

    private static void show(Parent root) {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        new Theme(scene).choose(Settings.Theme.LIGHT, 100);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    private static Side ours(Posture posture) {
        TestPages pages = new TestPages(TestPages.firstVisit(posture), new FxTaskRunner(Platform::runLater));
        RecommendationsViewModel model = new RecommendationsViewModel(pages.context());
        model.order().set(ORDER);
        Parent root =
                new StackPane((Node) Fxml.load(new RecommendationsController(model, pages.context()), pages.words));
        show(root);
        return new Side() {
            @Override
            public void type(String text, Runnable placed) {
                ChangeListener<Number> once = new ChangeListener<>() {
                    @Override
                    public void changed(
                            javafx.beans.value.ObservableValue<? extends Number> observable, Number was, Number now) {
                        model.selection().placed().removeListener(this);
                        placed.run();
                    }
                };
                model.selection().placed().addListener(once);
                model.choices().search().set(text);
            }

            @Override
            public Parent root() {
                return root;
            }
        };
    }

    /** A row as a program would have it that knows no better. */
    private record Plain(RecommendationRow row, List<String> fields, List<String> lower) {
        boolean has(String sought, boolean beforehand) {
            if (beforehand) {
                return lower.stream().anyMatch(field -> field.contains(sought));
            }
            return fields.stream()
                    .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(sought));
        }
    }

    private static Side stock(Posture posture, boolean beforehand) {
        TestPages pages = new TestPages(TestPages.firstVisit(posture));
        RecommendationRow.Maker maker = new RecommendationRow.Maker(new PostureWords(pages.words), Postures.NOW);
        List<Plain> all = new ArrayList<>();
        for (Recommendation r : posture.recommendations()) {
            RecommendationRow row = maker.make(all.size(), r);
            List<String> fields =
                    List.of(row.title(), row.status(), row.framework(), row.category(), row.priority(), row.shownId());
            all.add(new Plain(
                    row,
                    fields,
                    fields.stream().map(field -> field.toLowerCase(Locale.ROOT)).toList()));
        }
        FilteredList<Plain> filtered = new FilteredList<>(FXCollections.observableArrayList(all));
        SortedList<Plain> sorted =
                new SortedList<>(filtered, (one, other) -> ORDER.comparator().compare(one.row(), other.row()));
        TableView<Plain> table = new TableView<>(sorted);
        for (int i = 0; i < 6; i++) {
            int field = i;
            TableColumn<Plain, String> column = new TableColumn<>("column " + i);
            column.setCellValueFactory(cell -> new javafx.beans.property.ReadOnlyStringWrapper(
                    cell.getValue().fields().get(field)));
            table.getColumns().add(column);
        }
        Parent root = new StackPane(table);
        show(root);
        return new Side() {
            @Override
            public void type(String text, Runnable placed) {
                List<String> words = List.of(text.split(" "));
                filtered.setPredicate(row -> words.stream().allMatch(word -> row.has(word, beforehand)));
                placed.run();
            }

            @Override
            public Parent root() {
                return root;
            }
        };
    }

    // ---- sorting

    private void sorting() {
        TestPages pages = new TestPages(TestPages.firstVisit(Postures.northwindWithRecommendations(rows)));
        RecommendationRows table = new RecommendationRows(
                pages.situation.get().posture().recommendations(), pages.situation.get(), pages.words);
        List<RecommendationRow> plain = table.sorted(Order.AYLIEA);
        List<Double> ratios = new ArrayList<>();
        for (int round = -figures.warmUp(WARM_UP); round < figures.rounds(ROUNDS); round++) {
            for (Order order : List.of(ORDER, BACK)) {
                List<RecommendationRow> copy = new ArrayList<>(plain);
                long begin = System.nanoTime();
                copy.sort(order.comparator());
                long middle = System.nanoTime();
                List<RecommendationRow> mine = table.sorted(order);
                long end = System.nanoTime();
                if (!mine.equals(copy)) {
                    throw new IllegalStateException("sorted otherwise");
                }
                if (round >= 0) {
                    ratios.add((end - middle) / (double) (middle - begin));
                }
            }
        }
        figures.tell(Figure.SORT, ratios);
    }

    // ---- as the rows grow

    private void growing(int size) throws Exception {
        TestPages pages = new TestPages(TestPages.firstVisit(Postures.northwindWithRecommendations(size)));
        List<Recommendation> all = pages.situation.get().posture().recommendations();
        RecommendationRows table = new RecommendationRows(all, pages.situation.get(), pages.words);
        List<RecommendationRow> plain = table.sorted(Order.AYLIEA);
        RecommendationFilter sought = RecommendationFilter.ALL.withSearch("encrypt b");
        // neither side sorts: the table keeps how it was sorted last, so the other has it beforehand, too
        List<RecommendationRow> sorted = List.copyOf(table.sorted(ORDER));
        figures.measure(
                Curve.FILTER,
                size,
                () -> table.shown(new RecommendationRows.Wish(sought, ORDER, Grouping.NONE, java.util.Set.of())),
                () -> sorted.stream()
                        .filter(row -> row.title().toLowerCase(Locale.ROOT).contains("encrypt")
                                && row.title().toLowerCase(Locale.ROOT).contains("b"))
                        .toList());
        // by turns, for the table keeps how it was sorted last
        Iterator<Order> mine = Stream.iterate(0, turn -> turn + 1)
                .map(turn -> turn % 2 == 0 ? ORDER : BACK)
                .iterator();
        Iterator<Order> theirs = Stream.iterate(0, turn -> turn + 1)
                .map(turn -> turn % 2 == 0 ? ORDER : BACK)
                .iterator();
        figures.measure(Curve.SORT, size, () -> table.sorted(mine.next()), () -> {
            List<RecommendationRow> copy = new ArrayList<>(plain);
            copy.sort(theirs.next().comparator());
            return copy;
        });
    }

    // ---- memory

    private void memory() throws InterruptedException {
        TestPages pages = new TestPages(TestPages.firstVisit(Postures.empty()));
        long before = used();
        List<Recommendation> all =
                List.copyOf(Postures.northwindWithRecommendations(rows).recommendations());
        long known = used();
        RecommendationRows table = new RecommendationRows(all, pages.situation.get(), pages.words);
        RecommendationRows.Shown shown = table.shown(new RecommendationRows.Wish(
                pages.context().filter().get(), ORDER, Grouping.STATUS, java.util.Set.of()));
        long after = used();
        long text = 0;
        for (Recommendation r : all) {
            text += String.valueOf(r.title()).length() + r.id().length();
        }
        figures.tell(Figure.ROW_MEMORY, List.of((after - known) / (double) rows));
        figures.tell(Figure.ROW_MEMORY_WHOLE, List.of((after - before - text) / (double) rows));
        if (shown.rows().size() != rows || table.sorted(ORDER).size() != rows) {
            throw new IllegalStateException("not all rows are there");
        }
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private double millis() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread) / 1e6;
    }
}
