package dev.gradeline.ui.kit;

import dev.gradeline.settings.SettingsStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers a table's columns: order, visibility, widths and sort, by several columns where it is so sorted. One short text
 * in the settings, such as {@code TITLE:32.5,-ID,STATUS;STATUS descending,TITLE ascending}; what in it cannot be understood
 * is passed over. Columns are known by their ids. The same text is the layout that a page can keep under a name and show
 * again. JavaFX thread; writes elsewhere, one at a time.
 */
public final class TableMemory<S> {
    private static final Logger LOG = LoggerFactory.getLogger(TableMemory.class);
    private static final Pattern COLUMN = Pattern.compile("(-?)(\\w{1,40})(?::(\\d{1,3}(?:\\.\\d{1,3})?))?");
    private static final Pattern SORT = Pattern.compile("(\\w{1,40}) (ascending|descending)");

    private final TableView<S> table;
    private final ColumnWidths<S> widths;
    private final String name;
    private final SettingsStore settings;
    private final TaskRunner tasks;
    private String saved;
    private boolean saving;

    private TableMemory(
            TableView<S> table, ColumnWidths<S> widths, String name, SettingsStore settings, TaskRunner tasks) {
        this.table = table;
        this.widths = widths;
        this.name = name;
        this.settings = settings;
        this.tasks = tasks;
        this.saved = text();
    }

    /**
     * Lays the table out as it was left, and remembers from now on. The table has its columns and its sort policy.
     *
     * @param name the table's name in the settings
     */
    public static <S> TableMemory<S> install(
            TableView<S> table, ColumnWidths<S> widths, String name, SettingsStore settings, TaskRunner tasks) {
        TableMemory<S> memory = new TableMemory<>(table, widths, name, settings, tasks);
        String remembered = settings.current().tables().get(name);
        if (remembered != null) {
            widths.rearrange(() -> memory.restore(remembered));
        }
        memory.saved = memory.text();
        memory.listen();
        return memory;
    }

    private void listen() {
        InvalidationListener changed = o -> changed();
        table.getColumns().addListener(changed);
        table.getSortOrder().addListener(changed);
        for (TableColumn<S, ?> column : table.getColumns()) {
            column.visibleProperty().addListener(changed);
            column.sortTypeProperty().addListener(changed);
        }
        widths.onChosen(this::changed);
    }

    private void restore(String remembered) {
        String[] parts = remembered.split(";", 2);
        restoreColumns(parts[0]);
        List<TableColumn<S, ?>> order = new ArrayList<>();
        for (String each : parts.length == 2 ? parts[1].split(",", -1) : new String[0]) {
            Matcher sort = SORT.matcher(each);
            TableColumn<S, ?> column = sort.matches() ? column(sort.group(1)) : null;
            if (column != null && column.isSortable() && !order.contains(column)) {
                column.setSortType(sort.group(2).equals("ascending") ? SortType.ASCENDING : SortType.DESCENDING);
                order.add(column);
            }
        }
        table.getSortOrder().setAll(order);
    }

    private void restoreColumns(String remembered) {
        Map<TableColumn<S, ?>, Matcher> known = new LinkedHashMap<>();
        for (String each : remembered.split(",", -1)) {
            Matcher matcher = COLUMN.matcher(each);
            TableColumn<S, ?> column = matcher.matches() ? column(matcher.group(2)) : null;
            if (column != null) {
                known.putIfAbsent(column, matcher);
            }
        }
        if (known.values().stream().allMatch(matcher -> matcher.group(1).equals("-"))) {
            return;
        }
        List<TableColumn<S, ?>> order = new ArrayList<>(known.keySet());
        List<TableColumn<S, ?>> usual = List.copyOf(table.getColumns());
        for (int i = 0; i < usual.size(); i++) {
            // A column that came with a newer version stands after its usual neighbour.
            if (!known.containsKey(usual.get(i))) {
                order.add(i == 0 ? 0 : order.indexOf(usual.get(i - 1)) + 1, usual.get(i));
            }
        }
        table.getColumns().setAll(order);
        known.forEach((column, matcher) -> {
            column.setVisible(matcher.group(1).isEmpty());
            String ems = matcher.group(3);
            if (ems != null && Double.parseDouble(ems) >= 1) {
                widths.choose(column, Double.parseDouble(ems));
            } else {
                widths.forget(column);
            }
        });
    }

    private @Nullable TableColumn<S, ?> column(String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElse(null);
    }

    private void changed() {
        String now = text();
        if (saving || now.equals(saved)) {
            return;
        }
        saving = true;
        tasks.run(
                () -> settings.update(current -> current.withTable(name, now)),
                done -> {
                    saved = now;
                    saving = false;
                    // What changed while this was being written.
                    changed();
                },
                error -> {
                    saving = false;
                    LOG.warn("the columns of table {} could not be remembered", name, error);
                });
    }

    /** The layout as it is now, to be shown again by {@link #show}. */
    public String text() {
        String columns = table.getColumns().stream().map(this::text).collect(Collectors.joining(","));
        return table.getSortOrder().isEmpty()
                ? columns
                : columns + ";"
                        + table.getSortOrder().stream()
                                .map(column -> column.getId()
                                        + (column.getSortType() == SortType.ASCENDING ? " ascending" : " descending"))
                                .collect(Collectors.joining(","));
    }

    /** Lays the table out as a text of {@link #text} says, and remembers that. */
    public void show(String layout) {
        widths.rearrange(() -> restore(layout));
    }

    private String text(TableColumn<S, ?> column) {
        Double ems = widths.chosen(column);
        String width = ems == null ? "" : ":" + Math.round(Math.min(ems, 999) * 10) / 10.0;
        return (widths.wanted(column) ? "" : "-") + column.getId() + width;
    }
}
