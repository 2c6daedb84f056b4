package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.FxTaskRunner;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.words.PostureWords;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
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
    private static final PrintStream OUT = System.out;
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 12;
    /** Each types all letters. */
    private static final int TYPED_ROUNDS = 3;

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

    private final long thread = Fx.get(() -> Thread.currentThread().threadId());

    private RecommendationsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        RecommendationsBenchmark bench = new RecommendationsBenchmark();
        bench.memory();
        bench.sorting();
        bench.typing();
    }

    // ---- a key typed

    /** One side: shows what is typed, and tells when it is shown. */
    private interface Side {
        /** On the JavaFX thread; tells when the rows are in the table. */
        void type(String text, Runnable placed);

        Parent root();
    }

    private void typing() throws Exception {
        Posture posture = Postures.northwindWithRecommendations(ROWS);
        Side ours = Fx.get(() -> ours(posture));
        Side once = Fx.get(() -> stock(posture, true));
        Side each = Fx.get(() -> stock(posture, false));
        List<Double> total = new ArrayList<>();
        List<Double> strict = new ArrayList<>();
        List<Double> onThread = new ArrayList<>();
        List<Double> strictOnThread = new ArrayList<>();
        List<Double> keys = new ArrayList<>();
        List<Double> fxKeys = new ArrayList<>();
        for (int round = -TYPED_WARM_UP; round < TYPED_ROUNDS; round++) {
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
        tell("a key typed until its rows show / FilteredList and SortedList", total);
        tell("  of it on the JavaFX thread", onThread);
        tell("  until its rows show / the same with fields lower-cased beforehand", strict);
        tell("  of it on the JavaFX thread", strictOnThread);
        tell("  milliseconds in all, of this machine", keys);
        tell("  milliseconds on the JavaFX thread, of this machine", fxKeys);
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
                        model.placed().removeListener(this);
                        placed.run();
                    }
                };
                model.placed().addListener(once);
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
        TestPages pages = new TestPages(TestPages.firstVisit(Postures.northwindWithRecommendations(ROWS)));
        RecommendationRows rows = new RecommendationRows(
                pages.situation.get().posture().recommendations(), pages.situation.get(), pages.words);
        Order back = new Order(List.of(
                new Order.Key(Order.Column.CATEGORY, true),
                new Order.Key(Order.Column.PRIORITY, false),
                new Order.Key(Order.Column.TITLE, false)));
        List<RecommendationRow> plain = rows.sorted(Order.AYLIEA);
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Order order : List.of(ORDER, back)) {
                List<RecommendationRow> copy = new ArrayList<>(plain);
                long begin = System.nanoTime();
                copy.sort(order.comparator());
                long middle = System.nanoTime();
                List<RecommendationRow> mine = rows.sorted(order);
                long end = System.nanoTime();
                if (!mine.equals(copy)) {
                    throw new IllegalStateException("sorted otherwise");
                }
                if (round >= 0) {
                    ratios.add((end - middle) / (double) (middle - begin));
                }
            }
        }
        tell("sorting by several columns / List.sort, same comparator", ratios);
    }

    // ---- memory

    private void memory() throws InterruptedException {
        TestPages pages = new TestPages(TestPages.firstVisit(Postures.empty()));
        long before = used();
        List<Recommendation> all =
                List.copyOf(Postures.northwindWithRecommendations(ROWS).recommendations());
        long known = used();
        RecommendationRows rows = new RecommendationRows(all, pages.situation.get(), pages.words);
        RecommendationRows.Shown shown = rows.shown(new RecommendationRows.Wish(
                pages.context().filter().get(), ORDER, Grouping.STATUS, java.util.Set.of()));
        long after = used();
        long text = 0;
        for (Recommendation r : all) {
            text += String.valueOf(r.title()).length() + r.id().length();
        }
        OUT.printf(
                Locale.ROOT,
                "%-64s %.0f bytes for the table, %.0f with the recommendation, its own text of %.0f not counted%n",
                "a row held, grouped and sorted",
                (after - known) / (double) ROWS,
                (after - before - text) / (double) ROWS,
                text / (double) ROWS);
        if (shown.rows().size() != ROWS || rows.sorted(ORDER).size() != ROWS) {
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

    private static void tell(String what, List<Double> samples) {
        List<Double> sorted = new ArrayList<>(samples);
        Collections.sort(sorted);
        OUT.printf(
                Locale.ROOT,
                "%-64s median %.3f, quartiles %.3f to %.3f, p95 %.3f, of %d%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() / 4),
                sorted.get(3 * sorted.size() / 4),
                sorted.get(95 * sorted.size() / 100),
                sorted.size());
    }
}
