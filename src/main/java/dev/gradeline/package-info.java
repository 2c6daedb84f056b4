/** Gradeline: security grades that remember. */
@NullMarked
package dev.gradeline;

import org.jspecify.annotations.NullMarked;
