package dev.gradeline.ayliea;

import java.util.ArrayList;
import java.util.List;

/** Collects what was passed over or not understood in single rows: the first few in words, the rest as a count. */
final class Oddities {
    private static final int WORDED = 20;

    private final List<String> texts = new ArrayList<>();
    private int count;
    private int dropped;

    void add(String text) {
        count++;
        if (texts.size() < WORDED) {
            texts.add(text);
        }
    }

    /** Notes a row that is left out altogether. */
    void dropped(String text) {
        dropped++;
        add(text);
    }

    void addAll(Oddities other) {
        for (String text : other.texts) {
            if (texts.size() < WORDED) {
                texts.add(text);
            }
        }
        count += other.count;
        dropped += other.dropped;
    }

    void clear() {
        texts.clear();
        count = 0;
        dropped = 0;
    }

    /** At most 22 texts; empty when nothing was odd. */
    List<String> texts() {
        List<String> all = new ArrayList<>();
        if (dropped > 0) {
            all.add("rows left out: " + dropped);
        }
        all.addAll(texts);
        if (count > texts.size()) {
            all.add("and " + (count - texts.size()) + " more");
        }
        return all;
    }
}
