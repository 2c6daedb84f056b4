package dev.gradeline.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a program looks like once it stands, to know the first frame that shows it: the picture at rest, and which of its
 * points tell anything. Those of the colour that most have are background, which is there before the rest.
 */
final class Portrait {
    /** A clock or a line of status may differ. */
    private static final double ALIKE = 0.97;

    private final int[] rest;
    private final int[] telling;
    private final boolean empty;

    /** @param rest the picture at rest */
    Portrait(int[] rest) {
        this.rest = rest.clone();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int colour : rest) {
            counts.merge(colour, 1, Integer::sum);
        }
        int background = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        int[] foreground = indices(background);
        // an empty window is background alone
        this.empty = foreground.length * 50 < rest.length;
        this.telling = empty ? indices(-1) : foreground;
    }

    private int[] indices(int without) {
        int[] found = new int[rest.length];
        int count = 0;
        for (int i = 0; i < rest.length; i++) {
            // black is the screen behind the window
            if (rest[i] != without && rest[i] != 0) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether there is nothing but one colour. */
    boolean isEmpty() {
        return empty;
    }

    /** Whether a picture shows the same. */
    boolean isShownIn(int[] seen) {
        int alike = 0;
        for (int i : telling) {
            if (seen[i] == rest[i]) {
                alike++;
            }
        }
        return alike >= ALIKE * telling.length;
    }
}
