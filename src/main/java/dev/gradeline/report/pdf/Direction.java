package dev.gradeline.report.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a line that holds text from right to left into the order in which it is seen, its Arabic letters joined. */
final class Direction {
    private static final int FIRST_RIGHT_TO_LEFT = 0x0590;
    private static final String MIRRORED = "()[]{}<>«»‹›";

    private @Nullable ArabicForms forms;

    /** Nearly no line needs it. */
    boolean isNeeded(int[] text) {
        for (int codePoint : text) {
            if (codePoint >= FIRST_RIGHT_TO_LEFT && isRightToLeft(codePoint)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** The characters as they stand from left to right; marks stay behind the letter that carries them. */
    int[] leftToRight(int[] text) {
        List<Integer> joined = IntStream.of(text).boxed().toList();
        if (IntStream.of(text).anyMatch(ArabicForms::isNeeded)) {
            joined = forms().join(joined);
        }
        List<List<Integer>> clusters = new ArrayList<>();
        StringBuilder characters = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (int codePoint : joined) {
            if (!clusters.isEmpty() && isMark(codePoint)) {
                clusters.getLast().add(codePoint);
            } else {
                starts.add(characters.length());
                clusters.add(new ArrayList<>(List.of(codePoint)));
            }
            characters.appendCodePoint(codePoint);
        }
        Bidi bidi = new Bidi(characters.toString(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[clusters.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(starts.get(i));
            if (levels[i] % 2 == 1) {
                clusters.get(i).set(0, mirrored(clusters.get(i).getFirst()));
            }
        }
        Object[] order = clusters.toArray();
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        return Arrays.stream(order)
                .flatMap(cluster -> ((List<?>) cluster).stream())
                .mapToInt(codePoint -> (Integer) codePoint)
                .toArray();
    }

    /** The letters of a joined form that no font has, from left to right; empty for anything else. */
    int[] apart(int codePoint) {
        if (codePoint < 0xFB50 || codePoint > 0xFEFC) {
            return new int[0];
        }
        int[] letters = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                .codePoints()
                .toArray();
        if (letters.length == 1 && letters[0] == codePoint) {
            return new int[0];
        }
        return IntStream.range(0, letters.length)
                .map(i -> letters[letters.length - 1 - i])
                .toArray();
    }

    private ArabicForms forms() {
        ArabicForms known = forms;
        if (known == null) {
            known = new ArabicForms();
            forms = known;
        }
        return known;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static int mirrored(int codePoint) {
        int place = MIRRORED.indexOf(codePoint);
        return place < 0 ? codePoint : MIRRORED.charAt(place % 2 == 0 ? place + 1 : place - 1);
    }
}
