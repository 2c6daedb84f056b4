/** The composition root: builds every object once, by hand, and hands them on. */
@NullMarked
package dev.gradeline.app;

import org.jspecify.annotations.NullMarked;
