package dev.gradeline.report.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How letters of the Arabic script join: each has up to four forms, by what stands before and after it, and lam with alef is
 * one letter. The forms are those that Unicode keeps for this purpose; a font that has none shows the letters apart.
 */
final class ArabicForms {
    private static final int TATWEEL = 0x0640;
    private static final int LAM = 0x0644;

    private final Map<Integer, Forms> letters = new HashMap<>();
    private final Map<Integer, Forms> withLam = new HashMap<>();

    /** Forms of one letter; 0 for one that it has not. */
    private static final class Forms {
        private int isolated;
        private int ending;
        private int initial;
        private int medial;

        void set(String name, int form) {
            if (name.endsWith("ISOLATED FORM")) {
                isolated = form;
            } else if (name.endsWith("FINAL FORM")) {
                ending = form;
            } else if (name.endsWith("INITIAL FORM")) {
                initial = form;
            } else if (name.endsWith("MEDIAL FORM")) {
                medial = form;
            }
        }
    }

    ArabicForms() {
        for (int form = 0xFB50; form <= 0xFEFC; form++) {
            String name = form < 0xFBFF || form > 0xFE7F ? Character.getName(form) : null;
            if (name != null && name.endsWith(" FORM")) {
                int[] base = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC)
                        .codePoints()
                        .toArray();
                if (base.length == 1) {
                    letters.computeIfAbsent(base[0], letter -> new Forms()).set(name, form);
                } else if (base.length == 2 && base[0] == LAM) {
                    withLam.computeIfAbsent(base[1], letter -> new Forms()).set(name, form);
                }
            }
        }
    }

    static boolean isNeeded(int codePoint) {
        return codePoint >= 0x0620 && codePoint <= 0x06FF;
    }

    /** The text with each letter in its form, in the order in which it is read. */
    List<Integer> join(List<Integer> text) {
        List<Integer> joined = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            int letter = text.get(i);
            boolean before = joinsOn(neighbour(text, i, -1));
            int next = neighbourIndex(text, i, 1);
            Forms one = letter == LAM && next >= 0 ? withLam.get(text.get(next)) : null;
            if (one != null) {
                joined.add(pick(before ? one.ending : one.isolated, letter));
                joined.addAll(text.subList(i + 1, next));
                i = next;
                continue;
            }
            Forms forms = letters.get(letter);
            if (forms == null) {
                joined.add(letter);
                continue;
            }
            boolean after = (forms.initial != 0) && joinsBack(next < 0 ? null : text.get(next));
            int form = before && after ? forms.medial : before ? forms.ending : after ? forms.initial : forms.isolated;
            joined.add(pick(form, letter));
        }
        return joined;
    }

    private static int pick(int form, int letter) {
        return form == 0 ? letter : form;
    }

    /** Whether a letter joins the one after it. */
    private boolean joinsOn(@Nullable Integer letter) {
        Forms forms = letter == null ? null : letters.get(letter);
        return letter != null && letter == TATWEEL || forms != null && forms.initial != 0;
    }

    /** Whether a letter joins the one before it. */
    private boolean joinsBack(@Nullable Integer letter) {
        Forms forms = letter == null ? null : letters.get(letter);
        return letter != null && letter == TATWEEL || forms != null && forms.ending != 0;
    }

    private static @Nullable Integer neighbour(List<Integer> text, int at, int step) {
        int index = neighbourIndex(text, at, step);
        return index < 0 ? null : text.get(index);
    }

    /** The next letter that way, past marks, which do not part letters; -1 for none. */
    private static int neighbourIndex(List<Integer> text, int at, int step) {
        int i = at + step;
        while (i >= 0 && i < text.size() && Character.getType(text.get(i)) == Character.NON_SPACING_MARK) {
            i += step;
        }
        return i >= 0 && i < text.size() ? i : -1;
    }
}
