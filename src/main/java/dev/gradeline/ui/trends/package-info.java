/** Scores over time as step lines over grade bands. */
@NullMarked
package dev.gradeline.ui.trends;

import org.jspecify.annotations.NullMarked;
