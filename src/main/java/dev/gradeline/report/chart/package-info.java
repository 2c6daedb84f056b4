/** Charts as lists of shapes, without a toolkit: the screen and the PDF draw the same list. */
@NullMarked
package dev.gradeline.report.chart;

import org.jspecify.annotations.NullMarked;
