package dev.gradeline.ui.kit;

import dev.gradeline.report.chart.ChartShape.Ink;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/**
 * The inks' colours, as the stylesheet has them: each ink is a shape without size that the stylesheet dresses, and that tells
 * when its colour changes, because the theme does. JavaFX thread.
 */
final class ChartInks extends Pane {
    private final Map<Ink, Rectangle> fills = new HashMap<>();
    private final Map<Ink, Rectangle> strokes = new HashMap<>();
    private final Runnable changed;
    private boolean asking;

    /** @param changed runs when a colour that was asked for is another one now */
    ChartInks(Runnable changed) {
        this.changed = changed;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** The colour of areas and letters. */
    Paint fill(Ink ink) {
        return swatch(fills, ink, "chart-fill").getFill();
    }

    /** The colour of lines. */
    Paint stroke(Ink ink) {
        return swatch(strokes, ink, "chart-stroke").getStroke();
    }

    private Rectangle swatch(Map<Ink, Rectangle> known, Ink ink, String kind) {
        return known.computeIfAbsent(ink, missing -> {
            Rectangle swatch = new Rectangle();
            swatch.getStyleClass().addAll("chart-shape", kind, styleOf(missing));
            getChildren().add(swatch);
            asking = true;
            swatch.applyCss();
            asking = false;
            (kind.equals("chart-fill") ? swatch.fillProperty() : swatch.strokeProperty())
                    .addListener((observable, was, now) -> {
                        if (!asking) {
                            changed.run();
                        }
                    });
            return swatch;
        });
    }

    private static String styleOf(Ink ink) {
        String name = "ink-" + ink.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (ink.role()) {
            case LINE -> name + "-" + Math.floorMod(ink.index(), 8);
            case BAND, GRADE_TEXT -> name + "-" + ink.index();
            case AXIS, GRID, MUTED, SURFACE, ACCENT, ACCENT_SOFT, TEXT -> name;
        };
    }
}
