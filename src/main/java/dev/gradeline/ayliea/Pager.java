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

    /** A server's own limit would be some such number. */
    private static final int ROUND = 10;

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
     * <p>A page shorter than the limit is the last one; but a first page of a round number of rows may be as many as the
     * server ever gives, so it is asked for one more. A full page is followed by another, at the place after all rows that
     * came, be they more than were asked for.
     *
     * @throws CallEnded as not understood when the list cannot be had whole: part of it, taken for all, would make the rest
     *     look gone
     */
    List<R> all(Source<R> source, Call call) throws CallEnded, InterruptedException {
        return all(source, call, soFar -> {});
    }

    /** @param arrived shown all rows so far after each page; the list goes on growing */
    List<R> all(Source<R> source, Call call, Consumer<List<R>> arrived) throws CallEnded, InterruptedException {
        int offset = 0;
        int size = LIMIT;
        List<R> previous = List.of();
        while (true) {
            call.throwIfCancelled();
            Page<R> page = source.page(offset);
            boolean repeated = !page.rows().isEmpty()
                    // the first is for rows without an id, which nothing else can tell to be old
                    && (page.rows().equals(previous) || !addNew(page.rows()));
            if (repeated && page.received() >= size) {
                return afterRepetition(offset, page);
            }
            if (offset == 0 && page.received() < LIMIT && page.received() % ROUND == 0) {
                size = Math.max(1, page.received());
            }
            oddities.addAll(page.oddities());
            arrived.accept(rows);
            call.rows(rows.size());
            offset += page.received();
            if (page.received() < size) {
                return rows;
            }
            if (offset >= MAX_ROWS) {
                throw CallEnded.notUnderstood("more than " + MAX_ROWS + " rows");
            }
            previous = page.rows();
        }
    }

    /**
     * A server that gave more rows than were asked for does not look at the limit, and gave all of them. One that gave as many
     * as were asked for, and the same again, does not look at the place: what comes after them cannot be had.
     */
    private List<R> afterRepetition(int offset, Page<R> page) throws CallEnded {
        if (page.received() <= LIMIT) {
            throw CallEnded.notUnderstood(
                    "the page from row " + (offset + 1) + " repeats known rows: the rest of the list cannot be read");
        }
        oddities.add("the page from row " + (offset + 1) + " repeats known rows: reading ended there");
        return rows;
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
