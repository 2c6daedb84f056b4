package dev.gradeline.ui.kit;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;

/**
 * A list for a table whose lines are all replaced at once, by a list that was made elsewhere: nothing is copied, and who
 * listens hears of one change. {@code setAll} copies both the old lines and the new, one by one. JavaFX thread.
 */
public final class SwapList<E> extends ObservableListBase<E> {
    private List<E> lines = List.of();

    /**
     * Shows these lines from now on.
     *
     * @param next not changed any more by whoever made it
     */
    public void swap(List<E> next) {
        List<E> was = lines;
        lines = next;
        if (!was.isEmpty() || !next.isEmpty()) {
            fireChange(new Swap<>(this, was));
        }
    }

    @Override
    public E get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    /** All lines there were, replaced by all there are. */
    private static final class Swap<E> extends ListChangeListener.Change<E> {
        private static final int[] NO_PERMUTATION = new int[0];

        private final List<E> removed;
        private boolean before = true;

        Swap(ObservableList<E> list, List<E> removed) {
            super(list);
            this.removed = removed;
        }

        @Override
        public boolean next() {
            boolean first = before;
            before = false;
            return first;
        }

        @Override
        public void reset() {
            before = true;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<E> getRemoved() {
            return removed;
        }

        @Override
        protected int[] getPermutation() {
            return NO_PERMUTATION;
        }
    }
}
