package dev.gradeline.report.chart;

/** How wide a text is, in points, so that a layout can be made without a toolkit. */
@FunctionalInterface
public interface TextMeasure {
    double width(String text, double size, boolean bold);
}
