package dev.gradeline.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which page of a whole file belongs to which tree, from a look at each page. */
final class TreeMapping {
    private final short[] owners;
    private final Map<Integer, int[]> children = new HashMap<>();

    TreeMapping(int pages) {
        this.owners = new short[pages];
    }

    void look(int number, byte[] content) {
        TreePage page = TreePage.of(number, content, 0);
        if (page != null && page.isInterior()) {
            children.put(number, page.children());
        }
    }

    /** @return for each page the number of its tree, from 1; 0 for none */
    short[] owners(List<Integer> roots) {
        for (int tree = 0; tree < roots.size(); tree++) {
            Deque<Integer> todo = new ArrayDeque<>(List.of(roots.get(tree)));
            for (@Nullable Integer page = todo.poll(); page != null; page = todo.poll()) {
                if (page >= 1 && page <= owners.length && owners[page - 1] == 0) {
                    owners[page - 1] = (short) (tree + 1);
                    for (int child : children.getOrDefault(page, new int[0])) {
                        todo.add(child);
                    }
                }
            }
        }
        return owners;
    }
}
