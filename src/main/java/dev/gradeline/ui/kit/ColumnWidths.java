package dev.gradeline.ui.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * How a table shares its width. Every column wants a width, told in em so that it grows with the text; the flexible ones
 * take what is left over and give way, down to their least, where there is too little. Only where even that is too wide
 * does the table scroll. JavaFX thread.
 */
public final class ColumnWidths<S> {
    /** The height of a row in em, as the stylesheet has it: the table's one measure of the text size. */
    private static final double ROW_EMS = 2.9231;
    /** Before the stylesheet was applied. */
    private static final double BODY = 13;

    private static final String WIDTH = "gradeline-column-width";

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
    private final Map<TableColumn<?, ?>, Double> chosen = new HashMap<>();
    private Runnable onChosen = () -> {};

    private ColumnWidths(TableView<S> table) {
        this.table = table;
    }

    /** A column that keeps its width. */
    public static void fixed(TableColumn<?, ?> column, double ems) {
        set(column, new Width(ems, ems));
    }

    /** A column that grows and gives way. */
    public static void flexible(TableColumn<?, ?> column, double ems, double leastEms) {
        set(column, new Width(ems, leastEms));
    }

    private static void set(TableColumn<?, ?> column, Width width) {
        column.getProperties().put(WIDTH, width);
        // Any value but the default, at which the table would measure the cells instead.
        column.setPrefWidth(width.ems() * BODY);
    }

    /** Takes over the widths of a table whose columns all have theirs. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // the toolkit's own policy type is raw
    public static <S> ColumnWidths<S> install(TableView<S> table) {
        ColumnWidths<S> widths = new ColumnWidths<>(table);
        table.setColumnResizePolicy(features -> widths.resize((TableView.ResizeFeatures<S>) features));
        InvalidationListener again = o -> widths.again();
        table.getVisibleLeafColumns().addListener(again);
        table.fixedCellSizeProperty().addListener(again);
        return widths;
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
        double room = Math.floor(features.getContentWidth());
        if (room <= 0) {
            return false;
        }
        double em = table.getFixedCellSize() > 0 ? table.getFixedCellSize() / ROW_EMS : BODY;
        TableColumn<S, ?> dragged = features.getColumn();
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

    /** The column being dragged keeps what it was given; the other flexible ones make up for it. */
    private double[] share(
            List<TableColumn<S, ?>> columns, @Nullable TableColumn<S, ?> dragged, double room, double em) {
        double[] widths = new double[columns.size()];
        double total = 0;
        double slack = 0;
        double flexible = 0;
        int last = -1;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.round(wanted(columns.get(i)) * em);
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

    private double wanted(TableColumn<?, ?> column) {
        Double own = chosen.get(column);
        return own != null ? own : width(column).ems();
    }

    private static Width width(TableColumn<?, ?> column) {
        return column.getProperties().get(WIDTH) instanceof Width width
                ? width
                : new Width(column.getPrefWidth() / BODY, column.getPrefWidth() / BODY);
    }
}
