package dev.gradeline.ayliea;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads all pages of a list that may move meanwhile, from a server that may do as it likes, in the fewest requests.
 *
 * @param <R> a row
 */
final class Pager<R> {
    /** The most rows that the API gives at once. */
    static final int LIMIT = 100;

    /** More than any organisation can have: a server that goes on is making them up. */
    static final int MAX_ROWS = 200_000;

    /** Gets one page. */
    interface Source<R> {
        /** @param offset how many rows to pass over */
        Page<R> page(int offset) throws CallEnded, InterruptedException;
    }

    private final Function<R, @Nullable String> id;
    private final Oddities oddities;
    private final List<R> rows = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * @param id what makes a row that comes again the same row; null for one that is always new
     * @param oddities receives those of every page
     */
    Pager(Function<R, @Nullable String> id, Oddities oddities) {
        this.id = id;
        this.oddities = oddities;
    }

    /**
     * All rows, each once, in the order of their first coming.
     *
     * <p>A page shorter than the limit is the last one. A full page is followed by another, at the place after all rows
     * that came, be they more than were asked for. A page that repeats known rows and brings no new one means that the
     * server does not look at the place.
     */
    List<R> all(Source<R> source, Call call) throws CallEnded, InterruptedException {
        return all(source, call, soFar -> {});
    }

    /** @param arrived shown all rows so far after each page; the list goes on growing */
    List<R> all(Source<R> source, Call call, Consumer<List<R>> arrived) throws CallEnded, InterruptedException {
        int offset = 0;
        List<R> previous = List.of();
        while (true) {
            call.throwIfCancelled();
            Page<R> page = source.page(offset);
            boolean repeated = !page.rows().isEmpty()
                    // the first is for rows without an id, which nothing else can tell to be old
                    && (page.rows().equals(previous) || !addNew(page.rows()));
            if (repeated) {
                oddities.add("the page from row " + (offset + 1) + " repeats known rows: reading ended there");
                return rows;
            }
            oddities.addAll(page.oddities());
            arrived.accept(rows);
            call.rows(rows.size());
            offset += page.received();
            if (page.received() < LIMIT) {
                return rows;
            }
            if (offset >= MAX_ROWS) {
                oddities.add("more than " + MAX_ROWS + " rows: reading ended there");
                return rows;
            }
            previous = page.rows();
        }
    }

    /** Adds the rows that are new; false when there was none. */
    private boolean addNew(List<R> page) {
        int before = rows.size();
        for (R row : page) {
            String key = id.apply(row);
            if (key == null || ids.add(key)) {
                rows.add(row);
            }
        }
        return rows.size() > before;
    }
}
