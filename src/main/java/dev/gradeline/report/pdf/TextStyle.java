package dev.gradeline.report.pdf;

import java.awt.Color;

/**
 * How a text is set.
 *
 * @param size in points
 */
public record TextStyle(Face face, double size, Color color) {
    /** The weights of Inter that are bundled. */
    public enum Face {
        REGULAR("Inter_400Regular"),
        MEDIUM("Inter_500Medium"),
        SEMIBOLD("Inter_600SemiBold"),
        BOLD("Inter_700Bold");

        private final String file;

        Face(String file) {
            this.file = file;
        }

        String file() {
            return file;
        }
    }

    public static final TextStyle TITLE = new TextStyle(Face.BOLD, 17, Print.TEXT);
    public static final TextStyle HEADING = new TextStyle(Face.SEMIBOLD, 11.5, Print.TEXT);
    public static final TextStyle BODY = new TextStyle(Face.REGULAR, 9, Print.TEXT);
    public static final TextStyle STRONG = new TextStyle(Face.SEMIBOLD, 9, Print.TEXT);
    public static final TextStyle MUTED = new TextStyle(Face.REGULAR, 9, Print.MUTED);
    public static final TextStyle SMALL = new TextStyle(Face.REGULAR, 8, Print.MUTED);

    public TextStyle in(Color other) {
        return new TextStyle(face, size, other);
    }

    /** From one baseline to the next, in points. */
    public double leading() {
        return size * 1.4;
    }

    /** From the middle of the capitals to the baseline, in points. */
    public double drop() {
        return size * 0.36;
    }
}
