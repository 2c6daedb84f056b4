/** A posture as PDF, CSV and JSON. */
@NullMarked
package dev.gradeline.report;

import org.jspecify.annotations.NullMarked;
