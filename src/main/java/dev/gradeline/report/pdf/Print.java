package dev.gradeline.report.pdf;

import dev.gradeline.posture.GradeBand;
import dev.gradeline.report.chart.ChartShape.Ink;
import java.awt.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The colours of print: the light ones of the screen, on white paper. The only place of the PDF with colour literals. */
public final class Print {
    public static final Color TEXT = new Color(0x1b2430);
    public static final Color MUTED = new Color(0x5b6673);
    public static final Color LINE = new Color(0xe3e7ec);
    public static final Color SURFACE = new Color(0xffffff);
    public static final Color PANEL = new Color(0xf6f7f9);
    public static final Color ACCENT = new Color(0x1a5fa6);
    public static final Color ACCENT_SOFT = new Color(0xe3ebf5);
    public static final Color GOOD = new Color(0x0b746e);
    public static final Color BAD = new Color(0x740e34);
    public static final Color WARNING = new Color(0x84360f);
    public static final Color WARNING_TINT = new Color(0xf8e2d6);

    private static final List<Color> GRADE_TEXT = List.of(
            new Color(0x0b746e), new Color(0x1a5fa6), new Color(0x846000), new Color(0x84360f), new Color(0x740e34));
    private static final List<Color> GRADE_TINT = List.of(
            new Color(0xeaf8f6), new Color(0xdfebf9), new Color(0xfbf3da), new Color(0xf8e2d6), new Color(0xf6dbe5));
    private static final List<Color> LINES = List.of(
            new Color(0xd55e00),
            new Color(0x0072b2),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0x7f6fd0),
            new Color(0x349ad4),
            new Color(0xc28600),
            new Color(0x666666));

    private Print() {}

    /** A grade's text colour; grey for one that is not documented. */
    public static Color grade(@Nullable GradeBand band) {
        return band == null ? MUTED : GRADE_TEXT.get(List.of(GradeBand.values()).indexOf(band));
    }

    /** A grade's background; grey for one that is not documented. */
    public static Color tint(@Nullable GradeBand band) {
        return band == null ? PANEL : GRADE_TINT.get(List.of(GradeBand.values()).indexOf(band));
    }

    public static Color ink(Ink ink) {
        return switch (ink.role()) {
            case LINE -> LINES.get(Math.floorMod(ink.index(), LINES.size()));
            case BAND -> paler(GRADE_TINT.get(ink.index()));
            case GRADE_TEXT -> GRADE_TEXT.get(ink.index());
            case AXIS, MUTED -> MUTED;
            case GRID -> LINE;
            case SURFACE -> SURFACE;
            case ACCENT -> ACCENT;
            case ACCENT_SOFT -> ACCENT_SOFT;
            case TEXT -> TEXT;
        };
    }

    /** A whole chart of a tint would outshine its lines: mixed with the paper, two parts to one. */
    private static Color paler(Color tint) {
        return new Color(paler(tint.getRed()), paler(tint.getGreen()), paler(tint.getBlue()));
    }

    private static int paler(int part) {
        return 255 - (255 - part) * 2 / 3;
    }
}
