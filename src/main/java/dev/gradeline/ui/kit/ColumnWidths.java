package dev.gradeline.ui.kit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * How a table shares its width. Every column wants a width, told in em so that it grows with the text; the flexible ones
 * take what is left over and give way, down to their least, where there is too little. Where even that is too wide, the
 * columns that may {@linkplain #yields yield} leave one after the other and come back when there is room. Only then, or
 * for a column that the person wants to see all the same, does the table scroll. JavaFX thread.
 */
public final class ColumnWidths<S> {
    /** The usual height of a row in em, as the stylesheet has it: the table's one measure of the text size. */
    private static final double ROW_EMS = 2.9231;
    /** Before the stylesheet was applied. */
    private static final double BODY = 13;

    private static final String WIDTH = "gradeline-column-width";
    private static final String YIELDS = "gradeline-column-yields";

    /**
     * @param ems what the column wants
     * @param least what it needs; as much as it wants, unless it is flexible
     */
    private record Width(double ems, double least) {
        boolean flexible() {
            return least < ems;
        }
    }

    private final TableView<S> table;
    private final double rowEms;
    private final Map<TableColumn<?, ?>, Double> chosen = new HashMap<>();
    /** Those that left for lack of room; to the person, and to what remembers the table, they are still wanted. */
    private final Set<TableColumn<?, ?>> away = new HashSet<>();
    /** Those that the person called back although there is no room. */
    private final Set<TableColumn<?, ?>> insisted = new HashSet<>();

    private final CrowdedHint hint;
    private Runnable onChosen = () -> {};
    private boolean arranging;

    private ColumnWidths(TableView<S> table, double rowEms) {
        this.table = table;
        this.rowEms = rowEms;
        this.hint = new CrowdedHint(table);
    }

    /** A column that keeps its width. */
    public static void fixed(TableColumn<?, ?> column, double ems) {
        set(column, new Width(ems, ems));
    }

    /** A column that grows and gives way. */
    public static void flexible(TableColumn<?, ?> column, double ems, double leastEms) {
        set(column, new Width(ems, leastEms));
    }

    /**
     * A column that leaves where there is no room for the least of all.
     *
     * @param turn when it leaves: the lowest goes first
     */
    public static void yields(TableColumn<?, ?> column, int turn) {
        column.getProperties().put(YIELDS, turn);
    }

    /** Columns that leave where there is no room for the least of all: the first of the list first. */
    public static void yields(List<? extends TableColumn<?, ?>> firstToGo) {
        for (int turn = 0; turn < firstToGo.size(); turn++) {
            yields(firstToGo.get(turn), turn);
        }
    }

    private static void set(TableColumn<?, ?> column, Width width) {
        column.getProperties().put(WIDTH, width);
        // Any value but the default, at which the table would measure the cells instead.
        column.setPrefWidth(width.ems() * BODY);
    }

    /** Takes over the widths of a table whose columns all have theirs. */
    public static <S> ColumnWidths<S> install(TableView<S> table) {
        return install(table, ROW_EMS);
    }

    /**
     * The same of a table whose rows are higher.
     *
     * @param rowEms the height of a row in em, as the stylesheet has it
     */
    @SuppressWarnings({"rawtypes", "unchecked"}) // the toolkit's own policy type is raw
    public static <S> ColumnWidths<S> install(TableView<S> table, double rowEms) {
        ColumnWidths<S> widths = new ColumnWidths<>(table, rowEms);
        table.setColumnResizePolicy(features -> widths.resize((TableView.ResizeFeatures<S>) features));
        InvalidationListener again = o -> widths.again();
        table.getVisibleLeafColumns().addListener(again);
        table.fixedCellSizeProperty().addListener(again);
        for (TableColumn<S, ?> column : table.getColumns()) {
            column.visibleProperty().addListener((visible, was, now) -> widths.shownOrHidden(column, now));
        }
        return widths;
    }

    /**
     * Says how many columns left for lack of room: in a hint at the button of the column menu, which also looks so, and to
     * assistive technology.
     *
     * @param text for a number of columns from 1
     */
    public void explain(IntFunction<String> text) {
        hint.explain(text);
    }

    /** Whether the column is there as far as the person is concerned, be it that there is no room for it now. */
    boolean wanted(TableColumn<?, ?> column) {
        return column.isVisible() || away.contains(column);
    }

    /** Lays the columns out anew: what becomes visible meanwhile is not asked for by the person. */
    void rearrange(Runnable change) {
        boolean before = arranging;
        arranging = true;
        try {
            // what the change does not speak of is as the person wants it, and not as there was room for it
            away.forEach(column -> column.setVisible(true));
            away.clear();
            insisted.clear();
            change.run();
        } finally {
            arranging = before;
        }
        again();
    }

    private void shownOrHidden(TableColumn<S, ?> column, boolean visible) {
        if (arranging) {
            return;
        }
        if (visible && away.remove(column)) {
            insisted.add(column);
            again();
        } else if (!visible) {
            insisted.remove(column);
        }
    }

    /** Sends away those that there is no room for, and calls back those that there is room for again. */
    private void arrange(double room, double em) {
        List<TableColumn<S, ?>> turns = table.getColumns().stream()
                .filter(column -> column.getProperties().containsKey(YIELDS) && !insisted.contains(column))
                .filter(this::wanted)
                .sorted(Comparator.comparingInt(ColumnWidths::turn))
                .toList();
        if (turns.isEmpty()) {
            hint.show(away.size());
            return;
        }
        double total = 0;
        for (TableColumn<S, ?> column : table.getColumns()) {
            total += wanted(column) ? least(column, em) : 0;
        }
        arranging = true;
        try {
            for (TableColumn<S, ?> column : turns) {
                boolean leaves = total > room;
                total -= leaves ? least(column, em) : 0;
                if (leaves ? away.add(column) : away.remove(column)) {
                    column.setVisible(!leaves);
                }
            }
        } finally {
            arranging = false;
        }
        hint.show(away.size());
    }

    private static int turn(TableColumn<?, ?> column) {
        return column.getProperties().get(YIELDS) instanceof Integer turn ? turn : Integer.MAX_VALUE;
    }

    /** What a column takes where there is little room: one that gives no way, all that it is wanted to have. */
    private double least(TableColumn<?, ?> column, double em) {
        Width width = width(column);
        double wanted = wantedEms(column);
        return Math.round((width.flexible() ? Math.min(width.least(), wanted) : wanted) * em);
    }

    /** Told whenever the person changed a width. */
    void onChosen(Runnable told) {
        onChosen = told;
    }

    /** The width in em that the person chose; null while it is the column's own. */
    @Nullable Double chosen(TableColumn<?, ?> column) {
        return chosen.get(column);
    }

    void choose(TableColumn<?, ?> column, double ems) {
        chosen.put(column, ems);
        again();
    }

    /** Gives a column its own width again. */
    void forget(TableColumn<?, ?> column) {
        if (chosen.remove(column) != null) {
            again();
        }
    }

    private void again() {
        resize(new TableView.ResizeFeatures<>(table, null, 0.0));
    }

    private boolean resize(TableView.ResizeFeatures<S> features) {
        double room = Math.floor(Math.min(features.getContentWidth(), besideScrollBar()));
        if (room <= 0) {
            return false;
        }
        double em = table.getFixedCellSize() > 0 ? table.getFixedCellSize() / rowEms : BODY;
        TableColumn<S, ?> dragged = features.getColumn();
        if (dragged == null && !arranging) {
            arrange(room, em);
        }
        if (dragged != null) {
            double target = (dragged.getWidth() + features.getDelta()) / em;
            if (target < Math.min(width(dragged).least(), 3)) {
                return false;
            }
            // What the person sees is from now on what they want.
            table.getVisibleLeafColumns().forEach(column -> chosen.put(column, column.getWidth() / em));
            chosen.put(dragged, target);
        }
        List<TableColumn<S, ?>> columns = List.copyOf(table.getVisibleLeafColumns());
        double[] widths = share(columns, dragged, room, em);
        for (int i = 0; i < widths.length; i++) {
            features.setColumnWidth(columns.get(i), widths[i]);
        }
        if (dragged != null) {
            onChosen.run();
        }
        return true;
    }

    /** The scroll bar's place is kept free while there is none: what shows must not move because rows come or go. */
    private double besideScrollBar() {
        double width = table.getWidth() - table.snappedLeftInset() - table.snappedRightInset();
        for (Node flow : table.getChildrenUnmodifiable()) {
            if (flow instanceof VirtualFlow<?> rows) {
                for (Node part : rows.getChildrenUnmodifiable()) {
                    if (part instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                        return width - Math.ceil(bar.prefWidth(-1));
                    }
                }
            }
        }
        return width;
    }

    /** The column being dragged keeps what it was given; the other flexible ones make up for it. */
    private double[] share(
            List<TableColumn<S, ?>> columns, @Nullable TableColumn<S, ?> dragged, double room, double em) {
        double[] widths = new double[columns.size()];
        double total = 0;
        double slack = 0;
        double flexible = 0;
        int last = -1;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.round(wantedEms(columns.get(i)) * em);
            total += widths[i];
            if (gives(columns.get(i), dragged)) {
                slack += slack(columns.get(i), widths[i], em);
                flexible += widths[i];
                last = i;
            }
        }
        double over = total - room;
        for (int i = 0; i < widths.length && last >= 0; i++) {
            if (!gives(columns.get(i), dragged)) {
                continue;
            }
            double change = over > 0
                    ? -Math.ceil(Math.min(1, slack == 0 ? 0 : over / slack) * slack(columns.get(i), widths[i], em))
                    : Math.floor(-over * widths[i] / flexible);
            widths[i] += change;
            total += change;
        }
        if (last >= 0 && total < room) {
            widths[last] += room - total;
        }
        return widths;
    }

    private static boolean gives(TableColumn<?, ?> column, @Nullable TableColumn<?, ?> dragged) {
        return !column.equals(dragged) && width(column).flexible();
    }

    private static double slack(TableColumn<?, ?> column, double width, double em) {
        return Math.max(0, width - Math.round(width(column).least() * em));
    }

    private double wantedEms(TableColumn<?, ?> column) {
        Double own = chosen.get(column);
        return own != null ? own : width(column).ems();
    }

    private static Width width(TableColumn<?, ?> column) {
        return column.getProperties().get(WIDTH) instanceof Width width
                ? width
                : new Width(column.getPrefWidth() / BODY, column.getPrefWidth() / BODY);
    }
}
