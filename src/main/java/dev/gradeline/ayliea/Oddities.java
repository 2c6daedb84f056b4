package dev.gradeline.ayliea;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Collects what was passed over or not understood in single rows: the first few in words, the rest as a count. Rows that
 * are left out altogether come first, for they are missed elsewhere.
 */
final class Oddities {
    private static final int WORDED = 20;

    private final List<String> dropped = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int droppedCount;
    private int otherCount;

    void add(String text) {
        otherCount++;
        keep(others, text);
    }

    /** Notes a row that is left out altogether. */
    void dropped(String text) {
        droppedCount++;
        keep(dropped, text);
    }

    void addAll(Oddities more) {
        more.dropped.forEach(text -> keep(dropped, text));
        more.others.forEach(text -> keep(others, text));
        droppedCount += more.droppedCount;
        otherCount += more.otherCount;
    }

    private static void keep(List<String> texts, String text) {
        if (texts.size() < WORDED) {
            texts.add(text);
        }
    }

    void clear() {
        dropped.clear();
        others.clear();
        droppedCount = 0;
        otherCount = 0;
    }

    /** At most 22 texts; empty when nothing was odd. */
    List<String> texts() {
        List<String> all = new ArrayList<>();
        if (droppedCount > 0) {
            all.add("rows left out: " + droppedCount);
        }
        List<String> worded =
                Stream.concat(dropped.stream(), others.stream()).limit(WORDED).toList();
        all.addAll(worded);
        int more = droppedCount + otherCount - worded.size();
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return all;
    }
}
